import { useState } from 'react';
import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import { useProcedureText, useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { SpeakButton } from '../../../../voices/SpeakButton.tsx';
import { SpokenLanguageContext } from '../../../../voices/voices.ts';
import { useDevice } from '../../common/services.ts';
import { NoProcedure } from '../NoProcedure.tsx';
import { PaperScreen } from '../PaperScreen.tsx';
import { useOfferedProcedure } from '../useOfferedProcedure.ts';
import { ScriptSheet } from './ScriptSheet.tsx';
import { scriptAsText, writeScript } from './write-script.ts';

/** `/paper/radio/:procedure`: one procedure for the commune's loudspeakers, to read, print, copy and hear. */
export function RadioPage({ id }: { readonly id: string }) {
  const definition = useOfferedProcedure(id);
  if (definition === undefined) return <NoProcedure />;
  return <Radio definition={definition} />;
}

function Radio({ definition }: { readonly definition: ProcedureDefinition }) {
  const t = useText('paper');
  // Spoken Vietnamese whatever the screen speaks: no other language has these sentences from a speaker of it.
  const spoken = useText('paper', 'vi');
  const words = useProcedureText(definition, 'vi');
  const commune = useDevice()?.commune.name ?? '';
  const [copied, setCopied] = useState<'copied' | 'not-copied'>();
  const script = writeScript(definition, commune, spoken, words);
  const text = scriptAsText(script);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('copied'),
      () => setCopied('not-copied'),
    );
  return (
    <PaperScreen
      title={t('radio.title')}
      back={`/begin/procedure/${definition.id}`}
      sheet={<ScriptSheet definition={definition} script={script} name={words('name')} />}
    >
      <p>
        {t('radio.length', { words: script.words, minutes: Math.max(1, Math.round(script.seconds / 60)) })}
      </p>
      {definition.reviewStatus === 'draft' && <Notice tone="care">{t('radio.draft')}</Notice>}
      <SpokenLanguageContext value="vi">
        <SpeakButton sentences={text.split(/\n+/).map((line) => ({ text: line }))} />
      </SpokenLanguageContext>
      <Button icon={<Icon name="edit" />} onClick={() => void copy()}>
        {t('radio.copy')}
      </Button>
      <div role="status">
        {copied !== undefined && (
          <Notice tone={copied === 'copied' ? 'good' : 'care'}>{t(`radio.${copied}`)}</Notice>
        )}
      </div>
    </PaperScreen>
  );
}
