import { lazy, Suspense, useState } from 'react';
import { useLocation, useRouter } from 'wouter';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';

const HelpSheet = lazy(async () => ({ default: (await import('./HelpSheet.tsx')).HelpSheet }));

/** In the same corner of every field screen: a few sentences about the screen that is open. Needs no network. */
export function HelpButton() {
  const t = useText();
  const { base } = useRouter();
  const [below] = useLocation();
  const path = `${base}${below}`;
  const [openOn, setOpenOn] = useState<string>();
  return (
    <>
      <Button variant="quiet" icon={<Icon name="help" />} onClick={() => setOpenOn(path)}>
        {t('help')}
      </Button>
      {openOn === path && (
        <Suspense fallback={null}>
          <HelpSheet path={path} onClose={() => setOpenOn(undefined)} />
        </Suspense>
      )}
    </>
  );
}
