import { use, useEffect } from 'react';
import { UnknownAnswer } from '../../../../domain/procedure/contract/answers.ts';
import type { VisibleQuestion } from '../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition, Question } from '../../../../domain/procedure/definition.ts';
import { questionKey, type Translate } from '../../../answers/format-answer.ts';
import { useProcedureText, useText } from '../../../i18n/useText.ts';
import { AloudContext, SpokenProblemContext } from '../../../ui/aloud.ts';
import { Button } from '../../../ui/Button.tsx';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { Calculated } from './Calculated.tsx';
import { CardOffer } from './card/CardOffer.tsx';
import styles from './Interview.module.css';
import { useInterview } from './interview-context.ts';
import { findTrouble, sayProblem } from './question-problems.ts';
import { DRAWN_UNKNOWN } from './widgets/drawn-answers.ts';
import { QuestionWidget } from './widgets/QuestionWidget.tsx';

interface QuestionBlockProps {
  readonly visible: VisibleQuestion;
  readonly definition: ProcedureDefinition;
  readonly words: Translate;
  readonly showError: boolean;
  readonly labelHidden?: boolean;
}

/** A question's widget with what is wrong or doubtful about it, and "I don't know" where that is an answer. */
export function QuestionBlock({
  visible,
  definition,
  words,
  showError,
  labelHidden = false,
}: QuestionBlockProps) {
  const t = useText('interview');
  const problems = useText('problems');
  const texts = useProcedureText(definition);
  const aloud = use(AloudContext);
  const { store, draft, evaluation, said } = useInterview();
  const { question, required, answered, proposal } = visible;
  const value = draft.answers[question.id];
  // Proposed once, when the question is first met: what somebody took back is not put there again under their hands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each question shown
  useEffect(() => {
    if (proposal !== undefined && !answered) store.answer(question.id, proposal);
  }, [question.id]);
  const named = said(question.id);
  const isUnknown = UnknownAnswer.safeParse(value).success;
  const { error, warnings } = findTrouble(evaluation, question.id);
  const problem = showError && error !== undefined ? sayProblem(error, texts, problems) : undefined;
  const name = words(questionKey(question, 'label'), named);
  const label =
    required || question.type === 'note' || labelHidden ? name : t('question.optional', { label: name });
  const hint = labelHidden ? undefined : texts.find(questionKey(question, 'hint'), named);
  const hasOwnUnknown = question.type === 'choice';
  return (
    <div className={styles.block} data-question={question.id}>
      {question.private && (
        <p className={styles.private}>
          <Icon name="hide" /> {t('question.private')}
        </p>
      )}
      {question.type === 'note' && !labelHidden && (
        <>
          <h3>{name}</h3>
          {hint !== undefined && <p>{hint}</p>}
        </>
      )}
      {question.calculated !== undefined ? (
        <Calculated visible={visible} label={label} labelHidden={labelHidden} words={words} />
      ) : isUnknown && !hasOwnUnknown ? (
        <div className={styles.unknown}>
          {!labelHidden && <b>{name}</b>}
          <p>{t('unknown.said')}</p>
          <Button icon={<Icon name="undo" />} onClick={() => store.answer(question.id, undefined)}>
            {t('unknown.takeBack')}
          </Button>
        </div>
      ) : (
        <SpokenProblemContext value={problem}>
          <QuestionWidget
            question={offeredOnly(question, visible.offered)}
            definition={definition}
            value={value}
            onChange={(next) => store.answer(question.id, next)}
            label={label}
            hint={hint}
            labelHidden={labelHidden}
            problem={problem?.text}
            words={words}
          />
        </SpokenProblemContext>
      )}
      <CardOffer visible={visible} definition={definition} words={words} alone={labelHidden} />
      {warnings.map((warning) => {
        const sentence = sayProblem(warning, texts, problems);
        return (
          <Notice key={warning.code} tone="care">
            <span className={styles.heard}>
              <span>{sentence.text}</span>
              {aloud?.(sentence)}
            </span>
          </Notice>
        );
      })}
      {question.unknownAllowed && question.calculated === undefined && !isUnknown && !hasOwnUnknown && (
        <div>
          <Button
            icon={<Drawing name={DRAWN_UNKNOWN} size={36} />}
            onClick={() => store.answer(question.id, { unknown: true })}
          >
            {t('unknown.button')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A choice with the options that are offered now, where some depend on other answers. */
function offeredOnly(question: Question, offered: readonly string[] | undefined): Question {
  if (offered === undefined || (question.type !== 'choice' && question.type !== 'choices')) return question;
  return { ...question, options: question.options.filter(({ value }) => offered.includes(value)) };
}
