import { At, ghost, man, woman } from './figures.tsx';
import { clay, indigo, indigoMid, leaf, paper, saffron, skin, stone } from './ink.ts';

const roof = (
  <>
    <path d="M5 36 36 10l31 26" fill={saffron} />
    <path d="M13 34v32h46V34" fill={paper} />
  </>
);

/** Where somebody is, whose house it is, and what happened to it. */
export const places = {
  'this-place': (
    <>
      <path d="M4 66q32-14 64 0" stroke={leaf} strokeWidth="4" />
      <g transform="translate(2 26) scale(.52)">{roof}</g>
      <path d="M52 56c-9-12-12-18-12-25a12 12 0 0 1 24 0c0 7-3 13-12 25Z" fill={clay} />
      <circle cx="52" cy="31" r="5" fill={paper} />
    </>
  ),
  'other-place': (
    <>
      <path d="M34 68V8" strokeWidth="5" />
      <path d="M34 12h24l9 8-9 8H34Z" fill={saffron} />
      <path d="M34 34H12l-8 8 8 8h22Z" fill={paper} />
      <path d="M41 20h12M18 42h10" />
      <path d="M16 68h38" stroke={leaf} />
    </>
  ),
  abroad: (
    <>
      <circle cx="32" cy="40" r="26" fill={paper} stroke={leaf} />
      <path d="M6 40h52M32 14q-17 26 0 52M32 14q17 26 0 52" stroke={leaf} />
      <path d="M38 26l28-20-7 26-6-9Z" fill={clay} />
      <path d="M53 23 66 6" />
    </>
  ),
  'house-key': (
    <>
      <g transform="translate(-4 0) scale(.86)">{roof}</g>
      <circle cx="48" cy="44" r="9" fill={saffron} />
      <path d="M48 53v15M48 60h7M48 66h5" strokeWidth="4" />
      <circle cx="48" cy="43" r="2" />
    </>
  ),
  workplace: (
    <>
      <path d="M5 66V36l14 10V36l14 10V36l14 10V8h12v58Z" fill={paper} />
      <path d="M5 66h62M14 56h7M28 56h7M42 56h7" />
      <path d="M53 8q-2-6 4-6t7-1" stroke={stone} strokeWidth="4" />
    </>
  ),
  'house-split': (
    <>
      <path d="M3 38 19 22l13 13v31H7V36" fill={saffron} />
      <path d="M40 35 53 22l16 16M65 36v30H40V35" fill={paper} />
      <path d="M36 8v60" stroke={clay} strokeDasharray="5 5" strokeWidth="3.400" />
      <path d="M15 66V52h8v14M49 66V52h8v14" />
    </>
  ),
  'leaving-house': (
    <>
      <g transform="translate(-4 8) scale(.72)">{roof}</g>
      <path d="M40 50h27M57 41l10 9-10 9" stroke={clay} strokeWidth="5" />
      <path d="M18 55V42h10v13" />
    </>
  ),
  householder: (
    <>
      {roof}
      <At x={17} y={26} scale={0.55}>
        {man}
      </At>
    </>
  ),
  flood: (
    <>
      <path d="M10 30 32 12l22 18" fill={saffron} />
      <path d="M15 28v22h34V28" fill={paper} />
      <path d="M4 50q8-8 16 0t16 0 16 0 16 0v17H4Z" fill={indigoMid} />
      <path d="M8 60q7-5 14 0t14 0 14 0 14 0" stroke={paper} />
      <path d="M58 4l-6 12h8l-6 12" stroke={clay} strokeWidth="3.400" />
    </>
  ),
  buffalo: (
    <>
      <path d="M8 38q4-12 22-12h22q12 2 12 16v24h-7V52H23v14h-7V48Q8 46 8 38Z" fill={stone} />
      <path d="M8 38q-4 8 4 12 8 2 10-6" fill={stone} />
      <path d="M14 28Q2 22 6 8q4 12 14 14M24 26q10-4 8-18-4 10-14 14" fill={paper} />
      <path d="M14 38h.1" strokeWidth="4.500" />
      <path d="M64 44q5 6 2 14" stroke={clay} />
    </>
  ),
  'no-work': (
    <>
      <path d="M14 66 44 14" stroke={stone} strokeWidth="5" />
      <path d="M38 10l20-4 6 12-18 4Z" fill={indigo} />
      <path d="M40 42l24 24M64 42 40 66" stroke={clay} strokeWidth="6" />
    </>
  ),
  'earner-lost': (
    <>
      <At x={-4} y={6} scale={0.66}>
        {ghost}
      </At>
      <At x={36} y={26} scale={0.6}>
        {woman}
      </At>
      <path d="M50 22q-5-5 0-12 5 7 0 12Z" fill={saffron} stroke={saffron} />
      <path d="M10 60h30" stroke={clay} />
    </>
  ),
  altar: (
    <>
      <path d="M4 42h64v7H4Z" fill={clay} />
      <path d="M10 49v18M62 49v18M10 56h52" />
      <path d="M28 42v-8h16v8Z" fill={saffron} />
      <path d="M32 34V16M36 34V12M40 34V16" stroke={clay} />
      <path d="M12 42V30h7v12M53 42V30h7v12" fill={paper} />
      <path d="M15.500 28q-3-3 0-7 3 4 0 7ZM56.500 28q-3-3 0-7 3 4 0 7Z" fill={saffron} stroke={saffron} />
      <path d="M36 9q-4-4 1-7" stroke={stone} />
    </>
  ),
  school: (
    <>
      <path d="M6 36 36 16l30 20v30H6Z" fill={paper} />
      <path d="M36 16V4h14v8H36" fill={clay} />
      <path d="M28 66V50h16v16M13 44h8v8h-8ZM51 44h8v8h-8Z" />
      <circle cx="36" cy="34" r="6" fill={saffron} />
    </>
  ),
  'fetched-from-home': (
    <>
      <g transform="translate(-3 4) scale(.7)">{roof}</g>
      <path d="M10 50h24v-6H16l-6-6Z" fill={indigoMid} />
      <circle cx="14" cy="38" r="4" fill={skin} />
      <path d="M68 58H42M52 49l-10 9 10 9" stroke={clay} strokeWidth="4" />
    </>
  ),
} as const;
