import { useText } from '../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { useLanguageName } from './useLanguageName.ts';
import styles from './Workshop.module.css';

interface WellDoneProps {
  readonly language: string;
  readonly back: string;
  readonly onAgain: () => void;
}

/** Everything on this road has a voice. */
export function WellDone({ language, back, onAgain }: WellDoneProps) {
  const t = useText('workshop');
  const nameOf = useLanguageName();
  return (
    <Page
      width="narrow"
      align="middle"
      foot={
        <FootBar
          end={
            <LinkButton href={back} size="large" variant="solid" iconAfter={<Icon name="next" />}>
              {t('done.seeAll')}
            </LinkButton>
          }
        >
          <Button size="large" icon={<Icon name="undo" />} onClick={onAgain}>
            {t('done.again')}
          </Button>
        </FootBar>
      }
    >
      <div className={styles.done}>
        <Drawing name="yes" size={160} />
        <ScreenTitle>{t('done.title')}</ScreenTitle>
        <p>{t('done.text', { language: nameOf(language) })}</p>
      </div>
    </Page>
  );
}
