import { flattenTexts } from '../../lint/flat-texts.ts';

/** The texts of a procedure in its languages: its own come first, then what many procedures share. */
export class SaidTexts {
  readonly languages: readonly string[];
  private readonly own: ReadonlyMap<string, ReadonlyMap<string, string>>;
  private readonly shared: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(own: Readonly<Record<string, unknown>>, shared: Readonly<Record<string, unknown>>) {
    this.own = flat(own);
    this.shared = flat(shared);
    this.languages = [...this.own.keys()].sort((a, b) => Number(b === 'vi') - Number(a === 'vi'));
  }

  find(language: string, key: string): string | undefined {
    return this.own.get(language)?.get(key) ?? this.shared.get(language)?.get(key);
  }

  /** What stands at a key, by heading (`label::English (en)`); blanks are written as XLSForm has them. */
  columns(heading: string, ...keys: readonly string[]): ReadonlyMap<string, string> {
    return new Map(
      this.languages.flatMap((language) => {
        const texts = keys.flatMap((key) => this.find(language, key) ?? []);
        return texts.length === 0
          ? []
          : [[`${heading}::${headingOf(language)}`, texts.map(written).join(' ')] as const];
      }),
    );
  }

  headings(heading: string): readonly string[] {
    return this.languages.map((language) => `${heading}::${headingOf(language)}`);
  }
}

function flat(texts: Readonly<Record<string, unknown>>): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(Object.entries(texts).map(([language, all]) => [language, flattenTexts(all).sentences]));
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['vi', 'Tiếng Việt'],
  ['en', 'English'],
]);

/** `English (en)`, as XLSForm names a language. */
export function headingOf(language: string): string {
  return `${NAMES.get(language) ?? language} (${language})`;
}

/** `{{child.name}}` is `${child.name}`; the commune is no question. */
function written(text: string): string {
  return text.replaceAll(/\{\{\s*([\w.]+)\s*\}\}/g, (blank, id: string) =>
    id === 'commune' ? blank : `\${${id}}`,
  );
}
