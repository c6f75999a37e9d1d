import { useState } from 'react';
import { civilDate, formatDate } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { EmptyState, FootBar, Page, ScreenTitle } from '../../../../ui/Page.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import { useDevice, useServices } from '../../common/services.ts';
import { usePractice } from '../practice-context.ts';
import styles from './Lesson.module.css';
import { findStep, lessonSteps } from './lesson.ts';

const MOST_LETTERS = 80;

/** `/certificate` of the practice ground: a paper that says which lesson was done by whom, and that it is no more than that. */
export function CertificatePage() {
  const t = useText('practice');
  const tell = useText();
  const { lesson, learner } = usePractice();
  const { now } = useServices();
  const commune = useDevice()?.commune.name;
  const [name, setName] = useState(learner);
  const isDone = findStep(lesson) === undefined;
  const isNamed = name.trim() !== '';
  return (
    <Page
      width="narrow"
      foot={
        <FootBar
          end={
            isDone && (
              <Button
                variant="solid"
                size="large"
                icon={<Icon name="print" />}
                disabled={!isNamed}
                onClick={() => window.print()}
              >
                {t('certificate.print')}
              </Button>
            )
          }
        >
          <LinkButton href="/" size="large" icon={<Icon name="back" />}>
            {tell('go.home')}
          </LinkButton>
        </FootBar>
      }
    >
      <ScreenTitle>{t('certificate.title')}</ScreenTitle>
      {!isDone && (
        <EmptyState>
          {t('certificate.notYet', { done: lesson.done.length, of: lessonSteps.length })}
        </EmptyState>
      )}
      {isDone && (
        <>
          <TextField
            label={t('certificate.name')}
            hint={t('certificate.nameHint')}
            value={name}
            onChange={setName}
            maxLength={MOST_LETTERS}
          />
          <article className={styles.certificate} data-print="" data-certificate="">
            <p>{[tell('app.name'), commune].filter(Boolean).join(' · ')}</p>
            <h2>{t('certificate.heading')}</h2>
            <p className={styles.name}>{name.trim()}</p>
            <p>{t('certificate.has')}</p>
            <ul>
              {lessonSteps.map((step) => (
                <li key={step}>{t(`lesson.${step}.learnt`)}</li>
              ))}
            </ul>
            <p>{t('certificate.on', { date: formatDate(civilDate(now())) })}</p>
            <p className={styles.plain}>{t('certificate.plain')}</p>
          </article>
        </>
      )}
    </Page>
  );
}
