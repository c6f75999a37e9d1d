import { createContext } from 'react';
import type { Storage } from '../storage/storage.ts';
import type { VoiceIndex } from './model.ts';
import { indexVoices } from './voice-index.ts';

/** The voices of this tablet, for screens: an index that follows the storage, and the sound behind it. */
export interface Voices {
  readonly subscribe: (listener: () => void) => () => void;
  /** Empty until it was read for the first time. */
  readonly index: () => VoiceIndex;
  /** The sound of this digest; undefined where it is not here. */
  readonly sound: (digest: string) => Promise<Blob | undefined>;
}

const NOTHING: VoiceIndex = new Map();

interface Ports {
  readonly storage: Pick<Storage, 'onChange'> & {
    readonly languages: Pick<
      Storage['languages'],
      'listPacks' | 'listContributions' | 'listSounds' | 'findSound'
    >;
  };
  readonly onBug: (error: unknown) => void;
}

/** Reads when somebody first listens, and again after each change of what it was read from. */
export function createVoices({ storage, onBug }: Ports): Voices {
  const listeners = new Set<() => void>();
  let index = NOTHING;
  let readFrom = '';
  let reading: Promise<void> | undefined;
  let isStale = false;

  async function read(): Promise<void> {
    const [packs, contributions, sounds] = await Promise.all([
      storage.languages.listPacks(),
      storage.languages.listContributions(),
      storage.languages.listSounds(),
    ]);
    const from = JSON.stringify([
      packs.map(({ digest }) => digest),
      contributions.map(({ id, state }) => [id, state]),
      sounds,
    ]);
    if (from === readFrom) return;
    readFrom = from;
    index = indexVoices({ packs, contributions, sounds: new Set(sounds) });
    for (const listener of [...listeners]) listener();
  }

  function refresh(): void {
    if (reading !== undefined) {
      isStale = true;
      return;
    }
    isStale = false;
    reading = read()
      .catch(onBug)
      .finally(() => {
        reading = undefined;
        if (isStale) refresh();
      });
  }

  let stop: (() => void) | undefined;
  return {
    subscribe(listener) {
      listeners.add(listener);
      if (stop === undefined) {
        stop = storage.onChange(refresh);
        refresh();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
    index: () => index,
    async sound(digest) {
      const found = await storage.languages.findSound(digest);
      return found && new Blob([found.bytes], { type: found.mediaType });
    },
  };
}

const noVoices: Voices = {
  subscribe: () => () => undefined,
  index: () => NOTHING,
  sound: async () => undefined,
};

/** `client/app` gives the tablet's voices; where nobody has, only the device's own voice speaks. */
export const VoicesContext = createContext<Voices>(noVoices);

/** The language a citizen wants to hear; undefined: that of the screen. */
export const SpokenLanguageContext = createContext<string | undefined>(undefined);

/** Where to record a voice for a phrase that has none; undefined where nobody may (the citizen's own hands). */
export const RecordingOfferContext = createContext<
  ((phrase: string, language: string) => string) | undefined
>(undefined);
