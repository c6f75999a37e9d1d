import type { Question } from '../../../domain/procedure/definition.ts';
import { DRAWING_COLUMN } from '../import/extension.ts';
import type { SaidTexts } from './said-texts.ts';

type Select = Extract<Question, { type: 'choice' | 'choices' }>;
export type Row = ReadonlyMap<string, string>;

/** The list that a consent is chosen from: its yes and no are words here. */
export const CONSENT_LIST = 've_ban_consent';

/** The choices sheet as it is filled: two questions share a list only where they offer the same. */
export class ChoiceSheet {
  private readonly lists = new Map<string, string>();
  private readonly taken = new Set<string>([CONSENT_LIST]);
  readonly rows: Row[] = [];

  constructor(private readonly texts: SaidTexts) {
    for (const [value, vi, en] of [
      ['true', 'Đồng ý', 'I agree'],
      ['false', 'Không đồng ý', 'I do not agree'],
    ] as const)
      this.rows.push(
        new Map([
          ['list_name', CONSENT_LIST],
          ['name', value],
          ...texts.languages.map(
            (language, at) => [texts.headings('label')[at] ?? '', language === 'vi' ? vi : en] as const,
          ),
        ]),
      );
  }

  /** The name of the list that offers what the question does. */
  listOf(question: Select): string {
    const list = question.list ?? question.id;
    const offered = question.options.map(({ value, drawing = '' }) => ({ value, drawing }));
    const key = JSON.stringify([list, offered]);
    const known = this.lists.get(key);
    if (known !== undefined) return known;
    const bare = list.replaceAll('.', '_');
    let name = bare;
    for (let number = 2; this.taken.has(name); number++) name = `${bare}_${number}`;
    this.taken.add(name);
    this.lists.set(key, name);
    for (const { value, drawing } of offered)
      this.rows.push(
        new Map([
          ['list_name', name],
          ['name', value],
          [DRAWING_COLUMN, drawing],
          ...this.texts.columns('label', `choices.${list}.${value}`),
        ]),
      );
    return name;
  }
}
