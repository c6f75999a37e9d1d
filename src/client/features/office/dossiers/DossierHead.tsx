import type { DossierDetail } from '../../../../contract/operations/office.ts';
import type { FeeRule, ProcedureDefinition, TimeLimit } from '../../../../domain/procedure/definition.ts';
import { formatMoney } from '../../../i18n/formats.ts';
import { type Text, useProcedureText, useText } from '../../../i18n/useText.ts';
import { codeOn } from '../common/procedure-code.ts';
import { Unconfirmed } from '../common/Unconfirmed.tsx';
import styles from './DossierHead.module.css';

interface DossierHeadProps {
  readonly dossier: DossierDetail;
  readonly definition: ProcedureDefinition | undefined;
}

/** What it is, whose it is, where it stands, and what its case costs and allows. */
export function DossierHead({ dossier, definition }: DossierHeadProps) {
  const t = useText('office');
  const procedure = useProcedureText(dossier.procedureId);
  const its = definition?.cases.find((one) => one.id === dossier.caseId);
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
              <dd>
                {sayFee(its.fee, t)} {'confirmed' in its.fee && !its.fee.confirmed && <Unconfirmed />}
              </dd>
            </div>
            <div>
              <dt>{t('dossier.limit')}</dt>
              <dd>{sayLimit(its.limit, t)}</dd>
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

function sayFee(fee: FeeRule, t: Text): string {
  return fee.kind === 'amount' ? formatMoney(fee.dong) : t(`fee.${fee.kind}`);
}

function sayLimit(limit: TimeLimit, t: Text): string {
  switch (limit.kind) {
    case 'same-day':
      return t('limit.same-day', { cutoff: limit.cutoff });
    case 'working-days':
      return t('limit.working-days', { count: limit.days });
    case 'working-hours':
      return t('limit.working-hours', { count: limit.hours });
    case 'none':
      return t('limit.none');
  }
}
