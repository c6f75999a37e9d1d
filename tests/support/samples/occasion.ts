import type { SealedAttachment } from '../../../src/contract/up/submission.ts';
import type { Answers } from '../../../src/domain/procedure/contract/answers.ts';
import type { Chance } from './chance.ts';

/** One sitting at the table: when it began, where, and what chance brings. */
export interface Occasion {
  readonly chance: Chance;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly commune: { readonly code: string; readonly name: string };
  /** Villages of this commune: neighbours come from the same ones. */
  readonly villages: readonly string[];
  readonly language: string;
  readonly photos: readonly SealedAttachment[];
  readonly signature: SealedAttachment;
  readonly signedAt: string;
}

/** What was answered, in any order; the engine puts it in order and leaves out what is not asked. */
export type Said = Answers;

/** Where somebody lives: mostly here, now and then in another commune of the province. */
export function homeOf({ chance, commune, villages }: Occasion, others: readonly string[]) {
  const code = chance.percent(88) ? commune.code : chance.oneOf(others);
  return { province: '38', commune: code, village: chance.oneOf(villages) };
}
