import { Suspense } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { useFoundProcedure } from '../../../procedures/useProcedure.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Spinner } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { CannotOpen } from '../common/CannotOpen.tsx';
import { findReadable } from '../common/find-readable.ts';
import { OfficeWord } from '../common/OfficeWord.tsx';
import { PaperLinks } from '../common/papers/PaperLinks.tsx';
import { useSession, useStored } from '../common/services.ts';
import { dossierOf } from '../common/work/dossier-of.ts';
import { ProblemLink } from '../common/work/ProblemLink.tsx';
import { FourStates } from './FourStates.tsx';
import styles from './Summary.module.css';
import { SummaryAnswers } from './SummaryAnswers.tsx';
import { SummaryPhotos } from './SummaryPhotos.tsx';
import { SummaryReadiness } from './SummaryReadiness.tsx';
import { Supplements } from './Supplements.tsx';

/** `/summary/:id`: what was sealed, read only, and where it stands: four states side by side, never mixed (I8). */
export function SummaryPage({ id }: { readonly id: string }) {
  const t = useText('interview');
  const { records } = useSession();
  const found = useStored(`summary ${id}`, async ({ storage: { outbox } }) => {
    const summary = await findReadable(records.findSummary(id));
    return {
      summary,
      office: await outbox.findOfficeState(dossierOf(summary, id)),
      envelope: (await outbox.listEnvelopes()).find((row) => row.id === id),
      attachments: (await outbox.listAttachments()).filter((row) => row.submissionId === id),
    };
  });
  const sealed = found?.summary.kind === 'found' ? found.summary.value.submission : undefined;
  const procedure = useFoundProcedure(sealed?.procedure);
  if (found === undefined) return <Spinner label={t('open.working')} />;
  const { office, envelope, attachments } = found;
  if (found.summary.kind !== 'found') return <CannotOpen why={found.summary.kind} />;
  const summary = found.summary.value;
  if (procedure?.kind !== 'found') return <CannotOpen why={procedure?.kind ?? 'not-here'} />;
  const { definition } = procedure;
  return (
    <Page
      width="wide"
      foot={
        <FootBar
          end={
            <LinkButton href={`/slip/${id}`} variant="solid" size="large" icon={<Icon name="print" />}>
              {t('summary.toSlip')}
            </LinkButton>
          }
        >
          <LinkButton href="/" size="large" icon={<Icon name="back" />}>
            {t('go.home')}
          </LinkButton>
        </FootBar>
      }
    >
      <div className={styles.summary}>
        <header>
          <ScreenTitle>{summary.title}</ScreenTitle>
          <p className={styles.reference}>{summary.submission.provisionalReference}</p>
        </header>
        {office !== undefined && <OfficeWord office={office} />}
        <FourStates
          summary={summary}
          definition={definition}
          office={office}
          envelope={envelope}
          attachments={attachments}
        />
        <Suspense>
          <Supplements summary={summary} />
        </Suspense>
        <PaperLinks record={id} />
        <Suspense>
          <ProblemLink record={id} />
        </Suspense>
        <SummaryReadiness summary={summary} definition={definition} />
        <SummaryPhotos summary={summary} definition={definition} rows={attachments} />
        <SummaryAnswers summary={summary} definition={definition} />
      </div>
    </Page>
  );
}
