import { describe, expect, it } from 'vitest';
import type { StoredContribution, StoredLanguagePack } from '../../../../src/client/storage/model.ts';
import { indexVoices, voiceKey } from '../../../../src/client/voices/voice-index.ts';
import type { PackVoice } from '../../../../src/contract/language-pack.ts';

const PHRASE = 'interview:go.next';
const id = (end: number) => `0197f3a2-0000-7000-8000-00000000000${end}`;
const digest = (letter: string) => letter.repeat(43);

function voice(end: number, change: Partial<PackVoice> = {}): PackVoice {
  return {
    id: id(end),
    phrase: PHRASE,
    of: 'Tiếp',
    speaker: 'Bà Mẫu',
    village: 'Bản Mẫu',
    variety: 'Mường',
    recordedOn: '2026-11-01',
    mediaType: 'audio/webm',
    seconds: 1.2,
    bytes: 3000,
    digest: digest('A'),
    status: 'checked',
    checkedBy: 'Ông Mẫu',
    checkedOn: '2026-11-02',
    ...change,
  };
}

function pack(...voices: readonly PackVoice[]): StoredLanguagePack {
  const json = JSON.stringify({ language: 'mtq-Latn-VN', version: 1, texts: [], voices });
  return {
    language: 'mtq-Latn-VN',
    version: 1,
    digest: digest('P'),
    json,
    receivedAt: '2026-11-03T00:00:00Z',
  };
}

function made(end: number, change: Partial<Extract<StoredContribution, { kind: 'voice' }>> = {}) {
  return {
    kind: 'voice',
    id: id(end),
    staffId: id(9),
    contributorId: id(8),
    at: '2026-11-05T00:00:00Z',
    state: 'waiting',
    language: 'mtq-Latn-VN',
    phrase: PHRASE,
    of: 'Tiếp',
    mediaType: 'audio/webm',
    seconds: 1,
    digest: digest('B'),
    ...change,
  } as const satisfies StoredContribution;
}

const heard = (known: Parameters<typeof indexVoices>[0]) =>
  (indexVoices(known).get(voiceKey('mtq-Latn-VN', PHRASE)) ?? []).map((one) => [one.id, one.status]);

describe('what can be heard on this tablet', () => {
  const sounds = new Set([digest('A'), digest('B')]);

  it('what the office published, and what was made here: at once, as a draft', () => {
    expect(heard({ packs: [pack(voice(1))], contributions: [made(2)], sounds })).toEqual([
      [id(1), 'checked'],
      [id(2), 'draft'],
    ]);
  });

  it('one recording once, with the standing that the office gave it', () => {
    const published = voice(2, { digest: digest('B') });
    expect(heard({ packs: [pack(published)], contributions: [made(2)], sounds })).toEqual([
      [id(2), 'checked'],
    ]);
  });

  it('nothing whose sound is not here, that the office refused, or that somebody asked to have again', () => {
    expect(heard({ packs: [pack(voice(1))], contributions: [made(2)], sounds: new Set() })).toEqual([]);
    expect(heard({ packs: [], contributions: [made(2, { state: 'refused' })], sounds })).toEqual([]);
    const verdict: StoredContribution = {
      kind: 'verdict',
      id: id(3),
      staffId: id(9),
      contributorId: id(7),
      at: '2026-11-06T00:00:00Z',
      state: 'waiting',
      voiceId: id(1),
      verdict: 'again',
    };
    expect(heard({ packs: [pack(voice(1))], contributions: [verdict], sounds })).toEqual([]);
  });

  it('nothing of a pack that does not parse, and the rest all the same', () => {
    const broken = { ...pack(), language: 'hmn-Latn-VN', json: '{"voices":' };
    expect(heard({ packs: [broken, pack(voice(1))], contributions: [], sounds })).toEqual([
      [id(1), 'checked'],
    ]);
  });
});
