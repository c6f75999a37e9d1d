import { type ReactNode, useEffect } from 'react';
import { readLanguagePack } from '../../contract/language-pack.ts';
import { useServices } from '../features/field/common/services.ts';
import { reloadPackTexts, setPackSource } from '../i18n/pack-texts.ts';
import type { Storage } from '../storage/storage.ts';
import { createVoices, type Voices, VoicesContext } from '../voices/voices.ts';

/** One for each storage: what was read stays read when the screen changes. */
const made = new WeakMap<Storage, Voices>();

/** Gives the screens behind the lock the languages of this tablet: voices to hear, and what packs say on the screen. */
export function TabletVoices({ children }: { readonly children: ReactNode }) {
  const { storage } = useServices();
  let voices = made.get(storage);
  if (voices === undefined) {
    voices = createVoices({ storage, onBug: reportError });
    made.set(storage, voices);
  }
  useEffect(() => {
    let known = '';
    const listen = async () => {
      const packs = await storage.languages.listPacks();
      const now = packs.map(({ digest }) => digest).join(' ');
      if (now === known) return;
      known = now;
      setPackSource(async (language) => {
        const pack = packs.find((one) => one.language === language);
        return (pack && readLanguagePack(pack.json)?.texts) ?? [];
      });
      for (const { language } of packs) await reloadPackTexts(language);
    };
    const look = () => void listen().catch(reportError);
    look();
    return storage.onChange(look);
  }, [storage]);
  return <VoicesContext value={voices}>{children}</VoicesContext>;
}
