import { useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { useServices, useSession } from '../common/services.ts';
import type { Troubled } from './find-troubled.ts';
import { type HandOverOutcome, handOver } from './hand-over.ts';

interface HandOverProps {
  readonly troubled: Troubled;
  readonly onClose: () => void;
}

/** Asks for a few words, then shows the item to the supervisor. Needs the office: says so when it is out of reach. */
export function HandOver({ troubled, onClose }: HandOverProps) {
  const t = useText('attention');
  const { storage, sync } = useServices();
  const { vault } = useSession();
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Exclude<HandOverOutcome, 'handed'>>();
  const go = async () => {
    setBusy(true);
    const outcome = await handOver(troubled, note.trim(), { storage, staffId: vault.staffId });
    setBusy(false);
    if (outcome !== 'handed') return setFailure(outcome);
    // The office's word that it is there comes with the next round, like everything that it says.
    sync.wake('user');
    onClose();
  };
  return (
    <Dialog
      title={t('handOver.title')}
      onClose={onClose}
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {t('handOver.cancel')}
          </Button>
          <Button size="large" variant="solid" busy={isBusy} onClick={() => void go()}>
            {t('handOver.go')}
          </Button>
        </>
      }
    >
      <p>{t(troubled.of === 'envelope' ? 'handOver.what' : 'handOver.whatReport')}</p>
      <TextArea
        label={t('handOver.note')}
        hint={t('handOver.noteHint')}
        rows={3}
        maxLength={500}
        value={note}
        onChange={setNote}
      />
      {failure !== undefined && <Notice tone="care">{t(`handOver.${failure}`)}</Notice>}
    </Dialog>
  );
}
