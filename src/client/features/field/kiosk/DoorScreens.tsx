import { useEffect, useState } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Banner } from '../../../ui/Notices.tsx';
import type { KioskScreens } from './kiosk-screens.ts';
import { useLeftAlone } from './useLeftAlone.ts';

interface DoorScreensProps {
  readonly screens: KioskScreens;
  readonly minutes: number;
  readonly onBack: () => void;
}

/** The PIN that ends the kiosk, and the code of the office for who has forgotten it. Nothing else leads on from here. */
export function DoorScreens({ screens, minutes, onBack }: DoorScreensProps) {
  const t = useText('kiosk');
  const [memory] = useState(() => memoryLocation({ path: '/lock' }));
  useLeftAlone({ after: minutes * 60, warning: 0, onGone: onBack });
  return (
    <>
      <Banner
        action={
          <Button icon={<Icon name="back" />} onClick={onBack}>
            {t('door.back')}
          </Button>
        }
      >
        {t('door.what')}
      </Banner>
      <Router hook={memory.hook}>
        <Switch>
          <Route path="/lock">{screens.lock}</Route>
          <Route path="/enrol">{screens.enrol}</Route>
          <Route path="/">
            <Back onBack={onBack} />
          </Route>
          <Route>
            <Redirect to="/lock" replace />
          </Route>
        </Switch>
      </Router>
    </>
  );
}

function Back({ onBack }: { readonly onBack: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when somebody comes here
  useEffect(onBack, []);
  return null;
}
