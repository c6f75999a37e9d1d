import type { LanguagePack, VoiceMediaType } from '../../../../contract/language-pack.ts';
import type { Phrase } from '../../../../domain/language/phrases.ts';
import type { StoredContribution } from '../../../storage/model.ts';

/** A recording of one language that this tablet knows of, whether or not its sound is here. */
export interface KnownVoice {
  readonly id: string;
  readonly phrase: string;
  /** The Vietnamese sentence that it says, as it was then. */
  readonly of: string;
  readonly status: 'draft' | 'checked';
  readonly digest: string;
  readonly mediaType: VoiceMediaType;
  /** As packs may name them; empty where they may not, or where the voice is in no pack yet. */
  readonly speaker: string;
  readonly village: string;
  /** Who spoke, where it was recorded on this tablet. */
  readonly contributorId: string | undefined;
}

/**
 * Recordings of a language: those of its pack, and those made here that the office has not refused. A verdict given here
 * counts at once: `good` makes a voice checked, `again` takes it away.
 */
export function listVoices(
  language: string,
  packs: readonly LanguagePack[],
  made: readonly StoredContribution[],
): readonly KnownVoice[] {
  const recorded = made.flatMap((one) => (one.kind === 'voice' && one.language === language ? [one] : []));
  const speakers = new Map(recorded.map(({ id, contributorId }) => [id, contributorId]));
  const published = packs.filter((pack) => pack.language === language).flatMap(({ voices }) => voices);
  const inPack = new Set(published.map(({ id }) => id));
  const all: readonly KnownVoice[] = [
    ...published.map((voice) => ({ ...voice, contributorId: speakers.get(voice.id) })),
    ...recorded
      .filter(({ id, state }) => state !== 'refused' && !inPack.has(id))
      .map((voice) => ({ ...voice, status: 'draft' as const, speaker: '', village: '' })),
  ];
  const verdicts = new Map(
    made.flatMap((one) => (one.kind === 'verdict' ? [[one.voiceId, one.verdict] as const] : [])),
  );
  return all.flatMap((voice) => {
    const verdict = verdicts.get(voice.id);
    if (verdict === 'again') return [];
    return [verdict === 'good' ? { ...voice, status: 'checked' as const } : voice];
  });
}

/** How a phrase stands in one language. `outdated`: it has voices, and the sentence says something else by now. */
export type Standing = 'missing' | 'outdated' | 'draft' | 'checked';

/** Recordings by phrase, and how each phrase stands. */
export function standingsOf(
  phrases: readonly Phrase[],
  voices: readonly KnownVoice[],
): ReadonlyMap<string, Standing> {
  const known = byPhrase(voices);
  return new Map(
    phrases.map(({ phrase, vietnamese }) => {
      const all = known.get(phrase) ?? [];
      const current = all.filter(({ of }) => of === vietnamese);
      const standing: Standing = current.some(({ status }) => status === 'checked')
        ? 'checked'
        : current.length > 0
          ? 'draft'
          : all.length > 0
            ? 'outdated'
            : 'missing';
      return [phrase, standing];
    }),
  );
}

export interface HowMany {
  readonly all: number;
  /** With a voice, checked ones included. */
  readonly voiced: number;
  readonly checked: number;
}

export function count(
  phrases: readonly Pick<Phrase, 'phrase'>[],
  standings: ReadonlyMap<string, Standing>,
): HowMany {
  const own = phrases.map(({ phrase }) => standings.get(phrase));
  const checked = own.filter((standing) => standing === 'checked').length;
  return {
    all: own.length,
    voiced: checked + own.filter((standing) => standing === 'draft').length,
    checked,
  };
}

/**
 * Recordings that this person may check: drafts of the sentence as it is now, whose sound is here, that they have not heard
 * already, and that are not their own. Nobody checks their own voice, not even one that came in a pack under their name.
 */
export function listToCheck(
  checker: { readonly id: string; readonly name: string },
  phrases: readonly Phrase[],
  known: {
    readonly voices: readonly KnownVoice[];
    readonly sounds: ReadonlySet<string>;
  },
): readonly (KnownVoice & { readonly vietnamese: string })[] {
  const { voices, sounds } = known;
  const drafts = byPhrase(
    voices.filter(
      ({ status, digest, contributorId, speaker }) =>
        status === 'draft' &&
        sounds.has(digest) &&
        contributorId !== checker.id &&
        (speaker === '' || speaker !== checker.name),
    ),
  );
  return phrases.flatMap(({ phrase, vietnamese }) =>
    (drafts.get(phrase) ?? [])
      .filter(({ of }) => of === vietnamese)
      .map((voice) => ({ ...voice, vietnamese })),
  );
}

function byPhrase(voices: readonly KnownVoice[]): ReadonlyMap<string, readonly KnownVoice[]> {
  const groups = new Map<string, KnownVoice[]>();
  for (const voice of voices) {
    const group = groups.get(voice.phrase);
    if (group === undefined) groups.set(voice.phrase, [voice]);
    else group.push(voice);
  }
  return groups;
}
