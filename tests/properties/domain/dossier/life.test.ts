import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OfficeAction } from '../../../../src/domain/dossier/actions.ts';
import {
  applyEvent,
  type DossierEvent,
  type DossierState,
  foldEvents,
} from '../../../../src/domain/dossier/state.ts';
import { statusFacts } from '../../../../src/domain/dossier/status.ts';

/*
 * Whatever is done to a dossier in whatever order, its four states (I8) agree with each other.
 */

const DEPARTMENT = '0197f3a2-0000-7000-8000-00000000000a';
const CODE = '000.00.00.H56-261123-0001';
const DUE = '2026-12-31T17:00:00+07:00';
const BEGIN = Date.parse('2026-11-23T01:00:00Z');

const steps = fc.array(fc.constantFrom(...OfficeAction.options, 'supplemented' as const), { maxLength: 60 });

/** The event of a step, as the server would write it at this moment. */
function eventOf(kind: OfficeAction | 'supplemented', at: string): DossierEvent {
  if (kind === 'supplemented') return { kind, at };
  if (kind === 'accept') return { kind, at, officialCode: CODE, dueAt: DUE };
  return { kind, at, ...(kind === 'forward' && { departmentId: DEPARTMENT }) };
}

function filedAt(at: string): DossierState {
  const folded = foldEvents([{ kind: 'filed', at }]);
  if (folded.kind === 'impossible') throw new Error('a dossier cannot be filed');
  return folded.state;
}

function whatHolds(state: DossierState): void {
  const { status, acceptedAt, endedAt, pausedAt, supplement, finance, heldBy, resumesAs } = state;
  const isWaiting = status === 'supplement-requested' || status === 'payment-requested';
  const isOver = status === 'done' || statusFacts[status].final;
  expect(endedAt !== null).toBe(isOver);
  expect(resumesAs !== null).toBe(isWaiting);
  if (!isOver) expect(pausedAt !== null).toBe(isWaiting && acceptedAt !== null);
  expect(supplement === 'asked' || supplement === 'sent').toBe(status === 'supplement-requested');
  if (supplement === 'proposed') expect([status, heldBy]).toEqual(['in-progress', null]);
  expect(finance === 'asked').toBe(status === 'payment-requested');
  if (state.paidBefore) expect(finance).toBe('asked');
  if (heldBy !== null) expect(isWaiting || status === 'in-progress').toBe(true);
  if (acceptedAt === null) {
    expect([state.officialCode, state.dueAt, heldBy]).toEqual([null, null, null]);
    expect(statusFacts[status].clockRuns).toBe(false);
  }
}

it('status, money, papers and clock agree whatever is done, and nothing but money and papers moves at the end', () => {
  fc.assert(
    fc.property(steps, (kinds) => {
      let state = filedAt(new Date(BEGIN).toISOString());
      let asked = 0;
      let isPaid = false;
      for (const [place, kind] of kinds.entries()) {
        const next = applyEvent(state, eventOf(kind, new Date(BEGIN + place * 60_000).toISOString()));
        if (next === undefined) continue;
        whatHolds(next);
        asked += kind === 'request-supplement' ? 1 : 0;
        expect(next.supplementsAsked).toBe(asked);
        if (kind === 'confirm-payment' || kind === 'refund-payment') isPaid = kind === 'confirm-payment';
        expect(next.finance === 'paid' || next.paidBefore).toBe(isPaid);
        if (statusFacts[state.status].final)
          expect({ ...next, finance: state.finance, papers: state.papers }).toEqual(state);
        if (state.acceptedAt !== null) expect(next.acceptedAt).toBe(state.acceptedAt);
        if (state.endedAt !== null) expect(next.endedAt).toBe(state.endedAt);
        state = next;
      }
    }),
    { numRuns: 500 },
  );
});
