import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { Page, ScreenTitle } from '../../../ui/Page.tsx';

/** A fresh code for somebody who works here already: the door opens again, with the PIN they had. */
export function ReopenedStep({ displayName }: { readonly displayName: string }) {
  const t = useText();
  return (
    <Page width="narrow" align="middle">
      <Drawing name="yes" size={96} />
      <ScreenTitle>{t('enrol.reopened.title', { name: displayName })}</ScreenTitle>
      <p>{t('enrol.reopened.text')}</p>
      <div>
        <LinkButton href="/lock" variant="solid" size="large">
          {t('enrol.reopened.go')}
        </LinkButton>
      </div>
    </Page>
  );
}
