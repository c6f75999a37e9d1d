import { mayServe } from '../../domain/language/legal-phrases.ts';
import type { Recording, VoiceIndex } from './model.ts';
import { voiceKey } from './voice-index.ts';

/**
 * The recording that says a phrase in a language: the newest checked one, else the newest draft; for consents and legal
 * declarations a checked one or none. One whose sentence reads otherwise in Vietnamese by now is not heard: it would say
 * something else than the screen.
 */
export function chooseRecording(
  index: VoiceIndex,
  wanted: { readonly language: string; readonly phrase: string; readonly vietnamese: string | undefined },
): Recording | undefined {
  const recordings = (index.get(voiceKey(wanted.language, wanted.phrase)) ?? []).filter(
    (one) => mayServe(one) && (wanted.vietnamese === undefined || one.of === wanted.vietnamese),
  );
  const newest = (status: Recording['status']) =>
    recordings
      .filter((one) => one.status === status)
      .sort((a, b) => (a.recordedOn < b.recordedOn ? 1 : -1))[0];
  return newest('checked') ?? newest('draft');
}

/** How one part of what is read aloud will be said. */
export type Spoken =
  | { readonly kind: 'recording'; readonly recording: Recording }
  /** By the device's own voice of this language, which says `text`. */
  | { readonly kind: 'device'; readonly language: string; readonly text: string }
  /** Nobody here can say it. */
  | { readonly kind: 'none' };

interface Part {
  readonly phrase: string | undefined;
  /** As the screen shows it. */
  readonly text: string;
  /** In Vietnamese. */
  readonly vietnamese: string;
  /** The Vietnamese sentence as it stands in its file. */
  readonly source: string | undefined;
}

/**
 * Sources in order: a recording in the spoken language; the device's own voice of that language; a recording in Vietnamese;
 * the device's Vietnamese voice. A voice of another language never reads a text that is not its own. `shown` is the language
 * that the part stands on the screen in.
 */
export function chooseVoice(
  index: VoiceIndex,
  part: Part,
  languages: { readonly spoken: string; readonly shown: string },
  hasDeviceVoice: (language: string) => boolean,
): Spoken {
  const { phrase, source } = part;
  const recorded = (language: string): Spoken | undefined => {
    const recording =
      phrase === undefined ? undefined : chooseRecording(index, { language, phrase, vietnamese: source });
    return recording && { kind: 'recording', recording };
  };
  const byDevice = (language: string, text: string): Spoken | undefined =>
    text !== '' && hasDeviceVoice(language) ? { kind: 'device', language, text } : undefined;
  return (
    recorded(languages.spoken) ??
    (languages.spoken === languages.shown ? byDevice(languages.spoken, part.text) : undefined) ??
    recorded('vi') ??
    byDevice('vi', part.vietnamese) ?? { kind: 'none' }
  );
}
