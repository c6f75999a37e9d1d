import { lazy, useEffect, useState } from 'react';
import { ServicesContext } from '../features/field/common/services.ts';
import { MigrationRefused } from '../storage/migrations.ts';
import type { StorageLost } from '../storage/storage-lost.ts';
import { BrokenPage } from './BrokenPage.tsx';
import { FieldRoutes } from './FieldRoutes.tsx';
import { LoadingPage } from './LoadingPage.tsx';
import { type Started, startServices } from './start-up.ts';
import { registerServiceWorker, type WaitingUpdate } from './update.ts';
import { createWorkSign, type WorkSign } from './work-sign.ts';

const OldLayoutPage = lazy(async () => ({ default: (await import('./OldLayoutPage.tsx')).OldLayoutPage }));

type State =
  | { readonly kind: 'starting' }
  /** Another window holds the older tables. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'no-storage' }
  /** The tables could not be brought up to this version without loss, and are as they were. */
  | { readonly kind: 'old-layout' }
  | { readonly kind: 'lost'; readonly why: StorageLost['why'] }
  | {
      readonly kind: 'started';
      readonly services: Started;
      readonly update: WaitingUpdate;
      readonly work: WorkSign;
    };

/** The field app: opens the tablet's memory, then shows its screens. */
export function FieldApp() {
  const [state, setState] = useState<State>({ kind: 'starting' });
  useEffect(() => {
    let services: Started | undefined;
    let wanted = true;
    const say = (next: State) => {
      if (wanted) setState(next);
    };
    startServices({ onBlocked: () => say({ kind: 'blocked' }) }).then(
      (started) => {
        services = started;
        if (!wanted) return started.stop();
        const work = createWorkSign(navigator.locks);
        say({ kind: 'started', services: started, update: registerServiceWorker(work), work });
        started.storage.onLost((why) => {
          started.session.lock();
          started.sync.stop();
          say({ kind: 'lost', why });
        });
      },
      (refusal: unknown) => {
        console.error(refusal);
        say({ kind: refusal instanceof MigrationRefused ? 'old-layout' : 'no-storage' });
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
    case 'blocked':
    case 'no-storage':
      return <BrokenPage reason={state.kind} />;
    case 'lost':
      return <BrokenPage reason={state.why} />;
    case 'old-layout':
      return <OldLayoutPage />;
    case 'started':
      return (
        <ServicesContext value={state.services}>
          <FieldRoutes update={state.update} work={state.work} />
        </ServicesContext>
      );
  }
}
