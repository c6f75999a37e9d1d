import {
  type Answers,
  type AnswerValue,
  DocumentAnswer,
  SignatureAnswer,
} from '../../../../domain/procedure/contract/answers.ts';

/** Answers of a submission for the draft that mends it: each photo under its new id. A photo that is gone is left out. */
export function answersWithPhotos(
  answers: Answers,
  newIds: ReadonlyMap<string, string>,
  keep: { readonly signature: boolean },
): Answers {
  const mended: Answers = {};
  for (const [question, value] of Object.entries(answers)) {
    const answer = renamed(value, newIds, keep.signature);
    if (answer !== undefined) mended[question] = answer;
  }
  return mended;
}

function renamed(
  value: AnswerValue,
  newIds: ReadonlyMap<string, string>,
  keepsSignature: boolean,
): AnswerValue | undefined {
  const signature = SignatureAnswer.safeParse(value);
  if (signature.success) {
    const attachment = newIds.get(signature.data.attachment);
    return attachment === undefined || !keepsSignature ? undefined : { ...signature.data, attachment };
  }
  const document = DocumentAnswer.safeParse(value);
  if (!document.success) return value;
  const attachments = document.data.attachments.flatMap((id) => newIds.get(id) ?? []);
  return { ...document.data, attachments };
}
