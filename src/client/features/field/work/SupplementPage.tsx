import { useState } from 'react';
import { useLocation } from 'wouter';
import type { SupplementWork } from '../../../../contract/operations/field-work.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useText } from '../../../i18n/useText.ts';
import { useFoundProcedure } from '../../../procedures/useProcedure.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { CannotOpen } from '../common/CannotOpen.tsx';
import { ProcedureName } from '../common/ProcedureName.tsx';
import { useServices, useSession } from '../common/services.ts';
import { stateOfSupplement } from '../common/work/supplement-state.ts';
import { useKeptWork } from '../common/work/useKeptWork.ts';
import { AskedItems } from './AskedItems.tsx';
import { reopenDossier } from './reopen-dossier.ts';
import { SupplementStatePill } from './SupplementStatePill.tsx';
import styles from './Work.module.css';

/** `/work/supplement/:id`: whose dossier the office waits for, why, and for what; one press reopens just that. */
export function SupplementPage({ id }: { readonly id: string }) {
  const t = useText('supplement');
  const kept = useKeptWork();
  const found = kept?.work.supplements.find((one) => one.id === id);
  const procedure = useFoundProcedure(found?.procedure);
  if (kept === null) return <Spinner label={t('working')} />;
  if (found === undefined)
    return (
      <Page width="narrow" foot={<Back />}>
        <Notice tone="care" title={t('over.title')}>
          {t('over.text')}
        </Notice>
      </Page>
    );
  if (procedure === undefined) return <Spinner label={t('working')} />;
  if (procedure.kind !== 'found') return <CannotOpen why={procedure.kind} />;
  return <Request work={found} definition={procedure.definition} />;
}

function Request({
  work,
  definition,
}: {
  readonly work: SupplementWork;
  readonly definition: ProcedureDefinition;
}) {
  const t = useText('supplement');
  const { records } = useSession();
  const { now, newId } = useServices();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const [isFull, setFull] = useState(false);
  const [isOpening, setOpening] = useState(false);
  const state = stateOfSupplement(work, records.listEntries());
  const reopen = async () => {
    setOpening(true);
    const languages = { reading: language, spoken: language };
    const outcome = await reopenDossier(work, definition, { records, newId, now, languages });
    setOpening(false);
    if (outcome.kind === 'no-space') setFull(true);
    else navigate(`/interview/${outcome.draftId}`);
  };
  const onward =
    state.kind === 'sent' ? (
      <LinkButton href={`/summary/${state.id}`} variant="solid" size="large">
        {t('go.sent')}
      </LinkButton>
    ) : (
      <Button
        variant="solid"
        size="large"
        iconAfter={<Icon name="next" />}
        busy={isOpening}
        disabled={state.kind === 'arrived'}
        onClick={() => void reopen()}
      >
        {t(state.kind === 'begun' ? 'go.goOn' : 'go.reopen')}
      </Button>
    );
  return (
    <Page width="narrow" foot={<Back end={onward} />}>
      <div className={styles.request}>
        <header>
          <ScreenTitle>{work.subjectName || t('noName')}</ScreenTitle>
          <p className={styles.about}>
            <ProcedureName id={work.procedure.id} />
            {work.village !== null && ` · ${work.village}`} ·{' '}
            <span className={styles.code}>{work.officialCode ?? work.provisionalReference}</span>
          </p>
        </header>
        {isFull && <Notice tone="problem">{t('noSpace')}</Notice>}
        <p>
          <SupplementStatePill supplement={work} />
        </p>
        <section className={styles.why}>
          <h2>{t('why')}</h2>
          <p>{work.reason}</p>
          <p className={styles.about}>
            {t('asked', { name: work.byName, at: formatDateTime(work.requestedAt) })}
          </p>
        </section>
        <AskedItems work={work} definition={definition} />
        <p className={styles.about}>{t('howItGoes')}</p>
      </div>
    </Page>
  );
}

function Back({ end }: { readonly end?: React.ReactNode }) {
  const t = useText('supplement');
  return (
    <FootBar end={end}>
      <LinkButton href="/work" size="large" icon={<Icon name="back" />}>
        {t('go.back')}
      </LinkButton>
    </FootBar>
  );
}
