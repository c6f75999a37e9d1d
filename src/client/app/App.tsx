import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { FieldApp } from './FieldApp.tsx';
import { LoadingPage } from './LoadingPage.tsx';

const OfficeApp = lazy(async () => ({ default: (await import('./office-entry.ts')).OfficeApp }));

/** Two worlds behind one address: the office works online with a session, the field works offline with a vault. */
export function App() {
  return (
    <Suspense fallback={<LoadingPage />}>
      <Switch>
        <Route path="/office/*?">
          <OfficeApp />
        </Route>
        <Route>
          <FieldApp />
        </Route>
      </Switch>
    </Suspense>
  );
}
