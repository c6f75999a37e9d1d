import { formatDate } from '../../../../i18n/formats.ts';
import { useProcedureText, useText } from '../../../../i18n/useText.ts';
import { Drawing } from '../../../../ui/drawings/Drawing.tsx';
import type { SheetSize } from '../../common/print/SheetSize.tsx';
import styles from '../Paper.module.css';
import papersStyles from '../Papers.module.css';
import type { PaperRecord } from '../useRecord.ts';
import type { MissingPaper } from './say-papers.ts';

interface BringSheetProps {
  readonly record: PaperRecord;
  readonly papers: readonly MissingPaper[];
  /** Sentences on what else to take along: the card, to the police. */
  readonly alsoBring: readonly string[];
  readonly commune: string;
  readonly size: SheetSize;
}

/** What to bring next time, each paper with its drawing and a box to tick at home. No number of anybody stands on it. */
export function BringSheet({ record, papers, alsoBring, commune, size }: BringSheetProps) {
  const t = useText('paper');
  const words = useProcedureText(record.definition);
  const isNothing = papers.length + alsoBring.length === 0;
  return (
    <article className={`${styles.sheet} sheet-${size}`} data-print="" data-size={size}>
      <header className={styles.head}>
        <p>{commune}</p>
        <h2>{t('bring.heading')}</h2>
        <p className={styles.about}>
          <b>{words('name')}</b>
          {record.title !== '' && <span>{record.title}</span>}
          {record.reference !== undefined && <span className="numbers">{record.reference}</span>}
        </p>
      </header>
      {isNothing && (
        <p className={papersStyles.nothing}>
          <Drawing name="yes" size={56} />
          <b>{t('bring.nothing')}</b>
        </p>
      )}
      <ul className={papersStyles.papers}>
        {papers.map((paper) => (
          <li key={paper.id}>
            <Drawing name={paper.drawing} size={56} />
            <div className={papersStyles.words}>
              <b className={`${papersStyles.name} ${papersStyles.box}`}>{paper.name}</b>
              <p>{paper.state}</p>
              {paper.alternatives.length === 1 && <p>{paper.alternatives[0]}</p>}
              {paper.alternatives.length > 1 && (
                <>
                  <p>{t('bring.oneOf')}</p>
                  <ul className={papersStyles.list}>
                    {paper.alternatives.map((one) => (
                      <li key={one}>{one}</li>
                    ))}
                  </ul>
                </>
              )}
              <p className={papersStyles.why}>{paper.why}</p>
              {paper.notes.map((note) => (
                <p key={note}>{note}</p>
              ))}
            </div>
          </li>
        ))}
        {alsoBring.map((sentence) => (
          <li key={sentence}>
            <Drawing name="card-at-home" size={56} />
            <div className={papersStyles.words}>
              <b className={`${papersStyles.name} ${papersStyles.box}`}>{sentence}</b>
            </div>
          </li>
        ))}
      </ul>
      <footer className={styles.foot}>
        {record.isOpen && <p>{t('bring.stillDraft')}</p>}
        <p>{t('asOf', { date: formatDate(record.asOf) })}</p>
      </footer>
    </article>
  );
}
