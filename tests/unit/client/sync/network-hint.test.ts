import { describe, expect, it, vi } from 'vitest';
import { readNetworkHint, whereNobodyReads } from '../../../../src/client/sync/network-hint.ts';
import { heldBy } from '../../../../src/client/sync/wishes.ts';

/** As Chrome on a tablet shows it. */
function connectionOf(type: string | undefined) {
  return Object.assign(new EventTarget(), { type, effectiveType: '4g' });
}

describe('what the browser says of the network', () => {
  it.each([
    ['cellular', true],
    ['bluetooth', true],
    ['wifi', false],
    ['ethernet', false],
    ['unknown', undefined],
    ['none', undefined],
  ])('of type %s: metered %s', (type, metered) => {
    const hint = readNetworkHint({ connection: connectionOf(type) });
    expect(hint.tells).toBe(true);
    expect(hint.isMetered()).toBe(metered);
  });

  it('is nothing where it tells the speed only, or has no such thing', () => {
    const speedOnly = Object.assign(new EventTarget(), { effectiveType: '2g', saveData: true });
    for (const navigator of [{}, { connection: undefined }, { connection: speedOnly }]) {
      const hint = readNetworkHint(navigator);
      expect(hint.tells).toBe(false);
      expect(hint.isMetered()).toBeUndefined();
      expect(hint.onChange(() => {})).toBeTypeOf('function');
    }
  });

  it('counts as costly in the service worker where it is not known to be free', () => {
    const inWorker = (navigator: object) => whereNobodyReads(readNetworkHint(navigator)).isMetered();
    expect(inWorker({})).toBe(true);
    expect(inWorker({ connection: connectionOf('cellular') })).toBe(true);
    expect(inWorker({ connection: connectionOf('wifi') })).toBe(false);
  });

  it('is heard when it changes, until nobody listens', () => {
    const connection = connectionOf('wifi');
    const hint = readNetworkHint({ connection });
    const hear = vi.fn();
    const stop = hint.onChange(hear);
    connection.type = 'cellular';
    connection.dispatchEvent(new Event('change'));
    expect(hear).toHaveBeenCalledTimes(1);
    expect(hint.isMetered()).toBe(true);
    stop();
    connection.dispatchEvent(new Event('change'));
    expect(hear).toHaveBeenCalledTimes(1);
  });
});

describe('wishes hold the sender', () => {
  const all = [true, false];
  it('for the network only where it is known to cost and nobody said "anyway"', () => {
    for (const paused of all)
      for (const onlyOnWifi of all)
        for (const isMetered of [true, false, undefined])
          for (const anyway of all) {
            const held = heldBy({ paused, onlyOnWifi }, isMetered, anyway);
            expect(held.has('user')).toBe(paused);
            expect(held.has('metered')).toBe(onlyOnWifi && isMetered === true && !anyway);
          }
  });
});
