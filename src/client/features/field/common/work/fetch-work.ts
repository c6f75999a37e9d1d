import { fromBase64url } from '../../../../../contract/base64url.ts';
import { makeDraftProof } from '../../../../../contract/draft-backup/proof.ts';
import { openWork } from '../../../../../contract/field-work/sealed-work.ts';
import { exportPublicKey, generateKeyPair } from '../../../../../contract/keys.ts';
import { fetchWork } from '../../../../../contract/operations/field-work.ts';
import { CONTRACT_VERSION } from '../../../../../contract/version.ts';
import type { Storage } from '../../../../storage/storage.ts';
import { askOffice } from '../../../../sync/ask-office.ts';
import type { HttpPorts } from '../../../../sync/http-ports.ts';
import type { OpenVault } from '../../../../vault/model.ts';

export interface WorkPorts {
  readonly http: HttpPorts;
  readonly storage: Pick<Storage, 'findDevice' | 'findDeviceKeys' | 'outbox' | 'fieldWork'>;
  readonly vault: OpenVault;
  readonly now: () => Date;
}

/** Milliseconds: without any hint in the feed, the office is asked this seldom. */
const SELDOM = 6 * 60 * 60 * 1000;

/**
 * Asks the office for this person's work and keeps it, where the feed has said that there is other work, or nobody has asked for
 * long. Whatever does not come is asked for after the next round.
 */
export async function fetchWorkIfDue(ports: WorkPorts): Promise<void> {
  const { storage, vault, now } = ports;
  const store = await storage.fieldWork();
  const kept = await store.find(vault);
  const hint = (await storage.outbox.listOfficeNews()).find(
    (news) => news.kind === 'work' && news.staffId === vault.staffId,
  );
  const cursor = hint?.cursor ?? 0;
  const isDue =
    kept === undefined || cursor > kept.cursor || now().getTime() - Date.parse(kept.askedAt) >= SELDOM;
  const device = isDue ? await storage.findDevice() : undefined;
  if (device === undefined) return;
  const { staffId, signingKey } = vault;
  const pair = await generateKeyPair('sealing');
  const workKey = await exportPublicKey(pair.publicKey);
  const of = { action: 'work', deviceId: device.deviceId, staffId, about: [workKey] } as const;
  const asked = await askOffice({ ...ports.http, storage }, fetchWork, {
    contractVersion: CONTRACT_VERSION,
    staffId,
    signerKeyId: signingKey.id,
    proof: await makeDraftProof(of, signingKey.privateKey),
    workKey,
    known: kept?.state ?? null,
  });
  if (asked.kind !== 'answered') return;
  const { state, sealed } = asked.answer;
  const bytes = sealed === null ? undefined : fromBase64url(sealed);
  const work = bytes === undefined ? kept?.work : await openWork(bytes, { staffId, key: pair });
  if (work !== undefined) await store.put(vault, { state, askedAt: now().toISOString(), cursor, work });
}
