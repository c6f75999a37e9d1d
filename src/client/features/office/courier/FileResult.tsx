import { useText } from '../../../i18n/useText.ts';
import { Notice } from '../../../ui/Notices.tsx';
import type { FileOutcome } from './bring-files.ts';

const UNREADABLE = ['not-courier', 'newer', 'damaged'];

/** One file: nothing where all is well; what is damaged in it, or why it was not taken. */
export function FileResult({ outcome: { name, result } }: { readonly outcome: FileOutcome }) {
  const t = useText('office');
  if ('problem' in result) {
    const { problem } = result;
    const detail = 'detail' in problem ? problem.detail : undefined;
    const isUnreadable = problem.kind === 'malformed' && detail !== undefined && UNREADABLE.includes(detail);
    return (
      <Notice tone="problem" title={name}>
        {isUnreadable ? t(`courier.file.${detail}`) : t(`problem.${problem.kind}`, { seconds: 60 })}
      </Notice>
    );
  }
  const damaged = result.items.filter((item) => item.outcome.kind === 'damaged');
  if (damaged.length === 0) return null;
  const { part, parts } = result;
  return (
    <Notice tone="care" title={`${name} · ${t('courier.file.part', { part, parts })}`}>
      {t('courier.file.partly', {
        dossiers: damaged.filter(({ of }) => of === 'envelope').length,
        photos: damaged.filter(({ of }) => of === 'attachment').length,
      })}
    </Notice>
  );
}
