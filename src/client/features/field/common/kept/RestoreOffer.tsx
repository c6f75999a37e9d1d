import { useState } from 'react';
import type { KeptDraft } from '../../../../../contract/operations/drafts.ts';
import { formatDateTime } from '../../../../i18n/formats.ts';
import { type Text, useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Notice, Spinner } from '../../../../ui/Notices.tsx';
import { ProcedureName } from '../ProcedureName.tsx';
import { useServices, useSession, useStorageVersion } from '../services.ts';
import { type DraftPorts, type KeptList, type TakeBackOutcome, takeBack } from './ask-drafts.ts';
import styles from './Kept.module.css';
import { NotKept } from './NotKept.tsx';
import { type Kept, useDraftPorts, useKept } from './useKept.ts';

/** What the office knows was on another tablet of this person, and the way to have it here. Asks when it is shown. */
export function RestoreOffer() {
  const ports = useDraftPorts();
  const { kept, again } = useKept(ports);
  return <KeptDrafts ports={ports} kept={kept} again={again} isQuiet />;
}

interface KeptDraftsProps {
  readonly ports: DraftPorts;
  readonly kept: Kept;
  readonly again: () => void;
  /** Says nothing where there is nothing to take back. */
  readonly isQuiet?: boolean;
}

/** What the office answered: drafts to take back, how each came to be there, and what is not kept. */
export function KeptDrafts({ ports, kept, again, isQuiet = false }: KeptDraftsProps) {
  const t = useText('backup');
  switch (kept.kind) {
    case 'asking':
      return <Spinner label={t('asking')} />;
    case 'no-answer':
    case 'refused':
      return (
        <Notice
          tone={kept.kind === 'refused' ? 'care' : 'calm'}
          title={t(`trouble.${kept.kind}.title`)}
          action={<Button onClick={again}>{t('again')}</Button>}
        >
          {t(`trouble.${kept.kind}.text`)}
        </Notice>
      );
    case 'listed':
      return <Listed ports={ports} list={kept.list} again={again} isQuiet={isQuiet} />;
  }
}

interface ListedProps extends Omit<KeptDraftsProps, 'kept'> {
  readonly list: KeptList;
}

function Listed({ ports, list, again, isQuiet }: ListedProps) {
  const t = useText('backup');
  const { sync } = useServices();
  const { records } = useSession();
  useStorageVersion();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<TakeBackOutcome>();
  const here = new Set(records.listEntries().map(({ id }) => id));
  // What came back from a colleague may be newer than the copy that rested here: the storage decides.
  const drafts = list.drafts.filter(({ id, handedOver }) => !here.has(id) || handedOver !== null);
  const missing = drafts.filter(({ id }) => !here.has(id));
  const take = async () => {
    setBusy(true);
    const done = await takeBack(
      ports,
      drafts.map(({ id }) => id),
    ).finally(() => setBusy(false));
    setOutcome(done);
    if (done.kind === 'done') sync.wake('user');
    again();
  };
  return (
    <div className={styles.part}>
      {!list.keeps && <Notice title={t('off.title')}>{t('off.text')}</Notice>}
      {missing.length > 0 && (
        <Notice
          tone="care"
          title={t('found.title', { count: missing.length })}
          action={
            <Button variant="solid" size="large" busy={isBusy} onClick={() => void take()}>
              {t('found.take')}
            </Button>
          }
        >
          <p>{t('found.text')}</p>
        </Notice>
      )}
      {missing.length > 0 && (
        <ul className={styles.drafts}>
          {missing.map((draft) => (
            <li key={draft.id}>
              <div>
                <b>
                  <ProcedureName id={draft.procedureId} />
                </b>
                <p>
                  {t('found.saved', { at: formatDateTime(draft.updatedAt), tablet: draft.tablet.name })}
                  {draft.handedOver !== null && ` · ${sayHandedOver(draft.handedOver, t)}`}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {outcome !== undefined && <Outcome outcome={outcome} />}
      {missing.length === 0 && outcome === undefined && list.keeps && !isQuiet && (
        <Notice>{t('found.none')}</Notice>
      )}
      <NotKept tablets={list.tablets} hasDrafts={missing.length > 0} />
    </div>
  );
}

function sayHandedOver({ fromName, byName }: NonNullable<KeptDraft['handedOver']>, t: Text): string {
  return fromName === byName
    ? t('found.given', { from: fromName })
    : t('found.handedOver', { from: fromName, by: byName });
}

function Outcome({ outcome }: { readonly outcome: TakeBackOutcome }) {
  const t = useText('backup');
  if (outcome.kind === 'no-answer' || outcome.kind === 'refused')
    return (
      <Notice tone="care" title={t(`trouble.${outcome.kind}.title`)}>
        {t(`trouble.${outcome.kind}.text`)}
      </Notice>
    );
  const { taken, lostPhotos, missing, withColleague } = outcome;
  return (
    <Notice
      tone={outcome.kind === 'done' && missing + withColleague === 0 ? 'good' : 'care'}
      title={t('taken.title', { count: taken })}
    >
      {taken > 0 && <p>{t('taken.text')}</p>}
      {lostPhotos > 0 && <p>{t('taken.photos', { count: lostPhotos })}</p>}
      {missing > 0 && <p>{t('taken.missing', { count: missing })}</p>}
      {withColleague > 0 && <p>{t('taken.withColleague', { count: withColleague })}</p>}
      {outcome.kind === 'no-space' && <p>{t('taken.noSpace')}</p>}
    </Notice>
  );
}
