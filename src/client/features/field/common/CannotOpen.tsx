import { useText } from '../../../i18n/useText.ts';
import type { FoundProcedure } from '../../../procedures/procedures.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { Page, ScreenTitle } from '../../../ui/Page.tsx';

/** A record that cannot be shown: why, that nothing was thrown away, and the way home. */
export function CannotOpen({
  why,
}: {
  readonly why: 'nothing' | 'unreadable' | Exclude<FoundProcedure['kind'], 'found'>;
}) {
  const t = useText('interview');
  return (
    <Page width="narrow" align="middle">
      <ScreenTitle>{t(`open.${why}.title`)}</ScreenTitle>
      <Notice>{t(`open.${why}.what`)}</Notice>
      <LinkButton href="/" variant="solid" size="large">
        {t('go.home')}
      </LinkButton>
    </Page>
  );
}
