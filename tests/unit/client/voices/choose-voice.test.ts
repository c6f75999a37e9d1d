import { describe, expect, it } from 'vitest';
import { chooseRecording, chooseVoice } from '../../../../src/client/voices/choose-voice.ts';
import type { Recording, VoiceIndex } from '../../../../src/client/voices/model.ts';
import { voiceKey } from '../../../../src/client/voices/voice-index.ts';

const PHRASE = 'procedures/birth-registration:questions.child.born.label';
const CONSENT = 'procedures/shared:consents.submit.text';
const OF = 'Cháu sinh ở đâu?';

function recording(change: Partial<Recording>): Recording {
  return {
    id: 'a',
    language: 'mtq-Latn-VN',
    phrase: PHRASE,
    of: OF,
    status: 'draft',
    recordedOn: '2026-11-01',
    speaker: '',
    village: '',
    mediaType: 'audio/webm',
    digest: 'd',
    ...change,
  };
}

function indexOf(...recordings: readonly Recording[]): VoiceIndex {
  const index = new Map<string, Recording[]>();
  for (const one of recordings) {
    const key = voiceKey(one.language, one.phrase);
    index.set(key, [...(index.get(key) ?? []), one]);
  }
  return index;
}

const wanted = { language: 'mtq-Latn-VN', phrase: PHRASE, vietnamese: OF };

describe('which recording says a phrase', () => {
  it('the newest checked one before any draft, the newest draft where none was checked', () => {
    const old = recording({ id: 'old', status: 'checked', recordedOn: '2026-10-01' });
    const newer = recording({ id: 'newer', status: 'checked', recordedOn: '2026-10-20' });
    const draft = recording({ id: 'draft', recordedOn: '2026-11-20' });
    const newerDraft = recording({ id: 'newer-draft', recordedOn: '2026-11-21' });
    expect(chooseRecording(indexOf(old, draft, newer), wanted)?.id).toBe('newer');
    expect(chooseRecording(indexOf(draft, newerDraft), wanted)?.id).toBe('newer-draft');
  });

  it('none that says another sentence than the one that stands there now', () => {
    expect(chooseRecording(indexOf(recording({ of: 'Cháu sinh ở nhà à?' })), wanted)).toBeUndefined();
  });

  it('for a consent a checked one or none', () => {
    const consent = { ...wanted, phrase: CONSENT };
    expect(chooseRecording(indexOf(recording({ phrase: CONSENT })), consent)).toBeUndefined();
    const checked = recording({ id: 'c', phrase: CONSENT, status: 'checked' });
    expect(chooseRecording(indexOf(checked), consent)?.id).toBe('c');
  });
});

describe('who says a part', () => {
  const part = { phrase: PHRASE, text: OF, vietnamese: OF, source: OF };
  const muong = { spoken: 'mtq-Latn-VN', shown: 'vi' };
  const vietnameseVoice = (language: string) => language === 'vi';

  it('a recording in the language that is heard, before everything else', () => {
    expect(chooseVoice(indexOf(recording({})), part, muong, () => true)).toMatchObject({ kind: 'recording' });
  });

  it("else a Vietnamese recording, else the device's Vietnamese voice with the Vietnamese words", () => {
    const inVietnamese = recording({ id: 'vi', language: 'vi' });
    expect(chooseVoice(indexOf(inVietnamese), part, muong, vietnameseVoice)).toMatchObject({
      kind: 'recording',
      recording: { id: 'vi' },
    });
    const english = { ...part, text: 'Where was the child born?' };
    expect(chooseVoice(new Map(), english, { spoken: 'vi', shown: 'en' }, vietnameseVoice)).toEqual({
      kind: 'device',
      language: 'vi',
      text: OF,
    });
  });

  it('never lets a voice of one language read the words of another', () => {
    expect(chooseVoice(new Map(), part, { spoken: 'en', shown: 'vi' }, (l) => l === 'en')).toEqual({
      kind: 'none',
    });
  });

  it('nobody, where there is neither', () => {
    expect(chooseVoice(new Map(), part, muong, () => false)).toEqual({ kind: 'none' });
  });
});
