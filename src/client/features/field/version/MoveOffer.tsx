import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { useProcedureText, useText } from '../../../i18n/useText.ts';
import { compareVersions } from '../../../procedures/compare-versions.ts';
import { listAside, mayMove, moveDraft } from '../../../procedures/move-draft.ts';
import type { Draft } from '../../../storage/model.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { useServices, useSession } from '../common/services.ts';
import { AsideList } from './AsideList.tsx';
import { ChangeLists } from './ChangeLists.tsx';
import { saveMoved } from './save-moved.ts';
import styles from './Version.module.css';

interface MoveOfferProps {
  readonly draft: Draft;
  readonly from: ProcedureDefinition;
  readonly to: ProcedureDefinition;
}

/** What the other version asks otherwise, which answers would be set aside, and the press that moves the draft. */
export function MoveOffer({ draft, from, to }: MoveOfferProps) {
  const t = useText('versions');
  const { now } = useServices();
  const { records } = useSession();
  const [, navigate] = useLocation();
  const words = { from: useProcedureText(from), to: useProcedureText(to) };
  const [state, setState] = useState<'asking' | 'moving' | 'no-space'>('asking');
  const wordsDiffer = (key: string) => words.from.find(key) !== words.to.find(key);
  const between = { from, to, wordsDiffer };
  const back = `/interview/${draft.id}`;
  const move = async () => {
    setState('moving');
    const outcome = await saveMoved(draft, between, records, now());
    if (outcome.kind === 'no-space') setState('no-space');
    else navigate(outcome.kind === 'gone' ? '/' : back, { replace: true });
  };
  const isBack = to.version < from.version;
  return (
    <Page
      width="narrow"
      foot={
        <FootBar
          end={
            mayMove(from, to) && (
              <Button
                variant="solid"
                size="large"
                iconAfter={<Icon name="next" />}
                busy={state === 'moving'}
                onClick={() => void move()}
              >
                {t(isBack ? 'move.back' : 'move.do')}
              </Button>
            )
          }
        >
          <LinkButton href={back} size="large" icon={<Icon name="back" />}>
            {t('move.stay')}
          </LinkButton>
        </FootBar>
      }
    >
      <div className={styles.page}>
        <ScreenTitle>{t(isBack ? 'move.titleBack' : 'move.title')}</ScreenTitle>
        <p className={styles.name}>{words.to('name')}</p>
        <Notice tone="good">{t('move.nothingLost')}</Notice>
        {state === 'no-space' && <Notice tone="problem">{t('move.noSpace')}</Notice>}
        {!mayMove(from, to) && <Notice tone="care">{t('move.not')}</Notice>}
        <ChangeLists changes={compareVersions(from, to, wordsDiffer)} words={words} />
        <AsideList keys={listAside(moveDraft(draft, between), to)} from={from} words={words} />
      </div>
    </Page>
  );
}
