import i18next from 'i18next';
import { screenLanguages } from './languages.ts';

/*
 * Where the sentences of a procedure stand. What ships with the app has one file for all its versions; what the office has
 * published brings its own, each version its own. What many say alike comes last.
 *
 *   procedures/<id>/<version>   a published version
 *   procedures/<id>             shipped
 *   procedures/shared
 */

/** One version, or an id alone: then the newest texts that this app has read of it. */
export type ProcedureWords = string | { readonly id: string; readonly version: number };

const SHARED = 'procedures/shared';

/** Versions whose own texts were added, newest first. */
const published = new Map<string, readonly number[]>();

/** The texts of a published version, by language; languages that this app does not speak are passed over. */
export function addProcedureTexts(
  procedure: { readonly id: string; readonly version: number },
  texts: Readonly<Record<string, unknown>>,
): void {
  const { id, version } = procedure;
  for (const language of screenLanguages) {
    // A language that the package does not speak may have its phrases from a pack: those are looked for when asked.
    if (texts[language] !== undefined)
      i18next.addResourceBundle(language, namespaceOf(id, version), texts[language]);
  }
  const versions = new Set([...(published.get(id) ?? []), version]);
  published.set(
    id,
    [...versions].sort((a, b) => b - a),
  );
}

/** The namespaces to look a procedure's sentence up in, in this order. */
export function namespacesOf(procedure: ProcedureWords): readonly string[] {
  const [id, versions] =
    typeof procedure === 'string'
      ? [procedure, published.get(procedure)?.slice(0, 1)]
      : [procedure.id, published.get(procedure.id)?.filter((version) => version === procedure.version)];
  return [...(versions ?? []).map((version) => namespaceOf(id, version)), `procedures/${id}`, SHARED];
}

function namespaceOf(id: string, version: number): string {
  return `procedures/${id}/${version}`;
}
