import { useEffect, useState } from 'react';
import { concatBytes } from '../../../../contract/bytes.ts';
import type { CourierHead } from '../../../../contract/courier/courier-head.ts';
import { contentBytes, type PlannedSet, writePart } from '../../../../contract/courier/planned-set.ts';
import { cutIntoFrames, MAX_QR_BYTES } from '../../../../contract/courier/qr-frames.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { CodeSeries } from './CodeSeries.tsx';
import styles from './Courier.module.css';
import { CourierFrame } from './CourierFrame.tsx';
import { PartRow } from './PartRow.tsx';

type Frames = readonly Uint8Array<ArrayBuffer>[];

/** What was chosen, as files in parts, or as codes where it is small. `of` decides the words: items or receipts. */
export function HandOver({
  of,
  set,
  onBack,
}: {
  readonly of: 'items' | 'receipts';
  readonly set: PlannedSet;
  readonly onBack: () => void;
}) {
  const t = useText('courier');
  const [frames, setFrames] = useState<Frames>();
  const [isShown, setShown] = useState(false);
  const [only, ...others] = set.parts;
  const small = others.length === 0 ? only : undefined;
  useEffect(() => {
    let wanted = true;
    if (small !== undefined)
      void codesOf(set, small).then((made) => {
        if (wanted) setFrames(made);
      });
    return () => {
      wanted = false;
    };
  }, [set, small]);
  if (isShown && frames !== undefined) {
    return <CodeSeries frames={frames} onBack={() => setShown(false)} />;
  }
  return (
    <CourierFrame title={t(`handOver.${of}.title`)} onBack={onBack}>
      <p>{t(`handOver.${of}.text`)}</p>
      <ol className={styles.parts}>
        {set.parts.map((head) => (
          <PartRow key={head.part} set={set} head={head} of={of} />
        ))}
      </ol>
      {set.parts.length > 1 && <Notice>{t('handOver.manyParts', { count: set.parts.length })}</Notice>}
      <section className={styles.block}>
        <h2>{t('handOver.then')}</h2>
        <ol className={styles.steps}>
          <li>{t('handOver.where')}</li>
          <li>{t('handOver.copy')}</li>
          <li>{t(`handOver.${of}.open`)}</li>
        </ol>
      </section>
      <section className={styles.block}>
        <h2>{t('handOver.codes')}</h2>
        {frames === undefined ? (
          <p>{t('handOver.tooLarge')}</p>
        ) : (
          <>
            <p>{t('handOver.codesText', { count: frames.length })}</p>
            <div>
              <Button icon={<Icon name="qr" />} onClick={() => setShown(true)}>
                {t('handOver.showCodes')}
              </Button>
            </div>
          </>
        )}
      </section>
      {of === 'items' && <Notice>{t('send.stays')}</Notice>}
    </CourierFrame>
  );
}

async function codesOf(set: PlannedSet, head: CourierHead): Promise<Frames | undefined> {
  if (contentBytes(head) > MAX_QR_BYTES) return undefined;
  const part = concatBytes(...(await writePart(set, head, { spare: false })));
  return part.length > MAX_QR_BYTES ? undefined : await cutIntoFrames(part);
}
