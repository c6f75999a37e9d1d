import type { ReactNode } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import styles from './Paper.module.css';

interface PaperScreenProps {
  readonly title: string;
  readonly back: string;
  /** The sheet as it will be printed. */
  readonly sheet: ReactNode;
  /** What can be chosen or heard beside it. */
  readonly children: ReactNode;
  /** Defaults to printing at once. */
  readonly onPrint?: () => void;
}

/** A sheet of paper with what can be done with it beside; printing is always in the same corner. */
export function PaperScreen({ title, back, sheet, children, onPrint }: PaperScreenProps) {
  const t = useText('paper');
  return (
    <Page
      width="wide"
      foot={
        <FootBar
          end={
            <Button
              variant="solid"
              size="large"
              icon={<Icon name="print" />}
              onClick={onPrint ?? (() => window.print())}
            >
              {t('print')}
            </Button>
          }
        >
          <LinkButton href={back} size="large" icon={<Icon name="back" />}>
            {t('back')}
          </LinkButton>
        </FootBar>
      }
    >
      <div className={styles.beside}>
        {sheet}
        <div className={styles.ways}>
          <ScreenTitle>{title}</ScreenTitle>
          {children}
        </div>
      </div>
    </Page>
  );
}
