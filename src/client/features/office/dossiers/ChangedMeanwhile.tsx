import { useState } from 'react';
import type { DossierDetail } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { useMe } from '../common/me.ts';
import { actionsSince, WhatHappenedSince } from '../common/WhatHappenedSince.tsx';

/** A colleague did something to the dossier that is open here: said at once, until it was seen. One's own acts are no news. */
export function ChangedMeanwhile({ dossier }: { readonly dossier: DossierDetail }) {
  const t = useText('office-queue');
  const { displayName } = useMe();
  const [seen, setSeen] = useState(dossier);
  const isByOthers = actionsSince(seen, dossier).some(({ byName }) => byName !== displayName);
  if (!isByOthers) return null;
  return (
    <div aria-live="polite">
      <Notice
        tone="care"
        title={t('since.changed')}
        action={
          <Button size="small" onClick={() => setSeen(dossier)}>
            {t('since.seen')}
          </Button>
        }
      >
        <WhatHappenedSince seen={seen} now={dossier} />
      </Notice>
    </div>
  );
}
