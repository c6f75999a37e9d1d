import { type ReactNode, useEffect, useRef } from 'react';
import type { Problem } from './call.ts';

/** Why something in a long dialog did not go through, brought into view each time: it stands below the fields. */
export function Failed({
  problem,
  children,
}: {
  /** Another one for each try. */
  readonly problem: Problem;
  readonly children: ReactNode;
}) {
  const said = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words again, after another try, are news
  useEffect(() => {
    // Browsers differ in whether this returns something, which must not become the effect's own end.
    said.current?.scrollIntoView({ block: 'center' });
  }, [problem]);
  return <div ref={said}>{children}</div>;
}
