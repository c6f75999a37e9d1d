import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { type CheckedProcedure, uploadProcedure } from '../../../../contract/operations/procedures.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { call, problemOf } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { RoomPage } from '../common/RoomPage.tsx';
import { ConversionReport } from './ConversionReport.tsx';
import { Findings } from './Findings.tsx';
import styles from './Procedures.module.css';
import { Preview } from './preview/Preview.tsx';
import { proceduresKey } from './procedure-queries.ts';
import { type ReadFile, readFile, renumber } from './read-file.ts';

/** `/procedures/new`: an author's file, what is wrong with it, how it will be asked; then it is kept as a draft. */
export function BringProcedure() {
  const t = useText('office');
  const language = useLanguage();
  const picker = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<ReadFile>();
  const reading = useMutation({ mutationFn: (file: File) => readFile(file, language), onSuccess: setRead });
  return (
    <RoomPage
      title={t('procedures.bringTitle')}
      action={
        <LinkButton href="/procedures" size="small" icon={<Icon name="back" size={20} />}>
          {t('procedures.back')}
        </LinkButton>
      }
    >
      <p>{t('procedures.bringWhat')}</p>
      <input
        ref={picker}
        type="file"
        accept=".json,.xlsx"
        hidden
        data-procedures="file"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file !== undefined) reading.mutate(file);
        }}
      />
      <div>
        <Button
          variant={read === undefined ? 'solid' : 'outline'}
          busy={reading.isPending}
          icon={<Icon name="install" />}
          onClick={() => picker.current?.click()}
        >
          {t('procedures.choose')}
        </Button>
      </div>
      {reading.error !== null && <ProblemNotice problem={problemOf(reading.error)} />}
      {read?.kind === 'not-readable' && (
        <Notice tone="problem" title={t('procedures.notReadable', { name: read.name })} />
      )}
      {read?.kind === 'read' && (
        <>
          <p>
            <b>{read.name}</b>
          </p>
          <ConversionReport report={read.report} isRefused={read.checked === null} />
          {read.checked !== null && (
            <Candidate checked={read.checked} onChange={(checked) => setRead({ ...read, checked })} />
          )}
        </>
      )}
    </RoomPage>
  );
}

interface CandidateProps {
  readonly checked: CheckedProcedure;
  readonly onChange: (checked: CheckedProcedure) => void;
}

function Candidate({ checked, onChange }: CandidateProps) {
  const t = useText('office');
  const language = useLanguage();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [note, setNote] = useState('');
  const { package: content, nextVersion, findings } = checked;
  const isWrong = findings.some(({ severity }) => severity === 'error');
  const isNumberWrong = content !== null && content.definition.version !== nextVersion;
  const renumbering = useMutation({ mutationFn: () => renumber(checked, language), onSuccess: onChange });
  const keep = useMutation({
    mutationFn: () => call(uploadProcedure, { body: { content, note: note.trim() } }),
    onSuccess: async ({ id, version }) => {
      await client.invalidateQueries({ queryKey: proceduresKey });
      navigate(`/procedures/${id}/${version}`);
    },
  });
  const failed = keep.error ?? renumbering.error;
  return (
    <>
      <Findings findings={findings} />
      {isNumberWrong && nextVersion !== null && (
        <div>
          <Button size="small" busy={renumbering.isPending} onClick={() => renumbering.mutate()}>
            {t('procedures.renumber', { version: nextVersion })}
          </Button>
        </div>
      )}
      {failed !== null && <ProblemNotice problem={problemOf(failed)} />}
      {content !== null && !isWrong && (
        <section className={styles.part}>
          <TextField label={t('procedures.note')} value={note} onChange={setNote} maxLength={500} />
          <div>
            <Button variant="solid" busy={keep.isPending} onClick={() => keep.mutate()}>
              {t('procedures.keep')}
            </Button>
          </div>
        </section>
      )}
      {content !== null && <Preview key={checked.digest} content={content} />}
    </>
  );
}
