import { type AnswerValue, DocumentAnswer, MediaAnswer, SignatureAnswer } from './answers.ts';

/** Ids of the attachments that an answer names: pages of a paper, photos, recordings, a signature. */
export function attachmentsIn(answer: AnswerValue): readonly string[] {
  const document = DocumentAnswer.safeParse(answer);
  if (document.success) return document.data.attachments;
  const media = MediaAnswer.safeParse(answer);
  if (media.success) return media.data.attachments;
  const signature = SignatureAnswer.safeParse(answer);
  return signature.success ? [signature.data.attachment] : [];
}

/**
 * The answer with its attachments under other ids; one without a new id is left out. Undefined where nothing of the
 * answer is left: a signature without its picture, photos or recordings without any.
 */
export function withAttachments(
  answer: AnswerValue,
  newId: (id: string) => string | undefined,
): AnswerValue | undefined {
  const signature = SignatureAnswer.safeParse(answer);
  if (signature.success) {
    const attachment = newId(signature.data.attachment);
    return attachment === undefined ? undefined : { ...signature.data, attachment };
  }
  const media = MediaAnswer.safeParse(answer);
  if (media.success) {
    const attachments = media.data.attachments.flatMap((id) => newId(id) ?? []);
    return attachments.length === 0 ? undefined : { ...media.data, attachments };
  }
  const document = DocumentAnswer.safeParse(answer);
  if (!document.success) return answer;
  return { ...document.data, attachments: document.data.attachments.flatMap((id) => newId(id) ?? []) };
}
