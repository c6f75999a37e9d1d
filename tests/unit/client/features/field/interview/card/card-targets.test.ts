import { describe, expect, it } from 'vitest';
import { findCardTargets } from '../../../../../../../src/client/features/field/interview/card/card-targets.ts';
import { getCurrentProcedure, procedures } from '../../../../../../../src/procedures/catalogue.ts';

const targetsOf = (procedure: string, question: string) => {
  const targets = findCardTargets(getCurrentProcedure(procedure), question);
  return targets && Object.fromEntries(Object.entries(targets).map(([fact, { id }]) => [fact, id]));
};

describe('what a card can answer', () => {
  it('of the account registration stands under two heads', () => {
    const all = {
      name: 'person.name',
      sex: 'person.sex',
      birthDate: 'person.birthDate',
      number: 'card.number',
      kind: 'card.kind',
      issuedOn: 'card.issuedOn',
      expiresOn: 'card.expiresOn',
      residence: 'person.residence',
      atHand: 'card.has',
    };
    for (const question of Object.values(all)) {
      expect(targetsOf('account-registration', question), question).toEqual(all);
    }
  });

  it('of a person in a declaration stands under the role', () => {
    expect(targetsOf('marital-status-certificate', 'person.name')).toEqual({
      name: 'person.name',
      sex: 'person.sex',
      birthDate: 'person.birthDate',
      number: 'person.nationalId',
      kind: 'person.idKind',
      issuedOn: 'person.idIssuedOn',
      issuedBy: 'person.idIssuedBy',
      residence: 'person.residence',
    });
    expect(targetsOf('birth-registration', 'mother.birthDate')).toMatchObject({ name: 'mother.name' });
  });

  it('of the head of a household is what is asked about the head', () => {
    expect(targetsOf('birth-registration', 'household.headName')).toEqual({
      name: 'household.headName',
      number: 'household.headNationalId',
    });
  });

  it('of somebody asked about more than once is of the same time', () => {
    expect(targetsOf('permanent-residence', 'member.name.2')).toEqual({
      name: 'member.name.2',
      sex: 'member.sex.2',
      birthDate: 'member.birthDate.2',
      number: 'member.nationalId.2',
    });
  });

  it('is nothing where nobody asks for a number, or the question is another', () => {
    for (const [procedure, question] of [
      ['birth-registration', 'child.name'],
      ['birth-registration', 'birth.place'],
      ['account-registration', 'trusted.name'],
      ['account-registration', 'person.ethnicity'],
      ['account-registration', 'readiness.appointmentDate'],
      ['permanent-residence', 'home.place'],
    ] as const) {
      expect(targetsOf(procedure, question), question).toBeUndefined();
    }
  });

  it('is found for every number that any procedure asks for, with its name where there is one', () => {
    for (const definition of procedures) {
      const questions = definition.steps.flatMap((step) => step.questions);
      for (const question of questions.filter(({ type }) => type === 'national-id')) {
        const targets = findCardTargets(definition, question.id);
        expect(targets?.number?.id, `${definition.id} ${question.id}`).toBe(question.id);
        for (const target of Object.values(targets ?? {})) {
          expect(questions.filter(({ id }) => id === target.id)).toHaveLength(1);
        }
      }
    }
  });
});
