import { use, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type Sentence, sayInVietnamese, shownLanguage, vietnameseSource } from '../i18n/sentences.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { chooseVoice, type Spoken } from './choose-voice.ts';
import { findDeviceVoice, type Speaking, speak } from './player.ts';
import { SpokenLanguageContext, VoicesContext } from './voices.ts';

interface Speech {
  /** How each part will be said. */
  readonly plan: readonly Spoken[];
  /** The language that was asked for. */
  readonly spoken: string;
  readonly isSpeaking: boolean;
  readonly toggle: () => void;
}

/** What can be heard of these sentences now, and one press that says them or stops. Leaving the screen silences. */
export function useSpeech(sentences: readonly Sentence[]): Speech {
  const voices = use(VoicesContext);
  const reading = useLanguage();
  const spoken = use(SpokenLanguageContext) ?? reading;
  const index = useSyncExternalStore(voices.subscribe, voices.index);
  const deviceVoices = useSyncExternalStore(subscribeToDeviceVoices, countDeviceVoices);
  const said = JSON.stringify(sentences);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sentences are new at each render; their words are not
  const plan = useMemo(
    () =>
      sentences.map((sentence) =>
        chooseVoice(
          index,
          {
            phrase: sentence.phrase,
            text: sentence.text,
            vietnamese: sayInVietnamese(sentence),
            source: sentence.phrase === undefined ? undefined : vietnameseSource(sentence.phrase),
          },
          { spoken, shown: shownLanguage(reading, sentence.phrase) },
          (language) => findDeviceVoice(language) !== undefined,
        ),
      ),
    [said, index, spoken, reading, deviceVoices],
  );
  const [speaking, setSpeaking] = useState<Speaking>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words on the screen silence the old ones
  useEffect(() => () => speaking?.stop(), [said, spoken, speaking]);
  const toggle = useCallback(() => {
    if (speaking !== undefined) {
      speaking.stop();
      setSpeaking(undefined);
      return;
    }
    const begun = speak(plan, voices.sound);
    setSpeaking(begun);
    void begun.ended.then(() => setSpeaking((now) => (now === begun ? undefined : now)));
  }, [speaking, plan, voices]);
  return { plan, spoken, isSpeaking: speaking !== undefined, toggle };
}

function subscribeToDeviceVoices(listener: () => void): () => void {
  const synthesis = globalThis.speechSynthesis;
  synthesis?.addEventListener?.('voiceschanged', listener);
  return () => synthesis?.removeEventListener?.('voiceschanged', listener);
}

/** Enough to notice that the browser has found its voices. */
function countDeviceVoices(): number {
  return globalThis.speechSynthesis?.getVoices().length ?? 0;
}
