import { type Happening, happenings } from './model.ts';

const {
  finish,
  wake,
  cross,
  elapse,
  openTab,
  openWorker,
  kill,
  setPaused,
  setMetered,
  setOnlyOnWifi,
  retire,
} = happenings;

/** Stories that once failed, or that a planted bug made fail, as small as they were found. They are held by their steps, which a seed would not be once the chances change. */
export const regressions: readonly { readonly why: string; readonly story: readonly Happening[] }[] = [
  {
    why: 'a refused envelope keeps its bytes',
    story: [finish([], 0), retire(0), cross(0, { kind: 'through' })],
  },
  {
    why: 'a second tab waits for its turn',
    story: [openTab(), setMetered(true), elapse(0)],
  },
  {
    why: 'a pause ends what is on the line',
    story: [finish([], 0), setPaused(0, true)],
  },
  {
    why: 'mobile data that takes over ends what is on the line',
    story: [setOnlyOnWifi(true), wake(0, 'finished'), setMetered(true)],
  },
  {
    why: 'what a failing office put aside is tried again, even when the sender that put it aside sleeps',
    story: [
      finish([], 0),
      openWorker(),
      cross(0, {
        kind: 'instead',
        exchange: { kind: 'refused', error: 'internal' },
        upload: { kind: 'failed', status: 500 },
      }),
      kill(1, false),
      setMetered(true),
    ],
  },
  {
    why: 'a photo that a stranger said yes to goes up again',
    story: [
      finish([16_500], 0),
      cross(0, { kind: 'through' }),
      cross(0, { kind: 'lie' }),
      cross(0, { kind: 'through' }),
      wake(0, 'timer'),
    ],
  },
];
