import type * as z from 'zod';
import { exportLanguage, importLanguage } from '../../../../contract/operations/languages.ts';
import { isPhraseFile } from '../../../../domain/language/phrases.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { call } from '../common/call.ts';

export type Imported =
  | ({ readonly kind: 'read' } & z.output<typeof importLanguage.answer>)
  /** No JSON, or no table of sentences. */
  | { readonly kind: 'not-readable'; readonly name: string };

/** Into the browser's downloads: one file, with a table for each file of `locales/`. */
export async function saveTranslations(
  language: string,
  content: 'translations' | 'vietnamese',
): Promise<void> {
  const { files } = await call(exportLanguage, { params: { language }, query: { content } });
  const name = content === 'vietnamese' ? `vi-${language}.json` : `${language}.json`;
  saveFile(new File([`${JSON.stringify(files, undefined, 2)}\n`], name, { type: 'application/json' }));
}

/** What translators bring back: the one file that was given out, or single ones under their own names. */
export async function takeTranslations(language: string, brought: readonly File[]): Promise<Imported> {
  const files: Record<string, z.core.util.JSONType> = {};
  for (const file of brought) {
    const tables = tablesOf(file.name, parseJson(await file.text()));
    if (tables === undefined) return { kind: 'not-readable', name: file.name };
    Object.assign(files, tables);
  }
  return { kind: 'read', ...(await call(importLanguage, { params: { language }, body: { files } })) };
}

type Json = z.core.util.JSONType;

/** By file of `locales/`; undefined for what holds no table. */
export function tablesOf(
  name: string,
  content: Json | undefined,
): Readonly<Record<string, Json>> | undefined {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return undefined;
  if (Object.keys(content).every(isPhraseFile)) return content;
  const own = name.replace(/\.json$/i, '');
  return { [isPhraseFile(own) ? own : `procedures/${own}`]: content };
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
