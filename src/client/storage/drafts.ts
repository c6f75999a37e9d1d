import type { OpenVault } from '../vault/model.ts';
import type { Draft } from './model.ts';
import { DraftSchema, openRecord, sealRecord } from './record-schemas.ts';
import type { Rows, Transaction } from './tables.ts';

/** The row of a draft, sealed. */
export async function sealDraft(vault: OpenVault, draft: Draft): Promise<Rows['drafts']> {
  const { id, updatedAt } = draft;
  return { id, staffId: vault.staffId, updatedAt, sealed: await sealRecord(vault, draft, contextOf(id)) };
}

/** The draft of a row. Throws `UnreadableRecord`. */
export async function openDraft(vault: OpenVault, row: Rows['drafts']): Promise<Draft> {
  return await openRecord(vault, row.sealed, contextOf(row.id), DraftSchema);
}

/**
 * What a draft is when a photo reaches it and another tab has saved it meanwhile: the stored photos with the new one, and
 * every answer of both; where both answered the same question, the one of this tab. Not for a draft that was moved.
 */
export function mergeDrafts(mine: Draft, stored: Draft): Draft {
  return { ...mine, answers: { ...stored.answers, ...mine.answers }, attachments: stored.attachments };
}

/**
 * Whether another tab moved the draft to another version of its procedure: what this tab asks is then not what is asked any
 * more, and nothing of it may be merged in.
 */
export function isMoved(mine: Draft, stored: Draft): boolean {
  return mine.procedure.version !== stored.procedure.version;
}

/** A draft and its photos. */
export async function deleteDraft(transaction: Transaction, id: string): Promise<void> {
  await transaction.delete('drafts', id);
  for (const row of await transaction.where('ciphertexts', 'submissionId', id))
    await transaction.delete('ciphertexts', row.id);
}

function contextOf(id: string): string {
  return `draft/${id}`;
}
