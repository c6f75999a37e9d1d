import { Redirect, Route, Switch } from 'wouter';
import { BeginPage } from '../../features/field/begin/BeginPage.tsx';
import { ProcedurePage } from '../../features/field/begin/ProcedurePage.tsx';
import { HomePage } from '../../features/field/home/HomePage.tsx';
import { InterviewPage } from '../../features/field/interview/InterviewPage.tsx';
import { PaperPage } from '../../features/field/paper/PaperPage.tsx';
import { CertificatePage } from '../../features/field/practice/lesson/CertificatePage.tsx';
import { StatusWordsPage } from '../../features/field/practice/lesson/StatusWordsPage.tsx';
import { PracticeCourier } from '../../features/field/practice/PracticeCourier.tsx';
import { PracticePage } from '../../features/field/practice/PracticePage.tsx';
import { SlipPage } from '../../features/field/slip/SlipPage.tsx';
import { SummaryPage } from '../../features/field/summary/SummaryPage.tsx';

/**
 * The screens one may practise on, below `/practice`. A list of those that are let in: what enrols, asks the office, changes
 * this tablet's settings or lets something in or out by hand is not among them, and leads home.
 */
export function PracticeRoutes() {
  return (
    <Switch>
      <Route path="/">
        <HomePage />
      </Route>
      <Route path="/begin/procedure/:id">{({ id }) => <ProcedurePage key={id} id={id} />}</Route>
      <Route path="/begin/:event?">{({ event }) => <BeginPage event={event} />}</Route>
      <Route path="/interview/:draftId">
        {({ draftId }) => <InterviewPage key={draftId} draftId={draftId} />}
      </Route>
      <Route path="/summary/:id">{({ id }) => <SummaryPage key={id} id={id} />}</Route>
      <Route path="/slip/:id">{({ id }) => <SlipPage key={id} id={id} />}</Route>
      <Route path="/paper/:sheet/:id">
        {({ sheet, id }) => <PaperPage key={`${sheet} ${id}`} sheet={sheet} id={id} />}
      </Route>
      <Route path="/settings">
        <PracticePage />
      </Route>
      <Route path="/courier/:room?">
        <PracticeCourier />
      </Route>
      <Route path="/words">
        <StatusWordsPage />
      </Route>
      <Route path="/certificate">
        <CertificatePage />
      </Route>
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}
