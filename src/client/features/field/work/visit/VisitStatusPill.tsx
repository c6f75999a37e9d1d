import type { Visit } from '../../../../../contract/operations/field-work.ts';
import { useText } from '../../../../i18n/useText.ts';
import { StatusPill } from '../../../../ui/Notices.tsx';

const signs = {
  planned: 'off',
  done: 'good',
  'not-met': 'attention',
  'not-done': 'attention',
  cancelled: 'off',
} as const satisfies Record<Visit['status'], string>;

/** How a visit stands, in a few words. */
export function VisitStatusPill({ status }: { readonly status: Visit['status'] }) {
  const t = useText('reports');
  return <StatusPill state={signs[status]}>{t(`visit.status.${status}`)}</StatusPill>;
}
