import { COURIER_MEDIA_TYPE } from '../../../../contract/courier/courier-part.ts';
import { missingParts } from '../../../../contract/courier/courier-set.ts';
import { fileNameOf, planReceipts, writePart } from '../../../../contract/courier/planned-set.ts';
import { ErrorBody } from '../../../../contract/errors.ts';
import { BroughtPart, bringCourierPath } from '../../../../contract/operations/courier.ts';
import type { Problem } from '../common/call.ts';

/** One file, and what the server said of it. */
export interface FileOutcome {
  readonly name: string;
  readonly result: BroughtPart | { readonly problem: Problem };
}

/** Sends the files one after another; one that fails keeps no other back. Repeating it is harmless. */
export async function bringFiles(
  files: readonly File[],
  onOutcome: (outcome: FileOutcome) => void,
): Promise<readonly FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  for (const file of files) {
    const outcome = { name: file.name, result: await bringOne(file) };
    outcomes.push(outcome);
    onOutcome(outcome);
  }
  return outcomes;
}

async function bringOne(file: File): Promise<FileOutcome['result']> {
  const response = await send(file);
  if (response === undefined) return { problem: { kind: 'unreachable' } };
  const content: unknown = await response.json().catch(() => undefined);
  const brought = response.ok ? BroughtPart.safeParse(content) : undefined;
  if (brought?.success === true) return brought.data;
  const refusal = ErrorBody.safeParse(content);
  return { problem: !response.ok && refusal.success ? refusal.data : { kind: 'unreadable' } };
}

async function send(file: File): Promise<Response | undefined> {
  try {
    return await fetch(bringCourierPath, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { accept: 'application/json', 'content-type': COURIER_MEDIA_TYPE },
      body: file,
    });
  } catch {
    // No network, or the card was pulled out while it was read.
    return undefined;
  }
}

type Item = BroughtPart['items'][number];

/** What became of everything in all files, each item once: the best that was said of it counts. */
export interface BroughtSummary {
  readonly dossiers: number;
  readonly photos: number;
  readonly awaiting: number;
  readonly refused: readonly { readonly submissionId: string; readonly reason: string }[];
  readonly missing: ReturnType<typeof missingParts>;
  readonly proofs: readonly string[];
}

export function summarize(outcomes: readonly FileOutcome[]): BroughtSummary {
  const parts = outcomes.flatMap(({ result }) => ('problem' in result ? [] : [result]));
  const best = new Map<string, Item>();
  for (const item of parts.flatMap(({ items }) => items)) {
    const known = best.get(item.id);
    if (known?.outcome.kind !== 'received') best.set(item.id, item);
  }
  const all = [...best.values()];
  const received = (of: Item['of']) =>
    all.filter((item) => item.of === of && item.outcome.kind === 'received').length;
  const refused = new Map<string, string>();
  for (const { submissionId, outcome } of all)
    if (outcome.kind === 'refused') refused.set(submissionId, outcome.reason);
  return {
    dossiers: received('envelope'),
    photos: received('attachment'),
    awaiting: all.filter(({ outcome }) => outcome.kind === 'envelope-awaited').length,
    refused: [...refused].map(([submissionId, reason]) => ({ submissionId, reason })),
    missing: missingParts(parts),
    proofs: parts.flatMap(({ receipts }) => receipts.map((list) => JSON.stringify(list))),
  };
}

/** The file that takes the receipts home to the tablets; they are a few kilobytes and fit one part. */
export async function makeReceiptsFile(
  proofs: readonly string[],
  set: { readonly setId: string; readonly writtenAt: string },
): Promise<File | undefined> {
  const planned = await planReceipts(proofs, set);
  const [head] = planned.parts;
  if (head === undefined) return undefined;
  const pieces = await writePart(planned, head);
  return new File([...pieces], fileNameOf(head, 'receipts'), { type: COURIER_MEDIA_TYPE });
}
