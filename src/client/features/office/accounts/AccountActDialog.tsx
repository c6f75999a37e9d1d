import { useId, useState } from 'react';
import type { AccountDetail, IdentityCheck } from '../../../../contract/operations/accounts.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import styles from './Accounts.module.css';
import { ActProblem } from './ActProblem.tsx';
import { type ActValues, buildAct, needsCheck, noValues, type SingleAct } from './act-values.ts';
import { makeCode } from './make-code.ts';
import { useAccountAct } from './useAccountAct.ts';

const HOW = ['card-seen', 'known-person'] as const satisfies readonly IdentityCheck['how'][];

interface AccountActDialogProps {
  readonly kind: SingleAct;
  readonly account: AccountDetail;
  readonly onClose: () => void;
  /** A new code was given: the one time that it can be shown. */
  readonly onCode: (code: string) => void;
}

/** One action, asked once more before it is done: whose account, what will happen, why or how one knows. */
export function AccountActDialog({ kind, account, onClose, onCode }: AccountActDialogProps) {
  const t = useText('office-accounts');
  const office = useText('office');
  const form = useId();
  const [values, setValues] = useState<ActValues>(noValues);
  const [isTried, setTried] = useState(false);
  const [made, setMade] = useState<Awaited<ReturnType<typeof makeCode>> | undefined>(undefined);
  const { send, isSending, problem } = useAccountAct(account, () => {
    onClose();
    if (kind === 'reissue-code' && made !== undefined) onCode(made.code);
  });
  const submit = async () => {
    setTried(true);
    // The same code goes again after a lost answer: the command is the same.
    const code = kind === 'reissue-code' ? (made ?? (await makeCode())) : undefined;
    setMade(code);
    const act = buildAct(kind, values, code?.hash ?? '');
    if (act !== undefined) send(act);
  };
  const change = (part: Partial<ActValues>) => setValues({ ...values, ...part });
  const isMissing = isTried && buildAct(kind, values, '') === undefined;
  return (
    <Dialog
      title={t(`act.${kind}.title`)}
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={onClose}>
            {office('cancel')}
          </Button>
          <Button
            type="submit"
            form={form}
            size="small"
            variant="solid"
            busy={isSending}
            disabled={problem !== undefined && !account.allowed.includes(kind)}
          >
            {t(`act.${kind}.confirm`)}
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
          void submit();
        }}
      >
        <p>
          <b>{account.name}</b> · {account.provisionalReference}
        </p>
        <p>{t(`act.${kind}.what`)}</p>
        {needsCheck(kind) ? (
          <>
            <SelectField
              label={t('check.how')}
              value={values.how}
              onChange={(how) => change({ how: HOW.find((one) => one === how) ?? 'card-seen' })}
              options={HOW.map((how) => ({ value: how, label: t(`check.${how}`) }))}
            />
            {values.how === 'known-person' && (
              <TextField
                label={t('check.who')}
                hint={t('check.whoHint')}
                value={values.who}
                maxLength={120}
                onChange={(who) => change({ who })}
                problem={isMissing ? t('check.whoMissing') : undefined}
              />
            )}
          </>
        ) : (
          <TextArea
            label={t('reason')}
            rows={2}
            maxLength={500}
            value={values.reason}
            onChange={(reason) => change({ reason })}
            problem={isMissing ? t('reasonMissing') : undefined}
          />
        )}
      </form>
      <ActProblem problem={problem} />
    </Dialog>
  );
}
