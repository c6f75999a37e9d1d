import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { DossierDetail } from '../../../../contract/operations/office.ts';
import { civilDate } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { AnswerSheet } from '../common/AnswerSheet.tsx';
import { AttachmentGallery } from '../common/AttachmentGallery.tsx';
import { ConsentList } from '../common/ConsentList.tsx';
import { askAgainIn, dossierQuery } from '../common/dossier-queries.ts';
import { isWithin, useMe } from '../common/me.ts';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { useProcedureOf } from '../common/useProcedureOf.ts';
import { AcceptedResult } from './AcceptedResult.tsx';
import { Acts } from './acts/Acts.tsx';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { DossierHead } from './DossierHead.tsx';
import { DossierHistory } from './DossierHistory.tsx';
import styles from './DossierPage.module.css';
import { Ended } from './Ended.tsx';
import { Provenance } from './Provenance.tsx';
import { DossierPapers } from './papers/DossierPapers.tsx';
import { Standing } from './Standing.tsx';
import { Supplements } from './Supplements.tsx';

/** Everything of one dossier on one page, in the order in which an officer checks it. */
export function DossierPage({ id, back }: { readonly id: string; readonly back: string }) {
  const t = useText('office');
  const person = useMe();
  const isAskedAgain = (data: DossierDetail | undefined) => data === undefined || isWithin(person, data);
  const query = useQuery({
    ...dossierQuery(id),
    // What the department has given on is shown as its last act left it. Asked for again it is refused, unless news came of it.
    refetchInterval: ({ state: { data } }) => isAskedAgain(data) && askAgainIn(),
    refetchOnWindowFocus: ({ state: { data } }) => isAskedAgain(data),
  });
  const dossier = query.data;
  const isGivenOn = dossier !== undefined && !isWithin(person, dossier);
  const definition = useProcedureOf(dossier);
  // Papers tell what the office did: until it has accepted, what the citizen declared comes first.
  const papers = dossier !== undefined && !isGivenOn && (
    <DossierPapers dossierId={dossier.id} revision={dossier.revision} />
  );
  return (
    <article className={styles.dossier} key={id}>
      <Link href={back} className={styles.back}>
        ← {t('dossier.back')}
      </Link>
      {!isGivenOn && <StaleNotice query={query} />}
      {dossier === undefined && query.error === null && <Spinner label={t('loading')} />}
      {dossier !== undefined && (
        <>
          <DossierHead dossier={dossier} definition={definition} />
          {dossier.isProcedureWithdrawn && (
            <Notice tone="care">
              {t('dossier.procedureWithdrawn', { version: dossier.procedureVersion })}
            </Notice>
          )}
          <ChangedMeanwhile dossier={dossier} />
          <Ended dossier={dossier} />
          {isGivenOn ? (
            <Notice title={t('dossier.givenOn')} />
          ) : (
            <Acts dossier={dossier} definition={definition} />
          )}
          {dossier.officialCode !== null && <AcceptedResult dossier={dossier} />}
          {dossier.officialCode !== null && papers}
          <Supplements dossier={dossier} definition={definition} />
          {definition === undefined ? (
            <Notice
              tone="problem"
              title={t('dossier.procedureUnknown', {
                id: dossier.procedureId,
                version: dossier.procedureVersion,
              })}
            />
          ) : (
            <AnswerSheet
              definition={definition}
              answers={dossier.answers}
              day={civilDate(dossier.finishedAt)}
            />
          )}
          <AttachmentGallery
            procedure={{ id: dossier.procedureId, version: dossier.procedureVersion }}
            attachments={dossier.attachments}
          />
          <Standing dossier={dossier} />
          {dossier.officialCode === null && papers}
          <Provenance dossier={dossier} />
          <ConsentList
            procedure={{ id: dossier.procedureId, version: dossier.procedureVersion }}
            consents={dossier.consents}
          />
          <DossierHistory history={dossier.history} />
        </>
      )}
    </article>
  );
}
