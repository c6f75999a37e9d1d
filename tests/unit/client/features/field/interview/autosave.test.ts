import { describe, expect, it } from 'vitest';
import {
  type AutosaveState,
  createAutosave,
  type WriteOutcome,
} from '../../../../../../src/client/features/field/interview/autosave.ts';

interface Written {
  readonly value: string;
  readonly answer: (outcome: WriteOutcome) => void;
  readonly crash: (error: Error) => void;
}

/** A disk that answers when the test says so, and a clock that the test moves. */
function setUp() {
  const written: Written[] = [];
  const states: AutosaveState[] = [];
  const crashes: unknown[] = [];
  const timers = new Map<number, { readonly run: () => void; readonly ms: number }>();
  let nextTimer = 1;
  const autosave = createAutosave('first', {
    write: (value) =>
      new Promise((resolve, reject) => {
        written.push({ value, answer: (outcome) => resolve({ outcome }), crash: reject });
      }),
    rebase: (_stored, latest) => latest,
    setTimer: (run, ms) => {
      timers.set(nextTimer, { run, ms });
      return nextTimer++;
    },
    clearTimer: (id) => void timers.delete(id),
    onState: (state) => states.push(state),
    onCrash: (error) => crashes.push(error),
    pauseMs: 800,
  });
  const pauseOver = async () => {
    for (const [id, timer] of [...timers]) {
      timers.delete(id);
      timer.run();
    }
    await settle();
  };
  const at = (index: number) => {
    const found = written[index];
    if (found === undefined) throw new Error(`no write ${index}`);
    return found;
  };
  return { autosave, written, states, crashes, timers, pauseOver, at };
}

async function settle() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('autosave', () => {
  it('writes once after the pause, the last value only', async () => {
    const { autosave, written, timers, pauseOver } = setUp();
    autosave.change('a');
    autosave.change('ab');
    expect(timers.size).toBe(1);
    expect([...timers.values()][0]?.ms).toBe(800);
    expect(written).toHaveLength(0);
    await pauseOver();
    expect(written.map((w) => w.value)).toEqual(['ab']);
  });

  it('says saved only after the write resolved', async () => {
    const { autosave, states, pauseOver, at } = setUp();
    autosave.change('a');
    await pauseOver();
    expect(states.map((s) => s.kind)).toEqual(['pending']);
    at(0).answer({ kind: 'saved', at: '10:42' });
    await settle();
    expect(states.at(-1)).toEqual({ kind: 'saved', at: '10:42' });
  });

  it('does not say saved while something typed meanwhile is not', async () => {
    const { autosave, states, written, pauseOver, at } = setUp();
    autosave.change('a');
    await pauseOver();
    autosave.change('ab');
    at(0).answer({ kind: 'saved', at: '10:42' });
    await settle();
    expect(states.map((s) => s.kind)).not.toContain('saved');
    expect(written.map((w) => w.value)).toEqual(['a', 'ab']);
    at(1).answer({ kind: 'saved', at: '10:43' });
    await settle();
    expect(states.at(-1)).toEqual({ kind: 'saved', at: '10:43' });
  });

  it('never has two writes at once', async () => {
    const { autosave, written, at } = setUp();
    autosave.change('a');
    const first = autosave.flush();
    const second = autosave.flush();
    await settle();
    expect(written).toHaveLength(1);
    at(0).answer({ kind: 'saved', at: '1' });
    await Promise.all([first, second]);
    expect(written).toHaveLength(1);
  });

  it('keeps what was typed when there is no space, and tries again with the next change', async () => {
    const { autosave, states, written, pauseOver, at } = setUp();
    autosave.change('a');
    await pauseOver();
    at(0).answer({ kind: 'no-space' });
    await settle();
    expect(states.at(-1)).toEqual({ kind: 'no-space' });
    expect(autosave.latest()).toBe('a');
    const again = autosave.flush();
    await settle();
    expect(written.map((w) => w.value)).toEqual(['a', 'a']);
    at(1).answer({ kind: 'saved', at: '2' });
    expect(await again).toEqual({ kind: 'saved', at: '2' });
  });

  it('goes on saying stale, and keeps what was typed', async () => {
    const { autosave, states, pauseOver, at } = setUp();
    autosave.change('a');
    await pauseOver();
    at(0).answer({ kind: 'stale' });
    await settle();
    autosave.change('ab');
    expect(states.at(-1)).toEqual({ kind: 'stale' });
    expect(autosave.latest()).toBe('ab');
  });

  it('tells of a write that threw, and still saves the next one', async () => {
    const { autosave, crashes, pauseOver, at } = setUp();
    autosave.change('a');
    await pauseOver();
    at(0).crash(new Error('disk'));
    await settle();
    expect(crashes).toHaveLength(1);
    const again = autosave.flush();
    await settle();
    at(1).answer({ kind: 'saved', at: '3' });
    expect(await again).toEqual({ kind: 'saved', at: '3' });
  });

  it('writes a photo after what is pending and keeps what is typed meanwhile', async () => {
    const { autosave, written, states, at } = setUp();
    autosave.change('a');
    const photo = autosave.within(
      async (saved) => {
        expect(saved).toBe('a');
        autosave.change('ab');
        return { stored: `${saved}+photo`, at: '4', result: 'done' };
      },
      (stored, latest) => `${stored}|${latest}`,
    );
    await settle();
    expect(written.map((w) => w.value)).toEqual(['a']);
    at(0).answer({ kind: 'saved', at: '3' });
    expect(await photo).toBe('done');
    expect(autosave.latest()).toBe('a+photo|ab');
    expect(states.at(-1)).toEqual({ kind: 'pending' });
  });
});
