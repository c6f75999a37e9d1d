import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { Page, ScreenTitle } from '../../../ui/Page.tsx';
import { useSession } from '../common/services.ts';

/** A draft that a colleague goes on with: it stays here until its person takes it off the list, and is not gone on with. */
export function GivenAway({ draftId, at }: { readonly draftId: string; readonly at: string }) {
  const t = useText('backup');
  const { records } = useSession();
  const [, navigate] = useLocation();
  const [isAsking, setAsking] = useState(false);
  const remove = async () => {
    await records.discardDraft(draftId);
    navigate('/', { replace: true });
  };
  return (
    <Page width="narrow" align="middle">
      <ScreenTitle>{t('away.title')}</ScreenTitle>
      <Notice>{t('away.text', { at: formatDateTime(at) })}</Notice>
      <div>
        <LinkButton href="/" variant="solid" size="large">
          {t('home')}
        </LinkButton>
      </div>
      <div>
        <Button variant="quiet" onClick={() => setAsking(true)}>
          {t('away.remove')}
        </Button>
      </div>
      {isAsking && (
        <Dialog
          title={t('away.removeTitle')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button size="large" onClick={() => setAsking(false)}>
                {t('away.keep')}
              </Button>
              <Button size="large" variant="solid" onClick={() => void remove()}>
                {t('away.remove')}
              </Button>
            </>
          }
        >
          <p>{t('away.removeWhat')}</p>
        </Dialog>
      )}
    </Page>
  );
}
