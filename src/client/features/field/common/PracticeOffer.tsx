import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';

/** The way to the practice ground and the first lesson. */
export function PracticeOffer() {
  const t = useText('practice');
  return (
    <>
      <p>{t('offer.what')}</p>
      <div>
        <LinkButton href="/practice" icon={<Icon name="person" />}>
          {t('offer.go')}
        </LinkButton>
      </div>
    </>
  );
}
