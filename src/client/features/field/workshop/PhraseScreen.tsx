import { useState } from 'react';
import type { Contributor } from '../../../../contract/operations/languages.ts';
import { useText } from '../../../i18n/useText.ts';
import type { StoredContribution } from '../../../storage/model.ts';
import { Button } from '../../../ui/Button.tsx';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { FootBar, Page, TopBar } from '../../../ui/Page.tsx';
import { useServices, useSession } from '../common/services.ts';
import { keepVoice } from './keep-voice.ts';
import { Leave, type WayBack } from './Leave.tsx';
import { Recorder } from './Recorder.tsx';
import type { RoadPhrase } from './road.ts';
import { Sentence } from './Sentence.tsx';
import { useLanguageName } from './useLanguageName.ts';
import { useTake } from './useTake.ts';
import styles from './Workshop.module.css';

interface PhraseScreenProps {
  readonly language: string;
  readonly phrase: RoadPhrase;
  /** This speaker's voice for it, where there is one here. */
  readonly own: StoredContribution | undefined;
  readonly number: number;
  readonly of: number;
  readonly speaker: Contributor;
  readonly back: WayBack;
  readonly onOtherSpeaker: () => void;
  readonly onKept: () => void;
  readonly onStep: (step: 1 | -1) => void;
}

/** One sentence and nothing else: its drawing, the words to say, and the microphone. */
export function PhraseScreen({
  language,
  phrase,
  own,
  number,
  of,
  speaker,
  back,
  onOtherSpeaker,
  onKept,
  onStep,
}: PhraseScreenProps) {
  const t = useText('workshop');
  const nameOf = useLanguageName();
  const { storage, now, newId } = useServices();
  const { vault } = useSession();
  const taking = useTake();
  const [isKeeping, setKeeping] = useState(false);
  const keep = async () => {
    if (taking.take.kind !== 'made') return;
    setKeeping(true);
    const made = {
      id: newId(),
      staffId: vault.staffId,
      contributorId: speaker.id,
      at: now().toISOString(),
      language,
      phrase: phrase.phrase,
      of: phrase.vietnamese,
    };
    const outcome = await keepVoice(storage.languages, made, taking.take.voice);
    if (outcome === 'kept') return onKept();
    setKeeping(false);
    taking.trouble(outcome);
  };
  return (
    <Page
      top={
        <TopBar
          end={
            <Button variant="quiet" icon={<Icon name="person" />} onClick={onOtherSpeaker}>
              {t('record.by', { name: speaker.name })}
            </Button>
          }
        >
          <span>
            {nameOf(language)} · {t('record.which', { number, of })}
          </span>
        </TopBar>
      }
      foot={
        <FootBar
          end={
            <>
              <Button size="large" icon={<Icon name="back" />} onClick={() => onStep(-1)}>
                {t('record.before')}
              </Button>
              <Button size="large" iconAfter={<Icon name="next" />} onClick={() => onStep(1)}>
                {t('record.skip')}
              </Button>
            </>
          }
        >
          <Leave back={back}>{t('record.leave')}</Leave>
        </FootBar>
      }
    >
      <div className={phrase.drawing === undefined ? styles.wordsAlone : styles.phrase}>
        {phrase.drawing !== undefined && (
          <div className={styles.drawing}>
            <Drawing name={phrase.drawing} size={160} />
          </div>
        )}
        <div className={styles.say}>
          <h1 className={styles.ask}>{t('record.say', { language: nameOf(language) })}</h1>
          <Sentence vietnamese={phrase.vietnamese} />
          <Recorder taking={taking} own={own} isKeeping={isKeeping} onKeep={() => void keep()} />
        </div>
      </div>
    </Page>
  );
}
