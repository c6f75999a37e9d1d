import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { CivilDate } from '../../../contract/ids.ts';
import { ProblemView } from '../../../contract/operations/problems.ts';
import { fetchTexts } from '../../i18n/fetch-texts.ts';
import { useText } from '../../i18n/useText.ts';
import { ProceduresContext } from '../../procedures/procedures-context.ts';
import { Spinner } from '../../ui/Notices.tsx';
import { AccountsRoom } from './accounts/AccountsRoom.tsx';
import { ComparePage } from './accounts/ComparePage.tsx';
import { isOffered, useMe } from './common/me.ts';
import { createOfficeProcedures } from './common/office-procedures.ts';
import { makeQueryClient } from './common/query-client.ts';
import { asQueuePlace } from './common/queue-address.ts';
import { RoomPage } from './common/RoomPage.tsx';
import { CourierRoom } from './courier/CourierRoom.tsx';
import { DevicesRoom } from './devices/DevicesRoom.tsx';
import { DossiersRoom } from './dossiers/DossiersRoom.tsx';
import { DraftsRoom } from './drafts/DraftsRoom.tsx';
import { HandedRoom } from './handed/HandedRoom.tsx';
import { LanguagePage } from './languages/LanguagePage.tsx';
import { LanguagesRoom } from './languages/LanguagesRoom.tsx';
import { LogbookRoom } from './logbook/LogbookRoom.tsx';
import { OFFICE_TEXTS } from './office-texts.ts';
import { ProblemsRoom } from './problems/ProblemsRoom.tsx';
import { BringProcedure } from './procedures/BringProcedure.tsx';
import { ProcedurePage } from './procedures/ProcedurePage.tsx';
import { ProceduresRoom } from './procedures/ProceduresRoom.tsx';
import { Session } from './session/Session.tsx';
import { SettingsRoom } from './settings/SettingsRoom.tsx';
import { Shell } from './shell/Shell.tsx';
import { StaffRoom } from './staff/StaffRoom.tsx';
import { CalendarView } from './visits/calendar-days.ts';
import { VisitsRoom } from './visits/VisitsRoom.tsx';

/** The one-stop office's console; the app mounts it at `/office/*`; its own routes stand below that. */
export function OfficeApp() {
  const [client] = useState(makeQueryClient);
  const [procedures] = useState(createOfficeProcedures);
  useEffect(() => void fetchTexts(OFFICE_TEXTS), []);
  return (
    <QueryClientProvider client={client}>
      <ProceduresContext value={procedures}>
        <Router base="/office">
          <Suspense>
            <Session>
              <Shell>
                <Suspense fallback={<Loading />}>
                  <Rooms />
                </Suspense>
              </Shell>
            </Session>
          </Suspense>
        </Router>
      </ProceduresContext>
    </QueryClientProvider>
  );
}

function Rooms() {
  return (
    <Switch>
      <Route path="/queue/:filter/:id?">{({ filter, id }) => <QueueRoom filter={filter} id={id} />}</Route>
      <Route path="/accounts/:id/beside/:other">
        {({ id, other }) => <ComparePage key={`${id} ${other}`} id={id} otherId={other} />}
      </Route>
      <Route path="/accounts/:id?">{({ id }) => <AccountsRoom id={id} />}</Route>
      <Route path="/logbook">
        <LogbookRoom />
      </Route>
      <Route path="/handed/:id?">{({ id }) => <HandedRoom id={id} />}</Route>
      <Route path="/visits/:view?/:day?/:id?">
        {({ view, day, id }) => <Visits view={view} day={day} id={id} />}
      </Route>
      <Route path="/problems/:view?/:id?">{({ view, id }) => <Problems view={view} id={id} />}</Route>
      <Route path="/staff">
        <StaffRoom />
      </Route>
      <Route path="/tablets">
        <DevicesRoom />
      </Route>
      <Route path="/courier">
        <CourierRoom />
      </Route>
      <Route path="/drafts">
        <DraftsRoom />
      </Route>
      <Route path="/procedures">
        <ProceduresRoom />
      </Route>
      <Route path="/procedures/new">
        <BringProcedure />
      </Route>
      <Route path="/procedures/:id/:version">
        {({ id, version }) => <ProcedurePage key={`${id}/${version}`} id={id} version={Number(version)} />}
      </Route>
      <Route path="/languages">
        <LanguagesRoom />
      </Route>
      <Route path="/languages/:language">
        {({ language }) => <LanguagePage key={language} language={language} />}
      </Route>
      <Route path="/settings">
        <SettingsRoom />
      </Route>
      <Route path="/">
        <FirstRoom />
      </Route>
      <Route>
        <NoSuchRoom />
      </Route>
    </Switch>
  );
}

function QueueRoom({ filter, id }: { readonly filter: string; readonly id: string | undefined }) {
  const place = asQueuePlace(filter);
  return place === undefined ? <NoSuchRoom /> : <DossiersRoom place={place} id={id} />;
}

interface VisitsProps {
  readonly view: string | undefined;
  readonly day: string | undefined;
  readonly id: string | undefined;
}

function Visits({ view = 'month', day, id }: VisitsProps) {
  const shown = CalendarView.safeParse(view).data;
  const isDay = day === undefined || CivilDate.safeParse(day).success;
  return shown !== undefined && isDay ? <VisitsRoom view={shown} day={day} id={id} /> : <NoSuchRoom />;
}

function Problems({
  view = 'open',
  id,
}: {
  readonly view: string | undefined;
  readonly id: string | undefined;
}) {
  const shown = ProblemView.safeParse(view).data;
  return shown === undefined ? <NoSuchRoom /> : <ProblemsRoom view={shown} id={id} />;
}

/** Officers begin with what is new, a department with what it was given; whoever runs the machine begins with its people. */
function FirstRoom() {
  const person = useMe();
  const isAtCounter = isOffered(person, 'counter');
  const queue = isAtCounter ? '/queue/registered' : '/queue/in-progress';
  return <Redirect to={isAtCounter || isOffered(person, 'dossiers') ? queue : '/staff'} replace />;
}

function NoSuchRoom() {
  const t = useText('office');
  return (
    <RoomPage title={t('noSuchPage.title')}>
      <p>{t('noSuchPage.what')}</p>
    </RoomPage>
  );
}

function Loading() {
  const t = useText('office');
  return <Spinner label={t('loading')} />;
}
