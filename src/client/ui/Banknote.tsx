interface BanknoteProps {
  /** The figure on it, grouped: `20.000`. */
  readonly figure: string;
  /** A second one lies behind it. */
  readonly many: boolean;
}

/** A note by its figure and shape alone, no likeness of a real one; the words stand beside it, so it is silent. */
export function Banknote({ figure, many }: BanknoteProps) {
  return (
    <svg
      width="118"
      height="62"
      viewBox="0 0 118 62"
      fill="none"
      stroke="var(--indigo)"
      strokeWidth="2.6"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {many && <rect x="8" y="3" width="106" height="50" rx="4" fill="var(--leaf-bright)" />}
      <rect x="3" y={many ? 9 : 5} width="106" height="50" rx="4" fill="var(--leaf-wash)" />
      <g transform={`translate(0 ${many ? 4 : 0})`}>
        <path d="M11 13h10M91 13h10M11 47h10M91 47h10" stroke="var(--leaf-bright)" />
        <text
          x="56"
          y="39"
          textAnchor="middle"
          fontSize={figure.length > 6 ? 22 : 25}
          fontWeight="700"
          fontFamily="var(--font)"
          fill="var(--ink)"
          stroke="none"
        >
          {figure}
        </text>
      </g>
    </svg>
  );
}
