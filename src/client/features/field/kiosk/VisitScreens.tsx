import { useEffect, useMemo, useState } from 'react';
import { type BaseLocationHook, Route, Router, Switch } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { useText } from '../../../i18n/useText.ts';
import type { KioskNumber } from '../../../storage/model.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { KioskContext } from '../common/kiosk/kiosk-context.ts';
import { ServicesContext, useServices } from '../common/services.ts';
import type { KioskScreens } from './kiosk-screens.ts';
import { StillThere } from './StillThere.tsx';
import { useLeftAlone } from './useLeftAlone.ts';
import type { Visit } from './visit.ts';

/** Seconds in which a touch says "I am still here". */
const WARNING = 30;

interface VisitScreensProps {
  readonly visit: Visit;
  readonly path: string;
  readonly minutes: number;
  readonly screens: KioskScreens;
  readonly onEnd: (how: KioskNumber['how']) => void;
}

/** One person's way: from what happened to the hand-over. The screens are those of the table, over this visit's vault. */
export function VisitScreens({ visit, path, minutes, screens, onEnd }: VisitScreensProps) {
  const services = useServices();
  const [place] = useState(() => placesOfVisit(path));
  const [isAsking, setAsking] = useState(false);
  const left = useLeftAlone({ after: minutes * 60, warning: WARNING, onGone: () => onEnd('left') });
  const ofVisit = useMemo(() => ({ ...services, session: visit.session }), [services, visit]);
  const door = { handOver: () => onEnd('handed-over'), askToLeave: () => setAsking(true) };
  return (
    <>
      <Router hook={place}>
        <ServicesContext value={ofVisit}>
          <KioskContext value={door}>
            <Switch>
              <Route path="/">
                <Home onHome={() => onEnd('handed-over')} />
              </Route>
              <Route path="/begin/procedure/:id">{({ id }) => screens.procedure(id)}</Route>
              <Route path="/begin/:event?">{({ event }) => screens.begin(event)}</Route>
              <Route path="/interview/:id">{({ id }) => screens.interview(id)}</Route>
            </Switch>
          </KioskContext>
        </ServicesContext>
      </Router>
      {isAsking && <AskToLeave onStay={() => setAsking(false)} onLeave={() => onEnd('handed-over')} />}
      {left !== undefined && <StillThere seconds={left} />}
    </>
  );
}

const PLACES = /^\/(begin(\/.*)?|interview\/[^/]+)?$/;

/** Where a visit is, in memory. A screen of the table that leads anywhere else leads nowhere here. */
function placesOfVisit(path: string): BaseLocationHook {
  const { hook } = memoryLocation({ path });
  return () => {
    const [at, navigate] = hook();
    return [at, (to: string, options?: object) => (PLACES.test(to) ? navigate(to, options) : undefined)];
  };
}

/** Ways home on the screens of the table lead to the staff here, with what was said. */
function Home({ onHome }: { readonly onHome: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when somebody comes here
  useEffect(onHome, []);
  return null;
}

function AskToLeave({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  const t = useText('kiosk');
  return (
    <Dialog
      title={t('leave.title')}
      onClose={onStay}
      actions={
        <>
          <Button size="large" onClick={onStay}>
            {t('leave.stay')}
          </Button>
          <Button size="large" variant="solid" onClick={onLeave}>
            {t('leave.go')}
          </Button>
        </>
      }
    >
      <p>{t('leave.what')}</p>
    </Dialog>
  );
}
