import { clay, indigo, indigoMid, leaf, paper, saffron } from './ink.ts';

/*
 * Fifty-four bands of geometry, for lists whose members no drawing of ours may stand for: peoples and their languages. A
 * band says nothing about whoever it stands beside. No pattern is taken from anybody's cloth, and none is chosen by us for
 * a people: it follows from the number in the official list alone. It only helps to find the same row again; the word
 * beside it, and the voice, say what it is.
 */

const MIDDLES = [
  'M36 24 48 36 36 48 24 36Z',
  'M24 24 36 34 48 24 48 48 36 38 24 48Z',
  'M32 24h8v8h8v8h-8v8h-8v-8h-8v-8h8Z',
  'M24 26h24L36 46Z',
  'M25 25h22v22H25ZM31 31v10h10V31Z',
  'M24 36q12-16 24 0-12 16-24 0Z',
] as const;
const SIDES = [
  'M6 26l12 10-12 10ZM66 26 54 36l12 10Z',
  'M9 26v20M15 26v20M57 26v20M63 26v20',
  'M11 29h.1M11 43h.1M17 36h.1M61 29h.1M61 43h.1M55 36h.1',
] as const;
const INKS = [
  { ground: indigo, thread: saffron, edge: clay },
  { ground: clay, thread: paper, edge: indigoMid },
  { ground: leaf, thread: saffron, edge: indigo },
] as const;

const MOST = MIDDLES.length * SIDES.length * INKS.length;

/** The band of a number from 1 to 54: no two are alike, and neighbours differ in the middle. */
function Band({ number }: { readonly number: number }) {
  const at = number - 1;
  const middle = MIDDLES[at % MIDDLES.length];
  const side = Math.floor(at / MIDDLES.length) % SIDES.length;
  const ink = INKS[Math.floor(at / (MIDDLES.length * SIDES.length)) % INKS.length] ?? INKS[0];
  return (
    <>
      <path d="M2 16h68v40H2Z" fill={ink.ground} />
      <path d="M2 21h68M2 51h68" stroke={ink.thread} strokeDasharray="5 4" />
      <path
        d={SIDES[side]}
        stroke={ink.thread}
        strokeWidth={side === 2 ? 5 : 3}
        fill={side === 0 ? ink.edge : 'none'}
      />
      <path d={middle} stroke={ink.thread} fill={ink.edge} fillRule="evenodd" />
    </>
  );
}

const numbers = Array.from({ length: MOST }, (_, index) => index + 1);

/** `bands` for the question itself; `band-1` to `band-54`, and the same in a speech bubble, `tongue-1` to `tongue-54`: what the people of that number speak. */
export const woven = Object.fromEntries([
  [
    'bands',
    <g key="bands">
      {[1, 20, 39].map((number, row) => (
        <g key={number} transform={`translate(7 ${row * 22 - 5}) scale(.8 .5)`}>
          <Band number={number} />
        </g>
      ))}
    </g>,
  ],
  ...numbers.flatMap((number) => [
    [`band-${number}`, <Band key={number} number={number} />],
    [
      `tongue-${number}`,
      <g key={number}>
        <path d="M4 5h64v44H30L16 66V49H4Z" fill={paper} />
        <g transform="translate(10 1) scale(.72)">
          <Band number={number} />
        </g>
      </g>,
    ],
  ]),
]);
