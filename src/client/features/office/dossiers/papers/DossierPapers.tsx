import { useQuery } from '@tanstack/react-query';
import { archivePath, listPapers } from '../../../../../contract/operations/papers.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Notice, Spinner } from '../../../../ui/Notices.tsx';
import { addressOf, call } from '../../common/call.ts';
import { StaleNotice } from '../../common/StaleNotice.tsx';
import { Certificate } from './Certificate.tsx';
import styles from './DossierPapers.module.css';
import { IssuedPaper } from './IssuedPaper.tsx';
import { PaperToIssue } from './PaperToIssue.tsx';

/**
 * The official papers of a dossier: those that left the office, those that its record calls for, what they are signed with,
 * and the dossier as one file. `revision` is the dossier's: another act may call for another paper.
 */
export function DossierPapers({
  dossierId,
  revision,
}: {
  readonly dossierId: string;
  readonly revision: number;
}) {
  const t = useText('office-papers');
  const query = useQuery({
    queryKey: ['papers', dossierId, revision],
    queryFn: ({ signal }) => call(listPapers, { params: { id: dossierId } }, signal),
  });
  const { data } = query;
  return (
    <section className={styles.papers} aria-labelledby="papers-title">
      <h2 id="papers-title">{t('title')}</h2>
      <StaleNotice query={query} />
      {data === undefined && query.error === null && <Spinner label={t('loading')} />}
      {data?.owesApology === true && (
        <Notice tone="care" title={t('owes.title')}>
          <p>{t(data.issuable.some(({ form }) => form === 'apology') ? 'owes.issue' : 'owes.extend')}</p>
        </Notice>
      )}
      {data !== undefined && data.unconfirmedUnitCode !== null && (
        <Notice tone="care">{t('codeUnconfirmed', { unitCode: data.unconfirmedUnitCode })}</Notice>
      )}
      {data?.papers.length === 0 && <p>{t('none')}</p>}
      {data !== undefined && data.papers.length > 0 && (
        <ul>
          {data.papers.map((paper) => (
            <IssuedPaper key={paper.id} paper={paper} isConfirmed={!data.unconfirmed.includes(paper.form)} />
          ))}
        </ul>
      )}
      {data !== undefined && data.issuable.length > 0 && (
        <>
          <h3>{t('toIssue')}</h3>
          <ul>
            {data.issuable.map((paper) => (
              <PaperToIssue
                key={`${paper.form} ${paper.about}`}
                dossierId={dossierId}
                paper={paper}
                isConfirmed={!data.unconfirmed.includes(paper.form)}
              />
            ))}
          </ul>
        </>
      )}
      {data !== undefined && (
        <div className={styles.small}>
          <p>{t('circular')}</p>
          <Certificate certificate={data.certificate} />
          {data.mayExport && (
            <p>
              {t('archive.what')} {t('archive.recorded')}
              <br />
              <a href={addressOf(archivePath, { id: dossierId })} download>
                {t('archive.save')}
              </a>
            </p>
          )}
        </div>
      )}
    </section>
  );
}
