import { type KeyboardEvent, useState } from 'react';
import { type OfficePhrase, savePhraseText } from '../../../../contract/operations/languages.ts';
import { fitsSentence, placeholdersOf } from '../../../../domain/language/check-text.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { call } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import styles from './Languages.module.css';
import { useLanguageAction } from './useLanguageAction.ts';

interface EditTextProps {
  readonly language: string;
  readonly phrase: OfficePhrase;
  readonly onDone: () => void;
}

/** The translation, written in place. Ctrl and Enter save it, Escape leaves it; what was typed stays where saving fails. */
export function EditText({ language, phrase, onDone }: EditTextProps) {
  const t = useText('office-languages');
  const office = useText('office');
  const before = phrase.text?.text ?? null;
  const [text, setText] = useState(before ?? '');
  const save = useLanguageAction(
    () =>
      call(savePhraseText, {
        params: { language },
        body: { phrase: phrase.phrase, of: phrase.vietnamese, text, replaces: before },
      }),
    onDone,
  );
  const blanks = placeholdersOf(phrase.vietnamese).map((name) => `{{${name}}}`);
  const fits = text.trim() === '' || fitsSentence(phrase.vietnamese, text);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && fits) save.go(undefined);
  };
  return (
    <div className={styles.made}>
      <TextArea
        autoFocus
        rows={3}
        onKeyDown={onKeyDown}
        maxLength={4000}
        label={t('textOf', { of: phrase.vietnamese })}
        labelHidden
        hint={blanks.length > 0 ? t('keepBlanks', { blanks: blanks.join(' ') }) : undefined}
        problem={fits ? undefined : t(blanks.length > 0 ? 'blanksDiffer' : 'noBlanks')}
        value={text}
        onChange={setText}
      />
      <div className={styles.actions}>
        <Button
          size="small"
          variant="solid"
          busy={save.isPending}
          disabled={!fits}
          onClick={() => save.go(undefined)}
        >
          {t('save')}
        </Button>
        <Button size="small" onClick={onDone}>
          {office('cancel')}
        </Button>
      </div>
      {save.problem !== undefined && (
        <ProblemNotice problem={save.problem}>
          {save.problem.kind === 'conflict' && <p>{t('changedMeanwhile')}</p>}
        </ProblemNotice>
      )}
    </div>
  );
}
