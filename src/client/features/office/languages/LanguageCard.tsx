import { Link } from 'wouter';
import type { LanguageLine } from '../../../../contract/operations/languages.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { isWhole } from '../../../i18n/languages.ts';
import { useText } from '../../../i18n/useText.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { StatusPill } from '../../../ui/Notices.tsx';
import styles from './Languages.module.css';
import { type NextStep, nextSteps, workDone } from './next-steps.ts';
import { WorkBar } from './WorkBar.tsx';

/** Where a step leads: the phrases that it is about, or all of them. */
const LEADS = {
  begin: '',
  check: '?state=to-check',
  publish: '',
  again: '?state=outdated',
  record: '?state=missing',
  write: '?state=missing',
  done: '',
} as const satisfies Record<NextStep['what'], string>;

/** One language: two bars, the people behind it, and what comes next. */
export function LanguageCard({ line }: { readonly line: LanguageLine }) {
  const t = useText('office-languages');
  const names = useText('common');
  const { language } = line;
  const whole = isWhole(language);
  return (
    <article className={styles.card} aria-labelledby={`language-${language}`}>
      <header>
        <h2 id={`language-${language}`}>
          <Link href={`/languages/${language}`} data-line="">
            {names.find(`languageNames.${language}`) ?? language}
          </Link>
        </h2>
        <Published line={line} />
      </header>
      {workDone(line) > 0 && <Work line={line} />}
      <section className={styles.next} aria-label={t('next.label')}>
        <h3>{t('next.label')}</h3>
        <ul>
          {nextSteps(line, whole).map(({ what, count }) => (
            <li key={what}>
              <Icon name={what === 'done' ? 'check' : 'next'} size={20} />
              <Link href={`/languages/${language}${LEADS[what]}`}>{t(`next.${what}`, { count })}</Link>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}

function Work({ line }: { readonly line: LanguageLine }) {
  const t = useText('office-languages');
  const { language, phrases, texts, voices } = line;
  return (
    <>
      <div className={styles.bars}>
        {isWhole(language) ? (
          <p className={styles.soft}>{t('whole')}</p>
        ) : (
          <WorkBar
            label={t('texts')}
            said={t('textsSaid', { ...texts, all: phrases })}
            all={phrases}
            {...texts}
          />
        )}
        <WorkBar
          label={t('voices')}
          said={t('voicesSaid', { checked: voices.checked, draft: voices.draft, all: phrases })}
          all={phrases}
          checked={voices.checked}
          draft={voices.draft}
        />
      </div>
      <Speakers line={line} />
    </>
  );
}

function Published({ line: { version, publishedAt } }: { readonly line: LanguageLine }) {
  const t = useText('office-languages');
  return (
    <StatusPill state={version === null ? 'off' : 'good'}>
      {version === null
        ? t('notPublished')
        : t('published', { version, at: publishedAt === null ? '' : formatDateTime(publishedAt) })}
    </StatusPill>
  );
}

/** Everybody who agreed to be named, with their village; how many others there are. */
function Speakers({ line: { speakers, thanks } }: { readonly line: LanguageLine }) {
  const t = useText('office-languages');
  if (speakers === 0) return <p className={styles.soft}>{t('noSpeakers')}</p>;
  const unnamed = speakers - thanks.length;
  return (
    <section className={styles.speakers} aria-label={t('speakers', { count: speakers })}>
      <h3>{t('speakers', { count: speakers })}</h3>
      <ul>
        {thanks.map(({ name, village, variety, voices }) => (
          <li key={`${name} ${village} ${variety}`}>
            <b>{name}</b>
            {[village, variety].filter((word) => word !== '').map((word) => `, ${word}`)}{' '}
            <span className={styles.soft}>{t('phrasesSpoken', { count: voices })}</span>
          </li>
        ))}
        {unnamed > 0 && <li className={styles.soft}>{t('unnamed', { count: unnamed })}</li>}
      </ul>
    </section>
  );
}
