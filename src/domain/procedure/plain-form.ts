import { parseName } from '../citizen/name.ts';
import { parseNationalId } from '../citizen/national-id.ts';
import { parseMobile } from '../citizen/phone.ts';
import type { AnswerValue } from './contract/answers.ts';
import type { Question } from './definition.ts';

/** The answer as the office keeps it. What cannot be parsed stays as typed: its problem is shown beside it. */
export function plainForm(question: Question, value: AnswerValue): AnswerValue {
  // JSON has no -0: what arrives at the server must be what the tablet saw.
  if (value === 0) return 0;
  if (typeof value !== 'string') return value;
  switch (question.type) {
    case 'name': {
      const name = parseName(value);
      return name.kind === 'name' ? name.value : value;
    }
    case 'national-id': {
      const id = parseNationalId(value);
      return id.kind === 'invalid' ? value : id.value;
    }
    case 'phone': {
      const phone = parseMobile(value);
      return phone.kind === 'mobile' ? phone.value : value;
    }
    case 'text':
    case 'email':
    case 'ethnicity':
    case 'barcode':
      return value.trim().normalize('NFC');
    default:
      return value;
  }
}
