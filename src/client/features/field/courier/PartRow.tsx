import { useState } from 'react';
import type { CourierHead } from '../../../../contract/courier/courier-head.ts';
import { contentBytes, fileNameOf, type PlannedSet } from '../../../../contract/courier/planned-set.ts';
import { formatMegabytes } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import styles from './Courier.module.css';
import { canShareFiles, makeFile, shareFile } from './give-file.ts';

/** One part: saved to this tablet, or given to the share sheet. Written when it is asked for, so one is in memory at a time. */
export function PartRow({
  set,
  head,
  of,
}: {
  readonly set: PlannedSet;
  readonly head: CourierHead;
  readonly of: 'items' | 'receipts';
}) {
  const t = useText('courier');
  const [state, setState] = useState<'ready' | 'working' | 'saved' | 'shared' | 'failed'>('ready');
  const name = fileNameOf(head, of);
  const give = async (way: 'save' | 'share') => {
    setState('working');
    const file = await makeFile(set, head, name, way);
    if (way === 'save') {
      saveFile(file);
      return setState('saved');
    }
    const outcome = await shareFile(file);
    setState(outcome === 'shared' ? 'shared' : outcome === 'closed' ? 'ready' : 'failed');
  };
  return (
    <li className={styles.part}>
      <span className={styles.line}>
        <b>{name}</b>
        <small>
          {t('part.about', {
            part: head.part,
            parts: head.parts,
            size: formatMegabytes(contentBytes(head)),
          })}
        </small>
        <small role="status">{state === 'ready' || state === 'working' ? '' : t(`part.${state}`)}</small>
      </span>
      <span className={styles.tools}>
        <Button
          variant="solid"
          icon={<Icon name="install" />}
          busy={state === 'working'}
          onClick={() => void give('save')}
        >
          {t('part.save')}
        </Button>
        {canShareFiles() && (
          <Button
            icon={<Icon name="send" />}
            disabled={state === 'working'}
            onClick={() => void give('share')}
          >
            {t('part.share')}
          </Button>
        )}
      </span>
    </li>
  );
}
