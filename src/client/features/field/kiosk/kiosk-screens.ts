import type { ReactNode } from 'react';

/** Screens of other features, put in by the app: features do not know each other. */
export interface KioskScreens {
  readonly begin: (event: string | undefined) => ReactNode;
  readonly procedure: (id: string) => ReactNode;
  readonly interview: (draftId: string) => ReactNode;
  readonly lock: ReactNode;
  readonly enrol: ReactNode;
}
