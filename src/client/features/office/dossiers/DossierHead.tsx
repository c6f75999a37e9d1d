import type { DossierDetail } from '../../../../contract/operations/office.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { evaluate } from '../../../../domain/procedure/run.ts';
import { sayFee, sayLimit } from '../../../answers/say-facts.ts';
import { civilDate } from '../../../i18n/formats.ts';
import { useProcedureText, useText } from '../../../i18n/useText.ts';
import { codeOn } from '../common/procedure-code.ts';
import styles from './DossierHead.module.css';

interface DossierHeadProps {
  readonly dossier: DossierDetail;
  readonly definition: ProcedureDefinition | undefined;
}

/** What it is, whose it is, where it stands, and what its case costs and allows. */
export function DossierHead({ dossier, definition }: DossierHeadProps) {
  const t = useText('office');
  const procedure = useProcedureText({ id: dossier.procedureId, version: dossier.procedureVersion });
  const answers = useText('answers');
  const its = definition?.cases.find((one) => one.id === dossier.caseId);
  // On the day the interview was finished, as the server judged it.
  const dong =
    definition && evaluate(definition, dossier.answers, { today: civilDate(dossier.finishedAt) }).case?.dong;
  const code = definition && codeOn(definition, dossier.receivedAt);
  return (
    <header className={styles.head}>
      <p className={styles.codes}>
        <span className="numbers">{dossier.provisionalReference}</span>
        <span className={styles.status} data-status={dossier.status}>
          {t(`status.${dossier.status}`)}
        </span>
      </p>
      <h1>{procedure.find('name') ?? dossier.procedureId}</h1>
      <p className={styles.subject}>{dossier.subjectName}</p>
      <dl className={styles.facts}>
        <div>
          <dt>{t('dossier.code')}</dt>
          <dd className="numbers">{code ?? t('dossier.noCode')}</dd>
        </div>
        {its !== undefined && (
          <>
            <div>
              <dt>{t('dossier.case')}</dt>
              <dd>{procedure(`cases.${its.id}`)}</dd>
            </div>
            <div>
              <dt>{t('dossier.fee')}</dt>
              <dd>{sayFee(its.fee, dong, answers)}</dd>
            </div>
            <div>
              <dt>{t('dossier.limit')}</dt>
              <dd>{sayLimit(its.limit, answers)}</dd>
            </div>
          </>
        )}
      </dl>
      {definition !== undefined && definition.reviewStatus === 'draft' && (
        <details className={styles.doubts}>
          <summary>{t('dossier.doubts', { count: definition.unconfirmed.length })}</summary>
          <ul>
            {definition.unconfirmed.map((fact) => (
              <li key={fact}>{procedure(`unconfirmed.${fact}`)}</li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}
