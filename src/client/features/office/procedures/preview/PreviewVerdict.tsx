import type { Evaluation, Problem } from '../../../../../domain/procedure/contract/evaluation.ts';
import { questionKey } from '../../../../answers/format-answer.ts';
import { sayFee, sayLimit } from '../../../../answers/say-facts.ts';
import { formatDate, formatParams } from '../../../../i18n/formats.ts';
import { useProcedureText, useText } from '../../../../i18n/useText.ts';
import { Notice, StatusPill } from '../../../../ui/Notices.tsx';
import styles from './Preview.module.css';
import type { PreviewWords } from './usePreviewWords.ts';

interface VerdictProps {
  readonly evaluation: Evaluation;
  readonly words: PreviewWords;
}

/** What the engine makes of the answers, and why. */
export function PreviewVerdict({ evaluation, words }: VerdictProps) {
  const t = useText('office');
  const { stops, missing, mayFinish, followUps, steps } = evaluation;
  const asked = steps
    .flatMap(({ questions }) => questions)
    .filter(({ question }) => question.type !== 'hidden');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: longer than the screen it scrolls, which a keyboard must be able to do
    <aside className={styles.verdict} aria-label={t('procedures.preview.verdict')} tabIndex={0}>
      <h3>{t('procedures.preview.verdict')}</h3>
      <div>
        <StatusPill state={mayFinish ? 'good' : stops.length > 0 ? 'attention' : 'off'}>
          {t(`procedures.preview.${mayFinish ? 'mayFinish' : stops.length > 0 ? 'stopped' : 'notYet'}`)}
        </StatusPill>
      </div>
      {stops.map((stop) => (
        <Notice key={stop.key} tone="problem">
          {words(`reasons.${stop.key}`, formatParams(stop.params))}
        </Notice>
      ))}
      <CaseFacts evaluation={evaluation} words={words} />
      <Problems evaluation={evaluation} words={words} />
      <Papers evaluation={evaluation} words={words} />
      {followUps.length > 0 && (
        <>
          <h4>{t('procedures.preview.followUps')}</h4>
          <ul>
            {followUps.map((id) => (
              <FollowUp key={id} id={id} />
            ))}
          </ul>
        </>
      )}
      <h4>{t('procedures.preview.missing', { count: missing.length, of: asked.length })}</h4>
      <ul>
        {asked
          .filter(({ question }) => missing.includes(question.id))
          .map(({ question }) => (
            <li key={question.id}>{words(questionKey(question, 'label'))}</li>
          ))}
      </ul>
    </aside>
  );
}

function FollowUp({ id }: { readonly id: string }) {
  return <li>{useProcedureText(id).find('name') ?? id}</li>;
}

function CaseFacts({ evaluation: { case: decided, filingDeadlines }, words }: VerdictProps) {
  const t = useText('office');
  const answers = useText('answers');
  return (
    <>
      <h4>{t('procedures.preview.case')}</h4>
      {decided === undefined ? (
        <p>{t('procedures.preview.undecided')}</p>
      ) : (
        <p>
          <b>{words(`cases.${decided.id}`)}</b>
          <br />
          {words(`reasons.${decided.why.key}`, formatParams(decided.why.params))}
          <br />
          {sayLimit(decided.limit, answers)} · {sayFee(decided.fee, decided.dong, answers)}
        </p>
      )}
      {filingDeadlines.map(({ lastDay, overdueDays, why }) => (
        <p key={why.key}>
          {t('procedures.preview.lastDay', { day: formatDate(lastDay) })}
          {overdueDays > 0 && ` ${t('procedures.preview.overdue', { count: overdueDays })}`}
        </p>
      ))}
    </>
  );
}

function Problems({ evaluation: { problems }, words }: VerdictProps) {
  const t = useText('office');
  const shared = useText('problems');
  if (problems.length === 0) return null;
  const say = ({ source, code, params }: Problem) =>
    source === 'rule' ? words(`reasons.${code}`, formatParams(params)) : shared(code, formatParams(params));
  return (
    <>
      <h4>{t('procedures.preview.problems')}</h4>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.question} ${problem.code}`} data-severity={problem.severity}>
            <b>{t(`procedures.preview.${problem.severity}`)}</b> {say(problem)}{' '}
            <code>{problem.question}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

function Papers({ evaluation: { documents }, words }: VerdictProps) {
  const t = useText('office');
  if (documents.length === 0) return null;
  return (
    <>
      <h4>{t('procedures.preview.papers')}</h4>
      <ul>
        {documents.map(({ document, required, satisfied, why }) => (
          <li key={document.id}>
            {words(`documents.${document.id}.name`)}{' '}
            <StatusPill state={satisfied ? 'good' : required ? 'attention' : 'off'}>
              {t(`procedures.preview.${required ? 'needed' : 'notNeeded'}`)}
            </StatusPill>
            {why !== undefined && (
              <p className={styles.soft}>{words(`reasons.${why.key}`, formatParams(why.params))}</p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
