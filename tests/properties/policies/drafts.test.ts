import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Role } from '../../../src/contract/operations/office.ts';
import { mayGiveDraft, mayHandOverDraft } from '../../../src/server/policies/draft.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';

const people = ['0197f3a2-0000-7000-8000-000000000001', '0197f3a2-0000-7000-8000-000000000002'] as const;
const person = fc.constantFrom(...people);
const commune = fc.constantFrom('14845', '14848', '15016');
const roles = fc.uniqueArray(fc.constantFrom(...Role.options), { maxLength: Role.options.length });
const actor: fc.Arbitrary<Actor> = fc.record({
  staffId: person,
  roles,
  commune,
  department: fc.constant(null),
});
const draft = fc.record({ commune, holderId: person });
const taker = fc.record({ id: person, roles, commune });

describe('handing a draft over', () => {
  it('in the office: exactly a supervisor of its commune, to another field worker of that commune', () => {
    fc.assert(
      fc.property(actor, draft, taker, (a, d, to) => {
        const isTheirs = a.roles.includes('supervisor') && a.commune === d.commune;
        const mayTake = to.roles.includes('field') && to.commune === d.commune && to.id !== d.holderId;
        expect(mayHandOverDraft(a, d, to).kind).toBe(isTheirs && mayTake ? 'allowed' : 'forbidden');
      }),
    );
  });

  it('from a tablet: exactly who has it, to another field worker of that commune', () => {
    fc.assert(
      fc.property(person, draft, taker, (staffId, d, to) => {
        const mayTake = to.roles.includes('field') && to.commune === d.commune && to.id !== d.holderId;
        const expected = staffId === d.holderId && mayTake ? 'allowed' : 'forbidden';
        expect(mayGiveDraft({ staffId }, d, to).kind).toBe(expected);
      }),
    );
  });
});
