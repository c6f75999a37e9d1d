import type { AnswerValue } from '../../../../../domain/procedure/contract/answers.ts';
import type { Question } from '../../../../../domain/procedure/definition.ts';

/** Stands for a photo, a signature or a recording; no such attachment exists. */
export const SAMPLE_ATTACHMENT = '00000000-0000-7000-8000-000000000000';
const AT = '2026-01-01T00:00:00Z';

/** Answers that need a tablet's camera, receiver or pen. */
export const samples = {
  place: () => ({ province: '38', commune: '14956', village: 'bản Đôn', detail: 'số 1' }),
  location: () => ({ latitude: 20.4, longitude: 105.2 }),
  media: (question) => ({
    media: question.type === 'media' ? question.kind : 'photo',
    attachments: [SAMPLE_ATTACHMENT],
  }),
  signature: () => ({ method: 'signature', attachment: SAMPLE_ATTACHMENT, at: AT }),
} as const satisfies Readonly<Record<string, (question: Question) => AnswerValue>>;

/** A consent given or withheld, as if at this desk. */
export function sampleConsent(granted: boolean): AnswerValue {
  return { granted, at: AT };
}
