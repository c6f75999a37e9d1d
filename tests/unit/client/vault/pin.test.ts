import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterWrongPin,
  mayTry,
  NO_ATTEMPTS,
  settleClock,
} from '../../../../src/client/vault/pin-attempts.ts';
import { costFitting, FLOOR_COST, measurePinCost } from '../../../../src/client/vault/pin-cost.ts';
import { judgePin } from '../../../../src/client/vault/pin-rules.ts';

describe('a PIN', () => {
  it.each(['000000', '123456', '654321', '789012', '121212', '123123', '111111111'])(
    '%s is too easy',
    (pin) => {
      expect(judgePin(pin)).toEqual({ kind: 'too-easy' });
    },
  );
  it('has 6 to 12 digits and nothing else', () => {
    expect(judgePin('84729')).toEqual({ kind: 'too-short' });
    expect(judgePin('8472918472914')).toEqual({ kind: 'too-long' });
    expect(judgePin('84729a')).toEqual({ kind: 'not-digits' });
    expect(judgePin('847291')).toEqual({ kind: 'good' });
    expect(judgePin('112233')).toEqual({ kind: 'good' });
  });
});

describe('the cost of a PIN', () => {
  it('never falls below the floor, grows with a faster tablet, and stops', () => {
    expect(costFitting(10_000)).toEqual(FLOOR_COST);
    expect(costFitting(120)).toEqual({ memory: 65_536, passes: 2 });
    expect(costFitting(0)).toEqual({ memory: 65_536, passes: 4 });
  });
  it('is measured on the device', async () => {
    let reading = 0;
    const slow = await measurePinCost(() => {
      reading += 9000;
      return reading;
    });
    expect(slow).toEqual(FLOOR_COST);
  });
});

describe('wrong PINs', () => {
  it('cost a growing wait from the third on, and the door at the tenth', () => {
    let attempts = NO_ATTEMPTS;
    const waits = Array.from({ length: 9 }, () => {
      attempts = afterWrongPin(attempts, 0);
      return attempts.notBefore / 1000;
    });
    expect(waits).toEqual([0, 0, 30, 60, 120, 300, 900, 1800, 3600]);
    expect(mayTry(afterWrongPin(attempts, 0), Number.MAX_SAFE_INTEGER)).toEqual({ kind: 'locked-out' });
  });

  it('turning the clock back never makes a wait shorter than it was worth, nor endless', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9 }), fc.nat(1e12), fc.nat(1e12), (failures, failedAt, back) => {
        let attempts = NO_ATTEMPTS;
        for (let i = 0; i < failures; i++) attempts = afterWrongPin(attempts, failedAt);
        const worth = attempts.notBefore - failedAt;
        const now = failedAt - 1 - back;
        const settled = settleClock(attempts, now);
        expect(mayTry(settled, now)).toEqual({ kind: 'wait', milliseconds: worth });
        expect(mayTry(settled, now + worth)).toEqual({ kind: 'yes' });
      }),
    );
  });
});
