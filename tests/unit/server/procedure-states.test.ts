import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextVersionOf, statesOn, type VersionFacts } from '../../../src/server/procedure-states.ts';

const day = fc.constantFrom('2026-11-01', '2026-12-01', '2027-02-28', '2027-03-01');
const sometimes = fc.option(day, { nil: undefined });
const facts = fc
  .record({
    id: fc.constantFrom('birth', 'well'),
    version: fc.integer({ min: 1, max: 4 }),
    stored: fc.constantFrom('shipped', 'draft', 'published', 'withdrawn'),
    from: day,
    validFrom: sometimes,
    validTo: sometimes,
  })
  .map((one): VersionFacts => ({ ...one, from: one.stored === 'published' ? one.from : null }));
const versions = fc.uniqueArray(facts, { selector: ({ id, version }) => `${id} ${version}`, maxLength: 8 });

it('of each procedure at most one version is current, none that was withdrawn, is a draft, ended or is still to come', () => {
  fc.assert(
    fc.property(versions, day, (all, today) => {
      const states = statesOn(all, today);
      expect(states).toHaveLength(all.length);
      for (const id of ['birth', 'well']) {
        const current = all.filter((one, index) => one.id === id && states[index] === 'current');
        expect(current.length).toBeLessThanOrEqual(1);
        for (const { stored, from, validFrom, validTo } of current) {
          expect(['shipped', 'published']).toContain(stored);
          for (const begins of [from, validFrom]) expect((begins ?? today) <= today).toBe(true);
          expect((validTo ?? today) >= today).toBe(true);
        }
      }
    }),
  );
});

it('what an administrator withdrew stays withdrawn, and every other version is somewhere', () => {
  fc.assert(
    fc.property(versions, day, (all, today) => {
      for (const [index, state] of statesOn(all, today).entries()) {
        const stored = all[index]?.stored;
        expect(state === 'withdrawn').toBe(stored === 'withdrawn');
        expect(state === 'draft').toBe(stored === 'draft');
      }
    }),
  );
});

it('the next number is above every version that is or was out, whatever drafts there are', () => {
  fc.assert(
    fc.property(versions, (all) => {
      const next = nextVersionOf(all, 'birth');
      const out = all.filter(({ id, stored }) => id === 'birth' && stored !== 'draft');
      for (const { version } of out) expect(version).toBeLessThan(next);
      expect(next).toBe(out.length === 0 ? 1 : Math.max(...out.map(({ version }) => version)) + 1);
      expect(nextVersionOf([...all.filter(({ stored }) => stored !== 'draft')], 'birth')).toBe(next);
    }),
  );
});
