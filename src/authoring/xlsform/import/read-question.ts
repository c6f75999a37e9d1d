import type { Condition, Formula } from '../../../domain/procedure/definition.ts';
import type { AnswerKind } from '../expression/to-condition.ts';
import type { Report } from '../report.ts';
import type { DeclaredQuestion } from './declared-question.ts';
import { extend, TYPE_COLUMN } from './extension.ts';
import type { OutlineQuestion, OutlineStep } from './outline.ts';
import { rangeOf } from './question-types.ts';
import type { Selects } from './selects.ts';
import type { Texts } from './texts.ts';
import type { Spot, Translator } from './translator.ts';
import { visibleWhen } from './visible-when.ts';
import { asStored, isYes } from './yes-and-no.ts';

export interface Reading {
  readonly sheet: string;
  readonly report: Report;
  readonly translator: Translator;
  readonly texts: Texts;
  readonly selects: Selects;
}

/** The questions that a row becomes: none where it cannot be carried over, two where an own word may be given. */
export function readQuestion(
  question: OutlineQuestion,
  step: OutlineStep,
  reading: Reading,
): readonly DeclaredQuestion[] {
  const { row, id, name, type } = question;
  const { translator, report } = reading;
  const read = new QuestionReader(question, step, reading);
  const kind = read.kind();
  if (kind === undefined) {
    if (name !== '') translator.leftOut(name);
    return [];
  }
  const isPaper = row.get(TYPE_COLUMN) === 'document';
  if (isPaper) report.add('warning', read.at(TYPE_COLUMN), 'document-is-photo', { name });
  const extended = isPaper ? ({ kind: 'extended', question: kind } as const) : extend(id, kind, row);
  if (extended.kind === 'not-readable')
    report.add('error', read.at(TYPE_COLUMN), 'more-not-readable', { name });
  const is = extended.kind === 'extended' ? extended.question : kind;
  const shown = read.shown();
  const computed = read.computed(is.type);
  const declared: DeclaredQuestion =
    computed === 'only-to-read'
      ? { id, type: 'note', ...shown }
      : {
          id,
          ...is,
          ...shown,
          ...(is.type === 'note' || is.type === 'hidden' ? {} : read.asked()),
          ...computed,
        };
  translator.carried(id, answerKindOf(declared));
  read.say(declared);
  const orOther =
    type.kind === 'select' && type.orOther ? [reading.selects.askOther(declared, read.label())] : [];
  for (const other of orOther) translator.carried(other.id, 'text');
  return [declared, ...orOther];
}

function answerKindOf({ type }: DeclaredQuestion): AnswerKind {
  if (type === 'choice') return 'one-choice';
  if (type === 'choices') return 'several-choices';
  if (type === 'number') return 'number';
  return ['text', 'name', 'phone', 'email', 'ethnicity', 'national-id', 'barcode'].includes(type)
    ? 'text'
    : 'other';
}

/** Kinds of question whose answer is not typed: nothing can be proposed or calculated for them. */
const GIVEN: ReadonlySet<string> = new Set([
  'media',
  'location',
  'consent',
  'signature',
  'document',
  'place',
]);

class QuestionReader {
  constructor(
    private readonly question: OutlineQuestion,
    private readonly step: OutlineStep,
    private readonly reading: Reading,
  ) {}

  at(column: string) {
    return { sheet: this.reading.sheet, row: this.question.row.number, column };
  }

  label(): ReadonlyMap<string, string> {
    return this.question.row.inLanguages('label');
  }

  /** What kind of question it is, by the first column; undefined where there is none like it. */
  kind(): (Readonly<Record<string, unknown>> & { readonly type: string }) | undefined {
    const { row, type, name } = this.question;
    const { report } = this.reading;
    switch (type.kind) {
      case 'metadata':
        report.add('warning', this.at('type'), 'metadata', { type: row.get('type') });
        return undefined;
      case 'not-supported':
        report.add('error', this.at('type'), 'type-not-supported', { type: row.get('type'), name });
        return undefined;
      case 'today':
        return { type: 'hidden', calculated: { call: 'today', with: [] } };
      case 'note':
        return { type: 'note' };
      case 'calculate':
        return this.calculate();
      case 'select':
        // Its yes and no are the consent's own: no list of the sheet is wanted.
        if (row.get(TYPE_COLUMN) === 'consent') return { type: 'text' };
        return this.reading.selects.read(this.question, this.step, type);
      case 'question':
        return this.typed(type.is);
    }
  }

  private typed(is: Readonly<Record<string, unknown>> & { readonly type: string }) {
    const { row } = this.question;
    const { report } = this.reading;
    const written = row.get('type').toLowerCase();
    const appearance = row.get('appearance');
    const isLong = is.type === 'text' && /\bmultiline\b/.test(appearance);
    if (appearance !== '' && !isLong)
      report.add('warning', this.at('appearance'), 'appearance', { appearance });
    const parameters = row.get('parameters');
    if (parameters !== '' && written !== 'range')
      report.add('warning', this.at('parameters'), 'parameters', { parameters });
    return {
      ...is,
      ...(written === 'range' ? rangeOf(parameters) : {}),
      ...(is.type === 'text' ? { maxLength: 2000, ...(isLong ? { multiline: true } : {}) } : {}),
    };
  }

  private calculate(): { readonly type: string; readonly calculated: Formula } | undefined {
    const text = this.question.row.get('calculation');
    if (text === '') {
      this.reading.report.add('error', this.at('calculation'), 'calculated-without-formula');
      return undefined;
    }
    const formula = this.formula(text, 'calculation');
    return formula === undefined ? undefined : { type: 'hidden', calculated: asStored(formula) };
  }

  /** When it is shown: its own relevance, and in a repeat those of the groups around it. */
  shown(): { readonly visible?: Condition } {
    const { row, inside } = this.question;
    const conditions = [...inside, row].flatMap((one) => {
      const text = one.get('relevant');
      const condition =
        text === ''
          ? undefined
          : this.reading.translator.condition(text, { ...this.spot('relevant'), row: one });
      return condition === undefined ? [] : [condition];
    });
    return visibleWhen(conditions);
  }

  /** A spreadsheet asks for nothing unless it says so. */
  asked(): { readonly required: boolean | Condition } {
    const text = this.question.row.get('required');
    if (/^(yes|true|true\(\)|required|1)$/i.test(text)) return { required: true };
    if (text === '' || /^(no|false|false\(\)|0)$/i.test(text)) return { required: false };
    return { required: this.reading.translator.condition(text, this.spot('required')) ?? false };
  }

  /** What is proposed or follows from other answers. */
  computed(type: string): 'only-to-read' | Readonly<Record<string, unknown>> {
    const { row } = this.question;
    const { report } = this.reading;
    const calculation = row.get('calculation');
    const proposal = row.get('default');
    if (type === 'hidden') return {};
    if (GIVEN.has(type) || type === 'note') {
      if (calculation !== '') report.add('error', this.at('calculation'), 'proposal-not-carried');
      if (proposal !== '') report.add('warning', this.at('default'), 'proposal-not-carried');
      return isYes(row.get('read_only')) && type !== 'note' ? this.onlyToRead() : {};
    }
    if (calculation !== '') {
      const calculated = this.formula(calculation, 'calculation');
      return calculated === undefined ? {} : { calculated };
    }
    const proposed = proposal === '' ? undefined : this.proposal(proposal, type);
    if (!isYes(row.get('read_only'))) return proposed === undefined ? {} : { proposal: proposed };
    // Shown and never typed: with a value it is one that follows, without one it is something to read.
    return proposed === undefined ? this.onlyToRead() : { calculated: proposed };
  }

  private onlyToRead(): 'only-to-read' {
    this.reading.report.add('warning', this.at('read_only'), 'note-with-answer');
    return 'only-to-read';
  }

  /** A default is a word, a number or a day; where it names questions or calls a function it is an expression. */
  private proposal(text: string, type: string): Formula | undefined {
    if (/\$\{|^[a-z][a-z-]*\(/.test(text)) return this.formula(text, 'default');
    if (type !== 'number') return { value: text };
    if (/^-?\d+(\.\d+)?$/.test(text)) return { value: Number(text) };
    this.reading.report.add('warning', this.at('default'), 'default-not-carried', {
      value: text.slice(0, 40),
    });
    return undefined;
  }

  say(declared: DeclaredQuestion): void {
    if (declared.type === 'hidden') return;
    const { row, name } = this.question;
    const { texts, report } = this.reading;
    const label = this.label();
    const hint = row.inLanguages('hint');
    if (declared.type === 'consent' && typeof declared.purpose === 'string') {
      texts.say(`consents.${declared.purpose}.title`, label);
      texts.say(`consents.${declared.purpose}.text`, hint);
      if (declared.mustGrant === true)
        texts.say(`reasons.consent-${declared.purpose}`, row.inLanguages('constraint_message'));
      return;
    }
    // A question with a hint alone is asked with the hint.
    const asked = label.size > 0 ? label : hint.size > 0 ? hint : new Map([['', name || declared.id]]);
    if (asked !== label && asked !== hint) report.add('warning', this.at('label'), 'no-label', { name });
    texts.say(`questions.${declared.id}.label`, asked);
    if (asked !== hint) texts.say(`questions.${declared.id}.hint`, hint);
    for (const [language, file] of [...row.inLanguages('media::audio'), ...row.inLanguages('media::image')])
      report.add('warning', this.at('media'), 'media-to-record', { file, language });
  }

  private formula(text: string, column: string): Formula | undefined {
    return this.reading.translator.formula(text, this.spot(column));
  }

  private spot(column: string): Spot {
    return { row: this.question.row, column, step: this.step, question: this.question };
  }
}
