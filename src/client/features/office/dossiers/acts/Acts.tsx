import { useState } from 'react';
import type { DossierDetail } from '../../../../../contract/operations/office.ts';
import type { OfficeAction } from '../../../../../domain/dossier/actions.ts';
import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { ActDialog } from './ActDialog.tsx';
import styles from './Acts.module.css';

interface ActsProps {
  readonly dossier: DossierDetail;
  readonly definition: ProcedureDefinition | undefined;
}

/** What usually comes next from where a dossier stands; the first that is allowed stands out. */
const NEXT: readonly OfficeAction[] = [
  'accept',
  'complete-supplement',
  'confirm-payment',
  'begin',
  'finish',
  'return-result',
];

/** One letter each, which presses the button and so opens the dialog that asks (shell/useShortcuts.ts). */
const KEYS: Readonly<Partial<Record<OfficeAction, string>>> = {
  accept: 'a',
  begin: 'b',
  'complete-supplement': 'c',
  finish: 'd',
  extend: 'e',
  forward: 'f',
  'hand-back': 'h',
  'confirm-payment': 'o',
  'request-payment': 'p',
  'return-result': 'r',
  'request-supplement': 's',
  refuse: 'u',
  withdraw: 'w',
};

/** What this person may do with the dossier now, and why nothing where it is nothing. */
export function Acts({ dossier, definition }: ActsProps) {
  const t = useText('office-acts');
  const [opened, setOpened] = useState<OfficeAction | undefined>(undefined);
  const next = NEXT.find((action) => dossier.allowed.includes(action));
  const others = dossier.allowed.filter((action) => action !== next);
  const awaited = dossier.attachments.filter(({ state }) => state === 'awaited').length;
  const isWaiting = dossier.status === 'registered' && awaited > 0;
  return (
    <section className={styles.acts} aria-label={t('what')}>
      {isWaiting && <Notice title={t('waitForAttachments', { count: awaited })} />}
      {dossier.allowed.length === 0 && !isWaiting && <p className={styles.nothing}>{t('nothing')}</p>}
      {next !== undefined && (
        <Button size="small" variant="solid" aria-keyshortcuts={KEYS[next]} onClick={() => setOpened(next)}>
          {t(`act.${next}.do`)}
        </Button>
      )}
      {others.map((action) => (
        <Button key={action} size="small" aria-keyshortcuts={KEYS[action]} onClick={() => setOpened(action)}>
          {t(`act.${action}.do`)}
        </Button>
      ))}
      {opened !== undefined && (
        <ActDialog
          key={opened}
          action={opened}
          dossier={dossier}
          definition={definition}
          onClose={() => setOpened(undefined)}
        />
      )}
    </section>
  );
}
