import type { SupplementWork } from '../../../../contract/operations/field-work.ts';
import { useText } from '../../../i18n/useText.ts';
import { StatusPill } from '../../../ui/Notices.tsx';
import { useSession } from '../common/services.ts';
import { type SupplementState, stateOfSupplement } from '../common/work/supplement-state.ts';

const pills = {
  'to-do': 'attention',
  begun: 'busy',
  sent: 'good',
  arrived: 'good',
} as const satisfies Record<SupplementState['kind'], string>;

/** Where one request stands on this tablet, in a few words. */
export function SupplementStatePill({ supplement }: { readonly supplement: SupplementWork }) {
  const t = useText('supplement');
  const { records } = useSession();
  const { kind } = stateOfSupplement(supplement, records.listEntries());
  return <StatusPill state={pills[kind]}>{t(`state.${kind}`)}</StatusPill>;
}
