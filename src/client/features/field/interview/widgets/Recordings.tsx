import { useState } from 'react';
import type { Answers } from '../../../../../domain/procedure/contract/answers.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { useVoiceRecorder } from '../../common/useVoiceRecorder.ts';
import { useInterview } from '../interview-context.ts';
import { StoredVoice } from './StoredVoice.tsx';
import styles from './widgets.module.css';

interface RecordingsProps {
  readonly label: string;
  /** Under which the envelope names them. */
  readonly document: string;
  readonly attachments: readonly string[];
  readonly most: number;
  readonly change: (answers: Answers, pages: (before: readonly string[]) => string[]) => Answers;
}

/** Voices in the order they were recorded; each is on the disk before it can be listened to. */
export function Recordings({ label, document, attachments, most, change }: RecordingsProps) {
  const t = useText('interview');
  const { store, draft } = useInterview();
  const [trouble, setTrouble] = useState<'no-space' | 'stale'>();
  const { state, isBusy, begin, end } = useVoiceRecorder(async ({ bytes, mediaType }) => {
    const outcome = await store.addFile({ document, bytes, mediaType }, (id, answers) =>
      change(answers, (before) => [...before, id]),
    );
    setTrouble(outcome.kind === 'added' ? undefined : outcome.kind);
  });
  return (
    <div className={styles.stack}>
      {attachments.map((id, index) => (
        <StoredVoice
          key={id}
          attachment={draft.attachments.find((one) => one.id === id)}
          label={t('recording.one', { number: index + 1, of: label })}
          onRemove={() =>
            void store.removeFile(id, (answers) =>
              change(answers, (before) => before.filter((one) => one !== id)),
            )
          }
        />
      ))}
      {(state === 'no-microphone' || state === 'nothing-heard') && (
        <Notice tone="care">{t(`recording.${state}`)}</Notice>
      )}
      {trouble !== undefined && <Notice tone="problem">{t(`save.${trouble}`)}</Notice>}
      {state === 'recording' ? (
        <div role="status" className={styles.tools}>
          <Button variant="solid" icon={<Icon name="stop" />} onClick={() => void end()}>
            {t('recording.stop')}
          </Button>
          <span>{t('recording.listening')}</span>
        </div>
      ) : (
        attachments.length < most && (
          <div>
            <Button variant="solid" icon={<Icon name="speaker" />} busy={isBusy} onClick={() => void begin()}>
              {t(attachments.length === 0 ? 'recording.begin' : 'recording.more')}
            </Button>
          </div>
        )
      )}
    </div>
  );
}
