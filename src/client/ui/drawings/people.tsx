import { clay, indigo, indigoMid, leaf, paper, saffron, skin, stone } from './ink.ts';

/** Eyes and a mouth, centred on a head. */
function Face({ x, y, wide = 4 }: { readonly x: number; readonly y: number; readonly wide?: number }) {
  return <path d={`M${x - wide} ${y}h.1M${x + wide} ${y}h.1M${x - 3} ${y + 5}q3 2.200 6 0`} />;
}

const swaddled = (
  <>
    <path d="M14 50c0-15 9-25 22-25s22 10 22 25c0 11-9 16-22 16s-22-5-22-16Z" fill={skin} />
    <circle cx="36" cy="26" r="13" fill={paper} />
    <path d="M36 13q-4-5 1-8" />
    <Face x={36} y={26} />
    <path d="M17 46q19 13 38 0M21 57q15 8 30 0" stroke={clay} />
    <path d="M36 47.500 39 51l-3 3.500-3-3.500Z" fill={saffron} stroke={saffron} />
  </>
);

const woman = (
  <>
    <path d="M10 66c0-18 9-26 26-26s26 8 26 26" fill={indigoMid} />
    <path d="M27 42q9 11 18 0l-3 24H30Z" fill={paper} />
    <circle cx="36" cy="25" r="13" fill={skin} />
    <path d="M22.500 24c0-12 7-17 13.500-17s13.500 5 13.500 17c-5-7-22-7-27 0Z" fill={indigo} />
    <path d="M23.500 16q12.500-8 25 0" stroke={saffron} />
    <Face x={36} y={26} />
    <path d="M14 58h14M44 58h14" stroke={saffron} />
  </>
);

const man = (
  <>
    <path d="M9 66c0-18 10-26 27-26s27 8 27 26" fill={indigo} />
    <path d="M30 40l6 8 6-8" fill={paper} />
    <path d="M36 48v18M36 54h5M36 60h5" stroke={saffron} />
    <circle cx="36" cy="25" r="13" fill={skin} />
    <path d="M23 23c0-10 5-15 13-15s13 5 13 15c-3-5-6-6-9-6-6 0-12 0-17 6Z" fill={indigo} />
    <Face x={36} y={26} />
  </>
);

const oldHead = (
  <>
    <path d="M10 66c0-17 8-25 22-25s22 8 22 25Z" fill={stone} />
    <circle cx="32" cy="26" r="13" fill={skin} />
    <path d="M19 24q0-15 13-15t13 15q-6-7-13-7t-13 7Z" fill={paper} />
    <path d="M25 27q2-2 4 0M35 27q2-2 4 0M29 34q3 2 6 0M23 31l-2 1M41 31l2 1" />
    <path d="M60 66V44q0-5-5-5" stroke={clay} strokeWidth="3.400" />
  </>
);

const smallChild = (
  <>
    <path d="M17 66c0-14 7-20 19-20s19 6 19 20" fill={saffron} />
    <circle cx="36" cy="30" r="15" fill={skin} />
  </>
);

/** People, alone and together. */
export const families = {
  baby: swaddled,
  mother: woman,
  father: man,
  elder: oldHead,
  boy: (
    <>
      {smallChild}
      <path d="M21 28c0-11 6-16 15-16s15 5 15 16c-4-6-8-7-12-7-7 0-12 1-18 7Z" fill={indigo} />
      <Face x={36} y={31} wide={5} />
      <path d="M24 58h24" stroke={indigo} />
    </>
  ),
  girl: (
    <>
      <path d="M17 66c0-14 7-20 19-20s19 6 19 20" fill={clay} />
      <path d="M22 30q-9 6-7 18M50 30q9 6 7 18" strokeWidth="6" />
      <path d="M13 45h5M54 45h5" stroke={saffron} strokeWidth="4" />
      <circle cx="36" cy="30" r="15" fill={skin} />
      <path d="M21 29c0-12 6-17 15-17s15 5 15 17q-5-9-15-10-10 1-15 10Z" fill={indigo} />
      <Face x={36} y={32} wide={5} />
      <path d="M24 58h24" stroke={saffron} />
    </>
  ),
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
