import { lazy, type ReactNode, useEffect } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { HelpButton } from '../features/field/common/help/HelpButton.tsx';
import {
  useFoundSession,
  useServices,
  useStorageVersion,
  useStored,
} from '../features/field/common/services.ts';
import { LockPage } from '../features/field/lock/LockPage.tsx';
import { useText } from '../i18n/useText.ts';
import { Banner } from '../ui/Notices.tsx';
import { PageTool } from '../ui/Page.tsx';
import { readEnrolledMark, writeEnrolledMark } from './enrolled-mark.ts';
import { LoadingPage } from './LoadingPage.tsx';
import { UpdateBanner } from './UpdateBanner.tsx';
import type { WaitingUpdate } from './update.ts';
import { useAutoLock } from './useAutoLock.ts';
import { useForgetSettled } from './useForgetSettled.ts';
import { useKioskVisits } from './useKioskVisits.ts';
import { useWorkSign } from './useUpdateMoment.ts';
import { useWhileUnlocked } from './useWhileUnlocked.ts';
import type { WorkSign } from './work-sign.ts';

// The lock is the first screen; home and the procedures it names come while the PIN is typed.
/** Milliseconds: the lock is painted by then, and six digits are not yet typed. */
const AFTER_LOCK = 500;
const loadHome = () => import('../features/field/home/HomePage.tsx');
const loadProcedures = () => import('./TabletProcedures.tsx');
const TabletProcedures = lazy(async () => ({ default: (await loadProcedures()).TabletProcedures }));
const HomePage = lazy(async () => ({ default: (await loadHome()).HomePage }));
const EnrolPage = lazy(async () => ({
  default: (await import('../features/field/enrol/EnrolPage.tsx')).EnrolPage,
}));
const ClearedPage = lazy(async () => ({ default: (await import('./ClearedPage.tsx')).ClearedPage }));
const SettingsPage = lazy(async () => ({
  default: (await import('../features/field/settings/SettingsPage.tsx')).SettingsPage,
}));
const BeginPage = lazy(async () => ({
  default: (await import('../features/field/begin/BeginPage.tsx')).BeginPage,
}));
const ProcedurePage = lazy(async () => ({
  default: (await import('../features/field/begin/ProcedurePage.tsx')).ProcedurePage,
}));
const InterviewPage = lazy(async () => ({
  default: (await import('../features/field/interview/InterviewPage.tsx')).InterviewPage,
}));
const VersionPage = lazy(async () => ({
  default: (await import('../features/field/version/VersionPage.tsx')).VersionPage,
}));
const SummaryPage = lazy(async () => ({
  default: (await import('../features/field/summary/SummaryPage.tsx')).SummaryPage,
}));
const AttentionPage = lazy(async () => ({
  default: (await import('../features/field/attention/AttentionPage.tsx')).AttentionPage,
}));
const WorkRooms = lazy(async () => ({
  default: (await import('../features/field/work/WorkRooms.tsx')).WorkRooms,
}));
const PracticeDoor = lazy(async () => ({
  default: (await import('./practice/PracticeDoor.tsx')).PracticeDoor,
}));
const BackupPage = lazy(async () => ({
  default: (await import('../features/field/backup/BackupPage.tsx')).BackupPage,
}));
const SlipPage = lazy(async () => ({
  default: (await import('../features/field/slip/SlipPage.tsx')).SlipPage,
}));
const KioskRoutes = lazy(async () => ({ default: (await import('./KioskRoutes.tsx')).KioskRoutes }));
const KioskSettingPage = lazy(async () => ({
  default: (await import('../features/field/kiosk/KioskSettingPage.tsx')).KioskSettingPage,
}));
const PaperPage = lazy(async () => ({
  default: (await import('../features/field/paper/PaperPage.tsx')).PaperPage,
}));
const CourierPage = lazy(async () => ({
  default: (await import('../features/field/courier/CourierPage.tsx')).CourierPage,
}));

const WorkshopPage = lazy(async () => ({
  default: (await import('../features/field/workshop/WorkshopPage.tsx')).WorkshopPage,
}));

/** Which screen stands behind which address, and which of them need an unlocked vault. */
export function FieldRoutes({ update, work }: { readonly update: WaitingUpdate; readonly work: WorkSign }) {
  const t = useText();
  const { storage } = useServices();
  const { sync, now } = useServices();
  const [, navigate] = useLocation();
  useAutoLock();
  useWhileUnlocked();
  useWorkSign(work);
  useForgetSettled();
  useKioskVisits();
  useStorageVersion();
  const known = useStored('door', async () => ({
    device: await storage.findDevice(),
    people: (await storage.listVaults()).length,
    kiosk: await storage.kiosk.find(),
  }));
  const isEnrolled = known?.device !== undefined && known.people > 0;
  useEffect(() => {
    if (!isEnrolled) return;
    writeEnrolledMark(localStorage, now());
    const timer = setTimeout(() => {
      void loadHome();
      void loadProcedures();
      sync.wake('start');
    }, AFTER_LOCK);
    return () => clearTimeout(timer);
  }, [isEnrolled, sync, now]);
  if (known === undefined) return <LoadingPage />;
  const cleared = isEnrolled ? undefined : readEnrolledMark(localStorage);
  const banners = (
    <>
      {known.device?.demo === true && <Banner tone="care">{t('demo')}</Banner>}
      {storage.isFull() && <Banner tone="problem">{t('full')}</Banner>}
    </>
  );
  if (isEnrolled && known.kiosk !== undefined)
    return (
      <>
        {banners}
        <KioskRoutes kiosk={known.kiosk} update={update} />
      </>
    );
  return (
    <PageTool value={<HelpButton />}>
      {banners}
      <UpdateBanner update={update} />
      <Switch>
        <Route path="/enrol">
          <EnrolPage />
        </Route>
        {!isEnrolled && (
          <Route>
            {cleared === undefined ? (
              <Redirect to={`/enrol${location.hash}`} replace />
            ) : (
              <ClearedPage since={cleared.since} onEnrol={() => navigate('/enrol')} />
            )}
          </Route>
        )}
        <Route path="/lock">
          <LockPage />
        </Route>
        <Route path="/">
          <Unlocked>
            <HomePage />
          </Unlocked>
        </Route>
        <Route path="/settings">
          <Unlocked>
            <SettingsPage />
          </Unlocked>
        </Route>
        <Route path="/settings/kiosk">
          <Unlocked>
            <KioskSettingPage />
          </Unlocked>
        </Route>
        <Route path="/courier/:room?">
          {({ room }) => (
            <Unlocked>
              <CourierPage room={room} />
            </Unlocked>
          )}
        </Route>
        <Route path="/begin/procedure/:id">
          {({ id }) => (
            <Unlocked>
              <ProcedurePage key={id} id={id} />
            </Unlocked>
          )}
        </Route>
        <Route path="/begin/:event?">
          {({ event }) => (
            <Unlocked>
              <BeginPage event={event} />
            </Unlocked>
          )}
        </Route>
        <Route path="/interview/:draftId">
          {({ draftId }) => (
            <Unlocked>
              <InterviewPage key={draftId} draftId={draftId} />
            </Unlocked>
          )}
        </Route>
        <Route path="/interview/:draftId/version/:version">
          {({ draftId, version }) => (
            <Unlocked>
              <VersionPage key={`${draftId} ${version}`} draftId={draftId} version={Number(version)} />
            </Unlocked>
          )}
        </Route>
        <Route path="/summary/:id">
          {({ id }) => (
            <Unlocked>
              <SummaryPage key={id} id={id} />
            </Unlocked>
          )}
        </Route>
        <Route path="/attention/:id">
          {({ id }) => (
            <Unlocked>
              <AttentionPage key={id} id={id} />
            </Unlocked>
          )}
        </Route>
        <Route path="/work/:kind?/:id?">
          {({ kind, id }) => (
            <Unlocked>
              <WorkRooms kind={kind} id={id} />
            </Unlocked>
          )}
        </Route>
        <Route path="/practice" nest>
          <PracticeDoor />
        </Route>
        <Route path="/drafts">
          <Unlocked>
            <BackupPage />
          </Unlocked>
        </Route>
        <Route path="/workshop/:language?/:room?">
          {({ language, room }) => (
            <Unlocked>
              <WorkshopPage language={language} room={room} />
            </Unlocked>
          )}
        </Route>
        <Route path="/slip/:id">
          {({ id }) => (
            <Unlocked>
              <SlipPage key={id} id={id} />
            </Unlocked>
          )}
        </Route>
        <Route path="/paper/:sheet/:id">
          {({ sheet, id }) => (
            <Unlocked>
              <PaperPage key={`${sheet} ${id}`} sheet={sheet} id={id} />
            </Unlocked>
          )}
        </Route>
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </PageTool>
  );
}

/** Children only with an open vault; otherwise the lock screen, which comes back here for the same person. */
function Unlocked({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation();
  const { session } = useServices();
  const found = useFoundSession();
  if (found !== undefined) return <TabletProcedures>{children}</TabletProcedures>;
  const leftBy = session.lastStaffId();
  return (
    <Redirect to="/lock" replace state={{ path, ...(leftBy === undefined ? {} : { staffId: leftBy }) }} />
  );
}
