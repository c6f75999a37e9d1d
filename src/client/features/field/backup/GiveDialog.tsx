import { useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import type { ListEntry } from '../../../storage/model.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceCards } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { type DraftPorts, giveDraft } from '../common/kept/ask-drafts.ts';
import { useServices } from '../common/services.ts';

interface GiveDialogProps {
  readonly ports: DraftPorts;
  readonly entry: ListEntry;
  readonly colleagues: readonly { readonly id: string; readonly displayName: string }[];
  readonly onClose: () => void;
  readonly onGiven: () => void;
}

/** Asks to whom, says what it means, and does it only with the office's word. */
export function GiveDialog({ ports, entry, colleagues, onClose, onGiven }: GiveDialogProps) {
  const t = useText('backup');
  const { sync } = useServices();
  const [to, setTo] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<'conflict' | 'no-answer' | 'refused'>();
  const give = async (colleague: string) => {
    setBusy(true);
    const outcome = await giveDraft(ports, entry, colleague).finally(() => setBusy(false));
    // The office's word about it comes with the next round; after a conflict that round brings the draft up to date.
    sync.wake('user');
    if (outcome !== 'given') return setTrouble(outcome);
    onGiven();
    onClose();
  };
  return (
    <Dialog
      title={t('give.title', { name: entry.title || t('own.noName') })}
      onClose={onClose}
      actions={
        <>
          <Button size="large" disabled={isBusy} onClick={onClose}>
            {t('give.cancel')}
          </Button>
          <Button
            size="large"
            variant="solid"
            busy={isBusy}
            disabled={to === undefined}
            onClick={() => {
              if (to !== undefined) void give(to);
            }}
          >
            {t('give.go')}
          </Button>
        </>
      }
    >
      <p>{t('give.what')}</p>
      {trouble !== undefined && <Notice tone="care">{t(`give.trouble.${trouble}`)}</Notice>}
      <ChoiceCards
        label={t('give.to')}
        choices={colleagues.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        value={to}
        onChange={setTo}
      />
    </Dialog>
  );
}
