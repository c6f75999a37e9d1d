import { use } from 'react';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { ProceduresContext } from '../../../procedures/procedures-context.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice, Spinner, StatusPill } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { findReadable } from '../common/find-readable.ts';
import { useSession, useStored } from '../common/services.ts';
import styles from './Attention.module.css';
import { findCorrecting } from './begin-correction.ts';
import { findTroubled, sayReason } from './find-troubled.ts';
import { WaysOn } from './WaysOn.tsx';
import { waysOn } from './ways-on.ts';

/** `/attention/:id`: why one item waits for a person, what that means, and every way on (I6). */
export function AttentionPage({ id }: { readonly id: string }) {
  const t = useText('attention');
  const { records, vault } = useSession();
  const procedures = use(ProceduresContext);
  const found = useStored(`attention ${id}`, async ({ storage: { outbox } }) => {
    const summary = await findReadable(records.findSummary(id));
    const draft = await findReadable(records.findDraft(id));
    const envelope = (await outbox.listEnvelopes()).find(
      (row) => row.id === id && row.staffId === vault.staffId,
    );
    const attachments = (await outbox.listAttachments()).filter((row) => row.submissionId === id);
    const draftUnreadable = draft.kind === 'unreadable';
    const troubled = findTroubled(id, { envelope, attachments, draftUnreadable });
    const correcting =
      summary.kind === 'found' && troubled !== undefined
        ? await findCorrecting(summary.value.submission, troubled.reason, procedures)
        : undefined;
    return { summary, envelope, troubled, correcting, news: await outbox.listOfficeNews() };
  });
  if (found === undefined) return <Spinner label={t('working')} />;
  const summary = found.summary.kind === 'found' ? found.summary.value : undefined;
  const { troubled, correcting } = found;
  const handed = found.news.find((news) => news.kind === 'handed-item' && news.submissionId === id);
  const state = handed?.kind === 'handed-item' ? handed : undefined;
  const mendedBy = found.envelope?.replacedBy;
  return (
    <Page
      width="narrow"
      foot={
        <FootBar>
          <LinkButton href="/" size="large" icon={<Icon name="back" />}>
            {t('home')}
          </LinkButton>
        </FootBar>
      }
    >
      <div className={styles.attention}>
        <header>
          <ScreenTitle>
            {summary?.title || t(found.envelope?.kind === 'report' ? 'report' : 'noName')}
          </ScreenTitle>
          {summary !== undefined && (
            <p className={styles.reference}>
              {summary.submission.provisionalReference}
              <LinkButton href={`/summary/${id}`} variant="quiet">
                {t('look')}
              </LinkButton>
            </p>
          )}
        </header>
        {troubled === undefined ? (
          <Notice tone="good" title={t(mendedBy === undefined ? 'nothing.title' : 'mended.title')}>
            <p>{t(mendedBy === undefined ? 'nothing.text' : 'mended.text')}</p>
          </Notice>
        ) : (
          <>
            <Notice tone="care" title={t(`reason.${sayReason(troubled)}.what`)}>
              <p>{t(`reason.${sayReason(troubled)}.means`)}</p>
            </Notice>
            <p className={styles.safe}>{t('safe')}</p>
            {state !== undefined && (
              <section className={styles.handed}>
                <StatusPill state={state.state === 'waiting' ? 'busy' : 'good'}>
                  {t(`handed.${state.state}`, { at: formatDateTime(state.at) })}
                </StatusPill>
                <p>{t(`handedMeans.${state.state}`)}</p>
              </section>
            )}
            <WaysOn
              troubled={troubled}
              summary={summary}
              correcting={correcting}
              ways={waysOn(troubled.reason, {
                of: troubled.of,
                canCorrect: correcting !== undefined,
                handed: state?.state,
              })}
            />
          </>
        )}
      </div>
    </Page>
  );
}
