import { describe, expect, it } from 'vitest';
import {
  count,
  type KnownVoice,
  listToCheck,
  listVoices,
  standingsOf,
} from '../../../../../../src/client/features/field/workshop/known-voices.ts';
import { partsOf } from '../../../../../../src/client/features/field/workshop/say-generic.ts';
import { thankSpeakers } from '../../../../../../src/client/features/field/workshop/thank-speakers.ts';
import type { StoredContribution } from '../../../../../../src/client/storage/model.ts';
import type { LanguagePack, PackVoice } from '../../../../../../src/contract/language-pack.ts';
import type { Contributor } from '../../../../../../src/contract/operations/languages.ts';

const AT = '2026-11-28T10:00:00.000Z';
const phrases = ['next', 'back', 'later', 'finish'].map((key) => ({
  phrase: `interview:go.${key}`,
  where: 'interview',
  vietnamese: `Câu ${key}`,
}));
const digestOf = (id: string) => id.padEnd(43, '0');

function published(id: string, key: string, more: Partial<PackVoice> = {}): PackVoice {
  return {
    id,
    phrase: `interview:go.${key}`,
    of: `Câu ${key}`,
    speaker: 'Hà Thị Mẫu',
    village: 'Bản Poọng',
    variety: '',
    recordedOn: '2026-11-28',
    mediaType: 'audio/webm',
    seconds: 1,
    bytes: 900,
    digest: digestOf(id),
    status: 'draft',
    checkedBy: null,
    checkedOn: null,
    ...more,
  };
}
const packOf = (...voices: PackVoice[]): LanguagePack => ({ language: 'mtq', version: 1, texts: [], voices });

type Voice = Extract<StoredContribution, { kind: 'voice' }>;
function recorded(id: string, key: string, more: Partial<Voice> = {}): Voice {
  return {
    id,
    staffId: 'staff',
    state: 'waiting',
    kind: 'voice',
    contributorId: 'one',
    at: AT,
    language: 'mtq',
    phrase: `interview:go.${key}`,
    of: `Câu ${key}`,
    mediaType: 'audio/webm',
    seconds: 1,
    digest: digestOf(id),
    ...more,
  };
}
const verdict = (voiceId: string, said: 'good' | 'again', contributorId = 'two'): StoredContribution => ({
  id: `verdict-${voiceId}`,
  staffId: 'staff',
  state: 'waiting',
  kind: 'verdict',
  contributorId,
  at: AT,
  voiceId,
  verdict: said,
});

const standings = (packs: LanguagePack[], made: StoredContribution[]) =>
  Object.fromEntries(
    [...standingsOf(phrases, listVoices('mtq', packs, made))].map(([phrase, standing]) => [
      phrase.slice('interview:go.'.length),
      standing,
    ]),
  );

describe('how a phrase stands', () => {
  it('follows from packs and from what was made here', () => {
    const packs = [packOf(published('p1', 'next', { status: 'checked' }), published('p2', 'back'))];
    expect(standings(packs, [recorded('r1', 'later')])).toEqual({
      next: 'checked',
      back: 'draft',
      later: 'draft',
      finish: 'missing',
    });
  });

  it('is out of date where the sentence says something else by now', () => {
    const made = [recorded('r1', 'next', { of: 'Câu cũ' }), recorded('r2', 'back', { of: 'Câu cũ' })];
    expect(standings([packOf(published('p1', 'back'))], made)).toMatchObject({
      next: 'outdated',
      back: 'draft',
    });
  });

  it('heeds what a second person said here, and what the office refused', () => {
    const made = [
      recorded('r1', 'next'),
      recorded('r2', 'back'),
      recorded('r3', 'later', { state: 'refused' }),
      verdict('r1', 'good'),
      verdict('r2', 'again'),
    ];
    expect(standings([], made)).toMatchObject({ next: 'checked', back: 'missing', later: 'missing' });
  });

  it('is another one in another language', () => {
    expect(standings([], [recorded('r1', 'next', { language: 'tyr' })])).toMatchObject({ next: 'missing' });
  });

  it('is counted by the phrase, however many lent it a voice', () => {
    const voices = listVoices(
      'mtq',
      [packOf(published('p1', 'next'), published('p2', 'next', { status: 'checked' }))],
      [recorded('r1', 'back'), recorded('r2', 'back', { contributorId: 'two' })],
    );
    expect(count(phrases, standingsOf(phrases, voices))).toEqual({ all: 4, voiced: 2, checked: 1 });
  });
});

describe('what somebody may check', () => {
  const checker = { id: 'two', name: 'Bùi Văn Mẫu' };
  const toCheck = (voices: readonly KnownVoice[], sounds = voices.map(({ digest }) => digest)) =>
    listToCheck(checker, phrases, { voices, sounds: new Set(sounds) }).map(({ id }) => id);

  it('is what others recorded here and drafts of packs, in the order in which it is heard', () => {
    const voices = listVoices('mtq', [packOf(published('p1', 'back'))], [recorded('r1', 'next')]);
    expect(toCheck(voices)).toEqual(['r1', 'p1']);
  });

  it('is never their own voice, here or under their name in a pack, also once it has come back in one', () => {
    const voices = listVoices(
      'mtq',
      [packOf(published('p1', 'back', { speaker: checker.name }), published('r1', 'next', { speaker: '' }))],
      [
        recorded('r1', 'next', { contributorId: 'two', state: 'kept' }),
        recorded('r2', 'later', { contributorId: 'two' }),
      ],
    );
    expect(voices).toHaveLength(3);
    expect(toCheck(voices)).toEqual([]);
  });

  it('is not what was checked, what is out of date, or what cannot be heard yet', () => {
    const voices = listVoices(
      'mtq',
      [packOf(published('p1', 'next', { status: 'checked' }), published('p2', 'back', { of: 'Câu cũ' }))],
      [recorded('r1', 'later'), recorded('r2', 'finish'), verdict('r2', 'good')],
    );
    expect(toCheck(voices)).toEqual(['r1']);
    expect(toCheck(voices, [])).toEqual([]);
  });
});

describe('who lent a voice', () => {
  const person = (id: string, name: string, mayBeNamed: boolean): Contributor => ({
    id,
    name,
    village: 'Bản Khuyn',
    variety: '',
    consent: { textHash: digestOf('h'), language: 'vi', givenAt: AT, mayBeNamed },
  });

  it('is named only where they agreed to it, whoever lent most first', () => {
    const voices = listVoices(
      'mtq',
      [packOf(published('p1', 'next'), published('p2', 'back', { speaker: '' }))],
      [
        recorded('r1', 'next', { contributorId: 'named' }),
        recorded('r2', 'back', { contributorId: 'named' }),
        recorded('r3', 'later', { contributorId: 'unnamed' }),
      ],
    );
    const people = [person('named', 'Bùi Văn Mẫu', true), person('unnamed', 'Vi Thị Mẫu', false)];
    expect(thankSpeakers(voices, people)).toEqual({
      named: [
        { name: 'Bùi Văn Mẫu', village: 'Bản Khuyn', voices: 2 },
        { name: 'Hà Thị Mẫu', village: 'Bản Poọng', voices: 1 },
      ],
      unnamed: 2,
    });
  });
});

describe('a sentence that names something of the dossier', () => {
  it('shows something general in its place', () => {
    expect(partsOf('Xã {{commune}} nhận {{ count }} bản của {{child.name}}, {{-lastDay}}.')).toEqual([
      { text: 'Xã ' },
      { generic: 'commune' },
      { text: ' nhận ' },
      { generic: 'number' },
      { text: ' bản của ' },
      { generic: 'person' },
      { text: ', ' },
      { generic: 'date' },
      { text: '.' },
    ]);
    expect(partsOf('Tiếp theo')).toEqual([{ text: 'Tiếp theo' }]);
    expect(partsOf('{{anything}}')).toEqual([{ generic: 'other' }]);
  });
});
