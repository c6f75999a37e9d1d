import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BulkRun, GRACE } from '../../../../../src/client/features/office/common/bulk/bulk-run.ts';
import type { Problem } from '../../../../../src/client/features/office/common/call.ts';

type Act = { readonly kind: 'begin' };
const act: Act = { kind: 'begin' };
const items = ['Hà Thị Mây', 'Lò Văn Páo', 'Vi Minh Bình'].map((name, n) => ({
  id: `d${n}`,
  revision: n + 1,
  name,
}));

let sent: { readonly id: string; readonly revision: number; readonly commandId: string }[];
let answers: Record<string, (Problem | undefined)[]>;
let settled: number;
let run: BulkRun<Act>;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  answers = {};
  settled = 0;
  let ids = 0;
  run = new BulkRun<Act>({
    newId: () => {
      ids += 1;
      return `c${ids}`;
    },
    now: () => 1_000,
    send: async ({ id, revision }, _act, commandId) => {
      sent.push({ id, revision, commandId });
      return answers[id]?.shift();
    },
    onSettled: () => {
      settled += 1;
    },
  });
});
afterEach(() => vi.useRealTimers());

describe('several at once', () => {
  it('sends nothing while it can be undone, and nothing after it was', async () => {
    run.start({ act, items });
    await vi.advanceTimersByTimeAsync(GRACE - 1);
    expect(sent).toEqual([]);
    run.undo();
    expect(run.get()).toEqual({ kind: 'undone' });
    await vi.advanceTimersByTimeAsync(10 * GRACE);
    expect(sent).toEqual([]);
    expect(settled).toBe(0);
  });

  it('sends each as its own command with the revision that was seen, and says which failed and why', async () => {
    answers.d1 = [{ kind: 'conflict', detail: 'revision' }];
    run.start({ act, items });
    await vi.advanceTimersByTimeAsync(GRACE);
    expect(sent).toEqual([
      { id: 'd0', revision: 1, commandId: 'c1' },
      { id: 'd1', revision: 2, commandId: 'c2' },
      { id: 'd2', revision: 3, commandId: 'c3' },
    ]);
    expect(run.get()).toMatchObject({
      kind: 'done',
      failures: [{ item: { name: 'Lò Văn Páo' }, problem: { kind: 'conflict' } }],
    });
    expect(settled).toBe(1);
  });

  it('asks once more, with the same command, for an answer that was lost', async () => {
    answers.d0 = [{ kind: 'unreachable' }, undefined];
    run.start({ act, items: items.slice(0, 1) });
    await run.sendNow();
    expect(sent.map(({ commandId }) => commandId)).toEqual(['c1', 'c1']);
    expect(run.get()).toMatchObject({ kind: 'done', failures: [] });
  });

  it('can be sent before the grace is over, once', async () => {
    run.start({ act, items });
    await run.sendNow();
    await vi.advanceTimersByTimeAsync(10 * GRACE);
    expect(sent).toHaveLength(3);
    run.undo();
    expect(run.get().kind).toBe('done');
    run.close();
    expect(run.get().kind).toBe('idle');
  });

  it('takes no second job while one waits', () => {
    expect(run.start({ act, items })).toBe(true);
    expect(run.start({ act, items: items.slice(0, 1) })).toBe(false);
    expect(run.get()).toMatchObject({ kind: 'waiting', job: { items: { length: 3 } }, until: 1_000 + GRACE });
  });

  it('whoever waits for the end waits for what is being sent already', async () => {
    run.start({ act, items });
    void run.sendNow();
    let isOver = false;
    const waited = run.sendNow().then(() => {
      isOver = run.get().kind === 'done';
    });
    await waited;
    expect(isOver).toBe(true);
    expect(sent).toHaveLength(3);
    await run.sendNow();
    expect(sent).toHaveLength(3);
  });
});
