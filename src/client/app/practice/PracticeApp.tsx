import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { type Services, ServicesContext, useFoundSession } from '../../features/field/common/services.ts';
import { useLesson } from '../../features/field/practice/lesson/useLesson.ts';
import { PracticeFrame } from '../../features/field/practice/PracticeFrame.tsx';
import { type Practice, PracticeContext } from '../../features/field/practice/practice-context.ts';
import { LoadingPage } from '../LoadingPage.tsx';
import { TabletProcedures } from '../TabletProcedures.tsx';
import { useAutoLock } from '../useAutoLock.ts';
import { PracticeRoutes } from './PracticeRoutes.tsx';

interface PracticeAppProps {
  readonly services: Services;
  readonly learner: string;
  readonly begins: 'lesson' | 'freely';
  readonly onReset: () => void;
  /** The learner leaves, locks, or has left the tablet alone. */
  readonly onEnd: () => void;
}

/** The field app over the practice ground's own services. */
export function PracticeApp({ services, ...rest }: PracticeAppProps) {
  return (
    <ServicesContext value={services}>
      <WhileOpen {...rest} />
    </ServicesContext>
  );
}

function WhileOpen({ onEnd, ...rest }: Omit<PracticeAppProps, 'services'>) {
  useAutoLock();
  const isOpen = useFoundSession() !== undefined;
  useEffect(() => {
    if (!isOpen) onEnd();
  }, [isOpen, onEnd]);
  if (!isOpen) return <LoadingPage />;
  return (
    <TabletProcedures>
      <Learning {...rest} onEnd={onEnd}>
        <PracticeFrame>
          <Suspense fallback={<LoadingPage />}>
            <PracticeRoutes />
          </Suspense>
        </PracticeFrame>
      </Learning>
    </TabletProcedures>
  );
}

function Learning({
  learner,
  begins,
  onReset,
  onEnd,
  children,
}: Omit<PracticeAppProps, 'services'> & { readonly children: ReactNode }) {
  const { lesson, knowsWords } = useLesson();
  const [view, setView] = useState<Practice['view']>(begins === 'lesson' ? 'open' : 'off');
  return (
    <PracticeContext value={{ learner, lesson, view, setView, knowsWords, reset: onReset, leave: onEnd }}>
      {children}
    </PracticeContext>
  );
}
