import type { PaperForm } from '../../contract/operations/papers.ts';
import type { DossierEventKind } from '../../domain/dossier/actions.ts';

/** Which form tells of which event. */
const TELLS_OF: Readonly<Partial<Record<DossierEventKind, PaperForm>>> = {
  accepted: 'receipt',
  'supplement-requested': 'supplement',
  refused: 'refusal',
  extended: 'apology',
  stopped: 'stop',
  withdrawn: 'stop',
};

interface OnRecord {
  readonly id: string;
  readonly action: DossierEventKind;
  readonly at: Date;
}

export interface Tellable {
  readonly form: PaperForm;
  /** The action that the paper tells of. */
  readonly about: string;
  readonly at: Date;
}

/**
 * Every paper that the record calls for, in the order of what they tell of: one for each such event, and a control slip that
 * runs to the last one. Asked again, each is the same paper.
 */
export function papersToTell(actions: readonly OnRecord[]): readonly Tellable[] {
  const told = actions.flatMap(({ id, action, at }) => {
    const form = TELLS_OF[action];
    return form === undefined ? [] : [{ form, about: id, at }];
  });
  const last = actions.at(-1);
  return last === undefined ? told : [...told, { form: 'control', about: last.id, at: last.at }];
}

/**
 * Whether an apology is due: an extension whose paper nobody issued, or a date that passed while the clock ran and was not
 * extended. `stoodAt` is where the clock stands now; null where the work has ended.
 */
export function owesApology(of: {
  readonly dueAt: Date | null;
  readonly stoodAt: Date | null;
  /** Actions that extended. */
  readonly extensions: readonly string[];
  /** Actions that an apology was issued about. */
  readonly apologies: readonly string[];
}): boolean {
  if (of.extensions.some((id) => !of.apologies.includes(id))) return true;
  return of.dueAt !== null && of.stoodAt !== null && of.stoodAt > of.dueAt;
}
