import { useText } from '../i18n/useText.ts';
import { Button, LinkButton } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';

interface NoVoiceProps {
  readonly language: string;
  /** Where a voice for it is recorded; undefined where nobody may from here. */
  readonly recordAt: string | undefined;
  readonly onClose: () => void;
}

/** Nobody on this tablet can say it in this language: says so, and offers to record it. */
export function NoVoice({ language, recordAt, onClose }: NoVoiceProps) {
  const t = useText('voices');
  const name = useText()(`languageNames.${language}`);
  return (
    <Dialog
      title={t('speak.none.title')}
      onClose={onClose}
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {t('speak.none.close')}
          </Button>
          {recordAt !== undefined && (
            <LinkButton size="large" variant="solid" href={recordAt} icon={<Icon name="microphone" />}>
              {t('speak.none.record')}
            </LinkButton>
          )}
        </>
      }
    >
      <p>{t('speak.none.text', { language: name })}</p>
    </Dialog>
  );
}
