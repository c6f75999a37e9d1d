import { useText } from '../../../../i18n/useText.ts';
import { StatusPill } from '../../../../ui/Notices.tsx';

/** On the line of a draft that a colleague goes on with. */
export function GivenAwayPill() {
  const t = useText('backup');
  return <StatusPill state="off">{t('away.pill')}</StatusPill>;
}
