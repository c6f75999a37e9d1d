import { useText } from '../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import styles from './Practice.module.css';

/** `/practice`, before it begins: what it is, and that the real vault closes meanwhile. */
export function PracticeIntro({
  isBusy,
  onBegin,
}: {
  readonly isBusy: boolean;
  readonly onBegin: (what: 'lesson' | 'freely') => void;
}) {
  const t = useText('practice');
  const tell = useText();
  return (
    <Page
      width="narrow"
      foot={
        <FootBar>
          <LinkButton href="~/" size="large" icon={<Icon name="back" />}>
            {tell('go.home')}
          </LinkButton>
        </FootBar>
      }
    >
      <ScreenTitle>{t('intro.title')}</ScreenTitle>
      <p>{t('intro.what')}</p>
      <Notice title={t('intro.safe.title')}>{t('intro.safe.text')}</Notice>
      <Notice tone="care" title={t('intro.pin.title')}>
        {t('intro.pin.text')}
      </Notice>
      <div className={styles.begin}>
        <Button
          variant="solid"
          size="large"
          busy={isBusy}
          iconAfter={<Icon name="next" />}
          onClick={() => onBegin('lesson')}
        >
          {t('intro.lesson')}
        </Button>
        <Button size="large" disabled={isBusy} onClick={() => onBegin('freely')}>
          {t('intro.freely')}
        </Button>
      </div>
    </Page>
  );
}
