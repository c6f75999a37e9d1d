import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import type { AccountAct, AccountDetail } from '../../../../contract/operations/accounts.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import styles from './Accounts.module.css';
import { ActProblem } from './ActProblem.tsx';
import { useAccountAct } from './useAccountAct.ts';

/** `merge`: the account goes under the other one. `keep-apart`: they are two people. */
export interface Decision {
  readonly kind: 'merge' | 'keep-apart';
  readonly account: AccountDetail;
  readonly other: AccountDetail;
}

/** Asked once more, with the reason that stays on record. Afterwards the account that stays is open. */
export function DecideDialog({
  decision,
  onClose,
}: {
  readonly decision: Decision;
  readonly onClose: () => void;
}) {
  const { kind, account, other } = decision;
  const t = useText('office-accounts');
  const office = useText('office');
  const form = useId();
  const [, go] = useLocation();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const onDone = () => {
    onClose();
    go(`/accounts/${kind === 'merge' ? other.id : account.id}`);
  };
  const { send, isSending, problem, otherRevision } = useAccountAct(account, onDone, other);
  const words = kind === 'merge' ? 'merge' : 'apart';
  const given = reason.trim();
  const submit = () => {
    setTried(true);
    if (given.length < 3) return;
    const act: AccountAct =
      kind === 'merge'
        ? { kind, into: other.id, intoRevision: otherRevision, reason: given }
        : { kind, other: other.id, reason: given };
    send(act);
  };
  const named = { reference: other.provisionalReference, name: other.name };
  return (
    <Dialog
      title={t(`beside.${words}Title`, named)}
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={onClose}>
            {office('cancel')}
          </Button>
          <Button type="submit" form={form} size="small" variant="solid" busy={isSending}>
            {t(`beside.${words}Go`)}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{t(`beside.${words}What`, named)}</p>
        <TextArea
          label={t('reason')}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
          problem={isTried && given.length < 3 ? t('reasonMissing') : undefined}
        />
      </form>
      <ActProblem problem={problem} />
    </Dialog>
  );
}
