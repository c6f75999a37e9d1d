import { use, useState, useSyncExternalStore } from 'react';
import {
  asScreenLanguage,
  HOME_LANGUAGE,
  isWhole,
  type ScreenLanguage,
  screenLanguages,
} from '../../../../i18n/languages.ts';
import { countPackTexts } from '../../../../i18n/pack-texts.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { SelectField } from '../../../../ui/SelectField.tsx';
import { VoicesContext } from '../../../../voices/voices.ts';
import { useStored } from '../services.ts';
import styles from './Languages.module.css';

export interface Languages {
  readonly reading: string;
  readonly spoken: string;
}

interface LanguageDialogProps {
  readonly languages: Languages;
  readonly onChoose: (languages: Languages) => void;
  readonly onClose: () => void;
}

/** What this citizen reads and what they hear: two choices, each with what there is of it on this tablet. */
export function LanguageDialog({ languages, onChoose, onClose }: LanguageDialogProps) {
  const t = useText('voices');
  const common = useText();
  const [chosen, setChosen] = useState(languages);
  const readable = useReadable();
  const voices = useVoiceCounts();
  const options = (said: (language: ScreenLanguage) => string | undefined) =>
    screenLanguages.map((value) => {
      const known = said(value);
      const name = common(`languageNames.${value}`);
      return { value, label: known === undefined ? name : `${name} · ${known}` };
    });
  return (
    <Dialog
      title={t('languages.title')}
      onClose={onClose}
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {t('languages.cancel')}
          </Button>
          <Button size="large" variant="solid" onClick={() => onChoose(chosen)}>
            {t('languages.choose')}
          </Button>
        </>
      }
    >
      <div className={styles.both}>
        <SelectField
          label={t('languages.spoken')}
          options={options((one) => sayVoices(one, voices.get(one) ?? 0, t))}
          value={asScreenLanguage(chosen.spoken)}
          onChange={(spoken) => setChosen({ ...chosen, spoken })}
        />
        <SelectField
          label={t('languages.reading')}
          options={options((one) => readable?.get(one))}
          value={asScreenLanguage(chosen.reading)}
          onChange={(reading) => setChosen({ ...chosen, reading })}
        />
        <p>{t('languages.fallback')}</p>
      </div>
    </Dialog>
  );
}

/** How much of each language that is not whole stands on the screen in it. */
function useReadable(): ReadonlyMap<string, string> | undefined {
  const t = useText('voices');
  const counted = useStored('pack texts', async () =>
    Promise.all(
      screenLanguages
        .filter((language) => !isWhole(language))
        .map(async (language) => [language, await countPackTexts(language)] as const),
    ),
  );
  return (
    counted &&
    new Map(
      counted.map(([language, { draft, checked }]) => [
        language,
        draft + checked === 0
          ? t('languages.noTexts')
          : t('languages.someTexts', { count: draft + checked, checked }),
      ]),
    )
  );
}

function useVoiceCounts(): ReadonlyMap<string, number> {
  const voices = use(VoicesContext);
  const index = useSyncExternalStore(voices.subscribe, voices.index);
  const counts = new Map<string, number>();
  for (const recordings of index.values()) {
    const language = recordings[0]?.language ?? HOME_LANGUAGE;
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return counts;
}

function sayVoices(
  language: ScreenLanguage,
  count: number,
  t: ReturnType<typeof useText>,
): string | undefined {
  if (count > 0) return t('languages.voices', { count });
  return isWhole(language) ? undefined : t('languages.noVoices');
}
