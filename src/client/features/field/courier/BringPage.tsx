import { useRef, useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { importReceiptKeys } from '../../../sync/identity.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { useServices } from '../common/services.ts';
import { BringResult } from './BringResult.tsx';
import { type BringReport, type BroughtFile, bringIn } from './bring-in.ts';
import { CodeCamera } from './CodeCamera.tsx';
import styles from './Courier.module.css';
import { CourierFrame } from './CourierFrame.tsx';

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'done'; readonly report: BringReport };

/** Files or codes of another tablet, or receipts that come home: what is whole is kept, what is damaged is named. */
export function BringPage() {
  const t = useText('courier');
  const { storage, sync } = useServices();
  const picker = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>({ kind: 'asking' });
  const bring = async (files: readonly BroughtFile[]) => {
    setState({ kind: 'reading' });
    try {
      const device = await storage.findDevice();
      const keys = await importReceiptKeys(device?.receiptKeys ?? []);
      const report = await bringIn(files, { storage, keys });
      setState({ kind: 'done', report });
      if (report.dossiers.taken + report.photos.taken > 0) sync.wake('finished');
    } catch (error) {
      reportError(error);
      setState({ kind: 'failed' });
    }
  };
  const pick = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])].map(
      (file): BroughtFile => ({
        name: file.name,
        size: file.size,
        read: async () => new Uint8Array(await file.arrayBuffer()),
      }),
    );
    input.value = '';
    if (files.length > 0) void bring(files);
  };
  if (state.kind === 'looking') {
    const onWhole = (part: Uint8Array<ArrayBuffer>) =>
      void bring([{ name: t('bring.codes'), size: part.length, read: async () => part }]);
    return <CodeCamera onWhole={onWhole} onBack={() => setState({ kind: 'asking' })} />;
  }
  return (
    <CourierFrame title={t('bring.title')}>
      <p>{t('bring.text')}</p>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        data-courier="files"
        onChange={(event) => pick(event.currentTarget)}
      />
      {state.kind === 'reading' ? (
        <Spinner label={t('bring.reading')} />
      ) : (
        <div className={styles.tools}>
          <Button
            variant="solid"
            size="large"
            icon={<Icon name="install" />}
            onClick={() => picker.current?.click()}
          >
            {t('bring.choose')}
          </Button>
          <Button size="large" icon={<Icon name="qr" />} onClick={() => setState({ kind: 'looking' })}>
            {t('bring.scan')}
          </Button>
        </div>
      )}
      {state.kind === 'failed' && <Notice tone="problem">{t('bring.failed')}</Notice>}
      {state.kind === 'done' && <BringResult report={state.report} />}
    </CourierFrame>
  );
}
