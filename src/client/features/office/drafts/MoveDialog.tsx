import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type CommuneDraft, handOverCommuneDraft } from '../../../../contract/operations/drafts.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { call, problemOf } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';

interface MoveDialogProps {
  readonly draft: CommuneDraft;
  readonly colleagues: readonly { readonly id: string; readonly displayName: string }[];
  readonly onClose: () => void;
}

/** Moves a draft from who has it to a colleague; says first what that means for both. */
export function MoveDialog({ draft, colleagues, onClose }: MoveDialogProps) {
  const t = useText('office');
  const client = useQueryClient();
  const others = colleagues.filter(({ id }) => id !== draft.holder.id);
  const [to, setTo] = useState(others[0]?.id ?? '');
  const move = useMutation({
    mutationFn: () =>
      call(handOverCommuneDraft, {
        params: { id: draft.id },
        body: { fromStaffId: draft.holder.id, toStaffId: to },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['drafts'] }),
    onSuccess: onClose,
  });
  return (
    <Dialog
      title={t('drafts.moveTitle', { name: draft.holder.displayName })}
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            size="small"
            variant="solid"
            busy={move.isPending}
            disabled={to === ''}
            onClick={() => move.mutate()}
          >
            {t('drafts.moveGo')}
          </Button>
        </>
      }
    >
      <p>{t('drafts.moveWhat')}</p>
      {move.error !== null && <ProblemNotice problem={problemOf(move.error)} />}
      {others.length === 0 ? (
        <Notice>{t('drafts.nobody')}</Notice>
      ) : (
        <SelectField
          label={t('drafts.moveTo')}
          value={to}
          onChange={setTo}
          options={others.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        />
      )}
    </Dialog>
  );
}
