import { Suspense, useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { useFoundProcedure } from '../../../procedures/useProcedure.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { CannotOpen } from '../common/CannotOpen.tsx';
import { findReadable } from '../common/find-readable.ts';
import { PaperLinks } from '../common/papers/PaperLinks.tsx';
import { type SheetSize, SheetSizeChoice } from '../common/print/SheetSize.tsx';
import { useDevice, useSession, useStored } from '../common/services.ts';
import { dossierOf } from '../common/work/dossier-of.ts';
import { FollowUps } from './FollowUps.tsx';
import styles from './Slip.module.css';
import { SlipPaper } from './SlipPaper.tsx';

/** `/slip/:id`: what the person leaves with, to print or to hold up. Says "not yet received" until the office did (I7). */
export function SlipPage({ id }: { readonly id: string }) {
  const t = useText('interview');
  const { records, vault } = useSession();
  const device = useDevice();
  const [isShown, setShown] = useState(false);
  const [size, setSize] = useState<SheetSize>('a5');
  const found = useStored(`slip ${id}`, async ({ storage: { outbox } }) => {
    const summary = await findReadable(records.findSummary(id));
    return { summary, office: await outbox.findOfficeState(dossierOf(summary, id)) };
  });
  const sealed = found?.summary.kind === 'found' ? found.summary.value.submission : undefined;
  const procedure = useFoundProcedure(sealed?.procedure);
  if (found === undefined || device === undefined) return <Spinner label={t('open.working')} />;
  const { office } = found;
  if (found.summary.kind !== 'found') return <CannotOpen why={found.summary.kind} />;
  const summary = found.summary.value;
  if (procedure?.kind !== 'found') return <CannotOpen why={procedure?.kind ?? 'not-here'} />;
  const { definition } = procedure;
  const paper = (
    <SlipPaper
      summary={summary}
      definition={definition}
      office={office}
      assistedBy={vault.displayName}
      commune={device.commune.name}
      size={size}
    />
  );
  if (isShown) {
    return (
      <Page width="wide">
        <div className={styles.show}>{paper}</div>
        <Button size="large" icon={<Icon name="back" />} onClick={() => setShown(false)}>
          {t('slip.showLess')}
        </Button>
      </Page>
    );
  }
  return (
    <Page
      width="wide"
      foot={
        <FootBar
          end={
            <Button variant="solid" size="large" icon={<Icon name="print" />} onClick={() => window.print()}>
              {t('slip.print')}
            </Button>
          }
        >
          <LinkButton href="/" size="large" icon={<Icon name="back" />}>
            {t('go.home')}
          </LinkButton>
        </FootBar>
      }
    >
      <div className={styles.beside}>
        {paper}
        <div className={styles.ways}>
          <ScreenTitle>{t('slip.title')}</ScreenTitle>
          {office === undefined && (
            <Notice tone="good" title={t('slip.kept')}>
              {t('slip.keptWhat')}
            </Notice>
          )}
          <Button size="large" onClick={() => setShown(true)}>
            {t('slip.show')}
          </Button>
          <SheetSizeChoice value={size} onChange={setSize} />
          <PaperLinks record={id} />
          <LinkButton href={`/summary/${id}`} variant="quiet">
            {t('slip.toSummary')}
          </LinkButton>
          <Suspense>
            <FollowUps summary={summary} definition={definition} />
          </Suspense>
        </div>
      </div>
    </Page>
  );
}
