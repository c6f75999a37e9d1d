import { evaluate } from '../../../../domain/procedure/run.ts';
import { civilDate } from '../../../i18n/formats.ts';
import { type MoveBetween, moveDraft } from '../../../procedures/move-draft.ts';
import type { Draft } from '../../../storage/model.ts';
import type { Records } from '../../../storage/storage.ts';
import { describeDraft } from '../common/describe-draft.ts';

/**
 * Moves a draft to the other version in one transaction. Where another window saved it meanwhile, what that one saved is
 * moved. `gone`: it was finished or discarded there. `no-space`: nothing was written.
 */
export async function saveMoved(
  draft: Draft,
  between: MoveBetween,
  records: Pick<Records, 'saveDraft'>,
  now: Date,
): Promise<{ readonly kind: 'moved' | 'gone' | 'no-space' }> {
  const { from, to } = between;
  for (let latest: Draft | undefined = draft; latest?.procedure.version === from.version; ) {
    const moved = moveDraft(latest, between);
    const evaluation = evaluate(to, moved.answers, { today: civilDate(now) });
    const outcome = await records.saveDraft(moved, describeDraft(moved, to, evaluation));
    if (outcome.kind === 'saved') return { kind: 'moved' };
    if (outcome.kind === 'no-space') return outcome;
    latest = outcome.current;
    if (latest === undefined) return { kind: 'gone' };
  }
  // The other window moved it itself.
  return { kind: 'moved' };
}
