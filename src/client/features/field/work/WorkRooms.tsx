import { SupplementPage } from './SupplementPage.tsx';
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
  return <WorkPage />;
}
