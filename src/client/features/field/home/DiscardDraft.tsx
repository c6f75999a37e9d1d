import { useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import type { ListEntry } from '../../../storage/model.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { useSession } from '../common/services.ts';

/** The way to give a draft up: asked once more, with whose it is and that nothing brings it back. */
export function DiscardDraft({ entry }: { readonly entry: ListEntry }) {
  const t = useText();
  const { records } = useSession();
  const [isAsking, setAsking] = useState(false);
  const name = entry.title || t('home.noNameYet');
  const discard = () => {
    setAsking(false);
    void records.discardDraft(entry.id);
  };
  return (
    <>
      <Button
        variant="quiet"
        icon={<Icon name="close" />}
        aria-label={t('home.discard.of', { name })}
        onClick={() => setAsking(true)}
      />
      {isAsking && (
        <Dialog
          title={t('home.discard.title', { name })}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button size="large" onClick={() => setAsking(false)}>
                {t('home.discard.keep')}
              </Button>
              <Button size="large" variant="solid" onClick={discard}>
                {t('home.discard.go')}
              </Button>
            </>
          }
        >
          <p>{t('home.discard.what', { percent: Math.round(entry.progress * 100) })}</p>
        </Dialog>
      )}
    </>
  );
}
