import { useText } from '../../../i18n/useText.ts';
import { Spinner } from '../../../ui/Notices.tsx';
import { Page } from '../../../ui/Page.tsx';

/** Keys are made and the office is asked; a few seconds. */
export function ConnectingStep() {
  const t = useText();
  return (
    <Page width="narrow" align="middle">
      <Spinner label={t('enrol.connecting')} />
    </Page>
  );
}
