import { useDeferredValue, useMemo, useState } from 'react';
import type { ProcedurePackage } from '../../../../../contract/procedure-package.ts';
import type { Answers, AnswerValue } from '../../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import { evaluate, parseDefinition } from '../../../../../domain/procedure/run.ts';
import { sayAnswers } from '../../../../answers/said-answers.ts';
import { sayStep } from '../../../../answers/say-step.ts';
import { usePlaceNames } from '../../../../answers/usePlaceNames.ts';
import { civilDate } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { DayField } from '../../common/DayField.tsx';
import styles from './Preview.module.css';
import { PreviewQuestion } from './PreviewQuestion.tsx';
import { PreviewVerdict } from './PreviewVerdict.tsx';
import { usePreviewWords } from './usePreviewWords.ts';

/** The procedure tried out with the very engine of tablet and server: answers on one side, what follows from them on the other. */
export function Preview({ content }: { readonly content: ProcedurePackage }) {
  const t = useText('office');
  const parsed = useMemo(() => parseDefinition(content.definition), [content]);
  if (parsed.kind === 'invalid') return <Notice tone="problem">{t('procedures.notUnderstood')}</Notice>;
  return <Trial definition={parsed.definition} texts={content.texts} />;
}

interface TrialProps {
  readonly definition: ProcedureDefinition;
  readonly texts: ProcedurePackage['texts'];
}

function Trial({ definition, texts }: TrialProps) {
  const t = useText('office');
  const words = usePreviewWords(texts);
  const places = usePlaceNames();
  const [today] = useState(() => civilDate(new Date()));
  const [day, setDay] = useState<string | undefined>(today);
  const [answers, setAnswers] = useState<Answers>({});
  // Fields keep what is half typed: a new round has new fields.
  const [round, setRound] = useState(0);
  const on = day ?? today;
  const evaluation = useMemo(() => evaluate(definition, answers, { today: on }), [definition, answers, on]);
  const said = sayAnswers(evaluation, words, places);
  const clear = () => {
    setAnswers({});
    setRound(round + 1);
  };
  const change = (id: string, value: AnswerValue | undefined) =>
    setAnswers(({ [id]: _before, ...others }) => (value === undefined ? others : { ...others, [id]: value }));
  return (
    <section className={styles.preview} aria-labelledby="preview">
      <header>
        <h2 id="preview">{t('procedures.preview.title')}</h2>
        <p>{t('procedures.preview.what')}</p>
        <div className={styles.tools}>
          <DayField label={t('procedures.preview.day')} initial={today} onChange={setDay} />
          <Button size="small" onClick={clear}>
            {t('procedures.preview.clear')}
          </Button>
        </div>
      </header>
      <div className={styles.form} key={round}>
        {evaluation.steps.map((step) => (
          <section key={step.key} aria-labelledby={`step-${step.key}`}>
            <h3 id={`step-${step.key}`}>{sayStep(step, words)}</h3>
            {step.questions.map((visible) => (
              <PreviewQuestion
                key={visible.question.id}
                visible={visible}
                definition={definition}
                value={answers[visible.question.id]}
                words={words}
                said={said(visible.question.id)}
                onChange={(value) => change(visible.question.id, value)}
              />
            ))}
          </section>
        ))}
      </div>
      <PreviewVerdict evaluation={useDeferredValue(evaluation)} words={words} />
    </section>
  );
}
