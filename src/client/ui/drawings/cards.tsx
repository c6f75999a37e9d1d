import { clay, indigo, leaf, paper, saffron, skin, stone } from './ink.ts';

const outline = <rect x="5" y="15" width="62" height="42" rx="6" fill={paper} />;
const portrait = (
  <>
    <circle cx="19" cy="35" r="5" fill={skin} />
    <path d="M10 50q9-12 18 0" />
  </>
);

/** A whole hand's worth of small prints, as on the back of the old cards. */
function Print({ x }: { readonly x: number }) {
  return (
    <>
      <rect x={x} y="22" width="14" height="17" rx="2" fill={skin} strokeWidth="2" />
      <path d={`M${x + 4} 36v-5q0-3 3-3t3 3v5M${x + 7} 32v4`} stroke={clay} strokeWidth="1.600" />
    </>
  );
}

/** Cards that look alike in a hand and are not: told apart by what is printed on each. */
export const cards = {
  // Since 2024: a code to be read by cameras, and nothing worn about it.
  'new-card': (
    <>
      {outline}
      <path d="M5 27V21q0-6 6-6h50q6 0 6 6v6Z" fill={leaf} />
      {portrait}
      <path d="M36 34h10M36 42h10M36 49h6" />
      <path d="M52 33h10v10H52ZM52 48h3M58 48h4v3" />
      <path d="M58 4v8M54 8h8M66 3v4M64 5h4" stroke={saffron} />
    </>
  ),
  // The chip is what people show when they say which card they mean.
  'chip-card': (
    <>
      {outline}
      <path d="M5 25h62" stroke={clay} strokeWidth="3.400" />
      <rect x="12" y="32" width="22" height="17" rx="4" fill={saffron} />
      <path d="M12 38h7v5h-7M34 38h-7v5h7M23 32v17" strokeWidth="2" />
      <path d="M42 34h17M42 42h17M42 49h10" />
    </>
  ),
  // Paper under plastic, two prints, nine figures.
  'old-card': (
    <>
      <rect x="3" y="10" width="66" height="52" rx="3" fill={stone} />
      <rect x="8" y="16" width="56" height="40" fill={paper} strokeWidth="2" />
      <Print x={12} />
      <Print x={29} />
      <path d="M48 25h12M48 33h12" />
      <path
        d="M13 48h.1M18 48h.1M23 48h.1M31 48h.1M36 48h.1M41 48h.1M49 48h.1M54 48h.1M59 48h.1"
        strokeWidth="4.500"
      />
    </>
  ),
  'insurance-card': (
    <>
      {outline}
      <path d="M20 24l12 4v9q0 9-12 14Q8 46 8 37v-9Z" fill={leaf} />
      <path d="M20 30v12M14 36h12" stroke={paper} strokeWidth="4" />
      <path d="M40 28h20M40 37h20M40 46h13" />
    </>
  ),
  'bank-account': (
    <>
      <rect x="4" y="22" width="50" height="34" rx="5" fill={indigo} />
      <path d="M4 32h50" stroke={saffron} strokeWidth="5" />
      <path d="M11 46h16" stroke={paper} />
      <circle cx="56" cy="48" r="13" fill={saffron} />
      <path d="M56 41v14M51 46l5-5 5 5" />
      <path d="M40 12 56 4l12 8" stroke={clay} />
    </>
  ),
  'broken-card': (
    <>
      <path d="M11 15h24l-5 9 7 8-6 9 5 8-3 8H11q-6 0-6-6V21q0-6 6-6Z" fill={paper} />
      <path d="M44 18h19q6 0 6 6v28q0 6-6 6H43l3-8-5-8 6-9-7-8Z" fill={paper} />
      <path d="M12 28h10M12 37h10M53 30h8M53 39h8" />
      <path d="M36 4l2 6M44 5l-3 5M36 68l2-5" stroke={clay} />
    </>
  ),
  'two-cards': (
    <>
      <rect x="3" y="8" width="48" height="32" rx="5" fill={stone} />
      <rect x="20" y="30" width="48" height="34" rx="5" fill={paper} />
      <path d="M20 39h48" stroke={clay} strokeWidth="3.400" />
      <circle cx="31" cy="48" r="4" fill={skin} />
      <path d="M25 60q6-9 12 0M44 48h16M44 55h10" />
      <path d="M3 17h48" stroke={clay} strokeWidth="3.400" />
    </>
  ),
  'name-tag': (
    <>
      <path d="M36 4v12" strokeWidth="4" />
      <rect x="6" y="16" width="60" height="48" rx="6" fill={paper} />
      <path d="M14 28h24" stroke={clay} strokeWidth="6" />
      <path d="M14 42h44M14 52h30" />
      <circle cx="54" cy="29" r="6" fill={skin} />
    </>
  ),
} as const;
