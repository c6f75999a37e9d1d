import { useText } from '../../../../i18n/useText.ts';
import { useOffered } from '../../../../procedures/offered.ts';
import type { ListEntry } from '../../../../storage/model.ts';
import { StatusPill } from '../../../../ui/Notices.tsx';

/** On a draft's line: the office has a newer version than the one it began with. Its interview says more, and offers it. */
export function NewVersionPill({ entry }: { readonly entry: ListEntry }) {
  const t = useText('versions');
  const offered = useOffered().find(({ id, state }) => id === entry.procedureId && state === 'offered');
  const { procedureVersion: version } = entry;
  if (offered === undefined || version === undefined || offered.version <= version) return null;
  return <StatusPill state="attention">{t('other.pill')}</StatusPill>;
}
