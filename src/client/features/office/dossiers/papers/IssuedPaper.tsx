import { type Paper, paperPath } from '../../../../../contract/operations/papers.ts';
import { formatDateTime } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { addressOf } from '../../common/call.ts';
import styles from './DossierPapers.module.css';
import { FormName } from './FormName.tsx';

/** A paper as it left the office: to be opened and printed, or saved. */
export function IssuedPaper({
  paper,
  isConfirmed,
}: {
  readonly paper: Paper;
  readonly isConfirmed: boolean;
}) {
  const t = useText('office-papers');
  const form = t(`form.${paper.form}`);
  const href = addressOf(paperPath, { id: paper.id });
  return (
    <li>
      <div>
        <FormName form={paper.form} isConfirmed={isConfirmed} />
        <p className={styles.soft}>
          {paper.number !== null && <>{t('number', { number: paper.number })} · </>}
          {t('issued', { at: formatDateTime(paper.issuedAt), by: paper.byName })}
        </p>
      </div>
      <div className={styles.ways}>
        <a href={href} target="_blank" rel="noreferrer" aria-label={t('openNamed', { form })}>
          {t('open')}
        </a>
        <a href={href} download aria-label={t('saveNamed', { form })}>
          {t('save')}
        </a>
      </div>
    </li>
  );
}
