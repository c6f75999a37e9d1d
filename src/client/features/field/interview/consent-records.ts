import type { ConsentRecord } from '../../../../contract/up/submission.ts';
import {
  type Answers,
  ConsentAnswer,
  SignatureAnswer,
} from '../../../../domain/procedure/contract/answers.ts';
import type { Evaluation } from '../../../../domain/procedure/contract/evaluation.ts';

export interface ConsentPorts {
  /** SHA-256 of the exact text that this screen shows for the purpose. */
  readonly hashText: (purpose: string) => Promise<string>;
  /** Version of the consent texts of this procedure. */
  readonly textVersion: string;
  readonly newId: () => string;
  /** Who agreed: see `findConsentGiver`. */
  readonly givenBy: ConsentRecord['givenBy'];
}

/**
 * One record per purpose that was answered (I11; Law 91/2025/QH15 Art. 9, Decree 356/2025/NĐ-CP Art. 6), refused ones too.
 * The hash and language are those kept with the answer: what this person had before them when they answered.
 */
export async function buildConsentRecords(
  evaluation: Evaluation,
  readingLanguage: string,
  ports: ConsentPorts,
): Promise<readonly ConsentRecord[]> {
  const records: ConsentRecord[] = [];
  for (const { question } of evaluation.steps.flatMap((step) => step.questions)) {
    if (question.type !== 'consent') continue;
    const answer = ConsentAnswer.safeParse(evaluation.submission[question.id]);
    if (!answer.success) continue;
    records.push({
      id: ports.newId(),
      purpose: question.purpose,
      granted: answer.data.granted,
      dataCategories: question.dataCategories,
      textHash: answer.data.textHash ?? (await ports.hashText(question.purpose)),
      textVersion: ports.textVersion,
      language: answer.data.language ?? readingLanguage,
      givenBy: ports.givenBy,
      method: findMethod(evaluation),
      at: answer.data.at,
    });
  }
  return records;
}

/** How the person confirmed what they agreed to: by the signature that closes the interview, else by touch alone. */
function findMethod(evaluation: Evaluation): ConsentRecord['method'] {
  const signature = findSignature(evaluation.submission, evaluation);
  return signature?.method ?? 'tick';
}

/** The signature given in this interview, if there is one. */
export function findSignature(
  answers: Answers,
  evaluation: Pick<Evaluation, 'steps'>,
): SignatureAnswer | undefined {
  const question = evaluation.steps
    .flatMap((step) => step.questions)
    .find((visible) => visible.question.type === 'signature');
  const parsed = SignatureAnswer.safeParse(
    question === undefined ? undefined : answers[question.question.id],
  );
  return parsed.success ? parsed.data : undefined;
}
