import { Report } from '../up/report.ts';
import type { SealedEnvelope } from './envelope.ts';
import { type SealingPorts, sealMessage } from './seal.ts';

/** Seals a report as `sealEnvelope` seals a submission: once, to the server's key, signed with the staff member's key. */
export async function sealReport(input: SealingPorts & { readonly report: Report }): Promise<SealedEnvelope> {
  return await sealMessage(Report.parse(input.report), 'report', input);
}
