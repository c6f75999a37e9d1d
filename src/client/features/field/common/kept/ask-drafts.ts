import type * as z from 'zod';
import { fromBase64url } from '../../../../../contract/base64url.ts';
import { openRestoredDraft } from '../../../../../contract/draft-backup/open.ts';
import { type DraftProofOf, makeDraftProof } from '../../../../../contract/draft-backup/proof.ts';
import { exportPublicKey, generateKeyPair } from '../../../../../contract/keys.ts';
import { handOverDraft, listKeptDrafts, restoreDrafts } from '../../../../../contract/operations/drafts.ts';
import { CONTRACT_VERSION } from '../../../../../contract/version.ts';
import type { Storage } from '../../../../storage/storage.ts';
import { type Asked, askOffice } from '../../../../sync/ask-office.ts';
import type { HttpPorts } from '../../../../sync/http-ports.ts';
import type { Session } from '../services.ts';
import { unpackDraft, withoutPhotos } from './draft-content.ts';

export interface DraftPorts {
  readonly http: HttpPorts;
  readonly storage: Pick<Storage, 'findDevice' | 'findDeviceKeys' | 'outbox'>;
  readonly session: Session;
}

export type KeptList = z.output<typeof listKeptDrafts.answer>;

/** The office restores this many at once at most. */
const AT_ONCE = 20;

/** What the office keeps for the person who is unlocked. Asks; nothing changes. */
export async function askForKept(ports: DraftPorts): Promise<Asked<KeptList>> {
  const who = await proveWho(ports, { action: 'list', about: [] });
  return await askOffice({ ...ports.http, storage: ports.storage }, listKeptDrafts, who);
}

export interface TakenBack {
  /** Drafts written on this tablet now. */
  readonly taken: number;
  /** Photos and signatures of these that were not kept: they are taken again in the interview. */
  readonly lostPhotos: number;
  /** Were here, or finished here, already. */
  readonly here: number;
  /** A colleague on this tablet has a newer state that the office does not know. */
  readonly withColleague: number;
  /** The office has them no more, or they do not open. */
  readonly missing: number;
}

export type TakeBackOutcome =
  | ({ readonly kind: 'done' } & TakenBack)
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'refused' }
  /** The tablet is full; what was written before stays. */
  | ({ readonly kind: 'no-space' } & TakenBack);

/**
 * Takes drafts back onto this tablet: the office seals them to a key that was made here a moment ago and is nowhere else.
 * Nothing on the tablet is written over. May be repeated.
 */
export async function takeBack(ports: DraftPorts, ids: readonly string[]): Promise<TakeBackOutcome> {
  const sum = { taken: 0, lostPhotos: 0, here: 0, withColleague: 0, missing: 0 };
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const outcome = await takeSome(ports, ids.slice(from, from + AT_ONCE), sum);
    if (outcome !== 'done') return outcome === 'no-space' ? { kind: outcome, ...sum } : { kind: outcome };
  }
  return { kind: 'done', ...sum };
}

type Sum = { -readonly [Name in keyof TakenBack]: number };

async function takeSome(
  ports: DraftPorts,
  ids: readonly string[],
  sum: Sum,
): Promise<'done' | 'no-answer' | 'refused' | 'no-space'> {
  const pair = await generateKeyPair('sealing');
  const restoreKey = await exportPublicKey(pair.publicKey);
  const who = await proveWho(ports, { action: 'restore', about: [restoreKey, ...ids] });
  const asked = await askOffice({ ...ports.http, storage: ports.storage }, restoreDrafts, {
    ...who,
    ids: [...ids],
    restoreKey,
  });
  if (asked.kind !== 'answered') return asked.kind;
  const { records, vault } = ports.session;
  sum.missing += asked.answer.missing.length;
  for (const { id, updatedAt, sealed } of asked.answer.drafts) {
    const bytes = fromBase64url(sealed);
    const of = { id, updatedAt, staffId: vault.staffId };
    const text = bytes && (await openRestoredDraft(bytes, of, pair));
    const content = text === undefined ? undefined : unpackDraft(text);
    if (content?.draft.id !== id) {
      sum.missing += 1;
      continue;
    }
    const here = await findPhotosHere(ports.storage, content.draft.attachments);
    const { draft, lost } = withoutPhotos(content.draft, (photo) => here.has(photo));
    const outcome = await records.takeBackDraft(draft, content.entry);
    switch (outcome.kind) {
      case 'taken':
        sum.taken += 1;
        sum.lostPhotos += lost;
        break;
      case 'here':
      case 'finished':
        sum.here += 1;
        break;
      case 'with-colleague':
        sum.withColleague += 1;
        break;
      case 'no-space':
        return 'no-space';
    }
  }
  return 'done';
}

/** Gives a draft to a colleague. `conflict`: the office does not have its present state; send first. */
export async function giveDraft(
  ports: DraftPorts,
  draft: { readonly id: string; readonly updatedAt: string },
  toStaffId: string,
): Promise<'given' | 'conflict' | 'no-answer' | 'refused'> {
  const { id, updatedAt } = draft;
  const who = await proveWho(ports, { action: 'hand-over', about: [id, updatedAt, toStaffId] });
  const asked = await askOffice({ ...ports.http, storage: ports.storage }, handOverDraft, {
    ...who,
    id,
    updatedAt,
    toStaffId,
  });
  if (asked.kind === 'answered') return 'given';
  if (asked.kind === 'no-answer') return 'no-answer';
  return asked.error === 'conflict' || asked.error === 'not-found' ? 'conflict' : 'refused';
}

async function findPhotosHere(
  storage: DraftPorts['storage'],
  photos: readonly { readonly id: string }[],
): Promise<ReadonlySet<string>> {
  const here = new Set<string>();
  for (const { id } of photos) if ((await storage.outbox.readCiphertext(id)) !== undefined) here.add(id);
  return here;
}

async function proveWho(
  { storage, session: { vault } }: DraftPorts,
  asked: Pick<DraftProofOf, 'action' | 'about'>,
) {
  const device = await storage.findDevice();
  if (device === undefined) throw new Error('a tablet that is not enrolled has no office to ask');
  const { deviceId } = device;
  const { staffId, signingKey } = vault;
  return {
    contractVersion: CONTRACT_VERSION,
    staffId,
    signerKeyId: signingKey.id,
    proof: await makeDraftProof({ ...asked, deviceId, staffId }, signingKey.privateKey),
  };
}
