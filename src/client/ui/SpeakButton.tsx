import { useEffect, useState } from 'react';
import { useText } from '../i18n/useText.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

interface SpeakButtonProps {
  readonly text: string;
  /** BCP-47 tag of what is spoken. */
  readonly language: string;
}

/**
 * Reads aloud with a voice that is on the device and works without a network. Where the device has none for this
 * language the button stays in its place and says so: a voice of another language would be worse than none.
 */
export function SpeakButton({ text, language }: SpeakButtonProps) {
  const t = useText();
  const voice = useOfflineVoice(language);
  const [speaking, setSpeaking] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words on the screen silence the old ones
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), [text, language]);

  if (voice === undefined) {
    return (
      <Button variant="quiet" icon={<Icon name="speaker" />} disabled>
        {t('speak.noVoice')}
      </Button>
    );
  }
  const speak = () => {
    speechSynthesis.cancel();
    if (speaking) return setSpeaking(false);
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    utterance.onend = () => setSpeaking(false);
    utterance.onerror = () => setSpeaking(false);
    setSpeaking(true);
    speechSynthesis.speak(utterance);
  };
  return (
    <Button variant="solid" icon={<Icon name={speaking ? 'stop' : 'speaker'} />} onClick={speak}>
      {speaking ? t('speak.stop') : t('speak.listen')}
    </Button>
  );
}

function useOfflineVoice(language: string): SpeechSynthesisVoice | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  useEffect(() => {
    const synthesis = globalThis.speechSynthesis;
    if (synthesis === undefined) return;
    const [wanted] = language.toLowerCase().split('-');
    const find = () =>
      setVoice(
        synthesis.getVoices().find((v) => v.localService && v.lang.toLowerCase().split(/[-_]/)[0] === wanted),
      );
    find();
    synthesis.addEventListener('voiceschanged', find);
    return () => synthesis.removeEventListener('voiceschanged', find);
  }, [language]);
  return voice;
}
