import { createRequire } from 'node:module';

/*
 * Be Vietnam Pro with all Vietnamese marks, as TTF: pdfkit embeds the glyphs a paper uses. The package stays in
 * node_modules beside the built server.
 */
const require = createRequire(import.meta.url);
const find = (face: string) => require.resolve(`@expo-google-fonts/be-vietnam-pro/${face}.ttf`);

/** Paths of the four faces a paper is set in. */
export const faces = {
  plain: find('400Regular/BeVietnamPro_400Regular'),
  strong: find('600SemiBold/BeVietnamPro_600SemiBold'),
  slanted: find('400Regular_Italic/BeVietnamPro_400Regular_Italic'),
};

export type Face = keyof typeof faces;
