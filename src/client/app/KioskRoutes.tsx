import { lazy, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { useFoundSession, useServices } from '../features/field/common/services.ts';
import { KioskPage } from '../features/field/kiosk/KioskPage.tsx';
import { LockPage } from '../features/field/lock/LockPage.tsx';
import { civilDate } from '../i18n/formats.ts';
import type { Kiosk } from '../storage/model.ts';
import { LoadingPage } from './LoadingPage.tsx';
import { TabletProcedures } from './TabletProcedures.tsx';
import type { WaitingUpdate } from './update.ts';
import { KIOSK, KIOSK_VISIT } from './update-moment.ts';
import { useUpdateAtQuietMoment } from './useUpdateMoment.ts';

const BeginPage = lazy(async () => ({
  default: (await import('../features/field/begin/BeginPage.tsx')).BeginPage,
}));
const ProcedurePage = lazy(async () => ({
  default: (await import('../features/field/begin/ProcedurePage.tsx')).ProcedurePage,
}));
const InterviewPage = lazy(async () => ({
  default: (await import('../features/field/interview/InterviewPage.tsx')).InterviewPage,
}));
const EnrolPage = lazy(async () => ({
  default: (await import('../features/field/enrol/EnrolPage.tsx')).EnrolPage,
}));

const screens = {
  begin: (event: string | undefined) => <BeginPage event={event} />,
  procedure: (id: string) => <ProcedurePage key={id} id={id} />,
  interview: (draftId: string) => <InterviewPage key={draftId} draftId={draftId} />,
  lock: <LockPage />,
  enrol: <EnrolPage />,
};

interface KioskRoutesProps {
  readonly kiosk: Kiosk;
  readonly update: WaitingUpdate;
}

/**
 * All that a tablet shows while its kiosk is on, whatever the address says. Who unlocks in it ends it; a session from before
 * (the one that switched it on, another window) is locked.
 */
export function KioskRoutes({ kiosk, update }: KioskRoutesProps) {
  const { session, storage, now } = useServices();
  const [path, navigate] = useLocation();
  const [isBusy, setBusy] = useState(false);
  const here = isBusy ? KIOSK_VISIT : KIOSK;
  useEffect(() => {
    if (path !== here) navigate(here, { replace: true });
  }, [path, here, navigate]);
  const isWaiting = useSyncExternalStore(update.subscribe, update.isWaiting);
  useUpdateAtQuietMoment(update, isWaiting);

  const found = useFoundSession();
  const before = useRef(session.find());
  useEffect(() => {
    if (found === undefined) return;
    if (found === before.current) return session.lock();
    void storage.kiosk.end(civilDate(now())).then(() => navigate('/', { replace: true }), reportError);
  }, [found, session, storage, now, navigate]);

  const onBusy = useCallback((busy: boolean) => setBusy(busy), []);
  if (found !== undefined) return <LoadingPage />;
  return (
    <TabletProcedures>
      <KioskPage kiosk={kiosk} screens={screens} onBusy={onBusy} />
    </TabletProcedures>
  );
}
