import type { Condition } from '../../../domain/procedure/definition.ts';
import type { DeclaredQuestion } from './declared-question.ts';
import type { Ids } from './names.ts';
import type { OutlineQuestion, OutlineStep } from './outline.ts';
import type { Reading } from './read-question.ts';

export interface DeclaredRule {
  readonly id: string;
  readonly when: Condition;
  readonly effect: 'error';
  readonly question: string;
}

/**
 * A constraint as a rule beside its question: an error while the question is answered and the constraint does not hold, as
 * ODK has it. `otherwise` is what is said where the sheet has no message.
 */
export function readConstraint(
  { row, id, name }: OutlineQuestion,
  step: OutlineStep,
  declared: DeclaredQuestion,
  ruleIds: Ids,
  reading: Reading,
  otherwise: (key: string) => void,
): readonly DeclaredRule[] {
  const text = row.get('constraint');
  // That a consent must be given is a property of the consent, and stops the interview.
  if (text === '' || (declared.type === 'consent' && declared.mustGrant === true)) return [];
  const { report, sheet, texts } = reading;
  const at = { sheet, row: row.number, column: 'constraint' };
  if (declared.type === 'note' || declared.type === 'hidden') {
    report.add('warning', at, 'constraint-on-nothing', { name });
    return [];
  }
  const question = { row, id, name, type: { kind: 'note' }, inside: [] } as const;
  const formula = reading.translator.formula(text, {
    row,
    column: 'constraint',
    step,
    question,
    isAfterwards: true,
  });
  if (formula === undefined) return [];
  const rule = ruleIds.exactly(`${id.replaceAll('.', '-')}-constraint`);
  otherwise(`reasons.${rule}`);
  texts.say(`reasons.${rule}`, row.inLanguages('constraint_message'));
  return [
    {
      id: rule,
      when: {
        all: [{ answer: id, answered: true }, { formula: { call: 'not', with: [formula] } }],
      },
      effect: 'error',
      question: id,
    },
  ];
}
