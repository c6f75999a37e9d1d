import type { Texts } from './i18n.ts';

const files = import.meta.glob<Texts>('../../../locales/*/procedures/*.json', { import: 'default' });

/** The shipped texts of `procedures/<id>`, or of what all share; empty for a procedure that this build does not carry. */
export async function loadProcedureTexts(language: string, namespace: string): Promise<Texts> {
  return (await files[`../../../locales/${language}/${namespace}.json`]?.()) ?? {};
}
