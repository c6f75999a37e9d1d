import { clay, indigo, leaf, paper, saffron, skin, stone } from './ink.ts';

const sheet = <path d="M16 6h27l14 14v46H16Z" fill={paper} />;
const lines = <path d="M43 6v14h14M25 30h23M25 40h23M25 50h13" />;

const card = (
  <>
    <rect x="5" y="17" width="62" height="40" rx="6" fill={paper} />
    <path d="M5 27h62" stroke={clay} strokeWidth="3.400" />
    <circle cx="20" cy="38" r="5" fill={skin} />
    <path d="M11 52q9-11 18 0" />
    <path d="M36 35h14M36 42h10" />
    <path d="M54 33h8v8h-8ZM54 46h3M60 46h2v5h-6" />
  </>
);

const cross = <path d="M46 46l20 20M66 46 46 66" stroke={clay} strokeWidth="5" />;

/** Papers and cards. */
export const papers = {
  'id-card': card,
  'no-id-card': (
    <>
      <g opacity=".5" strokeDasharray="5 5">
        <rect x="5" y="17" width="62" height="40" rx="6" fill={paper} />
        <circle cx="20" cy="35" r="5" />
        <path d="M11 50q9-11 18 0M36 35h14M36 42h10" />
      </g>
      {cross}
    </>
  ),
  'card-at-home': (
    <>
      <path d="M6 36 36 8l30 28M13 31v35h46V31" fill={paper} />
      <rect x="20" y="38" width="32" height="21" rx="3.500" fill={skin} />
      <path d="M20 44h32" stroke={clay} />
      <circle cx="28" cy="51" r="2.500" />
      <path d="M36 50h11M36 54h7" />
    </>
  ),
  paper: (
    <>
      {sheet}
      {lines}
    </>
  ),
  'paper-stack': (
    <>
      <path d="M8 20h32v46H8Z" fill={stone} />
      <path d="M14 13h34v48H14Z" fill={paper} />
      <path d="M22 5h25l13 13v38H22Z" fill={paper} />
      <path d="M47 5v13h13M30 28h21M30 37h21M30 46h12" />
    </>
  ),
  certificate: (
    <>
      <rect x="6" y="10" width="60" height="44" rx="3" fill={paper} />
      <path d="M11 15h50v34H11Z" stroke={saffron} strokeWidth="1.600" />
      <path d="M24 24h24M20 32h32M20 40h16" />
      <path d="M45 48v18l6-4 6 4V48" fill={clay} stroke={clay} />
      <circle cx="51" cy="45" r="8" fill={saffron} stroke={clay} />
    </>
  ),
  'paper-shown': (
    <>
      {sheet}
      <path d="M43 6v14h14M25 28h16" />
      <path d="M20 50q16-17 32 0-16 17-32 0Z" fill={paper} />
      <circle cx="36" cy="50" r="5" fill={clay} stroke={clay} />
    </>
  ),
  'lost-paper': (
    <>
      <g strokeDasharray="5 5">
        {sheet}
        <path d="M43 6v14h14" />
      </g>
      <path d="M29 34q0-8 8-8t8 7q0 5-5 7-3 1-3 5M37 54v.1" stroke={clay} strokeWidth="4" />
    </>
  ),
  signature: (
    <>
      <path d="M8 58h56" />
      <path d="M11 50q8-24 13-14t-5 12q9 2 13-8 2 9 9 4 2 6 11 3" stroke={clay} />
      <path d="M44 33 62 8l6 4.500L50 38l-8 3Z" fill={saffron} />
      <path d="M57 15l6 4.500" />
    </>
  ),
  thumbprint: (
    <>
      <path d="M17 66V34q0-27 19-27t19 27v32Z" fill={skin} />
      <g stroke={clay} strokeWidth="2.200">
        <path d="M36 34v14M30 52V33q0-7 6-7t6 7v19M24 54V33q0-13 12-13t12 13v21" />
      </g>
    </>
  ),
  yes: (
    <>
      <circle cx="36" cy="36" r="29" fill={paper} stroke={leaf} strokeWidth="4" />
      <path d="M21 37l11 11 20-23" stroke={leaf} strokeWidth="6" />
    </>
  ),
  no: (
    <>
      <circle cx="36" cy="36" r="29" fill={paper} stroke={clay} strokeWidth="4" />
      <path d="M25 25l22 22M47 25 25 47" stroke={clay} strokeWidth="6" />
    </>
  ),
  'question-mark': (
    <>
      <circle cx="36" cy="36" r="29" fill={paper} />
      <path d="M27 29q0-10 9.500-10T46 28q0 6-6 9-4 2-4 7M36 53v.1" stroke={indigo} strokeWidth="5" />
    </>
  ),
} as const;
