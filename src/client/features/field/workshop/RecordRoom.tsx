import { useState } from 'react';
import type { Contributor } from '../../../../contract/operations/languages.ts';
import type { Phrase } from '../../../../domain/language/phrases.ts';
import { useText } from '../../../i18n/useText.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { FootBar, Page } from '../../../ui/Page.tsx';
import { Leave, type WayBack } from './Leave.tsx';
import { PhraseScreen } from './PhraseScreen.tsx';
import { isCommonPlace } from './places.ts';
import { nextMissing } from './road.ts';
import type { Known } from './useKnown.ts';
import { type Road, useRoads } from './useRoads.ts';
import { WellDone } from './WellDone.tsx';

interface RecordRoomProps {
  readonly language: string;
  readonly known: Known;
  /** A procedure's id or a common place; that of `phrase` where absent. */
  readonly where: string | undefined;
  /** The one to begin with. */
  readonly phrase: string | undefined;
  readonly back: WayBack;
  readonly speaker: Contributor;
  readonly onOtherSpeaker: () => void;
}

/** Sentence by sentence along one road, from the first that has no voice yet. */
export function RecordRoom({
  language,
  known,
  where,
  phrase,
  back,
  speaker,
  onOtherSpeaker,
}: RecordRoomProps) {
  const t = useText('workshop');
  const roads = useRoads(known.phrases);
  const place = where ?? known.phrases.find((one) => one.phrase === phrase)?.where;
  if (roads === undefined) return <Page>{<Spinner label={t('reading')} />}</Page>;
  const list = listOf(place, known.phrases, roads);
  if (list.length === 0)
    return (
      <Page
        width="narrow"
        foot={
          <FootBar>
            <Leave back={back} icon={<Icon name="back" />}>
              {t('back')}
            </Leave>
          </FootBar>
        }
      >
        <Notice tone="care">{t('record.nothing')}</Notice>
      </Page>
    );
  return (
    <Along
      key={place}
      language={language}
      known={known}
      list={list}
      first={phrase}
      speaker={speaker}
      onOtherSpeaker={onOtherSpeaker}
      back={back}
    />
  );
}

/** What one place says, in the order in which it is heard. */
function listOf(
  place: string | undefined,
  phrases: readonly Phrase[],
  roads: readonly Road[],
): Road['phrases'] {
  if (place === undefined) return [];
  const road = roads.find(({ id }) => id === place);
  if (road !== undefined) return road.phrases;
  if (!isCommonPlace(place)) return [];
  const drawings = new Map(roads.flatMap((one) => one.phrases).map((one) => [one.phrase, one]));
  return phrases
    .filter((one) => one.where === place)
    .map((one) => drawings.get(one.phrase) ?? { ...one, isOnRoad: false });
}

interface AlongProps
  extends Pick<RecordRoomProps, 'language' | 'known' | 'back' | 'speaker' | 'onOtherSpeaker'> {
  readonly list: Road['phrases'];
  readonly first: string | undefined;
}

function Along({ language, known, list, first, speaker, onOtherSpeaker, back }: AlongProps) {
  const isVoiced = (phrase: string) => {
    const standing = known.standings.get(phrase);
    return standing === 'draft' || standing === 'checked';
  };
  const [at, setAt] = useState<number | undefined>(() => {
    const wanted = list.findIndex(({ phrase }) => phrase === first);
    return wanted >= 0 ? wanted : (nextMissing(list, -1, isVoiced) ?? 0);
  });
  const phrase = at === undefined ? undefined : list[at];
  if (at === undefined || phrase === undefined)
    return <WellDone language={language} back={back.href} onAgain={() => setAt(0)} />;
  const onKept = () => setAt(nextMissing(list, at, (one) => one === phrase.phrase || isVoiced(one)));
  return (
    <PhraseScreen
      key={phrase.phrase}
      language={language}
      phrase={phrase}
      own={known.made.find(
        (one) =>
          one.kind === 'voice' &&
          one.contributorId === speaker.id &&
          one.phrase === phrase.phrase &&
          one.language === language &&
          one.state !== 'refused',
      )}
      number={at + 1}
      of={list.length}
      speaker={speaker}
      back={back}
      onOtherSpeaker={onOtherSpeaker}
      onKept={onKept}
      onStep={(step) => setAt((at + step + list.length) % list.length)}
    />
  );
}
