import { ACTIVATE_PATH, LOOK_UP_PATH, lookUpAddress } from '../../../../contract/look-up-address.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { useAnswerWords } from '../../../answers/useAnswerWords.ts';
import { useReadiness } from '../../../answers/useReadiness.ts';
import { civilDate, formatDate, formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import type { OfficeState, Summary } from '../../../storage/model.ts';
import { QrCode } from '../../../ui/QrCode.tsx';
import { dayOfRules } from '../common/evaluate-draft.ts';
import { OfficeWord } from '../common/OfficeWord.tsx';
import { slipWordOf } from '../common/office-words.ts';
import { papersSaid } from '../common/papers/papers-said.ts';
import type { SheetSize } from '../common/print/SheetSize.tsx';
import { ReadinessFacts } from '../common/ReadinessFacts.tsx';
import styles from './Slip.module.css';

interface SlipPaperProps {
  readonly summary: Summary;
  readonly definition: ProcedureDefinition;
  readonly office: OfficeState | undefined;
  readonly assistedBy: string;
  readonly commune: string;
  readonly size: SheetSize;
}

/**
 * The paper itself, A5 or A4. The QR leads to the page where dossiers are looked up, with the reference and nothing else: papers
 * are lost, and a slip must not tell who its owner is to whoever finds it; so no personal number stands on it either.
 */
export function SlipPaper({ summary, definition, office, assistedBy, commune, size }: SlipPaperProps) {
  const t = useText('interview');
  const words = useAnswerWords(definition);
  const { submission, title, activationCode } = summary;
  const reference = submission.provisionalReference;
  const day = civilDate(submission.finishedAt);
  const papers = papersSaid(definition, submission.answers, dayOfRules(summary, day));
  const handed = papers.filter(({ paper }) => paper === 'photographed' || paper === 'shown');
  const toBring = papers.filter(({ paper }) => paper === 'at-home');
  const readiness = useReadiness(definition, submission.answers, day);
  // Having arrived is not being accepted: the slip says so until an officer has decided (I7).
  const word = slipWordOf(office, submission.supplements !== undefined);
  const isCodeOfUse = office === undefined || (office.kind === 'account' && office.state === 'pending');
  return (
    <article className={`${styles.paper} sheet-${size}`} data-print="" data-size={size}>
      <header className={styles.head}>
        <div>
          <p>{commune}</p>
          <h2>{t('slip.heading')}</h2>
          <p className={styles.reference}>{reference}</p>
        </div>
        <QrCode
          text={lookUpAddress(location.origin, reference)}
          label={t('slip.qr', { reference })}
          size={140}
        />
      </header>
      {word === 'not-yet' && (
        <p className={styles.notYet}>
          <b>{t('slip.notYet')}</b>
          {t(office === undefined ? 'slip.notYetWhat' : `slip.arrived.${submission.kind}`)}
        </p>
      )}
      {word !== 'not-yet' && word !== 'under-way' && (
        <p className={styles.notYet}>
          <b>{t(`slip.word.${word}`)}</b>
          {t(`slip.nextBy.${word}`)}
        </p>
      )}
      {office !== undefined && <OfficeWord office={office} />}
      <dl className={styles.facts}>
        <dt>{t(submission.kind === 'account' ? 'slip.person' : 'slip.about')}</dt>
        <dd>{title}</dd>
        <dt>{t('slip.procedure')}</dt>
        <dd>{words('name')}</dd>
        <dt>{t('slip.when')}</dt>
        <dd>{formatDateTime(submission.finishedAt)}</dd>
        <dt>{t('slip.assistedBy')}</dt>
        <dd>{assistedBy}</dd>
      </dl>
      {activationCode !== undefined && isCodeOfUse && (
        <section className={styles.code}>
          <h3>{t('slip.codeTitle')}</h3>
          <p className={styles.digits}>{activationCode}</p>
          <p>{t('slip.codeWhat')}</p>
          <p>{t('slip.codeWhere', { address: `${location.host}${ACTIVATE_PATH}` })}</p>
        </section>
      )}
      {handed.length > 0 && (
        <section>
          <h3>{t('slip.handed')}</h3>
          <ul className={styles.list}>
            {handed.map(({ document: { id } }) => (
              <li key={id}>{words(`documents.${id}.name`)}</li>
            ))}
          </ul>
        </section>
      )}
      {toBring.length > 0 && (
        <section>
          <h3>{t('slip.toBring')}</h3>
          <ul className={styles.boxes}>
            {toBring.map(({ document: { id } }) => (
              <li key={id}>{words(`documents.${id}.name`)}</li>
            ))}
          </ul>
        </section>
      )}
      {readiness !== undefined && (
        <section>
          <h3>{t('readiness.title')}</h3>
          <ReadinessFacts readiness={readiness} />
        </section>
      )}
      <footer className={styles.foot}>
        {submission.kind === 'account' && office === undefined && <p>{t('slip.nextAccount')}</p>}
        {submission.kind === 'dossier' && word === 'not-yet' && <p>{t('slip.next')}</p>}
        {submission.kind === 'dossier' && word === 'under-way' && <p>{t('slip.nextAccepted')}</p>}
        <p>{t('slip.lookUp', { address: `${location.host}${LOOK_UP_PATH}` })}</p>
        <p>{t('slip.asOf', { date: formatDate(day) })}</p>
      </footer>
    </article>
  );
}
