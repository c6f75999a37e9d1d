import { useState } from 'react';
import type { AccountDetail } from '../../../../contract/operations/accounts.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { AccountActDialog } from './AccountActDialog.tsx';
import styles from './Accounts.module.css';
import type { SingleAct } from './act-values.ts';
import { CodeDialog } from './CodeDialog.tsx';

const SINGLE: readonly SingleAct[] = ['activate', 'reissue-code', 'reinstate', 'undo-merge', 'suspend'];

/** What this person may do with the account now. */
export function AccountActs({ account }: { readonly account: AccountDetail }) {
  const t = useText('office-accounts');
  const [opened, setOpened] = useState<SingleAct | undefined>(undefined);
  const [code, setCode] = useState<string | undefined>(undefined);
  const allowed = SINGLE.filter((kind) => account.allowed.includes(kind));
  return (
    <section className={styles.acts} aria-label={t('acts')}>
      {allowed.length === 0 && <p className={styles.soft}>{t('none')}</p>}
      {allowed.map((kind) => (
        <Button key={kind} size="small" onClick={() => setOpened(kind)}>
          {t(`act.${kind}.do`)}
        </Button>
      ))}
      {opened !== undefined && (
        <AccountActDialog
          key={opened}
          kind={opened}
          account={account}
          onClose={() => setOpened(undefined)}
          onCode={setCode}
        />
      )}
      {code !== undefined && <CodeDialog account={account} code={code} onClose={() => setCode(undefined)} />}
    </section>
  );
}
