import { type Answers, SignatureAnswer } from '../../../../domain/procedure/contract/answers.ts';
import { withAttachments } from '../../../../domain/procedure/contract/attachments.ts';

/** Answers of a submission for the draft that mends it: each photo under its new id. A photo that is gone is left out. */
export function answersWithPhotos(
  answers: Answers,
  newIds: ReadonlyMap<string, string>,
  keep: { readonly signature: boolean },
): Answers {
  const mended: Answers = {};
  for (const [question, value] of Object.entries(answers)) {
    if (!keep.signature && SignatureAnswer.safeParse(value).success) continue;
    const answer = withAttachments(value, (id) => newIds.get(id));
    if (answer !== undefined) mended[question] = answer;
  }
  return mended;
}
