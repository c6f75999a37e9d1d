import { sentence } from '../../sentences.ts';
import type { Table } from './table.ts';

export interface FormLanguages {
  /** The language of what names none: the form's default, else Vietnamese, else the first that is named. */
  readonly own: string;
  /** Every language that a heading names. */
  readonly all: readonly string[];
  /** Those among them in which the program has words of its own; at least one. */
  readonly spoken: readonly string[];
}

/** `given` is the form's default language, empty where it says none. */
export function languagesOf(survey: Table, choices: Table | undefined, given: string): FormLanguages {
  const labels = [...survey.headings, ...(choices?.headings ?? [])].filter(
    ({ name }) => name === 'label' || name === 'hint',
  );
  const named = labels.map(({ language }) => language).filter((one) => one !== '' && !one.startsWith('?'));
  const isUnnamed = named.length === 0 || labels.some(({ language }) => language === '');
  const own = given || (isUnnamed || named.includes('vi') ? 'vi' : (named[0] ?? 'vi'));
  const all = [...new Set([...(isUnnamed ? [own] : []), ...named])];
  const spoken = all.filter((language) => language === 'vi' || language === 'en');
  return { own, all, spoken: spoken.length > 0 ? spoken : [own] };
}

/** Words of the program's own where the form has none: in English for English, else in Vietnamese. */
export function ownWords(key: string, language: string): string {
  return sentence(language === 'en' ? 'en' : 'vi', `generated.${key}`);
}
