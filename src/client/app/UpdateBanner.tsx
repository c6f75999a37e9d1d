import { useSyncExternalStore } from 'react';
import { useRoute } from 'wouter';
import { useText } from '../i18n/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Banner } from '../ui/Notices.tsx';
import type { WaitingUpdate } from './update.ts';

/** Offers a newer version, but never in the middle of an interview or of setting up the tablet (I9). */
export function UpdateBanner({ update }: { readonly update: WaitingUpdate }) {
  const t = useText();
  const isWaiting = useSyncExternalStore(update.subscribe, update.isWaiting);
  const [inInterview] = useRoute('/interview/*?');
  const [enrolling] = useRoute('/enrol');
  if (!isWaiting || inInterview || enrolling) return null;
  return (
    <Banner
      action={
        <Button size="small" onClick={update.take}>
          {t('update.take')}
        </Button>
      }
    >
      {t('update.ready')}
    </Banner>
  );
}
