import { ProblemPage } from './problem/ProblemPage.tsx';
import { ReportProblemPage } from './problem/ReportProblemPage.tsx';
import { SupplementPage } from './SupplementPage.tsx';
import { VisitPage } from './visit/VisitPage.tsx';
import { WorkPage } from './WorkPage.tsx';

/** `/work` is the list; below it one address for each kind of work. An address that names none leads to the list. */
export function WorkRooms({
  kind,
  id,
}: {
  readonly kind: string | undefined;
  readonly id: string | undefined;
}) {
  if (kind === 'supplement' && id !== undefined) return <SupplementPage key={id} id={id} />;
  if (kind === 'visit' && id !== undefined) return <VisitPage key={id} id={id} />;
  if (kind === 'problem' && id !== undefined) return <ProblemPage key={id} id={id} />;
  if (kind === 'report') return <ReportProblemPage key={id} about={id} />;
  return <WorkPage />;
}
