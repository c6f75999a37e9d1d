import { useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { findStep, lessonSteps } from './lesson/lesson.ts';
import styles from './Practice.module.css';
import { usePractice } from './practice-context.ts';

/** In the place of the settings while practising: the lesson, its certificate, and everything anew. */
export function PracticePage() {
  const t = useText('practice');
  const tell = useText();
  const { lesson, view, setView, reset } = usePractice();
  const [isResetting, setResetting] = useState(false);
  const done = lesson.done.length;
  const isDone = findStep(lesson) === undefined;
  return (
    <Page
      width="narrow"
      foot={
        <FootBar>
          <LinkButton href="/" size="large" icon={<Icon name="back" />}>
            {tell('go.home')}
          </LinkButton>
        </FootBar>
      }
    >
      <ScreenTitle>{t('page.title')}</ScreenTitle>
      <section className={styles.section}>
        <h2>{t('page.lesson')}</h2>
        <p>{t('lesson.done', { done, of: lessonSteps.length })}</p>
        <ol className={styles.steps}>
          {lessonSteps.map((step) => (
            <li key={step}>
              <Icon name={lesson.done.includes(step) ? 'check' : 'next'} />
              <span>
                {t(`lesson.${step}.title`)} · {t(lesson.done.includes(step) ? 'page.isDone' : 'page.notYet')}
              </span>
            </li>
          ))}
        </ol>
        <div className={styles.begin}>
          {isDone ? (
            <LinkButton href="/certificate" variant="solid" icon={<Icon name="print" />}>
              {t('lesson.end.way')}
            </LinkButton>
          ) : (
            view !== 'open' && (
              <Button variant="solid" onClick={() => setView('open')}>
                {t(view === 'off' ? 'intro.lesson' : 'lesson.goOn')}
              </Button>
            )
          )}
        </div>
      </section>
      <section className={styles.section}>
        <h2>{t('reset.title')}</h2>
        <p>{t('reset.what')}</p>
        <div>
          <Button icon={<Icon name="turn" />} onClick={() => setResetting(true)}>
            {t('reset.button')}
          </Button>
        </div>
      </section>
      {isResetting && (
        <Dialog
          title={t('reset.ask')}
          onClose={() => setResetting(false)}
          actions={
            <>
              <Button onClick={() => setResetting(false)}>{t('reset.stay')}</Button>
              <Button variant="solid" onClick={reset}>
                {t('reset.go')}
              </Button>
            </>
          }
        >
          <p>{t('reset.lost')}</p>
        </Dialog>
      )}
    </Page>
  );
}
