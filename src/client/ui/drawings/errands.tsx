import { clay, indigo, indigoMid, leaf, paper, saffron, skin, stone } from './ink.ts';

/** What belongs to an errand at the commune: the office, the post, the way there, and who goes. */
export const errands = {
  person: (
    <>
      <path d="M10 66c0-18 9-26 26-26s26 8 26 26" fill={stone} />
      <circle cx="36" cy="25" r="14" fill={skin} />
      <path d="M31 25h.1M41 25h.1M32 31q4 3 8 0" />
    </>
  ),
  handshake: (
    <>
      <path d="M4 26l12-6 12 26-12 6ZM68 26l-12-6-12 26 12 6Z" fill={indigoMid} />
      <path d="M21 28q8-5 15 0 7-5 15 0l-4 18q-5 8-11 8t-11-8Z" fill={skin} />
      <path d="M36 28l-7 9q4 4 8 0l10 10M31 46l5 5M37 42l5 5" />
    </>
  ),
  tablet: (
    <>
      <rect x="8" y="14" width="56" height="44" rx="5" fill={indigo} />
      <rect x="14" y="20" width="44" height="32" rx="2" fill={paper} />
      <path d="M29 37v-4q0-7 7-7t7 7v4" />
      <rect x="26" y="36" width="20" height="12" rx="2" fill={saffron} />
    </>
  ),
  passport: (
    <>
      <rect x="16" y="7" width="40" height="58" rx="4" fill={leaf} />
      <circle cx="36" cy="30" r="12" fill={paper} />
      <path d="M24 30h24M36 18q-8 12 0 24M36 18q8 12 0 24M27 53h18" />
    </>
  ),
  suitcase: (
    <>
      <path d="M26 24v-9h20v9" />
      <rect x="9" y="24" width="54" height="38" rx="5" fill={saffron} />
      <path d="M20 24v38M52 24v38M32 43h8" />
    </>
  ),
  'map-pin': (
    <>
      <path d="M10 62q26-12 52 0" stroke={leaf} strokeWidth="5" />
      <path d="M36 60C22 42 17 34 17 25a19 19 0 0 1 38 0c0 9-5 17-19 35Z" fill={clay} />
      <circle cx="36" cy="26" r="8" fill={paper} />
    </>
  ),
  flag: (
    <>
      <path d="M14 66V7" strokeWidth="4" />
      <path d="M14 11h48v34H14Z" fill={clay} />
      <path d="M38 17l3 8h8l-6.500 5 2.500 8-7-5-7 5 2.500-8-6.500-5h8Z" fill={saffron} stroke={saffron} />
    </>
  ),
  office: (
    <>
      <path d="M6 28 36 10l30 18Z" fill={clay} />
      <path d="M12 28h48v34H12Z" fill={paper} />
      <path d="M21 30v30M32 30v14M40 30v14M51 30v30M31 62V46h10v16M6 63h60" />
      <path d="M36 10V4h9v5h-9" fill={saffron} />
    </>
  ),
  money: (
    <>
      <rect x="5" y="16" width="52" height="30" rx="3" fill={leaf} />
      <rect x="14" y="27" width="52" height="30" rx="3" fill={paper} />
      <circle cx="40" cy="42" r="8" fill={saffron} />
      <path d="M21 35h.1M59 35h.1M21 49h.1M59 49h.1" strokeWidth="4" />
    </>
  ),
  medal: (
    <>
      <path d="M24 5h24l-6 24H30Z" fill={clay} />
      <circle cx="36" cy="46" r="20" fill={saffron} />
      <path
        d="M36 34l3.500 8h8.500l-7 5.500 2.500 8.500-7.500-5-7.500 5 2.500-8.500-7-5.500h8.500Z"
        fill={paper}
      />
    </>
  ),
  letter: (
    <>
      <rect x="6" y="16" width="60" height="42" rx="3" fill={paper} />
      <path d="M7 18l29 23 29-23" />
      <rect x="51" y="43" width="10" height="10" fill={clay} />
    </>
  ),
  road: (
    <>
      <path d="M4 40 22 16l12 16 12-20 22 28Z" fill={leaf} />
      <path d="M22 66q22-10 8-16t14-14h6q-14 8 0 14t2 16Z" fill={stone} />
      <path d="M40 44q-6 4 4 8t-4 10" stroke={paper} strokeDasharray="4 4" />
    </>
  ),
} as const;
