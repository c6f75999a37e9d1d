import { Suspense } from 'react';
import { Link } from 'wouter';
import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { count, type HowMany } from './known-voices.ts';
import { commonPlaces } from './places.ts';
import { SpeakerList } from './SpeakerList.tsx';
import { sayMany } from './say-many.ts';
import type { Known } from './useKnown.ts';
import { useLanguageName } from './useLanguageName.ts';
import { useRoads } from './useRoads.ts';
import styles from './Workshop.module.css';
import { WovenBand } from './WovenBand.tsx';

interface LanguageRoomProps {
  readonly language: string;
  readonly known: Known;
}

/** How far the voices of one language have come, by whom, and what to record next: a page to be proud of. */
export function LanguageRoom({ language, known }: LanguageRoomProps) {
  const t = useText('workshop');
  const nameOf = useLanguageName();
  const many = count(known.phrases, known.standings);
  const refused = known.made.filter(
    (one) => one.kind === 'voice' && one.language === language && one.state === 'refused',
  );
  return (
    <Page
      width="wide"
      foot={
        <FootBar
          end={
            <LinkButton href={`/workshop/${language}/check`} size="large" icon={<Icon name="check" />}>
              {t('check.go')}
            </LinkButton>
          }
        >
          <LinkButton href="/workshop" size="large" icon={<Icon name="back" />}>
            {t('otherLanguage')}
          </LinkButton>
        </FootBar>
      }
    >
      <ScreenTitle>{t('progress.title', { language: nameOf(language) })}</ScreenTitle>
      <section className={styles.whole}>
        <WovenBand many={many} large />
        <p className={styles.numbers}>
          <b>{t('progress.voiced', sayMany(many))}</b>
          {many.voiced > 0 && <span>{t('progress.checked', { count: many.checked })}</span>}
        </p>
        {many.voiced === 0 && <p>{t('progress.begin')}</p>}
      </section>
      {refused.length > 0 && <Notice tone="care">{t('refused', { count: refused.length })}</Notice>}
      <SpeakerList known={known} />
      <section className={styles.group}>
        <h2>{t('what.common')}</h2>
        <ul className={styles.rows}>
          {commonPlaces(known.phrases).map((where) => (
            <Place
              key={where}
              href={`/workshop/${language}/record?where=${where}`}
              name={t(`places.${where}`)}
              many={count(
                known.phrases.filter((one) => one.where === where),
                known.standings,
              )}
            />
          ))}
        </ul>
      </section>
      <section className={styles.group}>
        <h2>{t('what.procedures')}</h2>
        <p>{t('what.road')}</p>
        <Suspense fallback={<Spinner label={t('reading')} />}>
          <Procedures language={language} known={known} />
        </Suspense>
      </section>
    </Page>
  );
}

function Procedures({ language, known }: LanguageRoomProps) {
  const t = useText('workshop');
  const roads = useRoads(known.phrases);
  if (roads === undefined) return <Spinner label={t('reading')} />;
  // What has come furthest first: there the next sentence brings most.
  const rows = roads
    .map(({ id, name, phrases }) => {
      const spoken = phrases.filter(({ isOnRoad }) => isOnRoad);
      return { id, name, many: count(spoken, known.standings) };
    })
    .sort((a, b) => shareOf(b.many) - shareOf(a.many));
  return (
    <ul className={styles.rows}>
      {rows.map(({ id, name, many }) => (
        <Place key={id} href={`/workshop/${language}/record?where=${id}`} name={name} many={many} />
      ))}
    </ul>
  );
}

function shareOf({ voiced, all }: HowMany): number {
  return voiced / Math.max(1, all);
}

function Place({
  href,
  name,
  many,
}: {
  readonly href: string;
  readonly name: string;
  readonly many: HowMany;
}) {
  const t = useText('workshop');
  return (
    <li>
      <Link href={href} className={styles.row}>
        <b>{name}</b>
        <WovenBand many={many} />
        <span>{t('progress.short', sayMany(many))}</span>
        <Icon name="microphone" />
      </Link>
    </li>
  );
}
