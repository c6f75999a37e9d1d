import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProcedureLine } from '../../../../contract/operations/procedures.ts';
import type { ProcedurePackage } from '../../../../contract/procedure-package.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { problemOf } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { RoomPage } from '../common/RoomPage.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { DiscardDialog } from './DiscardDialog.tsx';
import { nameOf, ProcedureStatus, sayLast } from './ProcedureLines.tsx';
import styles from './Procedures.module.css';
import { PublishDialog } from './PublishDialog.tsx';
import { Preview } from './preview/Preview.tsx';
import { procedureListQuery, procedureQuery } from './procedure-queries.ts';
import { packageFile, saveSpreadsheet } from './save-procedure.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** `/procedures/:id/:version`: where this version stands, what may be done with it, and how it is asked. */
export function ProcedurePage({ id, version }: { readonly id: string; readonly version: number }) {
  const t = useText('office');
  const language = useLanguage();
  const list = useQuery(procedureListQuery);
  const one = useQuery(procedureQuery(id, version));
  const line = list.data?.procedures.find((each) => each.id === id && each.version === version);
  return (
    <RoomPage
      title={line === undefined ? id : nameOf(line, language)}
      action={
        <LinkButton href="/procedures" size="small" icon={<Icon name="back" size={20} />}>
          {t('procedures.back')}
        </LinkButton>
      }
    >
      <StaleNotice query={list} />
      <StaleNotice query={one} />
      {list.isPending && <Spinner label={t('loading')} />}
      {line !== undefined && list.data !== undefined && (
        <Head line={line} today={list.data.today} content={one.data?.package} />
      )}
      {one.data !== undefined && <Preview content={one.data.package} />}
    </RoomPage>
  );
}

interface HeadProps {
  readonly line: ProcedureLine;
  readonly today: string;
  readonly content: ProcedurePackage | undefined;
}

function Head({ line, today, content }: HeadProps) {
  const t = useText('office');
  const [asking, setAsking] = useState<ProcedureLine['allowed'][number]>();
  const close = () => setAsking(undefined);
  const { id, version, allowed, note } = line;
  const language = useLanguage();
  const exporting = useMutation({
    mutationFn: () => saveSpreadsheet(id, version, language),
  });
  const notes = exporting.data ?? [];
  return (
    <section className={styles.part}>
      <div>
        <ProcedureStatus line={line} />
      </div>
      <p className={styles.soft}>
        <code>{id}</code> · {t('procedures.version', { version })} · {t(`procedures.origin.${line.origin}`)} ·{' '}
        {sayLast(line, t)}
      </p>
      {note !== '' && <Notice>{note}</Notice>}
      <div className={styles.actions}>
        {allowed.map((action) => (
          <Button
            key={action}
            size="small"
            variant={action === 'publish' ? 'solid' : 'outline'}
            onClick={() => setAsking(action)}
          >
            {t(`procedures.action.${action}`)}
          </Button>
        ))}
        {content !== undefined && (
          <Button
            size="small"
            icon={<Icon name="install" size={20} />}
            onClick={() => saveFile(packageFile(id, version, content))}
          >
            {t('procedures.download')}
          </Button>
        )}
        <Button
          size="small"
          busy={exporting.isPending}
          icon={<Icon name="install" size={20} />}
          onClick={() => exporting.mutate()}
        >
          {t('procedures.downloadSheet')}
        </Button>
      </div>
      {exporting.error !== null && <ProblemNotice problem={problemOf(exporting.error)} />}
      {notes.length > 0 && (
        <Notice tone="care" title={t('procedures.notWritten', { count: notes.length })}>
          <ul className={styles.findings}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Notice>
      )}
      {asking === 'publish' && <PublishDialog line={line} today={today} onClose={close} />}
      {asking === 'withdraw' && <WithdrawDialog line={line} onClose={close} />}
      {asking === 'discard' && <DiscardDialog line={line} onClose={close} />}
    </section>
  );
}
