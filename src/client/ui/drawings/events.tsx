import { clay, indigoMid, leaf, paper, saffron, skin, stone } from './ink.ts';

const sheet = <path d="M14 6h30l12 12v48H14Z" fill={paper} />;

/** What happens in a life, and what people then look for. */
export const events = {
  pencil: (
    <>
      {sheet}
      <path d="M23 24h22M23 34h13" />
      <path d="M23 45h20" stroke={clay} strokeWidth="3.500" />
      <path d="M41 53 61 31l7 6-20 22-9 3Z" fill={saffron} />
      <path d="M56 37l7 6" />
    </>
  ),
  stamp: (
    <>
      <path d="M14 34h34v33H14Z" fill={paper} />
      <path d="M21 44h12M21 52h8" />
      <circle cx="40" cy="55" r="8" stroke={clay} fill="none" />
      <path d="M37 55h6" stroke={clay} />
      <path d="M40 5a9 9 0 0 1 6 16c-2 3-2 6-2 9h12v8H24v-8h12c0-3 0-6-2-9a9 9 0 0 1 6-16Z" fill={saffron} />
    </>
  ),
  'rice-bowl': (
    <>
      <path d="M18 32c2-10 8-14 18-14s16 4 18 14Z" fill={paper} />
      <path d="M27 25h.1M35 22h.1M43 26h.1M33 29h.1" strokeWidth="4" stroke={stone} />
      <path d="M8 32h56c0 16-10 26-20 28v6H28v-6C18 58 8 48 8 32Z" fill={indigoMid} />
      <path d="M16 44c6 5 12 5 20 0s14-5 20 0" stroke={saffron} />
      <path d="M46 8 38 24M56 8 43 26" stroke={clay} strokeWidth="3.500" />
    </>
  ),
  field: (
    <>
      <path d="M6 30 24 12l12 12 8-8 22 18" fill={leaf} />
      <path d="M6 34h60v32H6Z" fill={skin} />
      <path d="M6 44c14-6 26 6 60-2M6 56c18-6 30 6 60-2" />
      <path d="M28 34v32M50 34v32" strokeDasharray="4 4" stroke={clay} />
    </>
  ),
} as const;
