import { describe, expect, it } from 'vitest';
import { DossierEventKind } from '../../../../src/domain/dossier/actions.ts';
import {
  type DossierEvent,
  type DossierState,
  eventKindOf,
  foldEvents,
} from '../../../../src/domain/dossier/state.ts';

const at = (clock: string) => `2026-11-23T${clock}:00+07:00`;
const DUE = '2026-11-26T17:00:00+07:00';
const LATER = '2026-11-30T17:00:00+07:00';
const DEPARTMENT = '0197f3a2-0000-7000-8000-00000000000a';

const filed: DossierEvent = { kind: 'filed', at: at('08:00') };
const accept: DossierEvent = {
  kind: 'accept',
  at: at('09:00'),
  officialCode: '000.00.00.H56-261123-0001',
  dueAt: DUE,
};

function stateAfter(...events: readonly DossierEvent[]): DossierState {
  const folded = foldEvents(events);
  if (folded.kind === 'impossible') throw new Error(`impossible at ${folded.at}`);
  return folded.state;
}

describe('a dossier', () => {
  it('is registered when filed, with nothing owed, no papers and no date', () => {
    expect(stateAfter(filed)).toEqual({
      status: 'registered',
      receivedAt: at('08:00'),
      acceptedAt: null,
      officialCode: null,
      dueAt: null,
      heldBy: null,
      finance: 'none',
      paidBefore: false,
      papers: 'none',
      supplement: null,
      supplementsAsked: 0,
      resumesAs: null,
      pausedAt: null,
      endedAt: null,
    });
  });

  it('goes the whole way: accepted, to a department and back, done, in the hand of the citizen', () => {
    const road: readonly DossierEvent[] = [
      filed,
      accept,
      { kind: 'take-papers', at: at('09:05') },
      { kind: 'forward', at: at('09:10'), departmentId: DEPARTMENT },
    ];
    expect(stateAfter(...road)).toMatchObject({ status: 'in-progress', heldBy: DEPARTMENT });
    const done = [
      ...road,
      { kind: 'hand-back', at: at('14:00') },
      { kind: 'finish', at: at('15:00') },
    ] as const;
    expect(stateAfter(...done)).toMatchObject({ status: 'done', heldBy: null, endedAt: at('15:00') });
    expect(
      stateAfter(
        ...done,
        { kind: 'return-result', at: at('16:00') },
        { kind: 'give-back-papers', at: at('16:01') },
      ),
    ).toMatchObject({
      status: 'returned',
      papers: 'given-back',
      endedAt: at('15:00'),
      dueAt: DUE,
      officialCode: '000.00.00.H56-261123-0001',
    });
  });

  it('waits for the same supplement whoever brings it, until it is here', () => {
    const asked = [filed, accept, { kind: 'request-supplement', at: at('10:00') }] as const;
    const other = { kind: 'reassign-supplement', at: at('10:30') } as const;
    expect(stateAfter(...asked, other)).toEqual(stateAfter(...asked));
    const sent = [...asked, { kind: 'supplemented', at: at('10:20') }] as const;
    expect(foldEvents([...sent, other])).toEqual({ kind: 'impossible', at: sent.length });
    expect(foldEvents([filed, other])).toEqual({ kind: 'impossible', at: 1 });
  });

  it('waits for a supplement where it stood, and the clock with it', () => {
    const asked = [filed, accept, { kind: 'request-supplement', at: at('10:00') }] as const;
    expect(stateAfter(...asked)).toMatchObject({
      status: 'supplement-requested',
      supplement: 'asked',
      supplementsAsked: 1,
      pausedAt: at('10:00'),
      resumesAs: 'accepted',
    });
    const sent = [...asked, { kind: 'supplemented', at: at('11:00') }] as const;
    expect(stateAfter(...sent)).toMatchObject({ status: 'supplement-requested', supplement: 'sent' });
    expect(stateAfter(...sent, { kind: 'complete-supplement', at: at('12:00'), dueAt: LATER })).toMatchObject(
      { status: 'accepted', supplement: null, pausedAt: null, resumesAs: null, dueAt: LATER },
    );
  });

  it('a department proposes a supplement; the one-stop office asks for it, or sends the dossier back without', () => {
    const proposed = [
      filed,
      accept,
      { kind: 'forward', at: at('09:10'), departmentId: DEPARTMENT },
      { kind: 'propose-supplement', at: at('10:00') },
    ] as const;
    const state = { status: 'in-progress', heldBy: null, supplement: 'proposed', pausedAt: null };
    expect(stateAfter(...proposed)).toMatchObject(state);
    expect(stateAfter(...proposed, { kind: 'request-supplement', at: at('11:00') })).toMatchObject({
      status: 'supplement-requested',
      supplement: 'asked',
      supplementsAsked: 1,
    });
    expect(
      stateAfter(...proposed, { kind: 'forward', at: at('11:00'), departmentId: DEPARTMENT }),
    ).toMatchObject({ heldBy: DEPARTMENT, supplement: null, supplementsAsked: 0 });
    expect(stateAfter(...proposed, { kind: 'request-payment', at: at('11:00') })).toMatchObject({
      status: 'payment-requested',
      supplement: null,
    });
  });

  it('takes more papers beside those that are here: a supplement may bring another original', () => {
    const taken = [filed, { kind: 'take-papers', at: at('08:10') }] as const;
    expect(stateAfter(...taken, { kind: 'take-papers', at: at('08:40') })).toMatchObject({
      status: 'registered',
      papers: 'at-office',
    });
  });

  it('asked for a supplement before it was accepted has no clock that could stand', () => {
    const asked = [filed, { kind: 'request-supplement', at: at('08:30') }] as const;
    expect(stateAfter(...asked)).toMatchObject({ pausedAt: null, resumesAs: 'registered' });
    expect(stateAfter(...asked, { kind: 'complete-supplement', at: at('08:45') }).status).toBe('registered');
  });

  it('keeps what is owed apart from its status, and owes nothing any more when it ends unpaid', () => {
    const asked = [filed, accept, { kind: 'request-payment', at: at('10:00') }] as const;
    expect(stateAfter(...asked)).toMatchObject({ status: 'payment-requested', finance: 'asked' });
    expect(stateAfter(...asked, { kind: 'confirm-payment', at: at('11:00') })).toMatchObject({
      status: 'in-progress',
      finance: 'paid',
    });
    const refunded = [
      { kind: 'confirm-payment', at: at('11:00') },
      { kind: 'withdraw', at: at('12:00') },
      { kind: 'refund-payment', at: at('13:00') },
    ] as const;
    expect(stateAfter(...asked, ...refunded)).toMatchObject({ status: 'withdrawn', finance: 'refunded' });
    expect(stateAfter(...asked, { kind: 'withdraw', at: at('11:00') })).toMatchObject({
      status: 'withdrawn',
      finance: 'cancelled',
      pausedAt: at('10:00'),
      endedAt: at('11:00'),
    });
  });

  it('still has what was paid when a second payment is asked for and falls away: it can be refunded', () => {
    const paid = [
      filed,
      accept,
      { kind: 'request-payment', at: at('10:00') },
      { kind: 'confirm-payment', at: at('10:30') },
    ] as const;
    const askedAgain = [...paid, { kind: 'request-payment', at: at('11:00') }] as const;
    expect(stateAfter(...askedAgain)).toMatchObject({ finance: 'asked', paidBefore: true });
    for (const kind of ['cancel-payment', 'withdraw', 'stop'] as const) {
      const fallenAway = [...askedAgain, { kind, at: at('13:30') }] as const;
      expect(stateAfter(...fallenAway)).toMatchObject({ finance: 'paid', paidBefore: false });
      expect(stateAfter(...fallenAway, { kind: 'refund-payment', at: at('14:00') }).finance).toBe('refunded');
    }
    const refunded = [...paid, { kind: 'refund-payment', at: at('10:40') }] as const;
    expect(
      stateAfter(
        ...refunded,
        { kind: 'request-payment', at: at('11:00') },
        { kind: 'cancel-payment', at: at('11:30') },
      ),
    ).toMatchObject({ finance: 'cancelled', paidBefore: false });
  });

  it.each<[string, readonly DossierEvent[], number]>([
    ['nothing', [], 0],
    ['accepted before it was filed', [accept], 0],
    ['filed twice', [filed, filed], 1],
    ['accepted twice', [filed, accept, accept], 2],
    ['a supplement nobody asked for', [filed, { kind: 'supplemented', at: at('09:00') }], 1],
    ['handed back by nobody', [filed, accept, { kind: 'hand-back', at: at('10:00') }], 2],
    ['papers given back that were never taken', [filed, { kind: 'give-back-papers', at: at('09:00') }], 1],
    ['a result before it was done', [filed, accept, { kind: 'return-result', at: at('10:00') }], 2],
  ])('with a record of %s is impossible', (_, events, where) => {
    expect(foldEvents(events)).toEqual({ kind: 'impossible', at: where });
  });
});

it('reads every name of the record as an event', () => {
  expect(new Set(DossierEventKind.options.map(eventKindOf)).size).toBe(DossierEventKind.options.length);
});
