import { useState } from 'react';
import {
  checkPhraseText,
  type LanguageLine,
  type OfficePhrase,
} from '../../../../contract/operations/languages.ts';
import { isLegalPhrase } from '../../../../domain/language/legal-phrases.ts';
import { isWhole } from '../../../i18n/languages.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { StatusPill } from '../../../ui/Notices.tsx';
import { call } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { EditText } from './EditText.tsx';
import styles from './Languages.module.css';
import { useLanguageAction } from './useLanguageAction.ts';
import { VoiceLine } from './VoiceLine.tsx';

interface PhraseRowProps {
  readonly line: LanguageLine;
  readonly phrase: OfficePhrase;
}

/** One phrase: Vietnamese on the left; on the right the translation, to be written in place, and the recordings. */
export function PhraseRow({ line, phrase }: PhraseRowProps) {
  const t = useText('office-languages');
  return (
    <div className={styles.phrase}>
      <div>
        <p lang="vi">{phrase.vietnamese}</p>
        <p className={styles.key}>
          <code>{phrase.phrase}</code>
        </p>
        {isLegalPhrase(phrase.phrase) && <p className={styles.legal}>{t('legal')}</p>}
      </div>
      <div className={styles.made}>
        {!isWhole(line.language) && <Translation line={line} phrase={phrase} />}
        {phrase.voices.length === 0 && <p className={styles.soft}>{t('noVoice')}</p>}
        {phrase.voices.map((voice) => (
          <VoiceLine key={voice.id} voice={voice} mayCheck={line.allowed.includes('check')} />
        ))}
      </div>
    </div>
  );
}

function Translation({ line, phrase }: PhraseRowProps) {
  const t = useText('office-languages');
  const [isEditing, setEditing] = useState(false);
  // Whoever has written goes on from the same place.
  const [hasEdited, setEdited] = useState(false);
  const { text } = phrase;
  const check = useLanguageAction((read: string) =>
    call(checkPhraseText, {
      params: { language: line.language },
      body: { phrase: phrase.phrase, text: read },
    }),
  );
  if (isEditing)
    return <EditText language={line.language} phrase={phrase} onDone={() => setEditing(false)} />;
  return (
    <>
      {text === null ? (
        <p className={styles.soft}>{t('noText')}</p>
      ) : (
        <>
          <p lang={line.language} className={styles.text}>
            {text.text}
          </p>
          <div>
            <TextStanding text={text} />
          </div>
        </>
      )}
      <div className={styles.actions}>
        {line.allowed.includes('edit') && (
          <Button
            size="small"
            variant="quiet"
            icon={<Icon name="edit" size={20} />}
            data-line=""
            autoFocus={hasEdited}
            onClick={() => {
              setEditing(true);
              setEdited(true);
            }}
            aria-label={t(text === null ? 'writeOf' : 'editOf', { of: phrase.vietnamese })}
          >
            {t(text === null ? 'write' : 'edit')}
          </Button>
        )}
        {text?.mayCheck === true && (
          <Button
            size="small"
            busy={check.isPending}
            icon={<Icon name="check" size={20} />}
            onClick={() => check.go(text.text)}
          >
            {t('checkText')}
          </Button>
        )}
      </div>
      {check.problem !== undefined && <ProblemNotice problem={check.problem} />}
    </>
  );
}

function TextStanding({ text }: { readonly text: NonNullable<OfficePhrase['text']> }) {
  const t = useText('office-languages');
  const { status, by, checkedBy, isOutdated } = text;
  if (isOutdated) return <StatusPill state="attention">{t('outdatedText')}</StatusPill>;
  return status === 'checked' ? (
    <StatusPill state="good">{t('checkedBy', { by, name: checkedBy ?? '' })}</StatusPill>
  ) : (
    <StatusPill state="busy">{t('draftBy', { by })}</StatusPill>
  );
}
