import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { civilDate } from '../../../i18n/formats.ts';
import type { Draft } from '../../../storage/model.ts';
import { describeDraft } from '../common/describe-draft.ts';
import { evaluateDraft } from '../common/evaluate-draft.ts';
import { useServices, useSession } from '../common/services.ts';
import type { OpenInterview } from './interview-context.ts';
import { createInterviewStore, type InterviewSnapshot } from './interview-store.ts';

/**
 * Opens the store of one draft for as long as the screen is there. What is typed is also saved when the screen is left,
 * hidden, put away or locked: a tablet in a pocket may be dead the next time somebody looks (I1).
 */
export function useOpenInterview(
  opened: Draft,
  definition: ProcedureDefinition,
): OpenInterview & { readonly save: InterviewSnapshot['save']; readonly crash: unknown } {
  const { now, session } = useServices();
  const { records } = useSession();
  const [crash, setCrash] = useState<unknown>();
  const today = civilDate(now());
  const [store] = useState(() =>
    createInterviewStore(opened, {
      records,
      describe: (draft) =>
        describeDraft(draft, definition, evaluateDraft(draft, definition, civilDate(now()))),
      now,
      setTimer: (run, ms) => window.setTimeout(run, ms),
      clearTimer: (id) => window.clearTimeout(id),
      onCrash: setCrash,
    }),
  );
  const { draft, save } = useSyncExternalStore(store.subscribe, store.snapshot);
  const { answers, supplements } = draft;
  const evaluation = useMemo(
    () => evaluateDraft({ answers, supplements }, definition, today),
    [definition, answers, supplements, today],
  );
  useEffect(() => {
    const flush = () => void store.flush().catch(setCrash);
    const flushHidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    document.addEventListener('visibilitychange', flushHidden);
    window.addEventListener('pagehide', flush);
    const forgetLock = session.beforeLock(() => store.flush());
    return () => {
      forgetLock();
      document.removeEventListener('visibilitychange', flushHidden);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [store, session]);
  return { store, draft, evaluation, save, crash };
}
