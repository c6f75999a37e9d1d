import { lazy, Suspense } from 'react';

const DrawnLines = lazy(() => import('./DrawnLines.tsx').then((chunk) => ({ default: chunk.DrawnLines })));

interface DrawingProps {
  readonly name: string;
  /** Side in CSS pixels. */
  readonly size?: number;
}

/**
 * One of our own line drawings, by its name in `all-drawings.tsx`. The words stand beside it, so it is silent; an unknown
 * name gives the question mark. The lines come in a chunk of their own; the room for them is there from the start.
 */
export function Drawing({ name, size = 72 }: DrawingProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 72 72"
      fill="none"
      stroke="var(--indigo)"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      data-drawing={name}
    >
      <Suspense>
        <DrawnLines name={name} />
      </Suspense>
    </svg>
  );
}
