import { useText } from '../../../../i18n/useText.ts';
import { StatusPill } from '../../../../ui/Notices.tsx';
import type { ReportRoad } from './useReports.ts';

const signs = { waiting: 'off', attention: 'attention', received: 'good' } as const satisfies Record<
  ReportRoad,
  string
>;

/** How far a report has come; "sent" is said only of what the office has receipted (I8). */
export function RoadPill({ road }: { readonly road: ReportRoad }) {
  const t = useText('reports');
  return <StatusPill state={signs[road]}>{t(`road.${road}`)}</StatusPill>;
}
