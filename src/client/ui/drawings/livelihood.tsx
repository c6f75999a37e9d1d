import { clay, indigo, indigoMid, leaf, paper, saffron, skin, stone } from './ink.ts';

const tree = (
  <>
    <path d="M12 62V44" strokeWidth="4" />
    <path d="M12 8 2 28h6L0 46h24l-8-18h6Z" fill={leaf} />
  </>
);

const bowl = <path d="M8 34h56c0 16-10 24-20 26v6H28v-6C18 58 8 50 8 34Z" fill={indigoMid} />;

/** What people live from, what they have and what they lack. */
export const livelihood = {
  forest: (
    <>
      <g transform="translate(4 2)">{tree}</g>
      <g transform="translate(44 2)">{tree}</g>
      <g transform="translate(24 8)">{tree}</g>
      <path d="M2 68h68" stroke={leaf} />
    </>
  ),
  'fish-pond': (
    <>
      <path d="M4 40q0-16 32-16t32 16-32 24S4 56 4 40Z" fill={indigoMid} />
      <path d="M20 42q12-12 26 0-14 12-26 0Z" fill={saffron} />
      <path d="M46 42l10-7v14Z" fill={saffron} />
      <path d="M27 41h.1" strokeWidth="4" />
      <path d="M10 20V6M16 22q-4-8 2-14M60 20V8" stroke={leaf} strokeWidth="3.400" />
    </>
  ),
  maize: (
    <>
      <path d="M26 66q-8-26 10-60 18 34 10 60Z" fill={saffron} />
      <path d="M29 46h14M29 36h14M31 26h10M36 10v54" strokeWidth="2" />
      <path d="M26 66Q6 52 14 26q12 12 14 26ZM46 66q20-14 12-40-12 12-14 26Z" fill={leaf} />
    </>
  ),
  'rice-plant': (
    <>
      <path d="M36 68Q30 36 12 20M36 68V14M36 68q6-32 24-48" stroke={leaf} strokeWidth="3.400" />
      <path
        d="M12 20q-6 6-4 14M17 26q-4 6-2 12M36 14q-6 2-6 9M36 22q6 2 6 9M36 30q-6 2-6 9M60 20q6 6 4 14M55 26q4 6 2 12"
        stroke={saffron}
        strokeWidth="5"
      />
      <path d="M6 68h60" stroke={indigoMid} />
    </>
  ),
  'cleared-land': (
    <>
      <path d="M4 52h64v14H4Z" fill={skin} />
      <path d="M10 59h10M28 59h10M46 59h10" stroke={clay} />
      <path d="M22 46 48 8" strokeWidth="4.500" />
      <path d="M40 6l18-2 4 12-15 3Z" fill={indigo} />
      <path d="M8 52v-8h8v8M58 52V40M53 44l5-5 5 5" stroke={leaf} />
    </>
  ),
  gift: (
    <>
      <path d="M4 60l12-14h16l10 6q4 4-2 6H28M40 58l18-8q6-1 4 5L44 67H4" fill={skin} />
      <rect x="22" y="16" width="30" height="24" fill={saffron} />
      <path d="M18 12h38v9H18Z" fill={clay} />
      <path d="M37 12v28M37 12q-12-2-9-8t9 8q6-14 9-8t-9 8" />
    </>
  ),
  'empty-bowl': (
    <>
      {bowl}
      <path d="M8 34q28 12 56 0-28-12-56 0Z" fill={paper} />
      <path d="M18 48c6 5 12 5 18 0s12-5 18 0" stroke={saffron} />
      <path d="M4 16 36 24M6 8l30 12" stroke={clay} strokeWidth="3.400" />
    </>
  ),
  'half-bowl': (
    <>
      {bowl}
      <path d="M8 34q28 12 56 0-28-12-56 0Z" fill={paper} />
      <path d="M16 36q14-14 28-2-12 6-28 2Z" fill={skin} />
      <path d="M26 32h.1M34 33h.1" stroke={stone} strokeWidth="4" />
      <path d="M18 48c6 5 12 5 18 0s12-5 18 0" stroke={saffron} />
      <path d="M50 6 40 26M60 6 46 26" stroke={clay} strokeWidth="3.400" />
    </>
  ),
  'shared-phone': (
    <>
      <rect x="26" y="14" width="20" height="34" rx="4" fill={paper} />
      <path d="M33 42h6M31 21h10" />
      <circle cx="13" cy="26" r="8" fill={skin} />
      <circle cx="59" cy="26" r="8" fill={skin} />
      <path d="M2 60q0-20 11-20t11 14M48 54q0-14 11-14t11 20" fill={stone} />
      <path d="M24 58h24M29 52l-6 6 6 6M43 52l6 6-6 6" stroke={clay} />
    </>
  ),
  'no-contact': (
    <>
      <path d="M8 16q4-8 12-6l4 12-7 5q4 12 14 18l7-5 10 8q-2 12-12 10Q12 52 8 16Z" fill={paper} />
      <path d="M42 10l8 8M58 10l-8 8M50 18v.1" strokeWidth="4" />
      <path d="M44 6l20 20M64 6 44 26" stroke={clay} strokeWidth="5" />
    </>
  ),
  'rings-apart': (
    <>
      <circle cx="20" cy="44" r="15" stroke={saffron} strokeWidth="5" />
      <circle cx="52" cy="44" r="15" stroke={clay} strokeWidth="5" />
      <path d="M38 6l-6 12 7 7-6 10" strokeWidth="3.400" />
    </>
  ),
  'long-ago': (
    <>
      <rect x="18" y="6" width="46" height="44" rx="5" fill={stone} />
      <rect x="8" y="18" width="46" height="48" rx="5" fill={paper} />
      <path d="M8 32v-8q0-6 6-6h34q6 0 6 6v8Z" fill={clay} />
      <path d="M44 58H20M28 50l-9 8 9 8" strokeWidth="3.400" />
      <path d="M20 40h.1M31 40h.1M42 40h.1" strokeWidth="5" />
    </>
  ),
  'within-days': (
    <>
      <rect x="8" y="13" width="56" height="52" rx="6" fill={paper} />
      <path d="M8 28v-9q0-6 6-6h44q6 0 6 6v9Z" fill={leaf} />
      <path d="M22 6v13M50 6v13" strokeWidth="4" />
      <path d="M24 47l9 9 16-18" stroke={leaf} strokeWidth="5" />
    </>
  ),
  'past-days': (
    <>
      <rect x="8" y="13" width="56" height="52" rx="6" fill={paper} />
      <path d="M8 28v-9q0-6 6-6h44q6 0 6 6v9Z" fill={clay} />
      <path d="M22 6v13M50 6v13" strokeWidth="4" />
      <path d="M36 36v12M36 57v.1" stroke={clay} strokeWidth="6" />
    </>
  ),
} as const;
