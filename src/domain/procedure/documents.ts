import { holds } from './conditions.ts';
import { DocumentAnswer } from './contract/answers.ts';
import type { DocumentDue, Problem } from './contract/evaluation.ts';
import type { DocumentAsked, ProcedureDefinition } from './definition.ts';
import { checkDocumentDue } from './problems/compound.ts';
import { paramsOf } from './reason-params.ts';
import { findAnswer } from './values.ts';
import type { Shown } from './visibility.ts';

export interface DocumentsFound {
  readonly documents: readonly DocumentDue[];
  readonly problems: readonly Problem[];
}

/** The documents whose question is shown, in the order asked, with what is wrong about each. */
export function findDocuments(
  definition: ProcedureDefinition,
  shown: Shown,
  today: string,
  caseId: string | undefined,
): DocumentsFound {
  const byId = new Map(definition.documents.map((document) => [document.id, document]));
  const documents: DocumentDue[] = [];
  const problems: Problem[] = [];
  for (const { question } of shown.steps.flatMap((step) => step.questions)) {
    const document = question.type === 'document' ? byId.get(question.document) : undefined;
    if (document === undefined) continue;
    const required =
      typeof document.requiredWhen === 'boolean'
        ? document.requiredWhen
        : holds(document.requiredWhen, shown.answers, today, caseId);
    const answer = DocumentAnswer.safeParse(findAnswer(shown.answers, question.id)).data;
    const findings = answer === undefined ? [] : checkDocumentDue(document, required, answer);
    problems.push(...findings.map((one): Problem => ({ question: question.id, source: 'answer', ...one })));
    const { requiredWhen } = document;
    const why =
      required && typeof requiredWhen !== 'boolean'
        ? { key: `document-${document.id}`, params: paramsOf([requiredWhen], shown.answers, today, caseId) }
        : undefined;
    documents.push({
      document,
      required,
      satisfied: isSatisfied(document, required, answer),
      ...(why === undefined ? {} : { why }),
    });
  }
  return { documents, problems };
}

function isSatisfied(
  document: DocumentAsked,
  required: boolean,
  answer: DocumentAnswer | undefined,
): boolean {
  if (answer === undefined) return false;
  if (!required) return true;
  if (answer.paper === 'photographed') return answer.attachments.length > 0;
  return answer.paper === 'shown' && document.showOnly;
}
