import i18next from 'i18next';

/** Loads files of texts before a screen asks for them, in the language of the screen and in each it is switched to later. */
export async function fetchTexts(namespaces: readonly string[]): Promise<void> {
  await i18next.loadNamespaces([...namespaces]);
}
