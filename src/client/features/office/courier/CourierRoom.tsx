import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { RoomPage } from '../common/RoomPage.tsx';
import { bringFiles, type FileOutcome, makeReceiptsFile, summarize } from './bring-files.ts';
import styles from './CourierRoom.module.css';
import { FileResult } from './FileResult.tsx';

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'bringing'; readonly done: number; readonly all: number }
  | { readonly kind: 'done'; readonly outcomes: readonly FileOutcome[] };

/** Files that somebody brought from the villages: taken in here, and the receipts to take home. */
export function CourierRoom() {
  const t = useText('office');
  const queries = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>({ kind: 'asking' });
  const bring = async (files: readonly File[]) => {
    if (files.length === 0) return;
    let done = 0;
    setState({ kind: 'bringing', done, all: files.length });
    const outcomes = await bringFiles(files, () => {
      done += 1;
      setState({ kind: 'bringing', done, all: files.length });
    });
    setState({ kind: 'done', outcomes });
    // What came in belongs in the lists at once.
    await queries.invalidateQueries();
  };
  return (
    <RoomPage title={t('courier.title')}>
      <p>{t('courier.text')}</p>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        data-courier="files"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void bring(files);
        }}
      />
      {state.kind === 'bringing' ? (
        <Spinner label={t('courier.bringing', { done: state.done, all: state.all })} />
      ) : (
        <div>
          <Button
            variant={state.kind === 'asking' ? 'solid' : 'outline'}
            icon={<Icon name="install" />}
            onClick={() => picker.current?.click()}
          >
            {t('courier.choose')}
          </Button>
        </div>
      )}
      {state.kind === 'done' && <Result outcomes={state.outcomes} />}
    </RoomPage>
  );
}

function Result({ outcomes }: { readonly outcomes: readonly FileOutcome[] }) {
  const t = useText('office');
  const { dossiers, photos, awaiting, refused, missing, proofs } = summarize(outcomes);
  const takeHome = async () => {
    const set = { setId: uuidv7(), writtenAt: new Date().toISOString() };
    const file = await makeReceiptsFile(proofs, set);
    if (file !== undefined) saveFile(file);
  };
  return (
    <section className={styles.result} aria-live="polite">
      <h2>{t('courier.result')}</h2>
      {dossiers + photos > 0 && (
        <Notice
          tone="good"
          title={t('courier.received', { count: dossiers, photos })}
          action={
            <Button size="small" icon={<Icon name="install" />} onClick={() => void takeHome()}>
              {t('courier.takeHome')}
            </Button>
          }
        >
          {t('courier.receivedText')}
        </Notice>
      )}
      {awaiting > 0 && <Notice tone="care">{t('courier.awaiting', { count: awaiting })}</Notice>}
      {refused.length > 0 && (
        <Notice tone="problem" title={t('courier.refused', { count: refused.length })}>
          <ul className={styles.refused}>
            {refused.map(({ submissionId, reason }) => (
              <li key={submissionId}>
                <code>{submissionId.slice(-6).toUpperCase()}</code> {t(`courier.reason.${reason}`)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {outcomes.map((outcome, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once and never changes; two files may share a name
        <FileResult key={index} outcome={outcome} />
      ))}
      {missing.map((set) => (
        <Notice
          key={set.setId}
          tone="care"
          title={t('courier.missing', { parts: set.parts, missing: set.missing.join(', ') })}
        >
          {t('courier.missingText')}
        </Notice>
      ))}
    </section>
  );
}
