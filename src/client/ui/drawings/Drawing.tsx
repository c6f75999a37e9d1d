import { errands } from './errands.tsx';
import { events } from './events.tsx';
import { papers } from './papers.tsx';
import { families } from './people.tsx';
import { things } from './things.tsx';

const drawings = { ...errands, ...events, ...families, ...papers, ...things } as const;
export type DrawingName = keyof typeof drawings;

/** Names of all drawings, for checks that a declaration names only what exists. */
export const drawingNames: readonly string[] = Object.keys(drawings);

interface DrawingProps {
  readonly name: string;
  /** Side in CSS pixels. */
  readonly size?: number;
}

/** One of our own line drawings. The words stand beside it, so it is silent; an unknown name gives the question mark. */
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
      {isDrawingName(name) ? drawings[name] : drawings['question-mark']}
    </svg>
  );
}

function isDrawingName(name: string): name is DrawingName {
  return Object.hasOwn(drawings, name);
}
