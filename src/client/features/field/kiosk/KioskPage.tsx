import { useCallback, useEffect, useState } from 'react';
import { civilDate } from '../../../i18n/formats.ts';
import { currentLanguage, showLanguage } from '../../../i18n/i18n.ts';
import { asScreenLanguage } from '../../../i18n/languages.ts';
import { useText } from '../../../i18n/useText.ts';
import type { Kiosk, KioskNumber } from '../../../storage/model.ts';
import { NoSpaceLeft } from '../../../storage/watch-space.ts';
import { Spinner } from '../../../ui/Notices.tsx';
import { useServices } from '../common/services.ts';
import { DoorScreens } from './DoorScreens.tsx';
import type { KioskScreens } from './kiosk-screens.ts';
import { LeftPage } from './LeftPage.tsx';
import { VisitScreens } from './VisitScreens.tsx';
import { beginVisit, type Visit } from './visit.ts';
import { WelcomePage } from './WelcomePage.tsx';

type Stage =
  | { readonly kind: 'welcome'; readonly isFull: boolean }
  | { readonly kind: 'visit'; readonly visit: Visit; readonly path: string }
  | { readonly kind: 'ending' }
  | { readonly kind: 'left'; readonly number: KioskNumber }
  /** Staff, before the PIN. */
  | { readonly kind: 'door' };

interface KioskPageProps {
  readonly kiosk: Kiosk;
  readonly screens: KioskScreens;
  /** Whether somebody is in the middle of something that a reload would break off. */
  readonly onBusy: (busy: boolean) => void;
}

/**
 * The tablet for whoever comes: what happened, one question at a time, and to the staff with it. Which screen is shown
 * stands in memory and not in the address, so there is no way to another one but those on the screen.
 */
export function KioskPage({ kiosk, screens, onBusy }: KioskPageProps) {
  const t = useText('kiosk');
  const services = useServices();
  const { storage, now } = services;
  const [stage, setStage] = useState<Stage>({ kind: 'welcome', isFull: false });
  const [crash, setCrash] = useState<{ readonly of: unknown }>();
  const fail = useCallback((of: unknown) => setCrash({ of }), []);
  const isBusy = stage.kind !== 'welcome';
  useEffect(() => onBusy(isBusy), [onBusy, isBusy]);
  // Whoever was here when the tablet was switched off is not any more.
  useEffect(() => {
    void storage.kiosk.endOpenVisits(civilDate(now())).catch(fail);
  }, [storage, now, fail]);

  // Better the error screen than somebody who believes that their words are kept.
  if (crash !== undefined) throw crash.of;

  const welcome = (isFull = false) => {
    void showLanguage(asScreenLanguage(kiosk.language));
    setStage({ kind: 'welcome', isFull });
  };
  const begin = async (path: string) => {
    try {
      setStage({ kind: 'visit', visit: await beginVisit(kiosk, services), path });
    } catch (error) {
      if (!(error instanceof NoSpaceLeft)) throw error;
      welcome(true);
    }
  };
  const end = async (visit: Visit, how: KioskNumber['how']) => {
    // Asked before the screens go: what was typed last is saved by them.
    const ending = visit.end(how);
    // The interview gives the screen back to the tablet's language; the last word is still for this person.
    const theirs = currentLanguage();
    setStage({ kind: 'ending' });
    const number = await ending;
    if (number === undefined) return welcome();
    await showLanguage(theirs);
    setStage({ kind: 'left', number });
  };

  switch (stage.kind) {
    case 'welcome':
      return (
        <WelcomePage
          isFull={stage.isFull}
          onBegin={(path) => void begin(path).catch(fail)}
          onStaff={() => setStage({ kind: 'door' })}
        />
      );
    case 'visit':
      return (
        <VisitScreens
          key={stage.visit.id}
          visit={stage.visit}
          path={stage.path}
          minutes={kiosk.minutes}
          screens={screens}
          onEnd={(how) => void end(stage.visit, how).catch(fail)}
        />
      );
    case 'ending':
      return <Spinner label={t('ending')} />;
    case 'left':
      return <LeftPage number={stage.number} onDone={() => welcome()} />;
    case 'door':
      return <DoorScreens screens={screens} minutes={kiosk.minutes} onBack={() => welcome()} />;
  }
}
