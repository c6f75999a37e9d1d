import { defaultDevicePolicy } from '../../../../contract/down/device-policy.ts';
import { useText } from '../../../i18n/useText.ts';
import { GuardNotice } from '../common/guard/GuardNotice.tsx';
import { useGuard } from '../common/guard/useGuard.ts';
import { useDevice } from '../common/services.ts';

/** What the commune decided for this tablet, and what its guard rails say now. */
export function PolicySetting() {
  const t = useText('storage');
  const device = useDevice();
  const guard = useGuard();
  const { keepSummariesDays } = device?.policy ?? defaultDevicePolicy;
  return (
    <>
      {guard !== undefined && guard.verdict.kind !== 'fine' && (
        <GuardNotice facts={guard.facts} verdict={guard.verdict} />
      )}
      <p>{t('policy.keep', { count: keepSummariesDays })}</p>
    </>
  );
}
