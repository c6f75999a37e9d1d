import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useFoundSession, useServices } from '../features/field/common/services.ts';
import type { WaitingUpdate } from './update.ts';
import { findUpdateMoment, isAtWork } from './update-moment.ts';
import type { WorkSign } from './work-sign.ts';

const LOOK_EVERY = 2000;
const signsOfLife = ['pointerdown', 'keydown', 'input', 'wheel'] as const;

/** Tells the other windows while somebody works in this one. */
export function useWorkSign(work: WorkSign): void {
  const [path] = useLocation();
  const working = isAtWork(path);
  useEffect(() => (working ? work.begin() : undefined), [working, work]);
}

/** Takes a waiting version when its moment has come. */
export function useUpdateAtQuietMoment(update: WaitingUpdate, isWaiting: boolean): void {
  const { sync } = useServices();
  const [path] = useLocation();
  const isLocked = useFoundSession() === undefined;
  const touchedAt = useRef(performance.now());
  const [isTaking, setTaking] = useState(false);
  useEffect(() => {
    touchedAt.current = performance.now();
    const touched = () => {
      touchedAt.current = performance.now();
    };
    for (const sign of signsOfLife)
      document.addEventListener(sign, touched, { capture: true, passive: true });
    return () => {
      for (const sign of signsOfLife) document.removeEventListener(sign, touched, { capture: true });
    };
  }, []);
  useEffect(() => {
    if (!isWaiting || isTaking) return;
    const timer = setInterval(() => {
      const moment = findUpdateMoment({
        path,
        isLocked,
        isSending: sync.status().activity.kind === 'sending',
        untouchedFor: performance.now() - touchedAt.current,
      });
      if (moment !== 'by-itself') return;
      setTaking(true);
      void update.take().finally(() => setTaking(false));
    }, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [update, sync, isWaiting, isTaking, path, isLocked]);
}
