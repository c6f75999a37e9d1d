import { clay, indigo, indigoMid, leaf, paper, saffron, skin, stone } from './ink.ts';

/** How many of three bars are full, at the right edge. */
function Gauge({ full }: { readonly full: number }) {
  return (
    <>
      {[0, 1, 2].map((bar) => (
        <path
          key={bar}
          d={`M56 ${54 - bar * 18}h12v12H56Z`}
          fill={bar < full ? clay : paper}
          strokeWidth="2"
        />
      ))}
    </>
  );
}

const profile = (
  <path
    d="M22 68V56c-10-5-14-14-14-24C8 16 20 5 35 5c16 0 26 11 26 26l5 11-6 2v9q0 5-6 5h-7v10"
    fill={skin}
  />
);

const bed = (
  <>
    <path d="M4 26v40M4 56h52M56 44v22" strokeWidth="3.400" />
    <path d="M18 44h38v12H4V44Z" fill={indigoMid} />
    <circle cx="13" cy="38" r="7" fill={skin} />
    <path d="M20 44q12-10 36 0Z" fill={saffron} />
  </>
);

/** What a body can and cannot do by itself. */
export const body = {
  ear: (
    <>
      <path
        d="M22 34c-4-16 4-28 17-28s20 10 18 22c-2 10-12 13-13 22-1 11-8 16-15 14-6-2-8-7-8-12"
        fill={skin}
      />
      <path d="M30 32c-2-10 3-16 9-16s10 5 9 11c-1 7-9 8-9 15" stroke={clay} />
      <path d="M8 24q-5 10 0 20M14 28q-3 6 0 12" />
    </>
  ),
  eye: (
    <>
      <path d="M4 38q32-36 64 0-32 36-64 0Z" fill={paper} />
      <circle cx="36" cy="38" r="14" fill={clay} />
      <circle cx="36" cy="38" r="6" fill={indigo} />
      <path d="M14 18l-5-7M36 13V4M58 18l5-7" />
    </>
  ),
  'head-in-storm': (
    <>
      {profile}
      <path d="M20 30q4-14 14-8t8 12-10 6-2-12 14-4 6 14-12 8" stroke={clay} />
    </>
  ),
  'head-learning': (
    <>
      {profile}
      <path d="M22 22h10v-3q4-5 8 0v3h9v9h3q5 4 0 8h-3v8H22V38h-3q-5-4 0-8h3Z" fill={saffron} />
    </>
  ),
  walking: (
    <>
      <circle cx="38" cy="11" r="8" fill={skin} />
      <path d="M37 22 33 42l11 10 2 16M33 42l-6 12-13 9" strokeWidth="4.500" />
      <path d="M36 26l-13 7-2 9M37 26l8 10 10 1" strokeWidth="4" />
      <path d="M6 68h60" stroke={leaf} />
    </>
  ),
  helped: (
    <>
      <circle cx="23" cy="14" r="8" fill={skin} />
      <circle cx="51" cy="12" r="8" fill={skin} />
      <path d="M22 24q-3 12 2 22l-8 20M24 46l8 20" strokeWidth="4" />
      <path d="M52 22v24l-6 20M52 46l8 20" stroke={clay} strokeWidth="4" />
      <path d="M51 26 38 36l-14-6" stroke={clay} strokeWidth="4" />
      <path d="M20 30 12 42v24" />
    </>
  ),
  'in-bed': (
    <>
      <g transform="translate(6 0)">{bed}</g>
      <path d="M34 12h10l-10 10h10M50 4h8l-8 8h8" stroke={clay} />
    </>
  ),
  'getting-dressed': (
    <>
      <path d="M24 10 6 22l6 14 8-4v34h32V32l8 4 6-14-18-12q-12 12-24 0Z" fill={indigoMid} />
      <path d="M24 10q12 12 24 0M36 20v46" stroke={saffron} />
      <path d="M41 32h.1M41 42h.1M41 52h.1" stroke={saffron} strokeWidth="4" />
    </>
  ),
  washing: (
    <>
      <path d="M20 66c0-16 6-22 16-22s16 6 16 22" fill={skin} />
      <circle cx="36" cy="33" r="11" fill={skin} />
      <path d="M31 33h.1M41 33h.1M33 38q3 2 6 0" />
      <path d="M66 4 48 8v8l18-2Z" fill={saffron} />
      <path d="M48 12H26q-6 0-6 6" fill="none" stroke={leaf} strokeWidth="3.400" />
      <path d="M18 26v4M24 20v5M14 36v5M58 24v5M54 36v5M60 42v4" stroke={leaf} strokeWidth="3.400" />
      <path d="M6 56h60l-4 12H10Z" fill={indigoMid} />
    </>
  ),
  'needs-little-help': (
    <>
      <circle cx="26" cy="13" r="8" fill={skin} />
      <path d="M26 23v22l-8 22M26 45l8 22" strokeWidth="4" />
      <path d="M26 28l12 10" strokeWidth="4" />
      <path d="M38 36v31" stroke={clay} strokeWidth="3.400" />
      <Gauge full={1} />
    </>
  ),
  'needs-help': (
    <>
      <circle cx="24" cy="13" r="7.500" fill={skin} />
      <path d="M23 22v16h14l7 18h5" strokeWidth="4" />
      <circle cx="26" cy="50" r="15" stroke={clay} />
      <Gauge full={2} />
    </>
  ),
  'needs-all-help': (
    <>
      <g transform="translate(-1 8) scale(.88)">{bed}</g>
      <Gauge full={3} />
    </>
  ),
  'more-or-less': (
    <>
      <path d="M22 60V14M12 26l10-13 10 13" stroke={clay} strokeWidth="5" />
      <path d="M50 12v46M40 46l10 13 10-13" stroke={leaf} strokeWidth="5" />
      <path d="M10 68h52" stroke={stone} />
    </>
  ),
} as const;
