import { describe, expect, it } from 'vitest';
import { createAttemptLimiter } from '../../../../../src/server/http/office/attempt-limiter.ts';

function setUp() {
  let now = Date.parse('2026-11-23T08:00:00+07:00');
  const limiter = createAttemptLimiter({ now: () => new Date(now) });
  return {
    limiter,
    wait(seconds: number) {
      now += seconds * 1000;
    },
  };
}

const key = [{ name: 'login lan 10.0.0.5', free: 3 }];

describe('attempt limiter', () => {
  it('lets the free tries through, then asks for a wait that doubles', () => {
    const { limiter, wait } = setUp();
    expect([1, 2, 3].map(() => limiter.begin(key))).toEqual([0, 0, 0]);
    expect(limiter.begin(key)).toBe(30);
    wait(29);
    expect(limiter.begin(key)).toBe(1);
    wait(1);
    expect(limiter.begin(key)).toBe(0);
    expect(limiter.begin(key)).toBe(60);
  });

  it('a refused try does not make the wait longer', () => {
    const { limiter, wait } = setUp();
    for (let i = 0; i < 3; i += 1) limiter.begin(key);
    for (let i = 0; i < 50; i += 1) expect(limiter.begin(key)).toBe(30);
    wait(30);
    expect(limiter.begin(key)).toBe(0);
  });

  it('never waits longer than a quarter of an hour, and forgets after one', () => {
    const { limiter, wait } = setUp();
    for (let i = 0; i < 20; i += 1) {
      limiter.begin(key);
      wait(limiter.begin(key));
    }
    expect(limiter.begin(key)).toBeLessThanOrEqual(900);
    wait(900);
    expect([1, 2, 3].map(() => limiter.begin(key))).toEqual([0, 0, 0]);
  });

  it('a right password clears the slate', () => {
    const { limiter } = setUp();
    limiter.begin(key);
    limiter.begin(key);
    limiter.succeeded(key);
    expect([1, 2, 3].map(() => limiter.begin(key))).toEqual([0, 0, 0]);
    expect(limiter.begin(key)).toBe(30);
  });

  it('many logins from one address use up the address', () => {
    const { limiter } = setUp();
    const from = (login: string) => [
      { name: `login ${login}`, free: 3 },
      { name: 'address 10.0.0.5', free: 4 },
    ];
    expect(['a', 'b', 'c', 'd'].map((login) => limiter.begin(from(login)))).toEqual([0, 0, 0, 0]);
    expect(limiter.begin(from('e'))).toBe(30);
    expect(limiter.begin([{ name: 'login e', free: 3 }])).toBe(0);
  });
});
