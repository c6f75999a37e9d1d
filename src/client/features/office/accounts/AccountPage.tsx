import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { civilDate, formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { AnswerSheet } from '../common/AnswerSheet.tsx';
import { AttachmentGallery } from '../common/AttachmentGallery.tsx';
import { ConsentList } from '../common/ConsentList.tsx';
import { DossierLineLink } from '../common/DossierLineLink.tsx';
import { FactList } from '../common/FactList.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { useProcedureOf } from '../common/useProcedureOf.ts';
import { AccountActs } from './AccountActs.tsx';
import { AccountHistory } from './AccountHistory.tsx';
import styles from './AccountPage.module.css';
import { AccountReadiness } from './AccountReadiness.tsx';
import { accountQuery } from './account-queries.ts';
import { Doubles } from './Doubles.tsx';
import { MergeNotes } from './MergeNotes.tsx';
import { sayCode } from './say-code.ts';

/** One account: who it is for, in which state, what was answered and agreed to, and the dossiers under it. */
export function AccountPage({ id, back }: { readonly id: string; readonly back: string }) {
  const t = useText('office');
  const own = useText('office-accounts');
  const query = useQuery(accountQuery(id));
  const account = query.data;
  const definition = useProcedureOf(account);
  return (
    <article className={styles.account}>
      <Link href={back} className={styles.back}>
        ← {t('accounts.back')}
      </Link>
      <StaleNotice query={query} />
      {account === undefined && query.error === null && <Spinner label={t('loading')} />}
      {account !== undefined && (
        <>
          <header>
            <p className="numbers">{account.provisionalReference}</p>
            <h1>{account.name}</h1>
          </header>
          <MergeNotes account={account} />
          <Doubles account={account} />
          <AccountActs account={account} />
          <FactList
            title={t('accounts.state')}
            facts={[
              { label: t('accounts.stateNow'), value: <b>{t(`accountState.${account.state}`)}</b> },
              ...(account.state === 'pending'
                ? [{ label: own('code.label'), value: sayCode(account.code, own) }]
                : []),
              { label: t('provenance.assistedBy'), value: account.assistedByName },
              { label: t('provenance.device'), value: account.deviceName },
              { label: t('provenance.receivedAt'), value: formatDateTime(account.receivedAt) },
            ]}
          />
          {definition !== undefined && (
            <AccountReadiness
              definition={definition}
              answers={account.answers}
              today={civilDate(new Date())}
            />
          )}
          <section className={styles.dossiers}>
            <h2>{t('accounts.dossiers', { count: account.dossiers.length })}</h2>
            {account.dossiers.length === 0 && <p>{t('accounts.noDossiers')}</p>}
            <ul>
              {account.dossiers.map((line) => (
                <li key={line.id}>
                  <DossierLineLink line={line} href={`/queue/all/${line.id}`} />
                </li>
              ))}
            </ul>
          </section>
          {definition === undefined ? (
            <Notice
              tone="problem"
              title={t('dossier.procedureUnknown', {
                id: account.procedureId,
                version: account.procedureVersion,
              })}
            />
          ) : (
            <AnswerSheet
              definition={definition}
              answers={account.answers}
              day={civilDate(account.receivedAt)}
            />
          )}
          <AttachmentGallery
            procedure={{ id: account.procedureId, version: account.procedureVersion }}
            attachments={account.attachments}
          />
          <ConsentList
            procedure={{ id: account.procedureId, version: account.procedureVersion }}
            consents={account.consents}
          />
          <AccountHistory history={account.history} />
        </>
      )}
    </article>
  );
}
