import { drawings } from './all-drawings.tsx';

/** The lines of one drawing, for the inside of its `svg`. */
export function DrawnLines({ name }: { readonly name: string }) {
  return Object.hasOwn(drawings, name) ? drawings[name] : drawings['question-mark'];
}
