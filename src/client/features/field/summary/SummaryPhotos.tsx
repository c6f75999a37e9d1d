import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { useAnswerWords } from '../../../answers/useAnswerWords.ts';
import { useText } from '../../../i18n/useText.ts';
import type { OutboxAttachment, Summary } from '../../../storage/model.ts';
import { StatusPill } from '../../../ui/Notices.tsx';
import { StoredPhoto } from '../common/StoredPhoto.tsx';
import styles from './Summary.module.css';

interface SummaryPhotosProps {
  readonly summary: Summary;
  readonly definition: ProcedureDefinition;
  readonly rows: readonly OutboxAttachment[];
}

/** Each photo with its own state: a dossier may have arrived while its photos are still on the way. */
export function SummaryPhotos({ summary, definition, rows }: SummaryPhotosProps) {
  const t = useText('interview');
  const words = useAnswerWords(definition);
  const { attachments } = summary.submission;
  if (attachments.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{t('summary.photos')}</h2>
      <ul className={styles.photos}>
        {attachments.map((attachment) => {
          const state = rows.find(({ id }) => id === attachment.id)?.state ?? 'received';
          const name =
            attachment.document === 'signature'
              ? t('summary.signature')
              : words(`documents.${attachment.document}.name`);
          return (
            <li key={attachment.id}>
              <StoredPhoto attachment={attachment} alt={name} />
              <b>{name}</b>
              <StatusPill state={state === 'received' ? 'good' : state === 'attention' ? 'attention' : 'off'}>
                {t(`summary.photo-${state}`)}
              </StatusPill>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
