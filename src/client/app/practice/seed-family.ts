import { utf8 } from '../../../contract/bytes.ts';
import type { Receipt } from '../../../contract/down/receipt.ts';
import { signReceiptList, verifyReceiptList } from '../../../contract/down/receipt-list.ts';
import { type NamedKeyPair, sha256Base64url } from '../../../contract/keys.ts';
import type { Answers } from '../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../domain/procedure/definition.ts';
import { evaluate } from '../../../domain/procedure/run.ts';
import { describeDraft } from '../../features/field/common/describe-draft.ts';
import type { Session } from '../../features/field/common/services.ts';
import { createDraft } from '../../features/field/common/start-draft.ts';
import { finishDraft } from '../../features/field/interview/finish-draft.ts';
import {
  type FamilyPlace,
  fathersAccount,
  grandchildsBirth,
  grandmothersAccount,
} from '../../features/field/practice/family.ts';
import { scribble } from '../../features/field/practice/scribble.ts';
import { civilDate } from '../../i18n/formats.ts';
import type { Draft } from '../../storage/model.ts';
import type { Storage } from '../../storage/storage.ts';

const DAY = 86_400_000;

export interface SeedPorts {
  readonly storage: Pick<Storage, 'findDevice' | 'outbox'>;
  readonly session: Session;
  /** Signs the receipt that the practice ground shows; made for it and known to nobody. */
  readonly office: NamedKeyPair;
  readonly place: FamilyPlace;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly findCurrent: (procedure: string) => Promise<ProcedureDefinition | undefined>;
}

/**
 * The family as a learner finds it, by the same road as real people: the grandmother's account, which "the office" has; the
 * father's, begun; the grandchild's birth, to be read back and signed.
 */
export async function seedFamily(ports: SeedPorts): Promise<void> {
  const { place, now, findCurrent } = ports;
  const at = new Date(now().getTime() - DAY);
  const [account, birth] = await Promise.all([
    findCurrent('account-registration'),
    findCurrent('birth-registration'),
  ]);
  if (account !== undefined) {
    await finishAccount(ports, account, at);
    await keepDraft(ports, account, fathersAccount(place, at.toISOString()), at);
  }
  if (birth !== undefined) {
    const [year = 0, month = 0, day = 0] = civilDate(new Date(now().getTime() - 12 * DAY))
      .split('-')
      .map(Number);
    const answers = grandchildsBirth(place, at.toISOString(), { year, month, day });
    const readBack = birth.steps.find(({ kind }) => kind === 'read-back')?.id;
    await keepDraft(ports, birth, answers, at, readBack);
  }
}

async function keepDraft(
  { session, newId, now }: SeedPorts,
  definition: ProcedureDefinition,
  answers: Answers,
  at: Date,
  step?: string,
): Promise<Draft> {
  const languages = { reading: 'vi', spoken: 'vi' };
  const empty = createDraft({ definition, languages }, newId(), at);
  const draft: Draft = { ...empty, answers, at: step === undefined ? empty.at : { step } };
  const evaluation = evaluate(definition, answers, { today: civilDate(now()) });
  const outcome = await session.records.saveDraft(draft, describeDraft(draft, definition, evaluation));
  if (outcome.kind !== 'saved') throw new Error(`the practice ground cannot keep a draft: ${outcome.kind}`);
  return { ...draft, updatedAt: outcome.at };
}

async function finishAccount(ports: SeedPorts, definition: ProcedureDefinition, at: Date): Promise<void> {
  const { storage, session, newId } = ports;
  const answers = grandmothersAccount(ports.place, at.toISOString());
  const begun = await keepDraft(ports, definition, answers, at);
  const evaluation = evaluate(definition, answers, { today: civilDate(at) });
  const photo = { document: 'signature', bytes: scribble(), mediaType: 'image/png' } as const;
  const entry = describeDraft(begun, definition, evaluation);
  const added = await session.records.addAttachment(begun, entry, photo);
  const device = await storage.findDevice();
  if (added.kind !== 'added' || device === undefined) throw new Error('no practice ground to finish on');
  const signature = { method: 'signature', attachment: added.attachment.id, at: at.toISOString() } as const;
  const signed: Draft = { ...added.draft, answers: { ...answers, 'signature.person': signature } };
  const outcome = await finishDraft(signed, definition, {
    records: session.records,
    vault: session.vault,
    device,
    now: () => at,
    newId,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    // No text was before anybody: nobody has agreed to anything.
    hashText: () => sha256Base64url(utf8('practice')),
    textVersion: 'practice',
  });
  if (outcome.kind !== 'queued') throw new Error(`the practice family cannot finish: ${outcome.kind}`);
  await receive(ports);
}

/** What waits is received: by a receipt that only this practice ground's own made-up office signs. */
async function receive({ storage: { outbox }, office, now }: SeedPorts): Promise<void> {
  const receivedAt = now().toISOString();
  const receipts: Receipt[] = [];
  for (const { id, digest } of await outbox.listEnvelopes())
    receipts.push({ of: 'envelope', id, digest, receivedAt });
  for (const { id, ciphertextDigest: digest } of await outbox.listAttachments())
    receipts.push({ of: 'attachment', id, digest, receivedAt });
  const verified = await verifyReceiptList(await signReceiptList(receipts, office), [office]);
  if (verified.kind !== 'valid') throw new Error(`a receipt of the practice ground: ${verified.reason}`);
  await outbox.applyReceiptList(verified);
}
