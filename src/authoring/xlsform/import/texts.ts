import type { Report } from '../report.ts';
import { isReserved } from './names.ts';

/** Sentences in the shape of a locale file: tables of tables, dots in keys being nesting. */
export interface Sentences {
  [key: string]: string | Sentences;
}

/** Gathers what a form says, by language and by the keys of a declaration's texts. */
export class Texts {
  readonly byLanguage: Record<string, Sentences> = {};
  private readonly strange = new Set<string>();

  /** `own` is the language of headings that name none. `answerOf` gives the id of what `${name}` means in a sentence. */
  constructor(
    private readonly own: string,
    private readonly answerOf: (name: string) => string | undefined,
    private readonly sheet: string,
    private readonly report: Report,
  ) {}

  /** Says what the author wrote, in each language that it is written in. */
  say(key: string, written: ReadonlyMap<string, string>): void {
    for (const [heading, text] of written) {
      const language = heading === '' ? this.own : heading;
      if (!language.startsWith('?')) this.put(language, key, this.filled(text));
      else if (!this.strange.has(language)) {
        this.strange.add(language);
        this.report.add('error', { sheet: this.sheet }, 'abroad-language', { language: language.slice(1) });
      }
    }
  }

  /** Says the same in every language; for what has no words of its own. */
  sayEverywhere(key: string, languages: Iterable<string>, text: (language: string) => string): void {
    for (const language of languages) this.put(language, key, text(language));
  }

  find(language: string, key: string): string | undefined {
    const found = key
      .split('.')
      .reduce<string | Sentences | undefined>(
        (at, part) => (typeof at === 'object' && Object.hasOwn(at, part) ? at[part] : undefined),
        this.byLanguage[language],
      );
    return typeof found === 'string' ? found : undefined;
  }

  private put(language: string, key: string, text: string): void {
    const path = key.split('.');
    // Names of a form never come here unchecked; a second look costs nothing.
    if (text === '' || path.some(isReserved)) return;
    const last = path.pop() ?? '';
    let at = this.byLanguage[language] ?? {};
    this.byLanguage[language] = at;
    for (const part of path) {
      const next = (Object.hasOwn(at, part) ? at[part] : undefined) ?? {};
      if (typeof next === 'string') return;
      at[part] = next;
      at = next;
    }
    if (typeof at[last] !== 'object') at[last] = text;
  }

  /** `${age}` is filled in as `{{age}}`. */
  private filled(text: string): string {
    return text.replaceAll(/\$\{\s*([^{}\s]{1,100})\s*\}/g, (whole, name: string) => {
      const id = this.answerOf(name);
      return id === undefined ? whole : `{{${id}}}`;
    });
  }
}
