import type { FieldWork } from '../../../../../contract/operations/field-work.ts';
import { civilDate } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { LinkButton } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { useServices, useSession, useStored } from '../services.ts';
import { useIsPractice } from './useIsPractice.ts';

/** On the home screen: visits of today, answers that nobody has read; else only the way to the work and to telling the office. */
export function MoreWork({ work }: { readonly work: FieldWork | undefined }) {
  const t = useText('reports');
  const isPractice = useIsPractice();
  const { now } = useServices();
  const { vault } = useSession();
  const today = civilDate(now());
  const said = useStored(`work said ${vault.staffId}`, async ({ storage }) => {
    const store = await storage.fieldWork();
    return { read: await store.findRead(vault), reports: await store.listReports(vault) };
  });
  if (said === undefined || isPractice) return null;
  const visits = (work?.visits ?? []).filter(
    ({ id, day, status }) =>
      day === today &&
      status === 'planned' &&
      !said.reports.some((report) => report.kind === 'visit' && report.taskId === id),
  );
  const answers = (work?.problems ?? []).reduce(
    (sum, { id, answers: given }) => sum + Math.max(0, given.length - (said.read[id] ?? 0)),
    0,
  );
  const look = (
    <LinkButton href="/work" iconAfter={<Icon name="next" />}>
      {t('home.look')}
    </LinkButton>
  );
  if (visits.length === 0 && answers === 0) return look;
  return (
    <Notice
      tone="care"
      title={[
        ...(visits.length > 0 ? [t('home.visits', { count: visits.length })] : []),
        ...(answers > 0 ? [t('home.answers', { count: answers })] : []),
      ].join(' · ')}
      action={look}
    >
      {visits.map(({ village }) => village).join(', ')}
    </Notice>
  );
}
