import { sealAttachment } from '../../../../contract/envelope/attachment.ts';
import type { SealedAttachment, Submission } from '../../../../contract/up/submission.ts';
import { attachmentsIn } from '../../../../domain/procedure/contract/attachments.ts';
import type { Evaluation } from '../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { civilDate } from '../../../i18n/formats.ts';
import type { Procedures } from '../../../procedures/procedures.ts';
import type { Draft, DraftAttachment, Summary } from '../../../storage/model.ts';
import type { Records } from '../../../storage/storage.ts';
import { describeDraft } from '../common/describe-draft.ts';
import { evaluateDraft } from '../common/evaluate-draft.ts';
import { answersWithPhotos } from './correct-answers.ts';
import type { AttentionReason } from './ways-on.ts';

/** What a signature names as its document (see `SealedAttachment`). */
const SIGNATURE = 'signature';

interface CorrectionPorts {
  readonly records: Pick<Records, 'beginCorrection' | 'readAttachment' | 'listEntries'>;
  readonly newId: () => string;
  readonly now: () => Date;
}

export type CorrectionOutcome =
  | { readonly kind: 'begun' | 'already-begun'; readonly draftId: string }
  | { readonly kind: 'no-space' };

/**
 * The version to mend with: the one it was begun with (I9), unless the office does not know that one; then the one that new
 * interviews begin with, if it is another. Undefined where neither is there. A supplement stays on the version of its dossier: the
 * office takes no other.
 */
export async function findCorrecting(
  { procedure, supplements }: Pick<Submission, 'procedure' | 'supplements'>,
  reason: AttentionReason,
  procedures: Pick<Procedures, 'find' | 'current'>,
): Promise<ProcedureDefinition | undefined> {
  const same = await procedures.find(procedure.id, procedure.version);
  if (same.kind === 'found' && reason !== 'procedure-unknown') return same.definition;
  if (supplements !== undefined) return undefined;
  const current = await procedures.current(procedure.id);
  return current?.version === procedure.version ? undefined : current;
}

/**
 * A draft made from what the office could not take: the same answers, its photos sealed anew under fresh keys, and the
 * promise to take the refused one's place. The refused one is not touched before the draft is finished. Where answers
 * are what was wrong, the signature under them is not carried over: what is changed is signed anew.
 */
export async function beginCorrection(
  { submission, supplements }: Summary,
  definition: ProcedureDefinition,
  reason: AttentionReason,
  ports: CorrectionPorts,
): Promise<CorrectionOutcome> {
  const begun = ports.records
    .listEntries()
    .find((entry) => entry.state === 'draft' && entry.replaces === submission.id);
  if (begun !== undefined) return { kind: 'already-begun', draftId: begun.id };
  const now = ports.now();
  const keep = { signature: reason !== 'answers-invalid' };
  const kept = submission.attachments.filter(({ document }) => keep.signature || document !== SIGNATURE);
  const photos = await copyPhotos(kept, now, ports);
  // What a supplement leaves as it was names photos that the office has.
  const atOffice = Object.values(supplements?.filed ?? {}).flatMap(attachmentsIn);
  const newIds = new Map([
    ...atOffice.map((id): [string, string] => [id, id]),
    ...photos.map(({ oldId, attachment }): [string, string] => [oldId, attachment.id]),
  ]);
  const answers = answersWithPhotos(submission.answers, newIds, keep);
  const evaluation = evaluateDraft({ answers, supplements }, definition, civilDate(now));
  const draft: Draft = {
    id: ports.newId(),
    kind: submission.kind,
    procedure: { id: definition.id, version: definition.version },
    answers,
    attachments: photos.map(({ attachment }) => attachment),
    at: findStart(evaluation),
    ...(submission.accountId === undefined ? {} : { accountId: submission.accountId }),
    replaces: [submission.id, ...(submission.replaces ?? [])].slice(0, 20),
    ...(supplements === undefined ? {} : { supplements }),
    languages: submission.languages,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
  const entry = describeDraft(draft, definition, evaluation);
  const outcome = await ports.records.beginCorrection(
    draft,
    entry,
    photos.map(({ attachment, ciphertext }) => ({ id: attachment.id, ciphertext })),
  );
  return outcome.kind === 'begun' ? { kind: 'begun', draftId: draft.id } : outcome;
}

/**
 * Where a correction begins: at the first question that is wrong or missing by today's rules, else at the read-back, where
 * every answer is one touch away. The signature comes after the read-back anyhow.
 */
function findStart({ steps, problems, missing }: Evaluation): Draft['at'] {
  const wrong = new Set([
    ...problems.filter(({ severity }) => severity === 'error').map(({ question }) => question),
    ...missing,
  ]);
  const readBack = steps.findIndex(({ step }) => step.kind === 'read-back');
  for (const { step, questions } of readBack < 0 ? steps : steps.slice(0, readBack)) {
    const found = questions.find(({ question }) => wrong.has(question.id));
    if (found !== undefined) return { step: step.id, question: found.question.id };
  }
  return { step: steps[Math.max(0, readBack)]?.step.id ?? '' };
}

interface CopiedPhoto {
  readonly oldId: string;
  readonly attachment: DraftAttachment;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
}

/** Fresh ids and keys: bytes under the old ones may already be at the office, and belong to the refused submission. */
async function copyPhotos(
  attachments: readonly SealedAttachment[],
  now: Date,
  { records, newId }: CorrectionPorts,
): Promise<readonly CopiedPhoto[]> {
  const copies: CopiedPhoto[] = [];
  for (const old of attachments) {
    const bytes = await records.readAttachment(old);
    if (bytes === undefined) continue;
    const id = newId();
    const { ciphertext, ...sealed } = await sealAttachment(bytes, id);
    const { document, mediaType } = old;
    const attachment = {
      ...sealed,
      id,
      document,
      mediaType,
      size: bytes.length,
      ciphertextSize: ciphertext.length,
      addedAt: now.toISOString(),
    };
    copies.push({ oldId: old.id, attachment, ciphertext });
  }
  return copies;
}
