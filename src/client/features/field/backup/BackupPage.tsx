import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import styles from '../common/kept/Kept.module.css';
import { KeptDrafts } from '../common/kept/RestoreOffer.tsx';
import { useDraftPorts, useKept } from '../common/kept/useKept.ts';
import { OwnDrafts } from './OwnDrafts.tsx';

/** `/drafts`: what the office keeps of this person's drafts, taking it back, and giving one to a colleague. */
export function BackupPage() {
  const t = useText('backup');
  const ports = useDraftPorts();
  const { kept, again } = useKept(ports);
  return (
    <Page
      width="wide"
      foot={
        <FootBar>
          <LinkButton href="/" size="large" icon={<Icon name="back" />}>
            {t('home')}
          </LinkButton>
        </FootBar>
      }
    >
      <ScreenTitle>{t('title')}</ScreenTitle>
      <p>{t('what')}</p>
      <section className={styles.part}>
        <h2>{t('found.heading')}</h2>
        <KeptDrafts ports={ports} kept={kept} again={again} />
      </section>
      <OwnDrafts ports={ports} kept={kept} again={again} />
    </Page>
  );
}
