import type { PaperForm } from '../../../../../contract/operations/papers.ts';
import { useText } from '../../../../i18n/useText.ts';
import styles from './DossierPapers.module.css';

/** A form by its title, and whether anybody has seen its layout. */
export function FormName({ form, isConfirmed }: { readonly form: PaperForm; readonly isConfirmed: boolean }) {
  const t = useText('office-papers');
  return (
    <p>
      <b>{t(`form.${form}`)}</b>
      {!isConfirmed && <span className={styles.mark}>{t('unconfirmed')}</span>}
    </p>
  );
}
