import { Link } from 'wouter';
import type { AccountDetail } from '../../../../contract/operations/accounts.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { formatDate, formatDateTime } from '../../../i18n/formats.ts';
import { type Text, useText } from '../../../i18n/useText.ts';
import { AttachmentGallery } from '../common/AttachmentGallery.tsx';
import { DossierLineLink } from '../common/DossierLineLink.tsx';
import styles from './Compare.module.css';
import { type ComparedLine, compareLines } from './compare-accounts.ts';
import { useSaidAccount } from './useSaidAccount.ts';

interface SideBySideProps {
  readonly one: AccountDetail;
  readonly other: AccountDetail;
  /** Of the one and of the other. */
  readonly definitions: readonly [ProcedureDefinition, ProcedureDefinition];
}

/** The evidence: what is compared first, then answers that differ, then papers and dossiers of each. */
export function SideBySide({ one, other, definitions }: SideBySideProps) {
  const t = useText('office-accounts');
  const office = useText('office');
  const saidByOne = useSaidAccount(one, definitions[0]);
  const saidByOther = useSaidAccount(other, definitions[1]);
  const facts = compareLines(
    factsOf(one, definitions[0], t, office),
    factsOf(other, definitions[1], t, office),
  );
  const differing = compareLines(saidByOne, saidByOther).filter(({ isSame }) => !isSame);
  return (
    <>
      <Lines accounts={[one, other]} lines={facts} />
      <section>
        <h2>{t('beside.answers')}</h2>
        {differing.length === 0 ? (
          <p>{t('beside.noDifference')}</p>
        ) : (
          <Lines accounts={[one, other]} lines={differing} />
        )}
      </section>
      <div className={styles.pair}>
        {[one, other].map((account) => (
          <section key={account.id} aria-label={account.provisionalReference}>
            <AttachmentGallery
              procedure={{ id: account.procedureId, version: account.procedureVersion }}
              attachments={account.attachments}
            />
            <h2>{office('accounts.dossiers', { count: account.dossiers.length })}</h2>
            {account.dossiers.length === 0 && <p>{office('accounts.noDossiers')}</p>}
            <ul>
              {account.dossiers.map((line) => (
                <li key={line.id}>
                  <DossierLineLink line={line} href={`/queue/all/${line.id}`} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function factsOf(account: AccountDetail, { subject }: ProcedureDefinition, t: Text, office: Text) {
  const number = subject.nationalId === undefined ? undefined : account.answers[subject.nationalId];
  const facts: Readonly<Record<string, string | null>> = {
    name: account.name,
    birthDate: account.birthDate && formatDate(account.birthDate),
    nationalId: typeof number === 'string' ? number : null,
    village: account.village,
    state: office(`accountState.${account.state}`),
    assistedBy: `${account.assistedByName} · ${account.deviceName}`,
    receivedAt: formatDateTime(account.receivedAt),
  };
  return Object.entries(facts).map(([id, value]) => ({ id, label: t(`beside.facts.${id}`), value }));
}

/** A table with a row for each thing; whether the two sides are the same is said in words. */
function Lines({
  accounts,
  lines,
}: {
  readonly accounts: readonly [AccountDetail, AccountDetail];
  readonly lines: readonly ComparedLine[];
}) {
  const t = useText('office-accounts');
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col">{t('beside.fact')}</th>
          {accounts.map(({ id, provisionalReference }) => (
            <th key={id} scope="col">
              <Link href={`/accounts/${id}`}>{provisionalReference}</Link>
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">
              {t('beside.same')}, {t('beside.differs')}
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, label, one, other, isSame }) => (
          <tr key={id} data-same={isSame}>
            <th scope="row">{label}</th>
            <td>{one ?? t('beside.nothing')}</td>
            <td>{other ?? t('beside.nothing')}</td>
            <td>{t(isSame ? 'beside.same' : 'beside.differs')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
