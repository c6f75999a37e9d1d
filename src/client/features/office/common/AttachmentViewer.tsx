import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './AttachmentViewer.module.css';

export interface ViewedPicture {
  readonly id: string;
  readonly address: string;
  readonly name: string;
}

interface AttachmentViewerProps {
  readonly pictures: readonly ViewedPicture[];
  readonly first: string;
  readonly onClose: () => void;
}

const ZOOMS = [1, 1.5, 2, 3, 4] as const;

/** One picture over the whole screen: turned, enlarged and scrolled for reading; arrows go to the next. */
export function AttachmentViewer({ pictures, first, onClose }: AttachmentViewerProps) {
  const t = useText('office');
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      pictures.findIndex(({ id }) => id === first),
    ),
  );
  const [quarter, setQuarter] = useState(0);
  const [zoom, setZoom] = useState(0);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  const go = (step: number) => {
    setAt((now) => (now + step + pictures.length) % pictures.length);
    setQuarter(0);
    setZoom(0);
  };
  const picture = pictures[at];
  const factor = ZOOMS[zoom] ?? 1;
  return (
    <dialog
      ref={dialog}
      className={styles.viewer}
      aria-label={picture?.name}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (zoom > 0) return;
        if (event.key === 'ArrowRight') go(1);
        if (event.key === 'ArrowLeft') go(-1);
      }}
    >
      <header>
        <b>
          {picture?.name} · {t('viewer.place', { at: at + 1, of: pictures.length })}
        </b>
        <div className={styles.tools}>
          <Button
            size="small"
            icon={<Icon name="turn" size={20} />}
            onClick={() => setQuarter((q) => (q + 1) % 4)}
          >
            {t('viewer.turn')}
          </Button>
          <Button size="small" disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
            {t('viewer.larger')}
          </Button>
          <Button size="small" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
            {t('viewer.smaller')}
          </Button>
          {pictures.length > 1 && (
            <>
              <Button size="small" onClick={() => go(-1)}>
                {t('viewer.previous')}
              </Button>
              <Button size="small" onClick={() => go(1)}>
                {t('viewer.next')}
              </Button>
            </>
          )}
          <Button size="small" variant="solid" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.stage} tabIndex={0} aria-label={t('viewer.stage')}>
        <div className={styles.frame} style={{ width: `${factor * 100}%`, height: `${factor * 100}%` }}>
          <img src={picture?.address} alt={picture?.name ?? ''} data-quarter={quarter} />
        </div>
      </section>
    </dialog>
  );
}
