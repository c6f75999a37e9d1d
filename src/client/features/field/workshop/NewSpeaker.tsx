import { useState } from 'react';
import { utf8 } from '../../../../contract/bytes.ts';
import { sha256Base64url } from '../../../../contract/keys.ts';
import type { Contributor } from '../../../../contract/operations/languages.ts';
import { useText } from '../../../i18n/useText.ts';
import { NoSpaceLeft } from '../../../storage/watch-space.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDevice, useServices, useSession } from '../common/services.ts';
import { Leave, type WayBack } from './Leave.tsx';
import { SpeakerConsent } from './SpeakerConsent.tsx';
import { keepSpeaker } from './speakers.ts';

interface NewSpeakerProps {
  readonly purpose: 'speak' | 'check';
  readonly backTo: WayBack;
  readonly onBack: (() => void) | undefined;
  readonly onKept: (speaker: Contributor) => void;
}

/** What a person agrees to before they are asked for anything else, then who they are (I11). */
export function NewSpeaker({ purpose, backTo, onBack, onKept }: NewSpeakerProps) {
  const t = useText('workshop');
  const { storage, now, newId } = useServices();
  const { vault } = useSession();
  const device = useDevice();
  const [agreed, setAgreed] = useState<Contributor['consent']>();
  const [isFull, setFull] = useState(false);
  const [isKeeping, setKeeping] = useState(false);
  const [words, setWords] = useState({ name: '', village: '', variety: '' });
  const set = (name: keyof typeof words) => (value: string) =>
    setWords((before) => ({ ...before, [name]: value }));
  const back =
    onBack === undefined ? (
      <Leave back={backTo} icon={<Icon name="back" />}>
        {t('back')}
      </Leave>
    ) : (
      <Button size="large" icon={<Icon name="back" />} onClick={onBack}>
        {t('back')}
      </Button>
    );
  if (agreed === undefined)
    return (
      <SpeakerConsent
        back={back}
        onAgreed={async (text, language, mayBeNamed) =>
          setAgreed({
            textHash: await sha256Base64url(utf8(text)),
            language,
            givenAt: now().toISOString(),
            mayBeNamed,
          })
        }
      />
    );
  const keep = async () => {
    if (device === undefined) return;
    setKeeping(true);
    const speaker = {
      id: newId(),
      name: words.name.trim(),
      village: words.village.trim(),
      variety: words.variety.trim(),
      consent: agreed,
    };
    try {
      await keepSpeaker(storage.languages, vault, device, speaker);
      onKept(speaker);
    } catch (error) {
      if (!(error instanceof NoSpaceLeft)) throw error;
      setFull(true);
      setKeeping(false);
    }
  };
  return (
    <Page
      width="narrow"
      foot={
        <FootBar
          end={
            <Button
              size="large"
              variant="solid"
              iconAfter={<Icon name="next" />}
              disabled={words.name.trim() === '' || words.village.trim() === ''}
              busy={isKeeping}
              onClick={() => void keep()}
            >
              {t('next')}
            </Button>
          }
        >
          {back}
        </FootBar>
      }
    >
      <ScreenTitle>{t(`who.${purpose}`)}</ScreenTitle>
      <TextField label={t('who.name')} value={words.name} maxLength={120} onChange={set('name')} />
      <TextField label={t('who.village')} value={words.village} maxLength={120} onChange={set('village')} />
      <TextField
        label={t('who.variety')}
        hint={t('who.varietyHint')}
        value={words.variety}
        maxLength={120}
        onChange={set('variety')}
      />
      {isFull && <Notice tone="problem">{t('trouble.no-space')}</Notice>}
    </Page>
  );
}
