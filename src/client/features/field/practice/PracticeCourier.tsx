import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import styles from './Practice.module.css';

const STEPS = ['choose', 'give', 'carry', 'receipt'] as const;

/** The courier, in words: no file and no code leaves the practice ground, and none comes in. */
export function PracticeCourier() {
  const t = useText('practice');
  const tell = useText();
  return (
    <Page
      width="narrow"
      foot={
        <FootBar>
          <LinkButton href="/" size="large" icon={<Icon name="back" />}>
            {tell('go.home')}
          </LinkButton>
        </FootBar>
      }
    >
      <ScreenTitle>{t('courier.title')}</ScreenTitle>
      <p>{t('courier.when')}</p>
      <ol className={styles.told}>
        {STEPS.map((step) => (
          <li key={step}>{t(`courier.${step}`)}</li>
        ))}
      </ol>
      <Notice title={t('courier.safe.title')}>{t('courier.safe.text')}</Notice>
      <Notice tone="care">{t('courier.notHere')}</Notice>
    </Page>
  );
}
