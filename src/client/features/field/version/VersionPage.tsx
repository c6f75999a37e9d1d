import { useText } from '../../../i18n/useText.ts';
import { useFoundProcedure } from '../../../procedures/useProcedure.ts';
import { Spinner } from '../../../ui/Notices.tsx';
import { CannotOpen } from '../common/CannotOpen.tsx';
import { findReadable } from '../common/find-readable.ts';
import { useSession, useStored } from '../common/services.ts';
import { MoveOffer } from './MoveOffer.tsx';

/** `/interview/:draftId/version/:version`: what would change for this draft, before anything does. */
export function VersionPage({ draftId, version }: { readonly draftId: string; readonly version: number }) {
  const t = useText('versions');
  const { records } = useSession();
  const found = useStored(`draft ${draftId}`, () => findReadable(records.findDraft(draftId)));
  const draft = found?.kind === 'found' ? found.value : undefined;
  const from = useFoundProcedure(draft?.procedure);
  const to = useFoundProcedure(draft && { id: draft.procedure.id, version });
  if (found === undefined) return <Spinner label={t('working')} />;
  if (found.kind !== 'found') return <CannotOpen why={found.kind} />;
  if (from?.kind !== 'found') return <CannotOpen why={from?.kind ?? 'not-here'} />;
  if (to?.kind !== 'found') return <CannotOpen why={to?.kind ?? 'not-here'} />;
  return <MoveOffer draft={found.value} from={from.definition} to={to.definition} />;
}
