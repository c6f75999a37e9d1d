import type { DossierDetail } from '../../../../contract/operations/office.ts';
import { applicantFacts, papersOnSlip } from '../../../../domain/answers/applicant.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { useAnswerWords } from '../../../answers/useAnswerWords.ts';
import { usePlaceNames } from '../../../answers/usePlaceNames.ts';
import { civilDate, formatClock } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { QrCode } from '../../../ui/QrCode.tsx';
import styles from './ReceiptSlip.module.css';

interface ReceiptSlipProps {
  readonly dossier: DossierDetail;
  readonly definition: ProcedureDefinition;
  /** Two copies of one text: kept with the dossier, given to the applicant. */
  readonly copy: 'kept' | 'given';
}

/**
 * Form 01 of Circular 03/2025/TT-VPCP, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", field by field (DOMAIN 1.2). Always
 * in Vietnamese, whatever the screen speaks. What nobody knows keeps its dots, for a pen. The QR code holds the
 * official code and nothing else: no number of a person leaves the office on it.
 */
export function ReceiptSlip({ dossier, definition, copy }: ReceiptSlipProps) {
  const t = useText('office', 'vi');
  const words = useAnswerWords(definition, 'vi');
  const places = usePlaceNames();
  const { officialCode, acceptedAt, dueAt, receivingOffice, acceptedByName } = dossier;
  if (officialCode === null || acceptedAt === null) return null;
  const applicant = applicantFacts(definition, dossier.answers, words, places);
  const papers = papersOnSlip(definition, dossier.answers);
  const resultWay = definition.steps.flatMap((step) => step.questions).find(({ id }) => id === 'result.way');
  const limit = definition.cases.find(({ id }) => id === dossier.caseId)?.limit;
  const day = dateWords(civilDate(acceptedAt));
  return (
    <article className={styles.slip} lang="vi">
      <header className={styles.head}>
        <div className={styles.office}>
          <p>{t('slip.form.people', { commune: receivingOffice.name })}</p>
          <p className={styles.unit}>{t('slip.form.unit')}</p>
        </div>
        <div className={styles.codes}>
          <p>
            {t('slip.form.code')} <b>{officialCode}</b>
          </p>
          <p className={styles.copy}>({t(`slip.form.copy.${copy}`)})</p>
        </div>
      </header>
      <p className={styles.place}>{t('slip.form.place', { place: receivingOffice.name, ...day })}</p>
      <h2>{t('slip.form.title')}</h2>
      <p>{t('slip.form.unitReceives', { commune: receivingOffice.name })}</p>
      <Line label={t('slip.form.from')} value={applicant.name} isStrong />
      <Line label={t('slip.form.owner')} value={dossier.subjectName} />
      <Line label={t('slip.form.address')} value={applicant.address} />
      <div className={styles.two}>
        <Line label={t('slip.form.phone')} value={applicant.phone} />
        <Line label={t('slip.form.email')} value={applicant.email} />
      </div>
      <Line label={t('slip.form.content')} value={words('name')} isStrong />
      <ol className={styles.items}>
        <li>
          {t('slip.form.papers')}
          <ol className={styles.papers}>
            {papers.map(({ document, paper, photos }) => (
              <li key={document}>
                {paper === undefined ? words(`documents.${document}.name`) : words(`papers.${paper}.name`)}
                {' ('}
                {photos > 0 ? t('slip.form.photos', { count: photos }) : t('slip.form.shown')}
                {')'}
              </li>
            ))}
          </ol>
        </li>
        <li>{t('slip.form.sets')}</li>
        <li>
          {t('slip.form.limit')}{' '}
          {limit === undefined || limit.kind === 'none'
            ? DOTS
            : t(`slip.form.limitIs.${limit.kind}`, {
                cutoff: limit.kind === 'same-day' ? limit.cutoff : '',
                days: limit.kind === 'working-days' ? limit.days : '',
                hours: limit.kind === 'working-hours' ? limit.hours : '',
              })}
        </li>
        <li>
          {t('slip.form.received')} <b>{t('slip.form.moment', momentWords(acceptedAt))}</b>
        </li>
        <li>
          {t('slip.form.due')} <b>{dueAt === null ? DOTS : t('slip.form.moment', momentWords(dueAt))}</b>
        </li>
        <li>
          {t('slip.form.resultAt')}{' '}
          {dossier.answers['result.way'] === 'paper' || resultWay === undefined || resultWay.type !== 'choice'
            ? t('slip.form.atThisOffice', { commune: receivingOffice.name })
            : words(`choices.${resultWay.list ?? resultWay.id}.${String(dossier.answers['result.way'])}`)}
        </li>
        <li>{t('slip.form.book', { dots: DOTS })}</li>
      </ol>
      <footer className={styles.sign}>
        <div>
          <b>{t('slip.form.applicant')}</b>
          <i>{t('slip.form.signHere')}</i>
        </div>
        <QrCode text={officialCode} label={officialCode} size={84} />
        <div>
          <b>{t('slip.form.officer')}</b>
          <i>{t('slip.form.signHere')}</i>
          <span className={styles.officerName}>{acceptedByName}</span>
        </div>
      </footer>
    </article>
  );
}

const DOTS = '……………………';

function Line({
  label,
  value,
  isStrong = false,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly isStrong?: boolean;
}) {
  return (
    <p className={styles.line}>
      {label} {isStrong ? <b>{value ?? DOTS}</b> : (value ?? DOTS)}
    </p>
  );
}

function dateWords(date: string) {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month, year };
}

function momentWords(instant: string) {
  const [hour = '', minute = ''] = formatClock(instant).split(':');
  return { hour, minute, ...dateWords(civilDate(instant)) };
}
