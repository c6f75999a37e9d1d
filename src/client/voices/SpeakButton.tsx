import { use, useState } from 'react';
import type { Sentence } from '../i18n/sentences.ts';
import { useText } from '../i18n/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { NoVoice } from './NoVoice.tsx';
import styles from './SpeakButton.module.css';
import { useSpeech } from './useSpeech.ts';
import { RecordingOfferContext } from './voices.ts';

interface SpeakButtonProps {
  readonly sentences: readonly Sentence[];
  /** Beside an answer or an error: the loudspeaker alone, `about` says to a screen reader what it reads. */
  readonly small?: boolean;
  readonly about?: string;
}

/**
 * The loudspeaker: says these sentences in the language that the citizen hears, by whoever can say them here. Where nobody
 * can, it stays in its place, says so, and offers to record one.
 */
export function SpeakButton({ sentences, small = false, about }: SpeakButtonProps) {
  const t = useText('voices');
  const { plan, spoken, isSpeaking, toggle } = useSpeech(sentences);
  const offer = use(RecordingOfferContext);
  const [isAsking, setAsking] = useState(false);
  const phrase = sentences.find((one) => one.phrase !== undefined)?.phrase;
  const voice = plan.find(({ kind }) => kind !== 'none')?.kind ?? 'none';
  const isPartial = voice !== 'none' && plan.some(({ kind }, at) => kind === 'none' && sentences[at]?.text);
  const words =
    voice === 'none'
      ? 'speak.noVoice'
      : isSpeaking
        ? 'speak.stop'
        : isPartial
          ? 'speak.partly'
          : 'speak.listen';
  const label = small && about !== undefined ? t('speak.of', { what: t(words), about }) : t(words);
  const icon = <Icon name={voice === 'none' ? 'mute' : isSpeaking ? 'stop' : 'speaker'} />;
  return (
    <span
      className={small ? styles.small : styles.whole}
      data-phrase={phrase}
      data-voice={voice}
      data-speaking={isSpeaking}
    >
      <Button
        variant={voice === 'none' ? 'quiet' : small ? 'outline' : 'solid'}
        icon={icon}
        {...(small ? { 'aria-label': label } : {})}
        onClick={voice === 'none' ? () => setAsking(true) : toggle}
      >
        {small ? undefined : t(words)}
      </Button>
      {isAsking && (
        <NoVoice
          language={spoken}
          recordAt={phrase === undefined ? undefined : offer?.(phrase, spoken)}
          onClose={() => setAsking(false)}
        />
      )}
    </span>
  );
}
