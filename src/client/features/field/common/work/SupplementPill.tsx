import { useText } from '../../../../i18n/useText.ts';
import { StatusPill } from '../../../../ui/Notices.tsx';

/** On the line of a record that goes on with a dossier at the office. */
export function SupplementPill() {
  return <StatusPill state="off">{useText('supplement')('pill')}</StatusPill>;
}
