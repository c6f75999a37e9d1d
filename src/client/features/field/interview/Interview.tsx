import { type FormEvent, lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { sayAnswers } from '../../../answers/said-answers.ts';
import { sayStep } from '../../../answers/say-step.ts';
import { useAnswerWords } from '../../../answers/useAnswerWords.ts';
import { useProcedureText, useText } from '../../../i18n/useText.ts';
import type { Draft } from '../../../storage/model.ts';
import { Notice } from '../../../ui/Notices.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useKiosk } from '../common/kiosk/kiosk-context.ts';
import { useCitizensLanguage } from '../common/languages/useCitizensLanguage.ts';
import { usePlaceNames } from '../common/usePlaceNames.ts';
import { useVersionNews } from '../common/versions/useVersionNews.ts';
import { CallStaff } from './CallStaff.tsx';
import { CheckNotice } from './CheckNotice.tsx';
import { CoverScreen } from './CoverScreen.tsx';
import { FinishEnded } from './FinishEnded.tsx';
import { ForWhom } from './ForWhom.tsx';
import styles from './Interview.module.css';
import { InterviewFoot } from './InterviewFoot.tsx';
import { InterviewTop } from './InterviewTop.tsx';
import { InterviewVoices } from './InterviewVoices.tsx';
import { QuestionScreen } from './QuestionScreen.tsx';
import { findTrouble } from './question-problems.ts';
import { ReadBack } from './ReadBack.tsx';
import { SaveTrouble } from './SaveTrouble.tsx';
import { StepScreen } from './StepScreen.tsx';
import { StopScreen } from './StopScreen.tsx';
import { SupplementNotice } from './SupplementNotice.tsx';
import { useFinish } from './useFinish.ts';
import { useOpenInterview } from './useOpenInterview.ts';
import { useWayThrough } from './useWayThrough.ts';
import { VersionNotice } from './VersionNotice.tsx';
import { HalfTyped } from './widgets/half-typed.ts';

const DuplicateHint = lazy(async () => ({
  default: (await import('./duplicates/DuplicateHint.tsx')).DuplicateHint,
}));

interface InterviewProps {
  readonly opened: Draft;
  readonly definition: ProcedureDefinition;
}

/** One interview from the first question to the press that finishes it. Knows no procedure by name. */
export function Interview({ opened, definition }: InterviewProps) {
  const t = useText('interview');
  const words = useAnswerWords(definition);
  const texts = useProcedureText(definition);
  const [, navigate] = useLocation();
  const interview = useOpenInterview(opened, definition);
  const { store, draft, evaluation, save, crash } = interview;
  useCitizensLanguage(draft.languages.reading);
  const way = useWayThrough(interview, definition);
  const finish = useFinish(interview, definition, words);
  const places = usePlaceNames();
  const kiosk = useKiosk();
  const said = useMemo(() => sayAnswers(evaluation, words, places), [evaluation, words, places]);
  const [halfTyped] = useState(() => new Map<string, string>());
  /** Questions whose errors are said: those the person tried to leave behind. */
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set());
  const [overlay, setOverlay] = useState<'cover' | 'staff' | 'stop' | 'ended'>();
  const { ended } = useVersionNews(draft.procedure);
  const body = useRef<HTMLDivElement>(null);
  // Broken disk or bug: better the error screen than a person who believes that their words are kept.
  if (crash !== undefined) throw crash;

  const { place } = way;
  const asked = way.steps
    .filter((step) => place.kind !== 'for-whom' && step.key === place.step)
    .flatMap((step) => step.questions)
    .filter(
      ({ question }) =>
        place.kind === 'step' || (place.kind === 'question' && question.id === place.question),
    );
  const troubled = asked.filter(({ question }) => findTrouble(evaluation, question.id).error !== undefined);

  const moveOn = async () => {
    if (evaluation.stops.length > 0 && place.kind !== 'for-whom') return setOverlay('stop');
    if (way.next !== undefined) return way.goNext();
    if (kiosk !== undefined) return kiosk.handOver();
    if (ended !== undefined && draft.supplements === undefined) return setOverlay('ended');
    await finishNow();
  };
  const finishNow = async () => {
    setOverlay(undefined);
    await store.flush();
    const outcome = await finish.run(store.snapshot().draft);
    if (outcome === 'not-ready') return way.goToReadBack();
    if (outcome === 'finished') navigate(`/slip/${draft.id}`, { replace: true });
  };
  /** To another screen, with everything said kept; stays, and says so, where the disk could not take it. */
  const leaveFor = async (path: string) => {
    await store.flush();
    if (store.snapshot().save.kind === 'saved') navigate(path);
  };
  const pause = () => (kiosk === undefined ? leaveFor('/') : kiosk.askToLeave());
  const callStaff = () => (kiosk === undefined ? setOverlay('staff') : kiosk.askToLeave());
  const lookAtVersion = (version: number) => leaveFor(`/interview/${draft.id}/version/${version}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (troubled.length === 0) return void moveOn();
    setTried(new Set([...tried, ...troubled.map(({ question }) => question.id)]));
    requestAnimationFrame(() => focusFirstProblem(body.current));
  };

  if (overlay === 'stop') {
    return (
      <InterviewVoices value={{ store, draft, evaluation, said }}>
        <StopScreen stops={evaluation.stops} texts={texts} onBack={() => setOverlay(undefined)} />
      </InterviewVoices>
    );
  }
  const blocked = troubled.some(({ question }) => tried.has(question.id));
  return (
    <InterviewVoices value={{ store, draft, evaluation, said }}>
      <HalfTyped value={halfTyped}>
        <form className={styles.form} onSubmit={submit} noValidate>
          <Page
            top={
              <InterviewTop
                save={save}
                way={way}
                words={words}
                canSwitch={kiosk === undefined && (place.kind === 'question' || place.kind === 'step')}
                onCover={() => setOverlay('cover')}
                onStaff={callStaff}
                onPause={() => void pause()}
                languages={draft.languages}
                onLanguages={store.setLanguages}
              />
            }
            foot={
              <InterviewFoot
                way={way}
                blocked={blocked}
                busy={finish.isBusy}
                onLater={() => void moveOn()}
                onCover={() => setOverlay('cover')}
                onStaff={callStaff}
                onPause={() => void pause()}
              />
            }
            align={place.kind === 'question' ? 'middle' : 'top'}
          >
            <div ref={body} className={styles.body}>
              <SaveTrouble save={save} onAgain={() => void store.flush()} />
              {finish.failure !== undefined && (
                <Notice tone="problem">{t(`finish.${finish.failure}`)}</Notice>
              )}
              {kiosk === undefined && (place.kind === 'read-back' || draft.at === opened.at) && (
                <>
                  <CheckNotice draft={draft} />
                  {draft.supplements === undefined && (
                    <VersionNotice draft={draft} onLook={(version) => void lookAtVersion(version)} />
                  )}
                </>
              )}
              {draft.supplements !== undefined && (
                <Suspense>
                  <SupplementNotice
                    draftId={draft.id}
                    supplements={draft.supplements}
                    asked={place.kind === 'read-back' ? [] : asked.map(({ question }) => question)}
                  />
                </Suspense>
              )}
              {place.kind === 'for-whom' && <ForWhom definition={definition} />}
              {place.kind === 'question' && asked[0] !== undefined && (
                <QuestionScreen
                  key={place.question}
                  visible={asked[0]}
                  definition={definition}
                  words={words}
                  showError={tried.has(place.question)}
                />
              )}
              {place.kind === 'step' && (
                <StepScreen
                  title={way.progress.step === undefined ? '' : sayStep(way.progress.step, words)}
                  visible={asked}
                  definition={definition}
                  words={words}
                  tried={tried}
                />
              )}
              {kiosk === undefined && draft.supplements === undefined && place.kind !== 'for-whom' && (
                <Suspense>
                  <DuplicateHint
                    definition={definition}
                    asked={place.kind === 'read-back' ? undefined : asked.map(({ question }) => question.id)}
                    onOpen={(path) => void leaveFor(path)}
                  />
                </Suspense>
              )}
              {place.kind === 'read-back' && (
                <ReadBack
                  definition={definition}
                  words={words}
                  asks={draft.supplements && way.steps}
                  onMend={(question) => {
                    setTried(new Set([...tried, question]));
                    void way.mend(question);
                  }}
                />
              )}
            </div>
          </Page>
        </form>
        {overlay === 'cover' && <CoverScreen onOpen={() => setOverlay(undefined)} />}
        {overlay === 'ended' && ended !== undefined && (
          <FinishEnded why={ended} onFinish={() => void finishNow()} onClose={() => setOverlay(undefined)} />
        )}
        {overlay === 'staff' && (
          <CallStaff
            onClose={() => setOverlay(undefined)}
            onTakeOver={() => {
              setOverlay(undefined);
              if (way.mode === 'guided') way.toggleMode();
            }}
          />
        )}
      </HalfTyped>
    </InterviewVoices>
  );
}

/** The first field that is wrong, else the first thing that can be answered. */
function focusFirstProblem(body: HTMLElement | null): void {
  const invalid = body?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const group = body?.querySelector('[role="alert"]:not([hidden])')?.parentElement;
  // A field before a button: the first button of a group is the loudspeaker of its error.
  const inGroup =
    group?.querySelector<HTMLElement>('input, textarea') ?? group?.querySelector<HTMLElement>('button');
  (invalid ?? inGroup)?.focus();
}
