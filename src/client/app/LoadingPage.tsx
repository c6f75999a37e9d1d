import { useText } from '../i18n/useText.ts';
import { Spinner } from '../ui/Notices.tsx';
import { Page } from '../ui/Page.tsx';

/** While a part of the app is read from the tablet's own memory; rarely seen for longer than a blink. */
export function LoadingPage() {
  const t = useText();
  return (
    <Page align="middle" width="narrow">
      <Spinner label={t('app.loading')} />
    </Page>
  );
}
