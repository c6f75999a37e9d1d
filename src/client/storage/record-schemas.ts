import * as z from 'zod';
import { fromUtf8, utf8 } from '../../contract/bytes.ts';
import { SealedAttachment, Submission } from '../../contract/up/submission.ts';
import { Answers } from '../../domain/procedure/contract/answers.ts';
import type { OpenVault } from '../vault/model.ts';
import type { Draft, ListEntry, Summary } from './model.ts';

const Kind = z.enum(['account', 'dossier']);

const AtKiosk = z.object({ value: z.int(), how: z.enum(['handed-over', 'left']), at: z.string() });

const SupplementingSchema = z.object({
  dossierId: z.string(),
  requestId: z.string(),
  reason: z.string(),
  items: z.array(z.object({ what: z.enum(['question', 'document']), id: z.string(), note: z.string() })),
  provisionalReference: z.string(),
  finishedAt: z.string(),
  filed: Answers,
});

export const DraftSchema: z.ZodType<Draft> = z.object({
  id: z.string(),
  kind: Kind,
  procedure: z.object({ id: z.string(), version: z.int() }),
  answers: Answers,
  attachments: z.array(SealedAttachment.extend({ ciphertextSize: z.int(), addedAt: z.string() })),
  at: z.object({ step: z.string(), question: z.string().exactOptional() }),
  accountId: z.string().exactOptional(),
  replaces: z.array(z.string()).exactOptional(),
  others: z.array(z.string()).exactOptional(),
  kiosk: AtKiosk.exactOptional(),
  supplements: SupplementingSchema.exactOptional(),
  left: z.array(z.object({ version: z.int(), aside: Answers })).exactOptional(),
  languages: z.object({ reading: z.string(), spoken: z.string() }),
  createdAt: z.string(),
  updatedAt: z.string(),
});

export const SummarySchema: z.ZodType<Summary> = z.object({
  submission: Submission,
  activationCode: z.string().exactOptional(),
  title: z.string(),
  supplements: SupplementingSchema.exactOptional(),
});

export const IndexPageSchema: z.ZodType<readonly ListEntry[]> = z.array(
  z.object({
    id: z.string(),
    state: z.enum(['draft', 'finished']),
    kind: Kind,
    procedureId: z.string(),
    procedureVersion: z.int().exactOptional(),
    title: z.string(),
    village: z.string(),
    progress: z.number(),
    updatedAt: z.string(),
    provisionalReference: z.string().exactOptional(),
    replaces: z.string().exactOptional(),
    kiosk: AtKiosk.exactOptional(),
    supplements: SupplementingSchema.pick({ dossierId: true, requestId: true }).exactOptional(),
    person: z
      .object({
        name: z.string().exactOptional(),
        nationalId: z.string().exactOptional(),
        birthYear: z.int().exactOptional(),
        commune: z.string().exactOptional(),
      })
      .exactOptional(),
  }),
);

/**
 * A record that is there and does not open or parse. It is never deleted, skipped or written over: the screen says so, and
 * the row waits for whoever can mend it.
 */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord';
}

/** Seals one record for the disk. */
export async function sealRecord(
  vault: OpenVault,
  record: unknown,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return await vault.seal(utf8(JSON.stringify(record)), context);
}

/** Opens and parses one record from the disk. Throws `UnreadableRecord`. */
export async function openRecord<T>(
  vault: OpenVault,
  sealed: Uint8Array<ArrayBuffer>,
  context: string,
  schema: z.ZodType<T>,
): Promise<T> {
  const plaintext = await vault.open(sealed, context);
  const text = plaintext && fromUtf8(plaintext);
  if (text === undefined) throw new UnreadableRecord(context);
  const record = schema.safeParse(JSON.parse(text));
  if (!record.success) throw new UnreadableRecord(context);
  return record.data;
}
