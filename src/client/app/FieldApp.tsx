import { useEffect, useState } from 'react';
import { ServicesContext } from '../features/field/common/services.ts';
import { BrokenPage } from './BrokenPage.tsx';
import { FieldRoutes } from './FieldRoutes.tsx';
import { LoadingPage } from './LoadingPage.tsx';
import { type Started, startServices } from './start-up.ts';
import { registerServiceWorker, type WaitingUpdate } from './update.ts';

type State =
  | { readonly kind: 'starting' }
  | { readonly kind: 'no-storage' }
  | { readonly kind: 'started'; readonly services: Started; readonly update: WaitingUpdate };

/** The field app: opens the tablet's memory, then shows its screens. */
export function FieldApp() {
  const [state, setState] = useState<State>({ kind: 'starting' });
  useEffect(() => {
    let services: Started | undefined;
    let wanted = true;
    startServices().then(
      (started) => {
        services = started;
        if (wanted) setState({ kind: 'started', services: started, update: registerServiceWorker() });
        else started.stop();
      },
      (refusal: unknown) => {
        console.error(refusal);
        if (wanted) setState({ kind: 'no-storage' });
      },
    );
    return () => {
      wanted = false;
      services?.session.lock();
      services?.stop();
    };
  }, []);
  switch (state.kind) {
    case 'starting':
      return <LoadingPage />;
    case 'no-storage':
      return <BrokenPage reason="no-storage" />;
    case 'started':
      return (
        <ServicesContext value={state.services}>
          <FieldRoutes update={state.update} />
        </ServicesContext>
      );
  }
}
