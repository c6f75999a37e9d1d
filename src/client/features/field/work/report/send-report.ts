import { sealReport } from '../../../../../contract/envelope/seal-report.ts';
import { importPublicKey } from '../../../../../contract/keys.ts';
import type { Report } from '../../../../../contract/up/report.ts';
import { CONTRACT_VERSION } from '../../../../../contract/version.ts';
import type { ReportSubject, UnsentReport } from '../../../../storage/field-work.ts';
import type { Storage } from '../../../../storage/storage.ts';
import type { OpenVault } from '../../../../vault/model.ts';

export interface SendPorts {
  readonly storage: Pick<Storage, 'fieldWork' | 'findDevice'>;
  readonly vault: OpenVault;
  readonly now: () => Date;
}

/**
 * Seals what was written to the office, signed by its author, and queues it; from then on it goes out with the app locked, too.
 * What was being written goes in the same transaction. A visit without an outcome is a bug.
 */
export async function sendReport(
  unsent: UnsentReport,
  of: ReportSubject,
  { storage, vault, now }: SendPorts,
): Promise<'queued' | 'no-space'> {
  const device = await storage.findDevice();
  if (device === undefined) throw new Error('a report on a tablet that is not enrolled');
  const recipient = await importPublicKey(device.sealingKey.publicKey, 'sealing');
  if (recipient === undefined) throw new Error("the office's sealing key on this tablet is damaged");
  const common = {
    id: unsent.id,
    attachments: unsent.files.map(({ ciphertextSize: _size, ...named }) => named),
    assistedBy: { staffId: vault.staffId, deviceId: device.deviceId, commune: device.commune.code },
    at: now().toISOString(),
  };
  const report = reportOf(unsent, of, common);
  const sealed = await sealReport({
    report,
    recipient,
    signer: vault.signingKey,
    contractVersion: CONTRACT_VERSION,
    communeName: device.commune.name,
  });
  const store = await storage.fieldWork();
  const { kind } = await store.report(vault, report, sealed, []);
  return kind === 'no-space' ? kind : 'queued';
}

function reportOf(
  { text, outcome }: UnsentReport,
  of: ReportSubject,
  common: Pick<Report, 'id' | 'attachments' | 'assistedBy' | 'at'>,
): Report {
  if (of.kind === 'problem') return { kind: 'problem', ...common, about: of.about, text: text.trim() };
  if (outcome === null) throw new Error('a visit is reported without saying what became of it');
  return { kind: 'visit', ...common, taskId: of.taskId, outcome, note: text.trim() };
}
