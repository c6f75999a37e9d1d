import { useMemo, useState } from 'react';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { evaluate } from '../../../../domain/procedure/run.ts';
import { civilDate } from '../../../i18n/formats.ts';
import { useKiosk } from '../common/kiosk/kiosk-context.ts';
import type { OpenInterview } from './interview-context.ts';
import {
  findNextPlace,
  findPlaceOf,
  findPreviousPlace,
  findSavedPlace,
  type InterviewMode,
  type InterviewPlace,
  listPlaces,
  measureProgress,
  placeToSave,
} from './interview-path.ts';
import { stepsToAsk } from './supplement-way.ts';

/**
 * Where the interview stands and how it moves. The draft holds the place, so screen, disk and deep link cannot
 * disagree; switching the mode changes only how much of it is shown at once.
 */
export function useWayThrough({ store, draft, evaluation }: OpenInterview, definition: ProcedureDefinition) {
  const [mode, setMode] = useState<InterviewMode>('guided');
  /** Set while a line of the read-back is being mended: next leads back there. */
  const [isMending, setMending] = useState(false);
  const isAlone = useKiosk() !== undefined;
  // Whose account it is for is looked up, and what is read back is signed, with the staff.
  const { supplements } = draft;
  const asksForWhom = definition.produces === 'dossier' && !isAlone && supplements === undefined;
  const filed = useMemo(
    () =>
      supplements && evaluate(definition, supplements.filed, { today: civilDate(supplements.finishedAt) }),
    [definition, supplements],
  );
  const steps = useMemo(
    () => (supplements && filed ? stepsToAsk(evaluation, supplements, filed) : evaluation.steps),
    [evaluation, supplements, filed],
  );
  const places = useMemo(
    () => listPlaces({ steps }, { mode, asksForWhom, endsAtReadBack: isAlone }),
    [steps, mode, asksForWhom, isAlone],
  );
  const order = useMemo(
    () => definition.steps.flatMap((step) => step.questions.map((question) => question.id)),
    [definition],
  );
  const place = findSavedPlace(places, draft.at, order);
  if (place === undefined) throw new Error('a procedure without a single step');

  const readBack = places.find((one) => one.kind === 'read-back');
  const next = isMending && readBack !== undefined ? readBack : findNextPlace(places, place);
  const previous = findPreviousPlace(places, place);
  const go = (to: InterviewPlace) => store.moveTo(placeToSave(to));
  return {
    mode,
    place,
    next,
    previous,
    isMending: isMending && readBack !== undefined,
    /** What is asked, step by step: all of it, but for a supplement. */
    steps,
    progress: measureProgress({ steps }, place),
    toggleMode: () => setMode(mode === 'guided' ? 'staff' : 'guided'),
    goNext: async () => {
      setMending(false);
      if (next !== undefined) await go(next);
    },
    goBack: async () => {
      setMending(false);
      const to = isMending && readBack !== undefined ? readBack : previous;
      if (to !== undefined) await go(to);
    },
    mend: async (question: string) => {
      const to = findPlaceOf(places, question, steps);
      if (to === undefined) return;
      setMending(place.kind === 'read-back');
      await go(to);
    },
    goToReadBack: async () => {
      setMending(false);
      if (readBack !== undefined) await go(readBack);
    },
  };
}

export type WayThrough = ReturnType<typeof useWayThrough>;
