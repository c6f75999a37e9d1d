import { useText } from '../../../../i18n/useText.ts';
import { LinkButton } from '../../../../ui/Button.tsx';
import styles from './Report.module.css';
import { RoadPill } from './RoadPill.tsx';
import type { ReportRoad } from './useReports.ts';

/** How far the report of this id has come, and where it needs a person, the way to what can be done (I6). */
export function Road({ id, road }: { readonly id: string; readonly road: ReportRoad }) {
  const t = useText();
  return (
    <div className={styles.road}>
      <RoadPill road={road} />
      {road === 'attention' && <LinkButton href={`/attention/${id}`}>{t('home.waysOn')}</LinkButton>}
    </div>
  );
}
