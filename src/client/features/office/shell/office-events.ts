import { OfficeEvent, officeEventsPath } from '../../../../contract/operations/queue.ts';

/*
 * [Note: A stream only while it is seen]
 * A browser keeps at most six connections to one address, so a stream is closed while its window is hidden. Coming back opens it
 * anew, and its first event is as good as the ones that were missed: screens ask again for what they show.
 */

export interface OfficeEventsHeard {
  readonly onNews: (event: OfficeEvent) => void;
  /** Whether the stream stands. */
  readonly onLive: (isLive: boolean) => void;
  /** The session is over. */
  readonly onOver: () => void;
}

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

/**
 * Listens to the office's news until the returned function is called; tries again after longer and longer waits where the stream
 * does not stand. See: [Note: A stream only while it is seen]
 */
export function listenToOffice({ onNews, onLive, onOver }: OfficeEventsHeard): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT;

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
    onLive(false);
  };
  const open = () => {
    close();
    const opened = new EventSource(officeEventsPath);
    source = opened;
    opened.addEventListener('dossiers', ({ data }: MessageEvent<string>) => {
      const event = readEvent(data);
      if (event === undefined || source !== opened) return;
      wait = FIRST_WAIT;
      onLive(true);
      onNews(event);
    });
    opened.addEventListener('over', () => {
      close();
      onOver();
    });
    // Not left to the browser: it gives up for good on some answers, and has no patience that grows.
    opened.addEventListener('error', () => {
      if (source !== opened) return;
      close();
      timer = setTimeout(open, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
  };
  const onVisibility = () => (document.visibilityState === 'visible' ? open() : close());
  document.addEventListener('visibilitychange', onVisibility);
  onVisibility();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    close();
  };
}

function readEvent(data: string): OfficeEvent | undefined {
  try {
    return OfficeEvent.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
