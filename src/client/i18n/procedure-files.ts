/** Nested sentences of one file. */
export type Texts = Record<string, unknown>;

const files = import.meta.glob<Texts>('../../../locales/*/procedures/*.json', { import: 'default' });

/** The shipped texts of `procedures/<id>`, or of what all share; empty for a procedure that this build does not carry. */
export async function loadProcedureTexts(language: string, namespace: string): Promise<Texts> {
  return (await files[`../../../locales/${language}/${namespace}.json`]?.()) ?? {};
}
