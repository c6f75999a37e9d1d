import { At, boy, swaddled } from './figures.tsx';
import { clay, indigo, indigoMid, leaf, paper, saffron, skin, stone } from './ink.ts';

const sheet = <path d="M14 5h32l12 12v50H14Z" fill={paper} />;
const corner = <path d="M46 5v12h12" />;
const framed = (
  <>
    <rect x="6" y="9" width="60" height="54" rx="3" fill={paper} />
    <path d="M11 14h50v44H11Z" stroke={saffron} strokeWidth="1.600" />
  </>
);
const book = (colour: string) => (
  <>
    <path d="M14 8q0-4 4-4h42v56H18q-4 0-4 4Z" fill={colour} />
    <path d="M14 64q0-4 4-4h42v8H18q-4 0-4-4Z" fill={paper} />
  </>
);

/** Each paper that is asked for, told apart by what it is about. */
export const documents = {
  'birth-paper': (
    <>
      {framed}
      <At x={21} y={14} scale={0.42}>
        {swaddled}
      </At>
      <path d="M18 22h10M44 22h10M20 50h32" />
    </>
  ),
  'hospital-paper': (
    <>
      {sheet}
      {corner}
      <path d="M30 12v14M23 19h14" stroke={clay} strokeWidth="5" />
      <path d="M22 34h28M22 43h28M22 52h16" />
    </>
  ),
  'marriage-paper': (
    <>
      {framed}
      <circle cx="30" cy="32" r="9" stroke={saffron} strokeWidth="4" />
      <circle cx="42" cy="32" r="9" stroke={clay} strokeWidth="4" />
      <path d="M20 50h32" />
    </>
  ),
  'divorce-paper': (
    <>
      {sheet}
      {corner}
      <circle cx="27" cy="30" r="8" stroke={saffron} strokeWidth="4" />
      <circle cx="46" cy="34" r="8" stroke={clay} strokeWidth="4" />
      <path d="M39 20l-4 8 5 5-5 9" />
      <path d="M22 52h28M22 59h16" />
    </>
  ),
  'death-notice': (
    <>
      {sheet}
      {corner}
      <path d="M14 5h14L14 19Z" fill={indigo} />
      <path d="M33 34h7v15h-7ZM28 50h17" fill={paper} />
      <path d="M36.500 30q-5-5 0-11 5 6 0 11Z" fill={saffron} stroke={saffron} />
      <path d="M22 59h28" />
    </>
  ),
  'death-paper': (
    <>
      {framed}
      <path d="M32 33h8v14h-8ZM25 48h22" fill={paper} />
      <path d="M36 29q-5-5 0-11 5 6 0 11Z" fill={saffron} stroke={saffron} />
      <path d="M18 22h8M46 22h8" />
    </>
  ),
  'two-papers': (
    <>
      <path d="M22 4h22l10 10v36H22Z" fill={stone} />
      <path d="M12 18h24l10 10v40H12Z" fill={paper} />
      <path d="M36 18v10h10M19 38h18M19 47h18M19 56h10" />
      <path d="M58 30q8 10 0 22M62 47l-4 6-5-5" stroke={clay} />
    </>
  ),
  'household-book': (
    <>
      {book(clay)}
      <path d="M24 32 37 20l13 12M28 30v14h18V30" fill={paper} />
      <path d="M34 44v-8h6v8" />
    </>
  ),
  'land-book': (
    <>
      {book(clay)}
      <path d="M22 40l9-14 7 8 5-6 9 12Z" fill={leaf} />
      <path d="M22 40h30v10H22Z" fill={skin} />
      <path d="M32 40v10M42 40v10" strokeWidth="2" />
    </>
  ),
  'register-book': (
    <>
      <path d="M36 16Q22 8 4 12v46q18-4 32 4 14-8 32-4V12q-18-4-32 4Z" fill={paper} />
      <path d="M36 16v46M12 24q8-1 16 2M12 34q8-1 16 2M12 44q8-1 16 2" />
      <path d="M44 28l6 6 11-13" stroke={leaf} strokeWidth="4" />
      <path d="M44 44q8-3 16-2" />
    </>
  ),
  'pension-book': (
    <>
      {book(leaf)}
      <circle cx="37" cy="28" r="12" fill={saffron} />
      <path d="M37 21v14M32 24h7q4 3 0 6h-5" />
      <path d="M26 48h22" stroke={paper} />
    </>
  ),
  'school-record': (
    <>
      {book(indigoMid)}
      <path d="M37 16 20 24l17 8 17-8Z" fill={saffron} />
      <path d="M28 28v9q9 6 18 0v-9M54 24v12" stroke={saffron} />
      <path d="M26 49h22" stroke={paper} />
    </>
  ),
  'staff-folder': (
    <>
      <path d="M5 16h22l6 8h34v40H5Z" fill={saffron} />
      <path d="M18 30h36v26H18Z" fill={paper} />
      <circle cx="28" cy="40" r="4.500" fill={skin} />
      <path d="M21 52q7-9 14 0M40 38h9M40 46h9" />
    </>
  ),
  'office-decision': (
    <>
      {sheet}
      {corner}
      <path d="M22 16h14M22 26h28M22 35h28" />
      <circle cx="40" cy="52" r="10" stroke={clay} fill="none" />
      <path
        d="M40 46l1.800 4h4l-3.200 2.600 1.200 4-3.800-2.400-3.800 2.400 1.200-4L34.200 50h4Z"
        fill={clay}
        stroke="none"
      />
    </>
  ),
  gavel: (
    <>
      <path d="M8 60h34v8H8Z" fill={saffron} />
      <path d="M20 26 38 8l14 14-18 18Z" fill={clay} />
      <path d="M17 23l6-2 17 17-2 6M35 5l6 6M58 20l-4 4" strokeWidth="4" />
      <path d="M43 31l24 24" strokeWidth="6" />
    </>
  ),
  'sale-paper': (
    <>
      {sheet}
      {corner}
      <path d="M22 18h14" />
      <rect x="20" y="27" width="32" height="18" rx="2" fill={leaf} />
      <circle cx="36" cy="36" r="5" fill={saffron} />
      <path d="M22 60h10M40 60h10" />
      <path d="M23 56q3-7 7 0M41 56q3-7 7 0" stroke={clay} />
    </>
  ),
  receipt: (
    <>
      <path d="M16 5h40v62l-7-5-6 5-7-5-7 5-6-5-7 5Z" fill={paper} />
      <path d="M24 17h24M24 27h24" />
      <circle cx="36" cy="44" r="9" fill={saffron} />
      <path d="M36 39v10M33 42h5" />
    </>
  ),
  'tax-paper': (
    <>
      <path d="M16 5h40v62l-7-5-6 5-7-5-7 5-6-5-7 5Z" fill={paper} />
      <path d="M24 17h24" />
      <path d="M22 42l8-13 6 8 5-6 9 11Z" fill={leaf} />
      <path d="M24 52h14" stroke={clay} strokeWidth="4" />
    </>
  ),
  'map-extract': (
    <>
      <path d="M5 14l20-7 22 7 20-7v51l-20 7-22-7-20 7Z" fill={paper} />
      <path d="M25 7v51M47 14v51" />
      <path d="M11 34l10-6 8 8 14-10 6 12-10 12-16-4Z" stroke={clay} strokeDasharray="5 4" />
    </>
  ),
  'land-grant': (
    <>
      {sheet}
      {corner}
      <path d="M20 40l8-14 7 9 5-6 12 11Z" fill={leaf} />
      <path d="M22 16h14M22 48h16" />
      <circle cx="45" cy="54" r="8" stroke={clay} fill="none" />
      <path d="M42 54h6" stroke={clay} />
    </>
  ),
  'home-paper': (
    <>
      {sheet}
      {corner}
      <path d="M22 38 36 25l14 13M26 36v15h20V36" fill={saffron} />
      <path d="M22 16h14M22 59h28" />
    </>
  ),
  'kinship-paper': (
    <>
      {sheet}
      {corner}
      <circle cx="27" cy="28" r="5" fill={skin} />
      <circle cx="45" cy="28" r="5" fill={skin} />
      <circle cx="36" cy="48" r="5" fill={skin} />
      <path d="M27 34v5h18v-5M36 39v4M22 60h28" />
    </>
  ),
  'status-paper': (
    <>
      {sheet}
      {corner}
      <circle cx="31" cy="32" r="9" stroke={saffron} strokeWidth="4" />
      <path d="M22 16h14M22 58h16" />
      <path d="M36 46l6 6 11-14" stroke={leaf} strokeWidth="5" />
    </>
  ),
  authorisation: (
    <>
      {sheet}
      {corner}
      <circle cx="25" cy="27" r="5" fill={skin} />
      <circle cx="47" cy="27" r="5" fill={skin} />
      <path d="M19 40q6-9 12 0M41 40q6-9 12 0M33 33h5" />
      <path d="M22 54q3-11 6-5t6 0q4 3 6-1" stroke={clay} />
      <path d="M22 60h28" />
    </>
  ),
  'witness-paper': (
    <>
      {sheet}
      {corner}
      <path d="M20 28q16-15 32 0-16 15-32 0Z" fill={paper} />
      <circle cx="36" cy="28" r="5" fill={clay} stroke={clay} />
      <path d="M22 44h28M22 52h10" />
      <path d="M36 58q4-11 7-5t7 0" stroke={clay} />
    </>
  ),
  'written-promise': (
    <>
      {sheet}
      {corner}
      <path d="M22 16h14M22 26h28M22 35h28" />
      <path d="M21 54q4-11 7-5t6-1" stroke={clay} />
      <path d="M30 62 48 40l7 5-18 21-8 3Z" fill={saffron} />
    </>
  ),
  minutes: (
    <>
      {sheet}
      {corner}
      <circle cx="24" cy="20" r="4" fill={skin} />
      <circle cx="36" cy="20" r="4" fill={skin} />
      <path d="M19 29q5-6 10 0M31 29q5-6 10 0M22 40h28M22 48h28" />
      <path d="M22 59q4-9 7-3t6-1M42 59q3-7 7-1" stroke={clay} />
    </>
  ),
  'any-other-paper': (
    <>
      {sheet}
      {corner}
      <path d="M25 40h.1M36 40h.1M47 40h.1" stroke={clay} strokeWidth="7" />
    </>
  ),
  'paper-with-photo': (
    <>
      {sheet}
      {corner}
      <path d="M21 14h18v22H21Z" fill={skin} />
      <circle cx="30" cy="22" r="4" fill={paper} />
      <path d="M24 34q6-8 12 0M21 46h29M21 55h19" />
    </>
  ),
  'child-at-school': (
    <>
      <path d="M4 34 24 18l20 16v32H4Z" fill={paper} />
      <path d="M24 18V5h13v8H24" fill={clay} />
      <path d="M18 66V52h12v14M12 40h6M30 40h6" />
      <At x={36} y={28} scale={0.56}>
        {boy}
      </At>
    </>
  ),
} as const;
