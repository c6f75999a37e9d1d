import { clay, indigoMid, leaf, paper, saffron, skin, stone } from './ink.ts';

const sheet = <path d="M14 5h32l12 12v50H14Z" fill={paper} />;
const corner = <path d="M46 5v12h12" />;

/** What is the matter with a paper, and what becomes of it. */
export const paperStates = {
  'torn-paper': (
    <>
      <path d="M10 8h22l-4 10 7 9-6 10 6 11-4 18H10Z" fill={paper} />
      <path d="M42 8h9l11 11v47H40l4-18-6-11 6-10-7-9Z" fill={paper} />
      <path d="M17 24h9M17 36h8M17 48h9M50 32h6M50 43h6" />
      <path d="M34 3l2 5M41 2l-2 6" stroke={clay} />
    </>
  ),
  'erased-paper': (
    <>
      {sheet}
      {corner}
      <path d="M22 18h16M22 56h26" />
      <path d="M22 30h8M22 40h6" stroke={stone} strokeWidth="4" />
      <path d="M31 40 46 25l14 10-15 15-9 1Z" fill={clay} />
      <path d="M38 33l13 10" />
    </>
  ),
  'secret-paper': (
    <>
      {sheet}
      {corner}
      <path d="M28 38v-6q0-8 8-8t8 8v6" />
      <rect x="23" y="37" width="26" height="19" rx="3" fill={clay} />
      <path d="M36 44v5" stroke={paper} strokeWidth="4" />
    </>
  ),
  'no-paper': (
    <>
      <g strokeDasharray="5 5" opacity=".6">
        {sheet}
        {corner}
      </g>
      <path d="M25 29l22 22M47 29 25 51" stroke={clay} strokeWidth="6" />
    </>
  ),
  'paper-at-home': (
    <>
      <path d="M4 36 36 6l32 30M12 30v37h48V30" fill={saffron} />
      <path d="M25 30h14l8 8v22H25Z" fill={paper} />
      <path d="M39 30v8h8M30 45h12M30 53h8" />
    </>
  ),
  'blank-left-empty': (
    <>
      {sheet}
      {corner}
      <path d="M22 16h14M22 25h28M22 60h28" />
      <path d="M21 34h30v17H21Z" stroke={clay} strokeDasharray="5 5" />
    </>
  ),
  'paper-missing-words': (
    <>
      {sheet}
      {corner}
      <path d="M22 18h14M22 28h28M22 52h12" />
      <path d="M22 40h10M44 40h6" />
      <path d="M50 44v20M40 54h20" stroke={leaf} strokeWidth="5" />
    </>
  ),
  'paper-changed': (
    <>
      <path d="M5 14h22l7 7v34H5Z" fill={stone} />
      <path d="M38 20h22l7 7v38H38Z" fill={paper} />
      <path d="M12 28h12M12 37h12M45 38h14M45 47h14M45 56h8" />
      <path d="M36 8q14-6 20 6M57 6v9h-9" stroke={clay} strokeWidth="3.400" />
    </>
  ),
  'not-signed': (
    <>
      {sheet}
      {corner}
      <path d="M22 18h14M22 28h28M22 37h28" />
      <path d="M22 58h28" stroke={clay} strokeDasharray="4 5" strokeWidth="3.400" />
    </>
  ),
  'signed-paper': (
    <>
      {sheet}
      {corner}
      <path d="M22 18h14M22 28h28M22 37h28M22 60h28" />
      <path d="M23 56q5-16 8-8t-2 8q6 1 8-5 2 5 6 2t5 1" stroke={clay} strokeWidth="3.400" />
    </>
  ),
  'off-the-list': (
    <>
      {sheet}
      <path d="M21 18h20M21 29h20M21 51h20" />
      <path d="M28 40h36M55 31l10 9-10 9" stroke={leaf} strokeWidth="5" />
    </>
  ),
  'some-papers': (
    <>
      <g strokeDasharray="4 5" opacity=".6">
        <path d="M36 6h20l9 9v32H36Z" />
      </g>
      <path d="M8 20h28l12 12v36H8Z" fill={paper} />
      <path d="M36 20v12h12M16 42h24M16 52h24" />
    </>
  ),
  again: (
    <>
      <path d="M60 30a25 25 0 1 0 2 14" strokeWidth="5" />
      <path d="M63 14v17H46" stroke={clay} strokeWidth="5" />
      <path d="M26 30h14l6 6v18H26Z" fill={paper} />
      <path d="M31 42h10" />
    </>
  ),
  'e-mail': (
    <>
      <rect x="4" y="14" width="64" height="44" rx="4" fill={paper} />
      <path d="M5 16l31 24 31-24" />
      <circle cx="52" cy="52" r="15" fill={saffron} />
      <circle cx="52" cy="52" r="4.500" />
      <path d="M56.500 48v5q4 3 5-2 0-9-9.500-9.500-9.500 1-9.500 10.500 1 9 10 9.500" strokeWidth="2" />
    </>
  ),
  reading: (
    <>
      <path d="M36 26Q22 18 5 22v40q17-3 31 5 14-8 31-5V22q-17-4-31 4Z" fill={paper} />
      <path d="M36 26v41M12 34q8-1 16 2M12 44q8-1 16 2M44 36q8-3 16-2M44 46q8-3 16-2" />
      <path d="M22 11l6 6L42 3" stroke={leaf} strokeWidth="4.500" />
    </>
  ),
  'reading-a-little': (
    <>
      <path d="M36 26Q22 18 5 22v40q17-3 31 5 14-8 31-5V22q-17-4-31 4Z" fill={paper} />
      <path d="M36 26v41M12 34q8-1 16 2" />
      <path d="M12 46q8-1 16 2M44 37q8-3 16-2M44 48q8-3 16-2" stroke={stone} strokeDasharray="3 5" />
      <path d="M22 11h12" stroke={saffron} strokeWidth="5" />
    </>
  ),
  listening: (
    <>
      <path d="M5 42q14-3 27 4v22q-13-8-27-5Z" fill={stone} />
      <path d="M4 38l30 32" stroke={clay} strokeWidth="4" />
      <g transform="translate(22 -2) scale(.74)">
        <path
          d="M22 34c-4-16 4-28 17-28s20 10 18 22c-2 10-12 13-13 22-1 11-8 16-15 14-6-2-8-7-8-12"
          fill={skin}
        />
        <path d="M30 32c-2-10 3-16 9-16s10 5 9 11c-1 7-9 8-9 15" stroke={clay} />
      </g>
      <path d="M22 12q-5 8 0 16M13 8q-8 12 0 24" />
    </>
  ),
  'something-else': (
    <>
      <rect x="6" y="16" width="60" height="40" rx="20" fill={paper} />
      <path d="M21 36h.1M36 36h.1M51 36h.1" stroke={indigoMid} strokeWidth="9" />
    </>
  ),
} as const;
