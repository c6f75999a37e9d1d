import { Suspense, useId, useState } from 'react';
import { type ScreenLanguage, screenLanguages } from '../../../../i18n/languages.ts';
import { useLanguage } from '../../../../i18n/useLanguage.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Spinner } from '../../../../ui/Notices.tsx';
import { useDevice } from '../../common/services.ts';
import { NoProcedure } from '../NoProcedure.tsx';
import paperStyles from '../Paper.module.css';
import { PaperScreen } from '../PaperScreen.tsx';
import { useOfferedProcedure } from '../useOfferedProcedure.ts';
import styles from './Leaflet.module.css';
import { LeafletSheet } from './LeafletSheet.tsx';

/** `/paper/leaflet/:procedure`: one procedure on A5, for the board of a village. */
export function LeafletPage({ id }: { readonly id: string }) {
  const t = useText('paper');
  const common = useText();
  const screen = useLanguage();
  const [language, setLanguage] = useState<ScreenLanguage>(screen);
  const commune = useDevice()?.commune.name ?? '';
  const definition = useOfferedProcedure(id);
  const name = useId();
  if (definition === undefined) return <NoProcedure />;
  return (
    <PaperScreen
      title={t('leaflet.title')}
      back={`/begin/procedure/${id}`}
      sheet={
        <Suspense fallback={<Spinner label={t('working')} />}>
          <LeafletSheet definition={definition} language={language} commune={commune} />
        </Suspense>
      }
    >
      <fieldset className={styles.languages}>
        <legend>{t('leaflet.language')}</legend>
        {screenLanguages.map((one) => (
          <label key={one} lang={one}>
            <input type="radio" name={name} checked={one === language} onChange={() => setLanguage(one)} />
            {common(`languageNames.${one}`)}
          </label>
        ))}
      </fieldset>
      <p className={paperStyles.soft}>{t('leaflet.missingWords')}</p>
    </PaperScreen>
  );
}
