import type { Condition } from '../../../domain/procedure/definition.ts';
import type { Report } from '../report.ts';
import type { Choice } from './choice-lists.ts';
import type { DeclaredQuestion } from './declared-question.ts';
import { DRAWING_COLUMN } from './extension.ts';
import { ownWords } from './languages.ts';
import { Ids } from './names.ts';
import type { OutlineQuestion, OutlineStep } from './outline.ts';
import type { AskedType } from './question-types.ts';
import type { Texts } from './texts.ts';
import type { Translator } from './translator.ts';

/** Answers that all questions offer together, at most: a declaration must go over a mountain link. */
const MOST_OPTIONS = 20_000;
/** What all filters come to, in characters times answers, at most: each answer gets a condition of its own. */
const MOST_FILTERED = 2_000_000;
/** More answers than fit a screen are a list to search in. */
const MOST_BUTTONS = 12;
/** The value that `or_other` adds. */
const OTHER = 'other';

type Select = Extract<AskedType, { kind: 'select' }>;

/** Questions that offer answers from the choices sheet. */
export class Selects {
  private readonly ids = new Map<string, string>();
  private readonly given: Ids;
  private options = 0;
  private filteredSize = 0;

  constructor(
    private readonly lists: ReadonlyMap<string, readonly Choice[]>,
    private readonly sheet: string,
    private readonly report: Report,
    private readonly translator: Translator,
    private readonly texts: Texts,
    private readonly spoken: readonly string[],
  ) {
    this.given = new Ids();
  }

  read(
    question: OutlineQuestion,
    step: OutlineStep,
    { is, list, orOther }: Select,
  ): (Readonly<Record<string, unknown>> & { readonly type: string }) | undefined {
    const { row, name } = question;
    const at = { sheet: this.sheet, row: row.number, column: 'type' };
    const choices = this.lists.get(list) ?? [];
    if (choices.length === 0) {
      this.report.add('error', at, 'choice-list-empty', { list, name });
      return undefined;
    }
    this.options += choices.length;
    if (this.options > MOST_OPTIONS) {
      this.report.add('error', at, 'choices-too-many', { most: MOST_OPTIONS });
      return undefined;
    }
    const options = this.filtered(question, step, choices);
    const listId = this.listId(list, choices);
    if (orOther && !choices.some(({ value }) => value === OTHER)) {
      options.push({ value: OTHER });
      this.texts.sayEverywhere(`choices.${listId}.${OTHER}`, this.spoken, (to) => ownWords('other', to));
    }
    const appearance = row.get('appearance');
    const isList =
      /\b(minimal|autocomplete|search|quick)\b/.test(appearance) || options.length > MOST_BUTTONS;
    if (appearance !== '' && !/^(minimal|autocomplete|search|quick)$/.test(appearance))
      this.report.add('warning', { ...at, column: 'appearance' }, 'appearance', { appearance });
    return { type: is, list: listId, options, ...(is === 'choice' && isList ? { appearance: 'list' } : {}) };
  }

  /** The word that `or_other` asks for. */
  askOther({ id, type }: DeclaredQuestion, label: ReadonlyMap<string, string>): DeclaredQuestion {
    const other = `${id}Other`;
    this.texts.say(`questions.${other}.hint`, label);
    this.texts.sayEverywhere(`questions.${other}.label`, this.spoken, (to) => ownWords('which-other', to));
    return {
      id: other,
      type: 'text',
      required: false,
      visible: type === 'choice' ? { answer: id, is: OTHER } : { answer: id, includes: OTHER },
    };
  }

  private filtered(question: OutlineQuestion, step: OutlineStep, choices: readonly Choice[]) {
    const filter = question.row.get('choice_filter');
    this.filteredSize += filter.length * choices.length;
    if (this.filteredSize > MOST_FILTERED) {
      const at = { sheet: this.sheet, row: question.row.number, column: 'choice_filter' };
      this.report.add('error', at, 'filter-too-large');
      return choices.map(drawnOption);
    }
    const options: DrawnOption[] = [];
    for (const choice of choices) {
      const { columns } = choice;
      const spot = { row: question.row, column: 'choice_filter', step, question, columns };
      const visible = filter === '' ? undefined : this.translator.condition(filter, spot);
      // What cannot be read once cannot be read for the next choice either; all are offered then.
      if (filter !== '' && visible === undefined) return choices.map(drawnOption);
      options.push(visible === undefined ? drawnOption(choice) : { ...drawnOption(choice), visible });
    }
    return options;
  }

  /** The id of a list; its sentences are said with the first question that uses it. */
  private listId(list: string, choices: readonly Choice[]): string {
    const known = this.ids.get(list);
    if (known !== undefined) return known;
    const id = this.given.plain(list, 'list');
    this.ids.set(list, id);
    for (const { value, row } of choices) {
      const label = row.inLanguages('label');
      this.texts.say(`choices.${id}.${value}`, label.size > 0 ? label : new Map([['', value]]));
    }
    return id;
  }
}

interface DrawnOption {
  readonly value: string;
  readonly drawing?: string;
  readonly visible?: Condition;
}

function drawnOption({ value, row }: Choice): DrawnOption {
  const drawing = row.get(DRAWING_COLUMN);
  return drawing === '' ? { value } : { value, drawing };
}
