import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { closeHandedItem } from '../../../../contract/operations/handed-items.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { call, problemOf } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import styles from './Handed.module.css';

/** The supervisor's word: the office sees to it, or the field corrects it. The tablet learns which; the note stays here. */
export function CloseHandedItem({ id }: { readonly id: string }) {
  const t = useText('office');
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const close = useMutation({
    mutationFn: (as: 'taken-over' | 'to-correct') =>
      call(closeHandedItem, { params: { id }, body: { as, note: note.trim() } }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['handed'] }),
  });
  return (
    <section className={styles.close} aria-labelledby="close-handed">
      <h2 id="close-handed">{t('handed.close.title')}</h2>
      <p>{t('handed.close.what')}</p>
      {close.error !== null && <ProblemNotice problem={problemOf(close.error)} />}
      <TextArea label={t('handed.close.note')} rows={2} maxLength={500} value={note} onChange={setNote} />
      <div>
        <Button size="small" busy={close.isPending} onClick={() => close.mutate('to-correct')}>
          {t('handed.close.to-correct')}
        </Button>
        <Button
          size="small"
          variant="solid"
          busy={close.isPending}
          onClick={() => close.mutate('taken-over')}
        >
          {t('handed.close.taken-over')}
        </Button>
      </div>
    </section>
  );
}
