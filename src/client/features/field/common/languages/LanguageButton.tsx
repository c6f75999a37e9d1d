import { lazy, Suspense, useState } from 'react';
import { asScreenLanguage } from '../../../../i18n/languages.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import type { Languages } from './LanguageDialog.tsx';

const LanguageDialog = lazy(async () => ({ default: (await import('./LanguageDialog.tsx')).LanguageDialog }));

interface LanguageButtonProps {
  readonly languages: Languages;
  readonly onChoose: (languages: Languages) => void;
}

/** Names what this citizen hears, and opens both choices. */
export function LanguageButton({ languages, onChoose }: LanguageButtonProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="quiet"
        icon={<Icon name="speech" />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t(`languageNames.${asScreenLanguage(languages.spoken)}`)}
      </Button>
      {isOpen && (
        <Suspense>
          <LanguageDialog
            languages={languages}
            onChoose={(chosen) => {
              setOpen(false);
              onChoose(chosen);
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
