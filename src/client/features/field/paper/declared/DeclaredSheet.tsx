import { useAnswerWords } from '../../../../answers/useAnswerWords.ts';
import { formatDate } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { usePlaceNames } from '../../common/usePlaceNames.ts';
import '../../common/print/sheets.css';
import paperStyles from '../Paper.module.css';
import type { PaperRecord } from '../useRecord.ts';
import styles from './Declared.module.css';
import { findDeclared, type PlaceToSign } from './declared-lines.ts';

/**
 * A record of what was declared, A4, in Vietnamese whatever the screen speaks. It says that it is no official form: we
 * do not have their text, and imitate none. Its first line stands on each page, so that loose pages find each other.
 */
export function DeclaredSheet({
  record,
  commune,
}: {
  readonly record: PaperRecord;
  readonly commune: string;
}) {
  const t = useText('paper', 'vi');
  const words = useAnswerWords(record.definition, 'vi');
  const names = usePlaceNames('vi');
  const { definition, answers, day, asOf, title, reference } = record;
  const { steps, places } = findDeclared(definition, answers, day, words, names);
  return (
    <article className={`${paperStyles.sheet} sheet-a4`} data-print="" data-size="a4" lang="vi">
      <table className={styles.table}>
        <thead>
          <tr>
            <td colSpan={2}>
              <div className={styles.running}>
                <b className="numbers">{reference ?? t('declared.noReference')}</b>
                <span>{t('declared.running')}</span>
              </div>
            </td>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td colSpan={2}>
              <header className={paperStyles.head}>
                <p>{commune}</p>
                <h2>{t('declared.heading')}</h2>
                <p className={paperStyles.about}>
                  <b>{words('name')}</b>
                  {title !== '' && <span>{title}</span>}
                </p>
                <p className={styles.honest}>{t('declared.notOfficial')}</p>
              </header>
            </td>
          </tr>
        </tbody>
        {steps.map(({ key, title: step, lines }) => (
          <tbody key={key}>
            <tr className={styles.step}>
              <th colSpan={2} scope="rowgroup">
                {step}
              </th>
            </tr>
            {lines.map(({ question, label, said }) => (
              <tr key={question} className={styles.line}>
                <th scope="row">{label}</th>
                <td className={said === undefined ? styles.blank : undefined}>
                  {said ?? <span className="visually-hidden">{t('declared.blank')}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <footer className={styles.signing}>
        <p>{t('declared.read')}</p>
        <p className={styles.date}>{t('declared.date')}</p>
        <div className={styles.places}>
          {(places.length > 0 ? places : [undefined]).map((place) => (
            <Place key={place?.question ?? ''} place={place} />
          ))}
        </div>
        <p className={paperStyles.soft}>{t('declared.asOf', { date: formatDate(asOf) })}</p>
      </footer>
    </article>
  );
}

function Place({ place }: { readonly place: PlaceToSign | undefined }) {
  const t = useText('paper', 'vi');
  return (
    <div className={styles.place}>
      <b>{place?.label ?? t('declared.signer')}</b>
      <i>{t('declared.signHere')}</i>
      <span>{place?.name}</span>
    </div>
  );
}
