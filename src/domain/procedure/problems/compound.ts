import type { Place } from '../../place/place.ts';
import type { DocumentAnswer, SignatureAnswer } from '../contract/answers.ts';
import type { DocumentAsked, Question } from '../definition.ts';
import { error, type Finding, warning } from './problem.ts';

/** In the country a place has province and commune; abroad the country is enough, where abroad is allowed at all. */
export function checkPlace(question: Extract<Question, { type: 'place' }>, place: Place): Finding[] {
  const abroad = place.country !== undefined && place.country !== 'VN';
  if (abroad && !question.abroadAllowed) return [error('place-abroad-not-allowed')];
  if (!abroad && (place.province === undefined || place.commune === undefined))
    return [error('place-incomplete')];
  const hasDetail = [place.village, place.detail].some((part) => part !== undefined && part.trim() !== '');
  return question.detailRequired && !hasDetail ? [error('place-detail-missing')] : [];
}

/** What is wrong with the answer by itself, whether or not the paper is needed. */
export function checkDocument(answer: DocumentAnswer): Finding[] {
  return answer.paper === 'photographed' && answer.attachments.length === 0
    ? [error('document-photo-missing')]
    : [];
}

/** What is wrong with the answer for this document; `required` when the paper itself is needed. */
export function checkDocumentDue(
  document: DocumentAsked,
  required: boolean,
  answer: DocumentAnswer,
): Finding[] {
  const findings: Finding[] = [];
  if (answer.alternative !== undefined && !document.alternatives.includes(answer.alternative)) {
    findings.push(error('document-paper-not-offered'));
  }
  if (answer.attachments.length > document.maxPhotos) {
    findings.push(error('document-too-many-photos', { max: document.maxPhotos }));
  }
  if (!required) return findings;
  if (answer.paper === 'none') findings.push(error('document-missing'));
  if (answer.paper === 'at-home') findings.push(warning('document-at-home'));
  if (answer.paper === 'shown' && !document.showOnly) findings.push(warning('document-not-photographed'));
  return findings;
}

export function checkSignature(answer: SignatureAnswer): Finding[] {
  const named = answer.witnessName !== undefined && answer.witnessName.trim() !== '';
  return answer.method === 'witness' && !named ? [error('witness-name-missing')] : [];
}
