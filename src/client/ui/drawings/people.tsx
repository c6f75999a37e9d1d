import { boy, Face, girl, man, oldHead, swaddled, woman } from './figures.tsx';
import { clay, leaf, paper, saffron, skin } from './ink.ts';

/** People, alone and together. */
export const families = {
  baby: swaddled,
  mother: woman,
  father: man,
  elder: oldHead,
  boy,
  girl,
  family: (
    <>
      <g transform="translate(-6 4) scale(.6)">{woman}</g>
      <g transform="translate(35 1) scale(.62)">{man}</g>
      <g transform="translate(18 28) scale(.6)">{swaddled}</g>
    </>
  ),
  relatives: (
    <>
      <g transform="translate(-4 -1) scale(.52)">{oldHead}</g>
      <g transform="translate(38 -1) scale(.52)">{woman}</g>
      <path d="M15 38v7h42v-7M36 45v4" />
      <g transform="translate(17 38) scale(.5)">{man}</g>
    </>
  ),
  foreigner: (
    <>
      <g transform="translate(-6 14) scale(.8)">{man}</g>
      <circle cx="55" cy="19" r="14" fill={paper} stroke={leaf} />
      <path d="M41 19h28M55 5q-9 14 0 28M55 5q9 14 0 28" stroke={leaf} />
    </>
  ),
  witness: (
    <>
      <g transform="translate(-7 18) scale(.7)">{man}</g>
      <path d="M44 14q13-11 26 0-13 11-26 0Z" fill={paper} />
      <circle cx="57" cy="14" r="4" fill={clay} stroke={clay} />
      <path d="M46 40h18v24H50V44M54 50h6M54 56h6" fill={paper} />
    </>
  ),
  speech: (
    <>
      <g transform="translate(-7 18) scale(.7)">{woman}</g>
      <path d="M36 8h30v22H51l-8 8v-8h-7Z" fill={paper} />
      <path d="M42 16h18M42 23h12" stroke={clay} />
    </>
  ),
  police: (
    <>
      <path d="M9 66c0-18 10-26 27-26s27 8 27 26" fill={leaf} />
      <path d="M30 40l6 9 6-9" fill={paper} />
      <circle cx="36" cy="29" r="12" fill={skin} />
      <path d="M20 20q0-12 16-12t16 12l-3 5H23Z" fill={leaf} />
      <path d="M23 25h26" stroke={saffron} strokeWidth="4" />
      <path
        d="M36 11l1.500 3.200 3.500.4-2.600 2.400.7 3.500-3.100-1.800-3.100 1.800.7-3.500L31 14.600l3.500-.4Z"
        fill={saffron}
        stroke="none"
      />
      <Face x={36} y={31} />
      <path d="M14 52h9M49 52h9" stroke={saffron} />
    </>
  ),
  courier: (
    <>
      <g transform="translate(0 4) scale(.66)">{man}</g>
      <path d="M38 34h28v24H38Z" fill={paper} />
      <path d="M38 34l14 13 14-13M52 66V60M46 66h20M62 62l4 4-4 4" stroke={clay} />
    </>
  ),
  wheelchair: (
    <>
      <circle cx="32" cy="13" r="8" fill={skin} />
      <path d="M30 22q4-2 7 2l2 14h12l8 16h5" strokeWidth="4" />
      <path d="M38 30h12" />
      <circle cx="32" cy="50" r="16" fill="none" stroke={clay} />
      <path d="M32 50h.1" stroke={clay} strokeWidth="5" />
      <path d="M24 22v16h12" strokeWidth="4" />
    </>
  ),
} as const;
