import { clay, indigo, leaf, paper, saffron, skin, stone } from './ink.ts';

const smart = (
  <>
    <rect x="19" y="4" width="34" height="64" rx="7" fill={paper} />
    <path d="M32 61h8" />
  </>
);

const cross = <path d="M48 46l19 19M67 46 48 65" stroke={clay} strokeWidth="5" />;

const stilted = (
  <>
    <path d="M5 34 36 8l31 26H5Z" fill={saffron} />
    <path d="M13 34h46v20H13Z" fill={paper} />
    <path d="M17 54v13M32 54v13M46 54v13M57 54v13M23 40h8v14h-8ZM41 41h9v7h-9Z" />
    <path d="M31 67l-4-13M27 58h6" stroke={clay} />
  </>
);

/** Things, places and times. */
export const things = {
  phone: (
    <>
      <rect x="20" y="12" width="32" height="56" rx="7" fill={paper} />
      <path d="M46 12V4" strokeWidth="4" />
      <rect x="26" y="19" width="20" height="14" rx="2" fill={skin} />
      <path
        d="M28 42h.1M36 42h.1M44 42h.1M28 50h.1M36 50h.1M44 50h.1M28 58h.1M36 58h.1M44 58h.1"
        strokeWidth="4.500"
      />
    </>
  ),
  smartphone: (
    <>
      {smart}
      <path d="M26 14h8v8h-8ZM39 14h8v8h-8Z" fill={saffron} />
      <path d="M26 29h8v8h-8Z" fill={clay} />
      <path d="M39 29h8v8h-8ZM26 48h21" fill={skin} />
    </>
  ),
  'no-phone': (
    <>
      <g opacity=".5" strokeDasharray="5 5">
        {smart}
        <path d="M26 16h20" />
      </g>
      {cross}
    </>
  ),
  sim: (
    <>
      <path d="M16 6h26l14 14v46H16Z" fill={paper} />
      <rect x="25" y="30" width="22" height="25" rx="4" fill={saffron} />
      <path d="M25 39h8v-9M25 47h8v8M47 39h-8v-9M47 47h-8v8" />
    </>
  ),
  house: stilted,
  village: (
    <>
      <path d="M2 40q14-28 28-8Q44 4 70 40" stroke={leaf} fill="none" />
      <g transform="translate(-1 27) scale(.56)">{stilted}</g>
      <g transform="translate(34 27) scale(.56)">{stilted}</g>
      <path d="M2 68h68" stroke={leaf} />
    </>
  ),
  'health-station': (
    <>
      <path d="M6 32 36 10l30 22v34H6Z" fill={paper} />
      <path d="M30 66V52h12v14" />
      <path d="M36 27v16M28 35h16" stroke={clay} strokeWidth="6" />
      <path d="M12 54h9M51 54h9" />
    </>
  ),
  hospital: (
    <>
      <path d="M16 8h40v58H16Z" fill={paper} />
      <path d="M4 34h12v32H4ZM56 34h12v32H56Z" fill={stone} />
      <path d="M36 13v14M29 20h14" stroke={clay} strokeWidth="5" />
      <path d="M24 36h5M34 36h5M44 36h5M24 46h5M34 46h5M44 46h5M31 66V55h10v11" />
    </>
  ),
  calendar: (
    <>
      <rect x="8" y="13" width="56" height="52" rx="6" fill={paper} />
      <path d="M8 28h56" />
      <path d="M8 27V19q0-6 6-6h44q6 0 6 6v8Z" fill={clay} />
      <path d="M22 6v13M50 6v13" strokeWidth="4" />
      <path
        d="M20 38h.1M31 38h.1M41 38h.1M52 38h.1M20 48h.1M31 48h.1M52 48h.1M20 57h.1M31 57h.1"
        strokeWidth="5"
      />
      <circle cx="41" cy="48" r="6" stroke={clay} />
    </>
  ),
  moon: (
    <>
      <path d="M46 8a30 30 0 1 0 18 40A25 25 0 0 1 46 8Z" fill={saffron} />
      <path d="M56 14v8M52 18h8M66 28v4M64 30h4" stroke={clay} />
    </>
  ),
  'first-of-two-moons': (
    <>
      <path d="M27 17a19 19 0 1 0 12 26A16 16 0 0 1 27 17Z" fill={saffron} />
      <path d="M57 26a15 15 0 1 0 10 20 12 12 0 0 1-10-20Z" strokeDasharray="4 4" opacity=".6" />
    </>
  ),
  'second-of-two-moons': (
    <>
      <path d="M20 22a15 15 0 1 0 10 20 12 12 0 0 1-10-20Z" strokeDasharray="4 4" opacity=".6" />
      <path d="M54 15a19 19 0 1 0 12 26A16 16 0 0 1 54 15Z" fill={saffron} />
    </>
  ),
  'only-the-year': (
    <>
      <rect x="8" y="13" width="56" height="52" rx="6" fill={paper} />
      <path d="M8 28v-9q0-6 6-6h44q6 0 6 6v9Z" fill={clay} />
      <path d="M22 6v13M50 6v13" strokeWidth="4" />
      <path d="M14 39h9v14h-9ZM26 39h9v14h-9ZM38 39h9v14h-9ZM50 39h9v14h-9Z" fill={saffron} strokeWidth="2" />
    </>
  ),
  clock: (
    <>
      <circle cx="36" cy="36" r="29" fill={paper} />
      <path d="M36 11v4M36 57v4M11 36h4M57 36h4" />
      <path d="M36 19v17l12 8" stroke={clay} strokeWidth="4" />
    </>
  ),
  rings: (
    <>
      <circle cx="26" cy="42" r="17" stroke={saffron} strokeWidth="5" />
      <circle cx="47" cy="42" r="17" stroke={clay} strokeWidth="5" />
      <path d="M34 27a17 17 0 0 1 8 10" stroke={saffron} strokeWidth="5" />
      <path d="M20 20l6-9 6 9-6 5Z" fill={paper} stroke={indigo} />
    </>
  ),
  candle: (
    <>
      <path d="M29 34h14v30H29Z" fill={paper} />
      <path d="M36 34v-6M33 34v8" />
      <path d="M36 27q-8-8 0-19 8 11 0 19Z" fill={saffron} stroke={saffron} />
      <path d="M18 65h36" />
    </>
  ),
  camera: (
    <>
      <path d="M6 22h15l5-9h20l5 9h15v42H6Z" fill={paper} />
      <circle cx="36" cy="42" r="14" fill={skin} />
      <circle cx="36" cy="42" r="6" fill={indigo} />
      <path d="M56 30h4" stroke={clay} strokeWidth="4" />
    </>
  ),
} as const;
