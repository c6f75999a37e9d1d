import { useState } from 'react';
import type { DossierDetail } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { useMe } from '../common/me.ts';
import { actionsSince, WhatHappenedSince } from '../common/WhatHappenedSince.tsx';

/**
 * A colleague did something to the dossier that is open here: said at once, until it was seen. One's own acts are no news, and
 * whoever acts has seen what was there to act on.
 */
export function ChangedMeanwhile({ dossier }: { readonly dossier: DossierDetail }) {
  const t = useText('office-queue');
  const { displayName } = useMe();
  const [seen, setSeen] = useState(dossier);
  const since = actionsSince(seen, dossier);
  const byOthers = since.slice(since.findLastIndex(({ byName }) => byName === displayName) + 1);
  if (byOthers.length === 0) return null;
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
        <WhatHappenedSince since={byOthers} status={dossier.status} />
      </Notice>
    </div>
  );
}
