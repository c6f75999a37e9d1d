import { useEffect, useRef, useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { useDevice, useFoundSession, useServices } from '../../features/field/common/services.ts';
import { PracticeIntro } from '../../features/field/practice/PracticeIntro.tsx';
import { useText } from '../../i18n/useText.ts';
import { LoadingPage } from '../LoadingPage.tsx';
import { openGround, type PracticeGround } from './open-ground.ts';
import { PracticeApp } from './PracticeApp.tsx';

interface Open {
  /** Which ground this is since the door was opened: each is another app, with nothing left of the one before. */
  readonly round: number;
  readonly ground: PracticeGround;
  readonly learner: { readonly staffId: string; readonly name: string };
  readonly begins: 'lesson' | 'freely';
}

/**
 * `/practice` and all below it. Beginning closes the real vault: whoever practises, and whoever looks on, needs a PIN to come
 * back, and no key of a real record is in memory meanwhile. A practice ground lives as long as this screen; a reload, another
 * address, the lock and idle time all end it.
 */
export function PracticeDoor() {
  const t = useText('practice');
  const { session, storage, appVersion, now } = useServices();
  const device = useDevice();
  const found = useFoundSession();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<Open>();
  const [isBusy, setBusy] = useState(false);
  const ground = open?.ground;
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  useEffect(() => () => ground?.close(), [ground]);

  const begin = async (learner: Open['learner'], begins: Open['begins']) => {
    if (device === undefined) return;
    setBusy(true);
    try {
      const { deviceName, commune } = device;
      const staffName = t('staffName', { name: learner.name });
      const voices = storage.languages;
      const made = await openGround({
        voices,
        staffName,
        deviceName,
        commune,
        appVersion,
        now,
        onBug: reportError,
      });
      if (!isHere.current) return made.close();
      session.lock();
      setOpen((before) => ({ round: (before?.round ?? 0) + 1, ground: made, learner, begins }));
      navigate('/', { replace: true });
    } finally {
      setBusy(false);
    }
  };
  if (open !== undefined) {
    const { learner, begins } = open;
    const end = () => {
      setOpen(undefined);
      navigate('~/lock', { replace: true, state: { path: '/', staffId: learner.staffId } });
    };
    return (
      <PracticeApp
        key={open.round}
        services={open.ground.services}
        learner={learner.name}
        begins={begins}
        onReset={() => void begin(learner, begins)}
        onEnd={end}
      />
    );
  }
  if (found === undefined) {
    const leftBy = session.lastStaffId();
    const state = { path: '/practice', ...(leftBy === undefined ? {} : { staffId: leftBy }) };
    return <Redirect to="~/lock" replace state={state} />;
  }
  if (device === undefined) return <LoadingPage />;
  const { staffId, displayName } = found.vault;
  return (
    <PracticeIntro isBusy={isBusy} onBegin={(begins) => void begin({ staffId, name: displayName }, begins)} />
  );
}
