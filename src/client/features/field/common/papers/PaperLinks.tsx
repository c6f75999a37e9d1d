import { useText } from '../../../../i18n/useText.ts';
import { LinkButton } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { useKiosk } from '../kiosk/kiosk-context.ts';
import styles from './PaperLinks.module.css';

/**
 * The ways from a record to its papers: what to bring next time, and what was declared, to be signed by hand. None in a kiosk: nobody
 * there hands a sheet over.
 */
export function PaperLinks({ record }: { readonly record: string }) {
  const t = useText('paper');
  if (useKiosk() !== undefined) return null;
  return (
    <nav className={styles.links} aria-label={t('links.title')}>
      <LinkButton href={`/paper/bring/${record}`} icon={<Icon name="print" />}>
        {t('links.bring')}
      </LinkButton>
      <LinkButton href={`/paper/declared/${record}`} icon={<Icon name="print" />}>
        {t('links.declared')}
      </LinkButton>
    </nav>
  );
}
