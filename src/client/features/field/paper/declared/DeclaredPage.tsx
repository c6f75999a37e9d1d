import { useState } from 'react';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { Notice, Spinner } from '../../../../ui/Notices.tsx';
import { CannotOpen } from '../../common/CannotOpen.tsx';
import { useDevice } from '../../common/services.ts';
import { PaperScreen } from '../PaperScreen.tsx';
import { useRecord } from '../useRecord.ts';
import { DeclaredSheet } from './DeclaredSheet.tsx';

/** `/paper/declared/:record`: what was declared, to be signed by hand. Asks once before personal data goes to a printer. */
export function DeclaredPage({ id }: { readonly id: string }) {
  const t = useText('paper');
  const [isAsking, setAsking] = useState(false);
  const commune = useDevice()?.commune.name ?? '';
  const found = useRecord(id);
  if (found === undefined) return <Spinner label={t('working')} />;
  if (found.kind !== 'found') return <CannotOpen why={found.kind} />;
  const { record } = found;
  const print = () => {
    setAsking(false);
    // The dialog has to be gone before the browser looks at the page.
    setTimeout(() => window.print());
  };
  return (
    <PaperScreen
      title={t('declared.title')}
      back={record.back}
      onPrint={() => setAsking(true)}
      sheet={<DeclaredSheet record={record} commune={commune} />}
    >
      <Notice tone="care" title={t('declared.private')}>
        {t('declared.privateWhat')}
      </Notice>
      <p>{t('declared.alwaysVietnamese')}</p>
      {isAsking && (
        <Dialog
          title={t('declared.ask.title')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button size="large" onClick={() => setAsking(false)}>
                {t('declared.ask.no')}
              </Button>
              <Button size="large" variant="solid" onClick={print}>
                {t('declared.ask.yes')}
              </Button>
            </>
          }
        >
          <p>{t('declared.ask.what')}</p>
        </Dialog>
      )}
    </PaperScreen>
  );
}
