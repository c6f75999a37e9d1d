import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { LanguageLine } from '../../../../contract/operations/languages.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { problemOf } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import styles from './Languages.module.css';
import { type Imported, saveTranslations, takeTranslations } from './translator-files.ts';
import { useLanguageAction } from './useLanguageAction.ts';

interface FilesDialogProps {
  readonly line: LanguageLine;
  readonly onClose: () => void;
}

/** Sentences as files for translators and their tools: out, and back in as drafts. */
export function FilesDialog({ line: { language, allowed }, onClose }: FilesDialogProps) {
  const t = useText('office-languages');
  const office = useText('office');
  const saving = useMutation({
    mutationFn: (content: 'translations' | 'vietnamese') => saveTranslations(language, content),
  });
  return (
    <Dialog
      title={t('files.title')}
      onClose={onClose}
      actions={
        <Button size="small" onClick={onClose}>
          {office('close')}
        </Button>
      }
    >
      <p>{t('files.what')}</p>
      <div className={styles.actions}>
        {(['vietnamese', 'translations'] as const).map((content) => (
          <Button
            key={content}
            size="small"
            busy={saving.isPending}
            icon={<Icon name="install" size={20} />}
            onClick={() => saving.mutate(content)}
          >
            {t(`files.${content}`)}
          </Button>
        ))}
      </div>
      {saving.error !== null && <ProblemNotice problem={problemOf(saving.error)} />}
      {allowed.includes('import') && <Import language={language} />}
    </Dialog>
  );
}

function Import({ language }: { readonly language: string }) {
  const t = useText('office-languages');
  const picker = useRef<HTMLInputElement>(null);
  const taking = useLanguageAction((files: readonly File[]) => takeTranslations(language, files));
  return (
    <section className={styles.made}>
      <h3>{t('files.bringTitle')}</h3>
      <p>{t('files.bringWhat')}</p>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        multiple
        hidden
        data-languages="files"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) taking.go(files);
        }}
      />
      <div>
        <Button
          size="small"
          busy={taking.isPending}
          icon={<Icon name="add" size={20} />}
          onClick={() => picker.current?.click()}
        >
          {t('files.bring')}
        </Button>
      </div>
      {taking.problem !== undefined && <ProblemNotice problem={taking.problem} />}
      {taking.data !== undefined && <ImportResult result={taking.data} />}
    </section>
  );
}

function ImportResult({ result }: { readonly result: Imported }) {
  const t = useText('office-languages');
  if (result.kind === 'not-readable')
    return <Notice tone="problem" title={t('files.notReadable', { name: result.name })} />;
  const { taken, findings } = result;
  if (findings.length === 0)
    return (
      <Notice
        tone={taken > 0 ? 'good' : 'calm'}
        title={t(taken > 0 ? 'files.taken' : 'files.nothingNew', { count: taken })}
      />
    );
  return (
    <Notice tone="problem" title={t('files.wrong', { count: findings.length })}>
      <ul className={styles.findings}>
        {findings.map(({ phrase, why }) => (
          <li key={`${phrase} ${why}`}>
            <code>{phrase}</code>: {t(`files.why.${why}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
