import type { ReactNode } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import styles from './Courier.module.css';

/** One screen of the courier: its heading, what it is about, the way back, and the way on. */
export function CourierFrame({
  title,
  back = '/courier',
  onBack,
  end,
  children,
}: {
  readonly title: string;
  readonly back?: string;
  /** In place of `back`, where the screen itself has an earlier step. */
  readonly onBack?: (() => void) | undefined;
  readonly end?: ReactNode;
  readonly children: ReactNode;
}) {
  const t = useText();
  return (
    <Page
      width="wide"
      foot={
        <FootBar end={end}>
          {onBack === undefined ? (
            <LinkButton href={back} size="large" icon={<Icon name="back" />}>
              {t(back === '/' ? 'go.home' : 'go.back')}
            </LinkButton>
          ) : (
            <Button size="large" icon={<Icon name="back" />} onClick={onBack}>
              {t('go.back')}
            </Button>
          )}
        </FootBar>
      }
    >
      <div className={styles.screen}>
        <ScreenTitle>{title}</ScreenTitle>
        {children}
      </div>
    </Page>
  );
}
