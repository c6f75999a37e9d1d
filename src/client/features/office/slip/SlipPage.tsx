import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { getSettings } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { call } from '../common/call.ts';
import { dossierQuery } from '../common/dossier-queries.ts';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { useProcedureOf } from '../common/useProcedureOf.ts';
import { ReceiptSlip } from './ReceiptSlip.tsx';
import styles from './SlipPage.module.css';
import './slip-paper.css';

type Paper = 'a5' | 'a4';

/** The official slip in its two copies, ready for the printer; what is not confirmed is said beside it, never on it. */
export function SlipPage({ id }: { readonly id: string }) {
  const t = useText('office');
  const [paper, setPaper] = useState<Paper>('a5');
  const query = useQuery(dossierQuery(id));
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => call(getSettings, {}, signal),
  });
  const dossier = query.data;
  const definition = useProcedureOf(dossier);
  return (
    <div className={styles.page}>
      <header className={styles.tools} data-screen-only="">
        <Link href={`/queue/all/${id}`} className={styles.back}>
          ← {t('slip.back')}
        </Link>
        <h1>{t('slip.title')}</h1>
        <fieldset className={styles.papers}>
          <legend className="visually-hidden">{t('slip.paper')}</legend>
          {(['a5', 'a4'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="paper" checked={paper === one} onChange={() => setPaper(one)} />
              {t(`slip.papers.${one}`)}
            </label>
          ))}
        </fieldset>
        <Button
          size="small"
          variant="solid"
          icon={<Icon name="print" size={20} />}
          disabled={dossier?.officialCode == null}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      </header>
      <div className={styles.said} data-screen-only="">
        <StaleNotice query={query} />
        {dossier === undefined && query.error === null && <Spinner label={t('loading')} />}
        {dossier?.officialCode === null && <Notice tone="care" title={t('slip.notAccepted')} />}
        {settings.data?.unitCode.confirmed === false && (
          <Notice tone="care" title={t('slip.codeUnconfirmed', { unitCode: settings.data.unitCode.value })} />
        )}
        <p>{t('slip.alwaysVietnamese')}</p>
      </div>
      {dossier?.officialCode != null && definition !== undefined && (
        <div className={`slip-paper-${paper}`} data-print="">
          <ReceiptSlip dossier={dossier} definition={definition} copy="kept" />
          <ReceiptSlip dossier={dossier} definition={definition} copy="given" />
        </div>
      )}
    </div>
  );
}
