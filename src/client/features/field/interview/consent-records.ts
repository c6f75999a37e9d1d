import type { ConsentRecord } from '../../../../contract/up/submission.ts';
import { ConsentAnswer, SignatureAnswer, type Answers } from '../../../../domain/procedure/contract/answers.ts';
import type { Evaluation } from '../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';

export interface ConsentPorts {
  /** SHA-256 of the exact text that is shown for this purpose in this language. */
  readonly hashText: (purpose: string, language: string) => Promise<string>;
  readonly newId: () => string;
}

/**
 * One record per purpose that was answered (I11; Law 91/2025/QH15 Art. 9, Decree 356/2025/NĐ-CP Art. 6), refused ones too.
 * The hash and language are those kept with the answer: what this person had before them when they answered.
 */
export async function buildConsentRecords(
  definition: ProcedureDefinition,
  evaluation: Evaluation,
  readingLanguage: string,
  ports: ConsentPorts,
): Promise<readonly ConsentRecord[]> {
  const records: ConsentRecord[] = [];
  for (const { question } of evaluation.steps.flatMap((step) => step.questions)) {
    if (question.type !== 'consent') continue;
    const answer = ConsentAnswer.safeParse(evaluation.submission[question.id]);
    if (!answer.success) continue;
    const language = answer.data.language ?? readingLanguage;
    records.push({
      id: ports.newId(),
      purpose: question.purpose,
      granted: answer.data.granted,
      dataCategories: question.dataCategories,
      textHash: answer.data.textHash ?? (await ports.hashText(question.purpose, language)),
      textVersion: `${definition.id}@${definition.version}`,
      language,
      givenBy: 'self',
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
export function findSignature(answers: Answers, evaluation: Pick<Evaluation, 'steps'>): SignatureAnswer | undefined {
  const question = evaluation.steps
    .flatMap((step) => step.questions)
    .find((visible) => visible.question.type === 'signature');
  const parsed = SignatureAnswer.safeParse(question === undefined ? undefined : answers[question.question.id]);
  return parsed.success ? parsed.data : undefined;
}
