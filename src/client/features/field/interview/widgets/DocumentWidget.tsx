import { DocumentAnswer } from '../../../../../domain/procedure/contract/answers.ts';
import { saidChoice } from '../../../../answers/said-choice.ts';
import { useProcedureText, useText } from '../../../../i18n/useText.ts';
import { ChoiceCards } from '../../../../ui/Choices.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { drawingOfPaper } from '../../common/paper-drawings.ts';
import { useInterview } from '../interview-context.ts';
import { withAnswer } from '../interview-store.ts';
import { drawnPapers } from './drawn-answers.ts';
import { PhotoPages } from './PhotoPages.tsx';
import type { WidgetProps } from './widget-props.ts';
import styles from './widgets.module.css';

const papers = [
  'photographed',
  'shown',
  'at-home',
  'none',
] as const satisfies readonly DocumentAnswer['paper'][];

/** Which paper it is, where it is now, and its pages as photos, stored the moment they are taken. */
export function DocumentWidget({
  question,
  definition,
  value,
  onChange,
  words,
  ...field
}: WidgetProps<'document'>) {
  const t = useText('interview');
  const texts = useProcedureText(definition);
  const { evaluation } = useInterview();
  const asked = definition.documents.find((one) => one.id === question.document);
  const due = evaluation.documents.find((one) => one.document.id === question.document);
  const parsed = DocumentAnswer.safeParse(value);
  const answer = parsed.success ? parsed.data : undefined;
  const alternatives = asked?.alternatives ?? [];
  const change = (part: Partial<DocumentAnswer>) =>
    onChange({ paper: 'photographed', ...answer, attachments: answer?.attachments ?? [], ...part });
  return (
    <div className={styles.stack}>
      {due?.why !== undefined && <Notice>{words(`reasons.${due.why.key}`, due.why.params)}</Notice>}
      <ChoiceCards
        label={field.label}
        hint={field.hint}
        labelHidden={field.labelHidden}
        problem={field.problem}
        choices={papers.map((paper) => ({
          value: paper,
          ...saidChoice(t, `document.${paper}.label`),
          hint: t(
            asked?.showOnly === true && paper === 'shown'
              ? 'document.shown.enough'
              : `document.${paper}.hint`,
          ),
          drawing: drawnPapers[paper],
        }))}
        value={answer?.paper}
        onChange={(paper) => {
          const found = papers.find((one) => one === paper);
          if (found !== undefined) change({ paper: found });
        }}
      />
      {alternatives.length > 0 && answer !== undefined && answer.paper !== 'none' && (
        <ChoiceCards
          label={t('document.which')}
          choices={alternatives.map((one, at) => ({
            value: one,
            ...saidChoice(texts, `papers.${one}.name`),
            drawing: drawingOfPaper(one, at + 1),
          }))}
          value={answer.alternative}
          onChange={(alternative) => change({ alternative })}
        />
      )}
      {answer !== undefined && (answer.paper === 'photographed' || answer.attachments.length > 0) && (
        <PhotoPages
          label={field.label}
          document={question.document}
          attachments={answer.attachments}
          most={asked?.maxPhotos ?? 1}
          change={(answers, pages) => {
            const stored = DocumentAnswer.safeParse(answers[question.id]);
            const before: DocumentAnswer = stored.success
              ? stored.data
              : { attachments: [], paper: 'photographed' };
            return withAnswer(answers, question.id, { ...before, attachments: pages(before.attachments) });
          }}
        />
      )}
    </div>
  );
}
