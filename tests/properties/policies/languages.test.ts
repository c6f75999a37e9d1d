import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Role } from '../../../src/contract/operations/office.ts';
import {
  allowedLanguageActions,
  type LanguageFacts,
  mayActOnLanguage,
  mayCheckWork,
  maySeeLanguages,
} from '../../../src/server/policies/language.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';

const IDS = ['0197f3a2-0000-7000-8000-000000000001', '0197f3a2-0000-7000-8000-000000000002'] as const;
const actor: fc.Arbitrary<Actor> = fc.record({
  staffId: fc.constantFrom(...IDS),
  roles: fc.uniqueArray(fc.constantFrom(...Role.options), { maxLength: Role.options.length }),
  commune: fc.constantFrom('14845', '15016'),
  department: fc.constant(null),
});
const language: fc.Arbitrary<LanguageFacts> = fc.record({ isWhole: fc.boolean() });
const work = fc.record({ staffId: fc.constantFrom(...IDS) });

const worksThere = ({ roles }: Actor) => roles.some((role) => role !== 'field');
const leads = ({ roles }: Actor) => roles.includes('supervisor') || roles.includes('administrator');

it('whoever works in the office sees, writes and checks; who leads or administers publishes; a whole language is not written', () => {
  fc.assert(
    fc.property(actor, language, (a, l) => {
      expect(maySeeLanguages(a).kind).toBe(worksThere(a) ? 'allowed' : 'forbidden');
      expect(allowedLanguageActions(a, l)).toEqual([
        ...(worksThere(a) && !l.isWhole ? ['edit'] : []),
        ...(worksThere(a) ? ['check'] : []),
        ...(leads(a) ? ['publish'] : []),
        ...(worksThere(a) && !l.isWhole ? ['import'] : []),
      ]);
    }),
  );
});

it('nobody checks their own work, whatever their roles and the language', () => {
  fc.assert(
    fc.property(actor, language, work, (a, l, w) => {
      const mayCheck = mayActOnLanguage(a, 'check', l).kind === 'allowed';
      expect(mayCheckWork(a, l, w).kind === 'allowed').toBe(mayCheck && w.staffId !== a.staffId);
    }),
  );
});
