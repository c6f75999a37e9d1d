import { expect, it, vi } from 'vitest';
import { bePatient } from '../../../../src/client/sync/patience.ts';

it('ends with any of the others, also with one that ended before', () => {
  const [first, second] = [new AbortController(), new AbortController()];
  const { signal } = bePatient(60_000, [first.signal, second.signal]);
  expect(signal.aborted).toBe(false);
  second.abort();
  expect(signal.aborted).toBe(true);
  const late = bePatient(60_000, [second.signal]);
  expect(late.signal.aborted).toBe(true);
  late.end();
});

it('ends by itself when its time is over, and not when the work was done before', () => {
  vi.useFakeTimers();
  try {
    const other = new AbortController();
    const tooSlow = bePatient(1000, [other.signal]);
    const done = bePatient(1000, [other.signal]);
    vi.advanceTimersByTime(999);
    expect(tooSlow.signal.aborted).toBe(false);
    done.end();
    vi.advanceTimersByTime(1);
    expect(tooSlow.signal.aborted).toBe(true);
    other.abort();
    expect(done.signal.aborted).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});
