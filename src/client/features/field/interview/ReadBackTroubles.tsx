import type { Problem, VisibleStep } from '../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { questionKey, type Translate } from '../../../answers/format-answer.ts';
import { formatParams } from '../../../i18n/formats.ts';
import { useProcedureText, useText } from '../../../i18n/useText.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { useInterview } from './interview-context.ts';
import { findTrouble, sayProblem } from './question-problems.ts';
import styles from './ReadBack.module.css';

interface ReadBackTroublesProps {
  readonly definition: ProcedureDefinition;
  readonly steps: readonly VisibleStep[];
  readonly words: Translate;
  /** Rules whose warning stands on this screen already, in a place of its own. */
  readonly saidElsewhere: readonly string[];
  readonly onMend: (question: string) => void;
}

/** What still keeps this from being finished, and what is only worth a second look; each leads to its question. */
export function ReadBackTroubles({ definition, steps, words, saidElsewhere, onMend }: ReadBackTroublesProps) {
  const t = useText('interview');
  const problems = useText('problems');
  const texts = useProcedureText(definition);
  const { evaluation, said } = useInterview();
  const questions = steps.flatMap((step) => step.questions.map(({ question }) => question));
  const troubled = questions.map((question) => ({ question, ...findTrouble(evaluation, question.id) }));
  const list = (
    lines: readonly { readonly question: (typeof questions)[number]; readonly problem: Problem }[],
  ) => (
    <ul className={styles.troubles}>
      {lines.map(({ question, problem }) => (
        <li key={`${question.id} ${problem.code}`}>
          <button type="button" className={styles.trouble} onClick={() => onMend(question.id)}>
            <b>{words(questionKey(question, 'label'), said(question.id))}</b>
            <span>{sayProblem(problem, texts, problems).text}</span>
            <Icon name="next" size={20} />
          </button>
        </li>
      ))}
    </ul>
  );
  const errors = troubled.flatMap(({ question, error }) =>
    error === undefined ? [] : [{ question, problem: error }],
  );
  const warnings = troubled.flatMap(({ question, warnings: own }) =>
    own
      .filter((problem) => problem.source !== 'rule' || !saidElsewhere.includes(problem.code))
      .map((problem) => ({ question, problem })),
  );
  return (
    <>
      {evaluation.stops.map((stop) => (
        <Notice key={stop.key} tone="care" title={t('stop.title')}>
          {words(`reasons.${stop.key}`, formatParams(stop.params))}
        </Notice>
      ))}
      {errors.length > 0 ? (
        <Notice tone="problem" title={t('readBack.missing', { count: errors.length })}>
          {list(errors)}
        </Notice>
      ) : (
        <Notice tone="good" title={t('readBack.complete')} />
      )}
      {warnings.length > 0 && (
        <Notice tone="care" title={t('readBack.doubtful')}>
          {list(warnings)}
        </Notice>
      )}
    </>
  );
}
