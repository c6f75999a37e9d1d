import { type Answers, MediaAnswer } from '../../../../../domain/procedure/contract/answers.ts';
import { Notice } from '../../../../ui/Notices.tsx';
import { withAnswer } from '../interview-store.ts';
import { PhotoPages } from './PhotoPages.tsx';
import { Recordings } from './Recordings.tsx';
import type { WidgetProps } from './widget-props.ts';
import styles from './widgets.module.css';

/** Photos or recordings that answer the question by themselves; each is kept on the disk the moment it is made. */
export function MediaWidget({ question, value, label, hint, labelHidden, problem }: WidgetProps<'media'>) {
  const media = question.kind;
  const pages = {
    label,
    document: question.id,
    attachments: MediaAnswer.safeParse(value).data?.attachments ?? [],
    most: question.most,
    change: (answers: Answers, next: (before: readonly string[]) => string[]) => {
      const attachments = next(MediaAnswer.safeParse(answers[question.id]).data?.attachments ?? []);
      return withAnswer(answers, question.id, attachments.length === 0 ? undefined : { media, attachments });
    },
  };
  return (
    <fieldset className={styles.stack}>
      <legend className={labelHidden ? 'visually-hidden' : undefined}>{label}</legend>
      {!labelHidden && hint !== undefined && <p>{hint}</p>}
      {problem !== undefined && <Notice tone="problem">{problem}</Notice>}
      {media === 'photo' ? <PhotoPages {...pages} /> : <Recordings {...pages} />}
    </fieldset>
  );
}
