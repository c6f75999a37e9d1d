import { Link } from 'wouter';
import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { count } from './known-voices.ts';
import { listLanguages } from './languages.ts';
import { sayMany } from './say-many.ts';
import { knownOf, type useRead } from './useKnown.ts';
import { useLanguageName } from './useLanguageName.ts';
import styles from './Workshop.module.css';
import { WovenBand } from './WovenBand.tsx';

/** The languages of the place, each with its cloth. */
export function ChooseLanguage({ read }: { readonly read: NonNullable<ReturnType<typeof useRead>> }) {
  const t = useText('workshop');
  const nameOf = useLanguageName();
  const others = [
    ...read.packs.map(({ language }) => language),
    ...read.made.flatMap((one) => ('language' in one ? [one.language] : [])),
  ];
  return (
    <Page
      width="wide"
      foot={
        <FootBar>
          <LinkButton href="/" size="large" icon={<Icon name="back" />}>
            {t('home')}
          </LinkButton>
        </FootBar>
      }
    >
      <ScreenTitle>{t('title')}</ScreenTitle>
      <p>{t('about')}</p>
      <ul className={styles.rows}>
        {listLanguages(others).map((language) => {
          const known = knownOf(language, read);
          const many = count(known.phrases, known.standings);
          return (
            <li key={language}>
              <Link href={`/workshop/${language}`} className={styles.row}>
                <b>{nameOf(language)}</b>
                <WovenBand many={many} />
                <span>{many.voiced === 0 ? t('progress.none') : t('progress.voiced', sayMany(many))}</span>
                <Icon name="next" />
              </Link>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}
