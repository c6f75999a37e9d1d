import { utf8 } from '../../../../contract/bytes.ts';
import { sealEnvelope } from '../../../../contract/envelope/seal.ts';
import { importPublicKey, sha256Base64url } from '../../../../contract/keys.ts';
import type { SealedAttachment, Submission } from '../../../../contract/up/submission.ts';
import { CONTRACT_VERSION } from '../../../../contract/version.ts';
import {
  ACTIVATION_CODE_BYTES,
  makeActivationCode,
  normaliseActivationCode,
} from '../../../../domain/account/activation-code.ts';
import {
  makeProvisionalReference,
  PROVISIONAL_REFERENCE_BYTES,
} from '../../../../domain/dossier/provisional-reference.ts';
import { isSameAnswer } from '../../../../domain/dossier/supplement.ts';
import type { Answers } from '../../../../domain/procedure/contract/answers.ts';
import { attachmentsIn } from '../../../../domain/procedure/contract/attachments.ts';
import type { Evaluation } from '../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { civilDate } from '../../../i18n/formats.ts';
import type { DeviceRecord, Draft, DraftAttachment, ListEntry, Summary } from '../../../storage/model.ts';
import type { Records } from '../../../storage/storage.ts';
import type { OpenVault } from '../../../vault/model.ts';
import { findPerson, findTitle, findVillage, supplementOf } from '../common/describe-draft.ts';
import { evaluateDraft } from '../common/evaluate-draft.ts';
import { buildConsentRecords, type ConsentPorts } from './consent-records.ts';
import { findConsentGiver, findSpokenLanguage } from './said-of-people.ts';

export interface FinishPorts extends Omit<ConsentPorts, 'givenBy'> {
  readonly records: Pick<Records, 'finish'>;
  readonly vault: Pick<OpenVault, 'staffId' | 'signingKey'>;
  readonly device: Pick<DeviceRecord, 'deviceId' | 'commune' | 'sealingKey'>;
  readonly now: () => Date;
  readonly randomBytes: (count: number) => Uint8Array;
}

export type FinishOutcome =
  | { readonly kind: 'queued' | 'already-finished'; readonly id: string }
  /** Nothing was written; the draft is as it was. */
  | { readonly kind: 'no-space' }
  /** The engine still finds something; the read-back says what. */
  | { readonly kind: 'not-ready'; readonly evaluation: Evaluation };

/**
 * Seals, signs and queues a draft: everything is made first, then one transaction moves it from draft to outbox, so a
 * tablet that dies in between still has the draft whole. The submission keeps the draft's id (I3).
 */
export async function finishDraft(
  draft: Draft,
  definition: ProcedureDefinition,
  ports: FinishPorts,
): Promise<FinishOutcome> {
  const finishedAt = ports.now();
  const evaluation = evaluateDraft(draft, definition, civilDate(finishedAt));
  if (!evaluation.mayFinish) return { kind: 'not-ready', evaluation };

  const recipient = await importPublicKey(ports.device.sealingKey.publicKey, 'sealing');
  if (recipient === undefined) throw new Error("the office's sealing key on this tablet is damaged");

  const attachments = attachmentsOf(evaluation.submission, draft.attachments);
  const activationCode =
    draft.kind === 'account' ? makeActivationCode(ports.randomBytes(ACTIVATION_CODE_BYTES)) : undefined;
  const submission: Submission = {
    id: draft.id,
    kind: draft.kind,
    procedure: draft.procedure,
    answers: evaluation.submission,
    attachments: attachments.map(toSealed),
    consents: [
      ...(await buildConsentRecords(withoutFiled(evaluation, draft), draft.languages.reading, {
        ...ports,
        givenBy: findConsentGiver(definition, evaluation.submission),
      })),
    ],
    provisionalReference:
      draft.supplements?.provisionalReference ??
      makeProvisionalReference(ports.randomBytes(PROVISIONAL_REFERENCE_BYTES)),
    ...(draft.accountId === undefined ? {} : { accountId: draft.accountId }),
    ...(activationCode === undefined ? {} : { activationCodeHash: await hashActivationCode(activationCode) }),
    ...(draft.replaces === undefined ? {} : { replaces: [...draft.replaces] }),
    ...supplementOf(draft),
    assistedBy: {
      staffId: ports.vault.staffId,
      deviceId: ports.device.deviceId,
      commune: ports.device.commune.code,
    },
    languages: {
      reading: draft.languages.reading,
      spoken: findSpokenLanguage(definition, evaluation.submission, draft.languages.spoken),
    },
    finishedAt: finishedAt.toISOString(),
  };
  const sealed = await sealEnvelope({
    submission,
    recipient,
    signer: ports.vault.signingKey,
    contractVersion: CONTRACT_VERSION,
    communeName: ports.device.commune.name,
  });
  const title = findTitle(definition, evaluation.submission);
  const summary: Summary = {
    submission,
    title,
    ...(activationCode === undefined ? {} : { activationCode }),
    ...(draft.supplements === undefined ? {} : { supplements: draft.supplements }),
  };
  const entry: ListEntry = {
    id: draft.id,
    state: 'finished',
    kind: draft.kind,
    procedureId: definition.id,
    title,
    village: findVillage(definition, evaluation.submission),
    progress: 1,
    updatedAt: submission.finishedAt,
    provisionalReference: submission.provisionalReference,
    ...(draft.replaces?.[0] === undefined ? {} : { replaces: draft.replaces[0] }),
    ...supplementOf(draft),
    ...findPerson(definition, evaluation.submission),
  };
  const outcome = await ports.records.finish({ ...draft, attachments }, sealed, summary, entry);
  return outcome.kind === 'no-space' ? outcome : { kind: outcome.kind, id: draft.id };
}

/** A supplement records only the consents that are other than what the office has: those it keeps already. */
function withoutFiled(evaluation: Evaluation, { supplements }: Draft): Evaluation {
  if (supplements === undefined) return evaluation;
  const { filed } = supplements;
  const steps = evaluation.steps.map((step) => ({
    ...step,
    questions: step.questions.filter(
      ({ question }) =>
        question.type !== 'consent' || !isSameAnswer(filed[question.id], evaluation.submission[question.id]),
    ),
  }));
  return { ...evaluation, steps };
}

/** Only the photos that a visible answer names go along; one taken for a question now hidden stays behind. */
function attachmentsOf(
  answers: Answers,
  attachments: readonly DraftAttachment[],
): readonly DraftAttachment[] {
  const named = new Set(Object.values(answers).flatMap(attachmentsIn));
  return attachments.filter(({ id }) => named.has(id));
}

function toSealed({ ciphertextSize: _size, addedAt: _at, ...sealed }: DraftAttachment): SealedAttachment {
  return sealed;
}

async function hashActivationCode(code: string): Promise<string> {
  const canonical = normaliseActivationCode(code);
  if (canonical.kind === 'invalid') throw new Error('an activation code was made that cannot be read');
  return sha256Base64url(utf8(canonical.value));
}
