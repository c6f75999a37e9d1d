import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Spinner } from '../../../ui/Notices.tsx';
import { EmptyState, FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { useKeptWork } from '../common/work/useKeptWork.ts';
import { SupplementList } from './SupplementList.tsx';
import styles from './Work.module.css';

/** `/work`: what the office asks of this person, as it was when the tablet last heard; each kind of work in its own list. */
export function WorkPage() {
  const t = useText('supplement');
  const kept = useKeptWork();
  if (kept === null) return <Spinner label={t('working')} />;
  const work = kept?.work;
  return (
    <Page
      width="wide"
      foot={
        <FootBar>
          <LinkButton href="/" size="large" icon={<Icon name="back" />}>
            {t('go.home')}
          </LinkButton>
        </FootBar>
      }
    >
      <div className={styles.work}>
        <header>
          <ScreenTitle>{t('list.title')}</ScreenTitle>
          <p className={styles.asOf}>
            {kept === undefined ? t('list.never') : t('list.asOf', { at: formatDateTime(kept.askedAt) })}
          </p>
        </header>
        {work === undefined || work.supplements.length === 0 ? (
          <EmptyState drawing={<Drawing name="paper" size={56} />}>{t('list.empty')}</EmptyState>
        ) : (
          <SupplementList supplements={work.supplements} />
        )}
      </div>
    </Page>
  );
}
