import { useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { Page, ScreenTitle } from '../../../ui/Page.tsx';
import type { OpenVault } from '../../../vault/model.ts';
import type { ReopenedDoor } from './enrol-tablet.ts';
import { StartAnewDialog } from './StartAnewDialog.tsx';

interface ReopenedStepProps {
  readonly door: ReopenedDoor;
  readonly onKeep: () => void;
  readonly onAnew: (vault: OpenVault) => Promise<void>;
}

/** A fresh code for somebody who works here already: in with the PIN they had, or anew where it is forgotten. */
export function ReopenedStep({ door, onKeep, onAnew }: ReopenedStepProps) {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  const [isFull, setFull] = useState(false);
  const keep = () => void door.keepPin().then(onKeep, onKeep);
  const startAnew = async () => {
    const outcome = await door.startAnew();
    if (outcome.kind === 'enrolled') return await onAnew(outcome.vault);
    setAsking(false);
    setFull(true);
  };
  return (
    <Page width="narrow" align="middle">
      <Icon name="check" size={72} />
      <ScreenTitle>{t('enrol.reopened.title', { name: door.displayName })}</ScreenTitle>
      <p>{t('enrol.reopened.text')}</p>
      {isFull && <Notice tone="problem">{t('enrol.refused.no-space')}</Notice>}
      <div>
        <Button variant="solid" size="large" onClick={keep}>
          {t('enrol.reopened.go')}
        </Button>
      </div>
      <div>
        <Button variant="quiet" onClick={() => setAsking(true)}>
          {t('enrol.reopened.forgotten')}
        </Button>
      </div>
      {isAsking && (
        <StartAnewDialog staffId={door.staffId} onClose={() => setAsking(false)} onAnew={startAnew} />
      )}
    </Page>
  );
}
