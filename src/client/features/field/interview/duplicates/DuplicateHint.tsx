import { useDeferredValue, useMemo } from 'react';
import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import { formatMoment } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import type { ListEntry } from '../../../../storage/model.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { describeDraft } from '../../common/describe-draft.ts';
import { useServices, useSession, useStorageVersion, useStored } from '../../common/services.ts';
import { useInterview } from '../interview-context.ts';
import styles from './DuplicateHint.module.css';
import { findDoubles } from './find-doubles.ts';

interface DuplicateHintProps {
  readonly definition: ProcedureDefinition;
  /** Questions on the screen; undefined at the read-back, where the whole person is. */
  readonly asked: readonly string[] | undefined;
  readonly onOpen: (path: string) => void;
}

/**
 * That this person may be on the tablet already, where the answers that tell it are given and again at the read-back. It
 * stops nobody: there are two of a name in many a village, and who says so is not asked again in this interview.
 */
export function DuplicateHint({ definition, asked, onOpen }: DuplicateHintProps) {
  const { subject } = definition;
  const t = useText('duplicates');
  const { store, draft, evaluation } = useInterview();
  const { records } = useSession();
  useStorageVersion();
  const entries = records.listEntries();
  // Pressing a key must not wait for it.
  const said = useDeferredValue(draft);
  const doubles = useMemo(
    () => findDoubles(said, describeDraft(said, definition, evaluation), entries),
    [said, definition, evaluation, entries],
  );
  const tells = Object.values(subject);
  if (doubles.length === 0 || asked?.some((question) => tells.includes(question)) === false) return null;
  return (
    <section className={styles.doubles} aria-live="polite">
      {doubles.map(({ entry, likeness }) => (
        <Notice key={entry.id} title={t(`title.${entry.kind}`)}>
          <p>{t(`because.${likeness}`)}</p>
          <Who entry={entry} />
          <div className={styles.ways}>
            <Button
              icon={<Icon name="next" />}
              onClick={() => onOpen(`/${entry.state === 'draft' ? 'interview' : 'summary'}/${entry.id}`)}
            >
              {t('open')}
            </Button>
            <Button onClick={() => store.noteOthers([entry.id])}>{t('other')}</Button>
          </div>
        </Notice>
      ))}
    </section>
  );
}

function Who({ entry }: { readonly entry: ListEntry }) {
  const t = useText(['duplicates', 'common']);
  const { now } = useServices();
  const office = useStored(`office of ${entry.id}`, ({ storage }) =>
    storage.outbox.findOfficeState(entry.id),
  );
  const state =
    entry.state === 'draft'
      ? t('state.draft')
      : office === undefined
        ? t('state.finished')
        : office.kind === 'account'
          ? t(`home.account.${office.state}`)
          : t(`home.dossier.${office.status}`);
  return (
    <p className={styles.who}>
      <b>{entry.title || t('noName')}</b>
      <span>
        {[entry.village, formatMoment(entry.updatedAt, now(), t), state].filter(Boolean).join(' · ')}
      </span>
    </p>
  );
}
