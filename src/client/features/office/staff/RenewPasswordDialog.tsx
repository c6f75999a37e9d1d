import { useMutation } from '@tanstack/react-query';
import { renewPassword } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { call, problemOf } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { OneTimePassword } from './OneTimePassword.tsx';

interface RenewPasswordDialogProps {
  readonly staff: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** For whoever has forgotten their password: says what ends with it, and shows the new one this once. */
export function RenewPasswordDialog({ staff, onClose }: RenewPasswordDialogProps) {
  const t = useText('office');
  const renew = useMutation({ mutationFn: () => call(renewPassword, { params: { id: staff.id } }) });
  if (renew.data !== undefined)
    return (
      <OneTimePassword
        title={t('staff.renewed', { name: renew.data.staff.displayName })}
        login={renew.data.staff.login}
        password={renew.data.oneTimePassword}
        onClose={onClose}
      />
    );
  return (
    <Dialog
      title={t('staff.renewTitle', { name: staff.name })}
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="small" variant="solid" busy={renew.isPending} onClick={() => renew.mutate()}>
            {t('staff.renew')}
          </Button>
        </>
      }
    >
      <p>{t('staff.renewWhat')}</p>
      {renew.error !== null && <ProblemNotice problem={problemOf(renew.error)} />}
    </Dialog>
  );
}
