// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToOffice } from '../../../../../../src/client/features/office/shell/office-events.ts';
import { DossierStatus } from '../../../../../../src/domain/dossier/status.ts';

const counts = Object.fromEntries(DossierStatus.options.map((status) => [status, 0]));

class FakeSource extends EventTarget {
  static readonly opened: FakeSource[] = [];
  isClosed = false;
  constructor() {
    super();
    FakeSource.opened.push(this);
  }
  close() {
    this.isClosed = true;
  }
  say(type: string, data: unknown = {}) {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
  fail() {
    this.dispatchEvent(new Event('error'));
  }
}

const heard = { onNews: vi.fn(), onLive: vi.fn(), onOver: vi.fn() };
let stop: () => void;
const see = (state: 'visible' | 'hidden') => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
};
const newest = () => {
  const source = FakeSource.opened.at(-1);
  if (source === undefined) throw new Error('nothing opened');
  return source;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  FakeSource.opened.length = 0;
  vi.clearAllMocks();
  see('visible');
  stop = listenToOffice(heard);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the office’s news', () => {
  it('are told as they come; what cannot be read is passed over', () => {
    newest().say('dossiers', { ids: [], counts });
    newest().say('dossiers', { ids: 'all', name: 'Hà Thị Mây' });
    expect(heard.onNews).toHaveBeenCalledExactlyOnceWith({ ids: [], counts });
    expect(heard.onLive).toHaveBeenLastCalledWith(true);
  });

  it('come back after a broken line, with waits that grow and shrink again once it stands', () => {
    newest().say('dossiers', { ids: [], counts });
    newest().fail();
    expect(heard.onLive).toHaveBeenLastCalledWith(false);
    expect(FakeSource.opened).toHaveLength(1);
    vi.advanceTimersByTime(2_600);
    expect(FakeSource.opened).toHaveLength(2);
    newest().fail();
    vi.advanceTimersByTime(2_600);
    expect(FakeSource.opened).toHaveLength(2);
    vi.advanceTimersByTime(2_600);
    expect(FakeSource.opened).toHaveLength(3);
    newest().say('dossiers', { ids: [], counts });
    newest().fail();
    vi.advanceTimersByTime(2_600);
    expect(FakeSource.opened).toHaveLength(4);
    expect(FakeSource.opened.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
  });

  it('rest while the window is hidden, and when it is left', () => {
    see('hidden');
    expect(newest().isClosed).toBe(true);
    vi.advanceTimersByTime(120_000);
    expect(FakeSource.opened).toHaveLength(1);
    see('visible');
    expect(FakeSource.opened).toHaveLength(2);
    stop();
    see('visible');
    expect(FakeSource.opened.every(({ isClosed }) => isClosed)).toBe(true);
    expect(FakeSource.opened).toHaveLength(2);
  });

  it('end with the session', () => {
    newest().say('over');
    expect(heard.onOver).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(120_000);
    expect(FakeSource.opened).toHaveLength(1);
  });
});
