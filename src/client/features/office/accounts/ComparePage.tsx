import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useText } from '../../../i18n/useText.ts';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { useProcedureOf } from '../common/useProcedureOf.ts';
import { accountQuery } from './account-queries.ts';
import styles from './Compare.module.css';
import { Decide } from './Decide.tsx';
import { SideBySide } from './SideBySide.tsx';

/** Two accounts that may be of one person, side by side, and what an officer decides about them. */
export function ComparePage({ id, otherId }: { readonly id: string; readonly otherId: string }) {
  const t = useText('office-accounts');
  const office = useText('office');
  const one = useQuery(accountQuery(id));
  const other = useQuery(accountQuery(otherId));
  const definitionOfOne = useProcedureOf(one.data);
  const definitionOfOther = useProcedureOf(other.data);
  const isWaiting = one.error === null && other.error === null;
  return (
    <article className={styles.page}>
      <Link href={`/accounts/${id}`} className={styles.back}>
        ← {t('beside.back')}
      </Link>
      <header>
        <h1>{t('beside.title')}</h1>
        <p>{t('beside.lead')}</p>
      </header>
      <StaleNotice query={one} />
      <StaleNotice query={other} />
      {one.data === undefined || other.data === undefined ? (
        isWaiting && <Spinner label={office('loading')} />
      ) : (
        <>
          <Decide one={one.data} other={other.data} />
          {definitionOfOne === undefined || definitionOfOther === undefined ? (
            <Notice
              tone="problem"
              title={office('dossier.procedureUnknown', {
                id: one.data.procedureId,
                version: one.data.procedureVersion,
              })}
            />
          ) : (
            <SideBySide
              one={one.data}
              other={other.data}
              definitions={[definitionOfOne, definitionOfOther]}
            />
          )}
        </>
      )}
    </article>
  );
}
