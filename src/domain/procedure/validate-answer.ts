import { PartialDate } from '../citizen/partial-date.ts';
import { Place } from '../place/place.ts';
import {
  type Answers,
  type AnswerValue,
  ConsentAnswer,
  DocumentAnswer,
  LocationAnswer,
  MediaAnswer,
  SignatureAnswer,
} from './contract/answers.ts';
import type { EvaluationContext, Problem } from './contract/evaluation.ts';
import type { Question } from './definition.ts';
import { checkDocument, checkPlace, checkSignature } from './problems/compound.ts';
import { checkDate } from './problems/date.ts';
import { checkNationalId } from './problems/national-id.ts';
import { checkChosen, checkNumber, checkText } from './problems/plain.ts';
import { error, type Finding } from './problems/problem.ts';
import { isAnswered, isUnknown } from './values.ts';
import { isRequired } from './visibility.ts';

/**
 * What is wrong or doubtful about one answer, taken by itself and beside the answers it refers to (`answers` are those
 * of visible questions: an evaluation's `submission`). A gap is a problem only where the question is required. Whether
 * a document is needed, and the rules of the procedure, are for `evaluate`. Never throws.
 */
export function validateAnswer(
  question: Question,
  value: AnswerValue | undefined,
  answers: Answers,
  context: EvaluationContext,
): Problem[] {
  const findings = isAnswered(value)
    ? check(question, value, answers, context.answeredOn ?? context.today)
    : isRequired(question, answers, context.today)
      ? [error('required')]
      : [];
  return findings.map((finding) => ({ question: question.id, source: 'answer', ...finding }));
}

function check(question: Question, value: AnswerValue, answers: Answers, answeredOn: string): Finding[] {
  if (isUnknown(value)) return question.unknownAllowed ? [] : [error('unknown-not-allowed')];
  switch (question.type) {
    case 'text':
    case 'name':
    case 'time':
    case 'phone':
    case 'email':
    case 'ethnicity':
    case 'barcode':
      return typeof value === 'string' ? checkText(question, value) : wrongKind;
    case 'national-id':
      return typeof value === 'string' ? checkNationalId(question, value, answers) : wrongKind;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? checkNumber(question, value) : wrongKind;
    case 'choice':
      return typeof value === 'string' ? checkChosen(question, [value]) : wrongKind;
    case 'choices':
      return Array.isArray(value) ? checkChosen(question, value) : wrongKind;
    case 'date': {
      const date = PartialDate.safeParse(value);
      return date.success ? checkDate(question, date.data, answers, answeredOn) : wrongKind;
    }
    case 'place': {
      const place = Place.safeParse(value);
      return place.success ? checkPlace(question, place.data) : wrongKind;
    }
    case 'document': {
      const document = DocumentAnswer.safeParse(value);
      return document.success ? checkDocument(document.data) : wrongKind;
    }
    case 'consent':
      return ConsentAnswer.safeParse(value).success ? [] : wrongKind;
    case 'signature': {
      const signature = SignatureAnswer.safeParse(value);
      return signature.success ? checkSignature(signature.data) : wrongKind;
    }
    case 'location':
      return LocationAnswer.safeParse(value).success ? [] : wrongKind;
    case 'media': {
      const media = MediaAnswer.safeParse(value);
      if (!media.success || media.data.media !== question.kind) return wrongKind;
      const { attachments } = media.data;
      return attachments.length > question.most
        ? [error('document-too-many-photos', { max: question.most })]
        : [];
    }
    case 'hidden':
      return typeof value === 'object' ? wrongKind : [];
    case 'note':
      return [];
  }
}

const wrongKind: Finding[] = [error('wrong-kind')];
