import type { ReactNode } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { WovenBand } from '../../../ui/Page.tsx';
import { LanguageSwitch } from '../common/LanguageSwitch.tsx';
import styles from './Gate.module.css';

/** The sheet before the console: one thing to do, in the middle. */
export function Gate({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const t = useText('office');
  return (
    <div className={styles.gate}>
      <WovenBand />
      <main className={styles.sheet}>
        <p className={styles.house}>{t('house')}</p>
        <h1>{title}</h1>
        {children}
      </main>
      <LanguageSwitch />
    </div>
  );
}
