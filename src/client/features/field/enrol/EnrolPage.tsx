import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { OpenVault } from '../../../vault/model.ts';
import { measurePinCost } from '../../../vault/pin-cost.ts';
import { useDevice, useServices } from '../common/services.ts';
import { CodeStep } from './CodeStep.tsx';
import { ConnectingStep } from './ConnectingStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { type EnrolOutcome, enrolTablet, type ReopenedDoor } from './enrol-tablet.ts';
import { PinStep } from './PinStep.tsx';
import { ReopenedStep } from './ReopenedStep.tsx';
import { codeFromHash } from './read-code.ts';
import { redeemOverHttp } from './redeem-code.ts';

type Refusal = Exclude<EnrolOutcome['kind'], 'enrolled' | 'door-reopened'>;

type Step =
  | { readonly kind: 'code'; readonly refusal?: Refusal }
  | { readonly kind: 'pin'; readonly refusal?: Refusal }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'reopened'; readonly door: ReopenedDoor }
  | { readonly kind: 'done' };

/** From a code of the office to a tablet ready for the villages: code, PIN, connecting, keeping, installing. */
export function EnrolPage() {
  const services = useServices();
  const device = useDevice();
  const [, navigate] = useLocation();
  const [step, setStep] = useState<Step>({ kind: 'code' });
  const [code, setCode] = useState(() => codeFromHash(location.hash) ?? '');
  const [deviceName, setDeviceName] = useState('');

  // The code of an enrolment link leaves the address at once, so that it stays in no history.
  useEffect(() => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
  }, []);

  const enter = async (vault: OpenVault) => {
    services.session.unlock({ vault, records: await services.storage.openRecords(vault) });
    services.sync.wake('start');
    setStep({ kind: 'done' });
  };
  const enrol = async (pin: string) => {
    setStep({ kind: 'connecting' });
    const outcome = await enrolTablet(
      {
        storage: services.storage,
        redeem: redeemOverHttp(location.origin, (...request) => fetch(...request)),
        newId: services.newId,
        measureCost: () => measurePinCost(() => performance.now()),
      },
      { code, deviceName: device?.deviceName ?? deviceName, pin },
    );
    switch (outcome.kind) {
      case 'enrolled':
        return await enter(outcome.vault);
      case 'door-reopened':
        services.sync.wake('start');
        return setStep({ kind: 'reopened', door: outcome });
      case 'other-pin':
        return setStep({ kind: 'pin', refusal: 'other-pin' });
      default:
        return setStep({ kind: 'code', refusal: outcome.kind });
    }
  };

  switch (step.kind) {
    case 'code':
      return (
        <CodeStep
          code={code}
          onCode={setCode}
          deviceName={device === undefined ? { value: deviceName, onChange: setDeviceName } : undefined}
          refusal={step.refusal}
          onNext={() => setStep({ kind: 'pin' })}
          onBack={device === undefined ? undefined : () => navigate('/lock')}
        />
      );
    case 'pin':
      return (
        <PinStep
          refusal={step.refusal}
          onPin={(pin) => void enrol(pin)}
          onBack={() => setStep({ kind: 'code' })}
        />
      );
    case 'connecting':
      return <ConnectingStep />;
    case 'reopened':
      return <ReopenedStep door={step.door} onAnew={enter} onKeep={() => navigate('/lock')} />;
    case 'done':
      return <DoneStep onReady={() => navigate('/')} />;
  }
}
