import { PartialDate } from '../citizen/partial-date.ts';
import { Place } from '../place/place.ts';
import {
  type AnswerValue,
  ConsentAnswer,
  DocumentAnswer,
  LocationAnswer,
  MediaAnswer,
  SignatureAnswer,
  UnknownAnswer,
} from '../procedure/contract/answers.ts';
import type { Question } from '../procedure/definition.ts';
import { formatNumber } from './format-number.ts';

/**
 * Looks a text up in the present language: the procedure's own texts first (`choices.…`, `documents.…`), then
 * `locales/<lang>/answers.json` (`answer.…`). i18next's `t` over the two namespaces, in that order, is one.
 */
export type Translate = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** Names of administrative units and countries by code; undefined while not known on this device. */
export interface PlaceNames {
  readonly province: (code: string) => string | undefined;
  readonly commune: (code: string) => string | undefined;
  readonly country: (code: string) => string | undefined;
}

/**
 * One answer in plain words, for read-back, summaries, the office and paper. Nothing is completed or guessed: a
 * year alone stays a year, a code without a known name stays the code. Undefined means "not answered".
 */
export function formatAnswer(
  question: Question,
  value: AnswerValue | undefined,
  t: Translate,
  places: PlaceNames,
): string {
  if (value === undefined) return t('answer.missing');
  if (UnknownAnswer.safeParse(value).success) return t('answer.unknown');
  return formatKnown(question, value, t, places) ?? t('answer.unreadable');
}

function formatKnown(
  question: Question,
  value: AnswerValue,
  t: Translate,
  places: PlaceNames,
): string | undefined {
  switch (question.type) {
    case 'text':
    case 'name':
    case 'email':
    case 'time':
    case 'ethnicity':
    case 'barcode':
      return typeof value === 'string' ? value : undefined;
    case 'national-id':
      return typeof value === 'string' ? formatNationalId(value) : undefined;
    case 'phone':
      return typeof value === 'string' ? formatPhone(value) : undefined;
    case 'number':
      return typeof value === 'number' ? formatNumber(value) : undefined;
    case 'date': {
      const date = PartialDate.safeParse(value);
      return date.success ? formatPartialDate(date.data, t) : undefined;
    }
    case 'choice':
      return typeof value === 'string' ? t(choiceKey(question, value)) : undefined;
    case 'choices':
      if (!Array.isArray(value)) return undefined;
      return value.length === 0
        ? t('answer.none')
        : value.map((one) => t(choiceKey(question, one))).join('; ');
    case 'place': {
      const place = Place.safeParse(value);
      return place.success ? formatPlace(place.data, t, places) : undefined;
    }
    case 'document': {
      const document = DocumentAnswer.safeParse(value);
      return document.success ? formatDocument(document.data, t) : undefined;
    }
    case 'consent': {
      const consent = ConsentAnswer.safeParse(value);
      return consent.success
        ? t(consent.data.granted ? 'answer.consent.granted' : 'answer.consent.withheld')
        : undefined;
    }
    case 'signature': {
      const signature = SignatureAnswer.safeParse(value);
      if (!signature.success) return undefined;
      return t(`answer.signature.${signature.data.method}`, {
        name: signature.data.witnessName ?? '',
      }).trim();
    }
    case 'location': {
      const location = LocationAnswer.safeParse(value);
      return location.success ? formatLocation(location.data, t) : undefined;
    }
    case 'media': {
      const media = MediaAnswer.safeParse(value);
      if (!media.success) return undefined;
      const count = media.data.attachments.length;
      return t(media.data.media === 'photo' ? 'answer.photos' : 'answer.recordings', { count });
    }
    case 'hidden':
      return typeof value === 'object' ? undefined : String(value);
    case 'note':
      return '';
  }
}

/** Text key of one option of a choice question. */
export function choiceKey(
  question: Extract<Question, { type: 'choice' | 'choices' }>,
  value: string,
): string {
  return `choices.${question.list ?? idAsDeclared(question.id)}.${value}`;
}

/** Text key of a question's own words; a document and a consent speak with the texts of what they ask for. */
export function questionKey(question: Question, part: 'label' | 'hint' | 'spoken'): string {
  if (question.text !== undefined) return `shared.${question.text}.${part}`;
  if (question.type === 'document')
    return `documents.${question.document}.${part === 'label' ? 'name' : part}`;
  if (question.type === 'consent') return `consents.${question.purpose}.${part === 'label' ? 'title' : part}`;
  return `questions.${idAsDeclared(question.id)}.${part}`;
}

/** Without the repetition: every repetition of a question is asked in the same words. */
function idAsDeclared(id: string): string {
  return id.replace(/\.\d+$/, '');
}

/** `09/03/1968`, `tháng 03/1968` or `năm 1968`; unknown parts stay unknown. */
export function formatPartialDate({ year, month, day }: PartialDate, t: Translate): string {
  const pad = (n: number) => String(n).padStart(2, '0');
  if (month === undefined) return t('answer.date.year', { year });
  if (day === undefined) return t('answer.date.month', { year, mm: pad(month) });
  return t('answer.date.full', { year, mm: pad(month), dd: pad(day) });
}

/** From the smallest part to the largest, as Vietnamese addresses are written: house, village, commune, province. */
export function formatPlace(place: Place, t: Translate, places: PlaceNames): string {
  const parts = [
    place.detail,
    place.village === undefined ? undefined : t('answer.place.village', { name: place.village }),
    place.commune === undefined ? undefined : (places.commune(place.commune) ?? place.commune),
    place.province === undefined ? undefined : (places.province(place.province) ?? place.province),
    place.country === undefined ? undefined : (places.country(place.country) ?? place.country),
  ].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? t('answer.missing') : parts.join(', ');
}

/** Five digits after the point are about a metre. */
function formatLocation({ latitude, longitude, accuracy }: LocationAnswer, t: Translate): string {
  const said = { latitude: latitude.toFixed(5), longitude: longitude.toFixed(5) };
  return accuracy === undefined
    ? t('answer.location', said)
    : t('answer.locationAbout', { ...said, accuracy: Math.round(accuracy) });
}

function formatDocument(answer: DocumentAnswer, t: Translate): string {
  const paper = t(`answer.paper.${answer.paper}`, { count: answer.attachments.length });
  return answer.alternative === undefined ? paper : `${t(`papers.${answer.alternative}.name`)} · ${paper}`;
}

/** `0912 345 678`: ten digits in groups as they are read aloud; anything else is left as it was said. */
function formatPhone(phone: string): string {
  return /^0\d{9}$/.test(phone) ? `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}` : phone;
}

/** `038 199 000001` or `171 234 567`, in groups as the number is read aloud; anything else is left as it was said. */
function formatNationalId(value: string): string {
  if (!/^(\d{12}|\d{9})$/.test(value)) return value;
  return `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}`;
}
