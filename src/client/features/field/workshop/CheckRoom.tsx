import { useState } from 'react';
import type { Contributor } from '../../../../contract/operations/languages.ts';
import { useText } from '../../../i18n/useText.ts';
import { NoSpaceLeft } from '../../../storage/watch-space.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { EmptyState, FootBar, Page, ScreenTitle, TopBar } from '../../../ui/Page.tsx';
import { useSound } from '../../../ui/sound/useSound.ts';
import { useServices, useSession } from '../common/services.ts';
import { type KnownVoice, listToCheck } from './known-voices.ts';
import { Sentence } from './Sentence.tsx';
import type { Known } from './useKnown.ts';
import { useLanguageName } from './useLanguageName.ts';
import styles from './Workshop.module.css';

interface CheckRoomProps {
  readonly language: string;
  readonly known: Known;
  readonly checker: Contributor;
  readonly onOtherChecker: () => void;
}

/** A second person listens to what others said: right, or better said again. Nobody is asked about their own voice. */
export function CheckRoom({ language, known, checker, onOtherChecker }: CheckRoomProps) {
  const t = useText('workshop');
  const nameOf = useLanguageName();
  const [passedOver, setPassedOver] = useState<readonly string[]>([]);
  const all = listToCheck(checker, known.phrases, known);
  const voice = all.find(({ id }) => !passedOver.includes(id));
  const back = (
    <LinkButton href={`/workshop/${language}`} size="large" icon={<Icon name="back" />}>
      {t('record.leave')}
    </LinkButton>
  );
  if (voice === undefined)
    return (
      <Page width="narrow" align="middle" foot={<FootBar>{back}</FootBar>}>
        <ScreenTitle>{t('check.title')}</ScreenTitle>
        <EmptyState>{t(passedOver.length > 0 ? 'check.allHeard' : 'check.nothing')}</EmptyState>
        <div>
          <Button icon={<Icon name="person" />} onClick={onOtherChecker}>
            {t('check.other', { name: checker.name })}
          </Button>
        </div>
      </Page>
    );
  return (
    <Page
      top={
        <TopBar
          end={
            <Button variant="quiet" icon={<Icon name="person" />} onClick={onOtherChecker}>
              {t('check.by', { name: checker.name })}
            </Button>
          }
        >
          <span>
            {nameOf(language)} · {t('check.left', { count: all.length })}
          </span>
        </TopBar>
      }
      foot={
        <FootBar
          end={
            <Button
              size="large"
              iconAfter={<Icon name="next" />}
              onClick={() => setPassedOver((before) => [...before, voice.id])}
            >
              {t('check.later')}
            </Button>
          }
        >
          {back}
        </FootBar>
      }
    >
      <OneVoice key={voice.id} language={language} voice={voice} checker={checker} />
    </Page>
  );
}

interface OneVoiceProps {
  readonly language: string;
  readonly voice: KnownVoice & { readonly vietnamese: string };
  readonly checker: Contributor;
}

function OneVoice({ language, voice, checker }: OneVoiceProps) {
  const t = useText('workshop');
  const nameOf = useLanguageName();
  const { storage, now, newId } = useServices();
  const { vault } = useSession();
  const { playing, play, stop } = useSound();
  const [isHeard, setHeard] = useState(false);
  const [isFull, setFull] = useState(false);
  const listen = async () => {
    if (playing !== undefined) return stop();
    const sound = await storage.languages.findSound(voice.digest);
    if (sound === undefined) return;
    await play(voice.id, new Blob([sound.bytes], { type: sound.mediaType }));
    setHeard(true);
  };
  const say = async (verdict: 'good' | 'again') => {
    const id = newId();
    const made = { staffId: vault.staffId, contributorId: checker.id, at: now().toISOString() };
    try {
      await storage.languages.contribute({
        ...made,
        id,
        state: 'waiting',
        kind: 'verdict',
        voiceId: voice.id,
        verdict,
      });
    } catch (error) {
      if (!(error instanceof NoSpaceLeft)) throw error;
      setFull(true);
    }
  };
  return (
    <div className={styles.check}>
      <h1 className={styles.ask}>{t('check.says', { language: nameOf(language) })}</h1>
      <Sentence vietnamese={voice.vietnamese} />
      {voice.speaker !== '' && (
        <p className={styles.advice}>
          {t('check.spokenBy', { name: voice.speaker, village: voice.village })}
        </p>
      )}
      <div>
        <Button
          size="large"
          variant={isHeard ? 'outline' : 'solid'}
          icon={<Icon name={playing === undefined ? 'speaker' : 'stop'} />}
          onClick={() => void listen()}
        >
          {t(playing === undefined ? 'check.listen' : 'record.stop')}
        </Button>
      </div>
      {isHeard ? (
        <div className={styles.tools}>
          <Button size="large" variant="solid" icon={<Icon name="check" />} onClick={() => void say('good')}>
            {t('check.good')}
          </Button>
          <Button size="large" icon={<Icon name="undo" />} onClick={() => void say('again')}>
            {t('check.again')}
          </Button>
        </div>
      ) : (
        <p>{t('check.listenFirst')}</p>
      )}
      {isFull && <Notice tone="problem">{t('trouble.no-space')}</Notice>}
    </div>
  );
}
