import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { useSyncStatus } from '../features/field/common/services.ts';
import type { WaitingUpdate } from './update.ts';
import { isAtWork } from './update-moment.ts';
import { useUpdateAtQuietMoment } from './useUpdateMoment.ts';

const load = () => import('./UpdateWords.tsx');
const ReadyBanner = lazy(async () => ({ default: (await load()).ReadyBanner }));
const LaterBanner = lazy(async () => ({ default: (await load()).LaterBanner }));
const NeededBanner = lazy(async () => ({ default: (await load()).NeededBanner }));

/**
 * A newer version: taken by itself behind the lock, by pressing elsewhere, and never in the middle of an interview, a
 * courier's file or the setting up of the tablet, where it says no more than that it waits (I9).
 */
export function UpdateBanner({ update }: { readonly update: WaitingUpdate }) {
  const isWaiting = useSyncExternalStore(update.subscribe, update.isWaiting);
  const isNeeded = useSyncStatus().pausedBecause.includes('update-needed');
  const [path] = useLocation();
  useUpdateAtQuietMoment(update, isWaiting);
  if (!isWaiting && !isNeeded) return null;
  // The first setting up is not the moment for any other word.
  if (path === '/enrol') return null;
  return (
    <Suspense fallback={null}>
      {isAtWork(path) ? (
        isWaiting && <LaterBanner />
      ) : isWaiting ? (
        <ReadyBanner update={update} isNeeded={isNeeded} />
      ) : (
        <NeededBanner update={update} />
      )}
    </Suspense>
  );
}
