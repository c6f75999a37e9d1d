import { describe, expect, it } from 'vitest';
import {
  type AttentionReason,
  waysOn,
} from '../../../../../../src/client/features/field/attention/ways-on.ts';
import { HandedState } from '../../../../../../src/contract/down/change.ts';
import { Refusal } from '../../../../../../src/contract/down/down-message.ts';

const reasons: readonly AttentionReason[] = [...Refusal.shape.reason.options, 'unreadable-here'];
const parts = ['envelope', 'attachment', 'draft'] as const;
const handedStates = [undefined, ...HandedState.options];

describe('ways on', () => {
  it('there is always one, whatever the reason, unless the supervisor has it and nothing else helps', () => {
    for (const reason of reasons)
      for (const of of parts)
        for (const canCorrect of [true, false]) {
          expect(waysOn(reason, { of, canCorrect, handed: undefined }).length).toBeGreaterThan(0);
          for (const handed of handedStates) {
            const ways = waysOn(reason, { of, canCorrect, handed });
            expect(new Set(ways).size).toBe(ways.length);
            expect(ways.includes('hand-over')).toBe(handed === undefined);
            if (!canCorrect) expect(ways).not.toContain('correct');
            if (of === 'envelope') expect(ways).toContain('export');
          }
        }
  });

  it('wrong answers are corrected first; what only a person can decide goes to the supervisor first', () => {
    const facts = { of: 'envelope', canCorrect: true, handed: undefined } as const;
    expect(waysOn('answers-invalid', facts)[0]).toBe('correct');
    expect(waysOn('procedure-unknown', facts)[0]).toBe('retry');
    expect(waysOn('id-conflict', facts)[0]).toBe('hand-over');
    expect(waysOn('id-conflict', facts)).not.toContain('correct');
    expect(waysOn('already-received', facts)[0]).toBe('keep-first');
    expect(waysOn('digest-mismatch', facts)[0]).toBe('correct');
    expect(waysOn('digest-mismatch', { ...facts, of: 'attachment' })[0]).toBe('retry');
    expect(waysOn('signer-unknown', { ...facts, handed: 'to-correct' })[0]).toBe('correct');
  });
});
