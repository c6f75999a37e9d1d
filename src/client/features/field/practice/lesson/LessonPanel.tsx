import { useId } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Progress } from '../../../../ui/Notices.tsx';
import { usePractice } from '../practice-context.ts';
import styles from './Lesson.module.css';
import { ANSWERS_ASKED, findStep, type LessonStep, lessonSteps } from './lesson.ts';

/** Where a step is done, when it is not where the learner stands. */
const WAYS: Partial<Record<LessonStep, string>> = {
  begin: '/',
  mend: '/',
  finish: '/',
  waits: '/',
  words: '/words',
  courier: '/courier',
};

/** What the lesson asks for now, over every screen; goes on by itself when it sees it done. */
export function LessonPanel() {
  const t = useText('practice');
  const { lesson, view, setView } = usePractice();
  const [path] = useLocation();
  const id = useId();
  if (view === 'off') return null;
  const step = findStep(lesson);
  const done = lesson.done.length;
  const title =
    step === undefined
      ? t('lesson.allDone')
      : t('lesson.step', { number: done + 1, of: lessonSteps.length, title: t(`lesson.${step}.title`) });
  const way = step === undefined ? '/certificate' : WAYS[step];
  const isOpen = view === 'open';
  return (
    <aside className={styles.panel} aria-labelledby={id}>
      <div className={styles.words} role="status">
        <b id={id}>{title}</b>
        {isOpen && <p>{t(`lesson.${step ?? 'end'}.what`, { count: ANSWERS_ASKED })}</p>}
      </div>
      {isOpen && way !== undefined && way !== path && (
        <div className={styles.way}>
          <LinkButton href={way} iconAfter={<Icon name="next" />}>
            {t(`lesson.${step ?? 'end'}.way`)}
          </LinkButton>
        </div>
      )}
      <div className={styles.fold}>
        <Button variant="quiet" onClick={() => setView(isOpen ? 'aside' : 'open')}>
          {t(isOpen ? 'lesson.aside' : 'lesson.goOn')}
        </Button>
      </div>
      <div className={styles.far}>
        <Progress
          value={done / lessonSteps.length}
          label={t('lesson.done', { done, of: lessonSteps.length })}
        />
      </div>
    </aside>
  );
}
