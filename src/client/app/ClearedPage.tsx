import { formatDateTime } from '../i18n/formats.ts';
import { useText } from '../i18n/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notices.tsx';
import { Page, ScreenTitle } from '../ui/Page.tsx';

/** An enrolled tablet whose storage is empty: said plainly before anything new is begun on it. */
export function ClearedPage({ since, onEnrol }: { readonly since: string; readonly onEnrol: () => void }) {
  const t = useText('storage');
  return (
    <Page align="middle" width="narrow">
      <Icon name="warning" size={72} />
      <ScreenTitle>{t('cleared.title')}</ScreenTitle>
      <p>{t('cleared.text', { since: formatDateTime(since) })}</p>
      <Notice tone="care" title={t('cleared.lost.title')}>
        {t('cleared.lost.text')}
      </Notice>
      <Notice title={t('cleared.next.title')}>{t('cleared.next.text')}</Notice>
      <div>
        <Button variant="solid" size="large" iconAfter={<Icon name="next" />} onClick={onEnrol}>
          {t('cleared.enrol')}
        </Button>
      </div>
    </Page>
  );
}
