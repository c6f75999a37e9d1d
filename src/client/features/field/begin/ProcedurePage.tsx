import { Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useProcedureText, useText } from '../../../i18n/useText.ts';
import { useOffered } from '../../../procedures/offered.ts';
import { useProcedure } from '../../../procedures/useProcedure.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { GuardNotice } from '../common/guard/GuardNotice.tsx';
import { useGuard } from '../common/guard/useGuard.ts';
import { LanguageButton } from '../common/languages/LanguageButton.tsx';
import type { Languages } from '../common/languages/LanguageDialog.tsx';
import { useServices, useSession } from '../common/services.ts';
import { startDraft } from '../common/start-draft.ts';
import styles from './Begin.module.css';
import { PrintLinks } from './PrintLinks.tsx';
import { ProcedureFacts } from './ProcedureFacts.tsx';
import { WhatToBring } from './WhatToBring.tsx';

/**
 * `/begin/procedure/:id`: what it is for, what to bring, how long and how much, before anything is asked. One press
 * begins an interview, kept from its first moment; where the guard rails hold new dossiers, this press is all they hold.
 */
export function ProcedurePage({ id }: { readonly id: string }) {
  const t = useText('begin');
  const offered = useOffered().find((one) => one.id === id);
  const back = (
    <LinkButton href="/begin" size="large" icon={<Icon name="back" />}>
      {t('back')}
    </LinkButton>
  );
  if (offered === undefined)
    return (
      <Page width="narrow" foot={<FootBar>{back}</FootBar>}>
        <Notice tone="care">{t('gone')}</Notice>
      </Page>
    );
  return <Before id={id} version={offered.version} isRetired={offered.state === 'retired'} back={back} />;
}

interface BeforeProps {
  readonly id: string;
  readonly version: number;
  readonly isRetired: boolean;
  readonly back: React.ReactNode;
}

function Before({ id, version, isRetired, back }: BeforeProps) {
  const t = useText('begin');
  const texts = useProcedureText(id);
  const definition = useProcedure(id, version);
  const { now } = useServices();
  const { records } = useSession();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const [languages, setLanguages] = useState<Languages>({ reading: language, spoken: language });
  const [isFull, setFull] = useState(false);
  const guard = useGuard();
  const isHeld = guard?.verdict.kind === 'hold-new';
  if (definition === undefined)
    return (
      <Page width="narrow" foot={<FootBar>{back}</FootBar>}>
        <Notice tone="care">{t('gone')}</Notice>
      </Page>
    );
  const begin = async () => {
    const outcome = await startDraft({ definition, languages }, records, now());
    if (outcome.kind === 'no-space') setFull(true);
    else navigate(`/interview/${outcome.id}`);
  };
  return (
    <Page
      width="wide"
      foot={
        <FootBar
          end={
            <Button
              variant="solid"
              size="large"
              iconAfter={<Icon name="next" />}
              disabled={isHeld || isRetired}
              onClick={() => void begin()}
            >
              {t('start')}
            </Button>
          }
        >
          {back}
        </FootBar>
      }
    >
      <div className={styles.begin}>
        <ScreenTitle>{texts('name')}</ScreenTitle>
        <p className={styles.purpose}>{texts('purpose')}</p>
        <div className={styles.languages}>
          <LanguageButton languages={languages} onChoose={setLanguages} />
        </div>
        {isFull && <Notice tone="problem">{t('noSpace')}</Notice>}
        {isRetired && <Notice tone="care">{t('retired')}</Notice>}
        {guard !== undefined && isHeld && (
          <Suspense>
            <GuardNotice facts={guard.facts} verdict={guard.verdict} />
          </Suspense>
        )}
        {definition.reach === 'prepare' && (
          <Notice title={t('prepareNotice.title')}>
            {t('prepareNotice.text', { authority: texts('authority') })}
          </Notice>
        )}
        <WhatToBring definition={definition} />
        <ProcedureFacts definition={definition} />
        <PrintLinks procedure={id} />
      </div>
    </Page>
  );
}
