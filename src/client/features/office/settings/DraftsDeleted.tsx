import { useText } from '../../../i18n/useText.ts';
import { Notice } from '../../../ui/Notices.tsx';

/** Said before it is saved: what not keeping drafts any more deletes. Nothing while they go on being kept. */
export function DraftsDeleted({ keeps, kept }: { readonly keeps: boolean; readonly kept: boolean }) {
  const t = useText('office');
  if (keeps || !kept) return null;
  return <Notice tone="care">{t('drafts.settingDeletes')}</Notice>;
}
