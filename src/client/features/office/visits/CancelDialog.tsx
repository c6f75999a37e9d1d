import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { cancelVisit, type PlannedVisit } from '../../../../contract/operations/tasks.ts';
import { formatDate } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { call, problemOf } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';

/** Cancels a planned visit, with a reason for the record. */
export function CancelDialog({
  visit,
  onClose,
}: {
  readonly visit: PlannedVisit;
  readonly onClose: () => void;
}) {
  const t = useText('office-visits');
  const office = useText('office');
  const form = useId();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const cancel = useMutation({
    mutationFn: () =>
      call(cancelVisit, { params: { id: visit.id }, body: { revision: visit.revision, reason } }),
    onSuccess: onClose,
    onSettled: () => void client.invalidateQueries({ queryKey: ['visits'] }),
  });
  const failure = cancel.error === null ? undefined : problemOf(cancel.error);
  return (
    <Dialog
      title={t('cancel.title', { village: visit.village, day: formatDate(visit.day) })}
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
            busy={cancel.isPending}
            disabled={reason.trim() === ''}
          >
            {t('cancel.go')}
          </Button>
        </>
      }
    >
      <p>{t('cancel.what')}</p>
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') cancel.mutate();
        }}
      >
        <TextArea label={t('cancel.reason')} rows={2} maxLength={500} value={reason} onChange={setReason} />
      </form>
      {failure !== undefined && (
        <ProblemNotice problem={failure}>
          {(failure.kind === 'conflict' || failure.kind === 'state-not-allowed') && (
            <p>{t('form.conflict')}</p>
          )}
        </ProblemNotice>
      )}
    </Dialog>
  );
}
