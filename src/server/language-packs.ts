import * as z from 'zod';
import english from '../../locales/en/language.json' with { type: 'json' };
import vietnamese from '../../locales/vi/language.json' with { type: 'json' };

const LanguagePack = z.object({ version: z.int().min(1) });

/** The languages that this build brings, with the version of each pack's texts. */
export const languagePacks = [
  { language: 'vi', version: LanguagePack.parse(vietnamese).version },
  { language: 'en', version: LanguagePack.parse(english).version },
];
