import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { useText } from '../../../i18n/useText.ts';
import type { Summary } from '../../../storage/model.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { useServices, useSession } from '../common/services.ts';
import styles from './Attention.module.css';
import { beginCorrection } from './begin-correction.ts';
import type { Troubled } from './find-troubled.ts';
import { HandOver } from './HandOver.tsx';
import type { WayOn } from './ways-on.ts';

interface WaysOnProps {
  readonly troubled: Troubled;
  readonly summary: Summary | undefined;
  readonly correcting: ProcedureDefinition | undefined;
  /** The one to try first in front. */
  readonly ways: readonly WayOn[];
}

const icons: Readonly<Record<WayOn, IconName>> = {
  correct: 'edit',
  retry: 'send',
  'keep-first': 'check',
  'hand-over': 'person',
  export: 'install',
};

/** Each way on with what it does, the one to try first as the one to press. */
export function WaysOn({ troubled, summary, correcting, ways }: WaysOnProps) {
  const t = useText('attention');
  const services = useServices();
  const { records } = useSession();
  const [, navigate] = useLocation();
  const [isBusy, setBusy] = useState(false);
  const [isFull, setFull] = useState(false);
  const [isHanding, setHanding] = useState(false);
  const { outbox } = services.storage;

  const correct = async () => {
    if (summary === undefined || correcting === undefined) return;
    const outcome = await beginCorrection(summary, correcting, troubled.reason, { ...services, records });
    if (outcome.kind === 'no-space') setFull(true);
    else navigate(`/interview/${outcome.draftId}`);
  };
  const retry = async () => {
    for (const itemId of troubled.itemIds) await outbox.retry(itemId);
    services.sync.wake('user');
  };
  const keepFirst = async () => {
    await outbox.keepFirst(troubled.submissionId, summary?.submission.replaces ?? []);
    services.sync.wake('user');
  };
  const go = async (way: WayOn) => {
    setBusy(true);
    try {
      switch (way) {
        case 'correct':
          return await correct();
        case 'retry':
          return await retry();
        case 'keep-first':
          return await keepFirst();
        case 'hand-over':
          return setHanding(true);
        case 'export':
          return navigate(`/courier/send?item=${troubled.submissionId}`);
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={styles.ways} aria-label={t('ways.title')}>
      <h2>{t('ways.title')}</h2>
      {isFull && <Notice tone="problem">{t('noSpace')}</Notice>}
      <ul>
        {ways.map((way, index) => (
          <li key={way}>
            <p>{t(`ways.${way}.does`)}</p>
            <Button
              variant={index === 0 ? 'solid' : 'outline'}
              size="large"
              icon={<Icon name={icons[way]} />}
              busy={isBusy}
              onClick={() => void go(way)}
            >
              {t(`ways.${way}.go`)}
            </Button>
          </li>
        ))}
      </ul>
      {isHanding && <HandOver troubled={troubled} onClose={() => setHanding(false)} />}
    </section>
  );
}
