import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { FootBar, Page } from '../../../ui/Page.tsx';

/** A procedure that this tablet does not have (any more), and the way to the others. */
export function NoProcedure() {
  const t = useText('paper');
  return (
    <Page
      width="narrow"
      foot={
        <FootBar>
          <LinkButton href="/begin" size="large" icon={<Icon name="back" />}>
            {t('back')}
          </LinkButton>
        </FootBar>
      }
    >
      <Notice tone="care">{t('noProcedure')}</Notice>
    </Page>
  );
}
