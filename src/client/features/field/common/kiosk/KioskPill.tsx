import { useText } from '../../../../i18n/useText.ts';
import type { KioskNumber } from '../../../../storage/model.ts';
import { StatusPill } from '../../../../ui/Notices.tsx';

/** On the line of a draft that a person began alone: nobody has checked it yet. */
export function KioskPill({ number }: { readonly number: KioskNumber }) {
  const t = useText('kiosk');
  return <StatusPill state="attention">{t(`pill.${number.how}`, { number: number.value })}</StatusPill>;
}
