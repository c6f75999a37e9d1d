import { indigo, paper, skin } from './ink.ts';

const MOST = 12;
const numbers = Array.from({ length: MOST }, (_, index) => index + 1);

function Figure({ number, x, y, size }: { number: number; x: number; y: number; size: number }) {
  return (
    <text
      x={x}
      y={y}
      textAnchor="middle"
      fontSize={size}
      fontWeight="700"
      fontFamily="var(--font)"
      fill={indigo}
      stroke="none"
    >
      {number}
    </text>
  );
}

/** `number-1` … and `person-1` …: where several of the same kind stand in one list, people count them. */
export const tiles = Object.fromEntries(
  numbers.flatMap((number) => [
    [
      `number-${number}`,
      <g key={number}>
        <rect x="8" y="8" width="56" height="56" rx="12" fill={paper} />
        <Figure number={number} x={36} y={number > 9 ? 47 : 50} size={number > 9 ? 32 : 40} />
      </g>,
    ],
    [
      `person-${number}`,
      <g key={number}>
        <rect x="5" y="13" width="62" height="46" rx="6" fill={paper} />
        <circle cx="22" cy="30" r="7" fill={skin} />
        <path d="M9 51q13-18 26 0" />
        <Figure number={number} x={50} y={number > 9 ? 44 : 47} size={number > 9 ? 20 : 30} />
      </g>,
    ],
  ]),
);
