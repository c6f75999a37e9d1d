import * as z from 'zod';
import { DossierAct } from '../../contract/operations/dossier-actions.ts';
import type { DossierActionRow } from '../storage/rows.ts';
import type { HandOver } from './facts/control.ts';

/* What the record keeps with an action (`dossier_actions.detail`), as papers read it. */

const Detail = z.looseObject({
  // An act that a later version no longer knows says nothing here, and must not keep a paper from being written.
  act: DossierAct.optional().catch(undefined),
  dueAt: z.string().nullish(),
  dueAtBefore: z.string().nullish(),
  isDueDoubted: z.boolean().exactOptional(),
  from: z.string().nullish(),
  to: z.string().nullish(),
  isTakenBack: z.boolean().exactOptional(),
});

/** The act as it was sent, and what it led to; an action from a tablet has no act. */
export function readDetail(action: DossierActionRow): z.infer<typeof Detail> {
  return Detail.parse(action.detail);
}

function noteOf(act: DossierAct | undefined): string {
  if (act === undefined) return '';
  if ('note' in act) return act.note;
  return 'reason' in act ? act.reason : '';
}

/** Every hand-over on record: by the citizen at acceptance, to departments and back, and to the counter when work ends, with a result or without. */
export function handOversOf(actions: readonly DossierActionRow[], applicant: string): readonly HandOver[] {
  const handOvers: HandOver[] = [];
  let holder: HandOver['from'] = { kind: 'one-stop' };
  for (const action of actions) {
    const { act, to, isTakenBack = false } = readDetail(action);
    const next = {
      at: action.at,
      giver: action.staffName,
      taker: null,
      note: noteOf(act),
    };
    switch (action.action) {
      case 'accepted':
        handOvers.push({
          ...next,
          giver: applicant,
          taker: action.staffName,
          from: { kind: 'citizen' },
          to: { kind: 'one-stop' },
          endsWork: false,
        });
        break;
      case 'forwarded':
      case 'handed-back':
      case 'supplement-proposed': {
        const taker: HandOver['from'] = to == null ? { kind: 'one-stop' } : { kind: 'department', name: to };
        // Whoever takes a dossier back from a department receives it; who gives it there is not on record.
        const people = isTakenBack ? { giver: null, taker: action.staffName } : {};
        handOvers.push({ ...next, ...people, from: holder, to: taker, endsWork: false });
        holder = taker;
        break;
      }
      case 'finished':
        handOvers.push({ ...next, from: holder, to: { kind: 'one-stop' }, endsWork: true });
        holder = { kind: 'one-stop' };
        break;
      case 'stopped':
      case 'withdrawn':
        // It leaves the department without a result, whoever ended it: there is nothing to be in time, and a pen says who.
        if (holder.kind === 'department')
          handOvers.push({ ...next, giver: null, from: holder, to: { kind: 'one-stop' }, endsWork: false });
        holder = { kind: 'one-stop' };
        break;
      case 'returned':
        handOvers.push({
          ...next,
          taker: act?.kind === 'return-result' ? act.takenBy : null,
          from: { kind: 'one-stop' },
          to: { kind: 'citizen' },
          endsWork: false,
        });
        break;
    }
  }
  return handOvers;
}
