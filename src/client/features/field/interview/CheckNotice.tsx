import { Suspense } from 'react';
import { formatMoment } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import type { Draft } from '../../../storage/model.ts';
import { Notice } from '../../../ui/Notices.tsx';
import { useServices } from '../common/services.ts';

/** That a person said this alone at the kiosk: staff read it back with them, and see the papers, before anybody signs. */
export function CheckNotice({ draft: { kiosk } }: { readonly draft: Draft }) {
  return kiosk === undefined ? null : (
    <Suspense>
      <Check number={kiosk} />
    </Suspense>
  );
}

function Check({ number }: { readonly number: NonNullable<Draft['kiosk']> }) {
  const t = useText(['kiosk', 'common']);
  const { now } = useServices();
  const time = formatMoment(number.at, now(), t);
  return (
    <Notice tone="care" title={t('check.title', { number: number.value, time })}>
      {t(`check.${number.how}`)}
    </Notice>
  );
}
