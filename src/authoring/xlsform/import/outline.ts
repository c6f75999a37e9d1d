import type { Report } from '../report.ts';
import { Ids } from './names.ts';
import { type AskedType, typeOf } from './question-types.ts';
import type { Table, TableRow } from './table.ts';

/*
 * The survey sheet as steps of an interview. Groups in groups are flattened: each stretch of questions between two
 * `begin` or `end` rows is a step, under the relevances of all groups around it. In a repeat it stays one step, because
 * its questions name each other, and the relevances of groups inside of it go to their questions.
 */

export interface OutlineQuestion {
  readonly id: string;
  readonly name: string;
  readonly type: AskedType;
  readonly row: TableRow;
  /** Groups inside the same repeat, whose relevances hold for the question. */
  readonly inside: readonly TableRow[];
}

export interface OutlineStep {
  readonly id: string;
  /** The groups around it, the outermost first: relevances and titles. */
  readonly groups: readonly TableRow[];
  readonly repeat?: { readonly row: TableRow; readonly name: string };
  readonly questions: readonly OutlineQuestion[];
}

export interface Outline {
  readonly steps: readonly OutlineStep[];
  /** Names of groups: known, but no answers. */
  readonly groupNames: ReadonlySet<string>;
  /** Names of questions that are left out with the repeat around them. */
  readonly leftOut: ReadonlySet<string>;
}

/** `ids` gives the questions theirs. What every form gets with its blocks (`inBlocks`) is not asked again. */
export function outlineOf(survey: Table, ids: Ids, inBlocks: ReadonlySet<string>, report: Report): Outline {
  const reader = new OutlineReader(survey.sheet, ids, inBlocks, report);
  for (const row of survey.rows) reader.read(row);
  reader.finish();
  return reader;
}

/** Groups in groups, at most: more is no form but an attack on whoever reads it. */
const DEEPEST = 30;

interface Open {
  readonly row: TableRow;
  readonly name: string;
  readonly of: 'group' | 'repeat';
  /** A repeat in a repeat, or whatever stands inside of one. */
  readonly isLeftOut: boolean;
}

class OutlineReader implements Outline {
  readonly steps: (OutlineStep & { readonly questions: OutlineQuestion[] })[] = [];
  readonly groupNames = new Set<string>();
  readonly leftOut = new Set<string>();
  private readonly open: Open[] = [];
  private readonly stepIds = new Ids(['consents', 'read-back', 'signature']);
  private needsStep = true;

  constructor(
    private readonly sheet: string,
    private readonly ids: Ids,
    private readonly inBlocks: ReadonlySet<string>,
    private readonly report: Report,
  ) {}

  read(row: TableRow): void {
    const written = row.get('type');
    const name = row.get('name').replaceAll(/\s+/g, '_');
    if (written === '') {
      // Notes to oneself in other columns are welcome; a question without a type is a slip.
      if (name !== '') this.fault(row, 'type', 'type-missing', { name });
      return;
    }
    const type = typeOf(written);
    if (type.kind === 'begin') this.begin(row, name, type.of);
    else if (type.kind === 'end') this.end(row, type.of);
    else this.ask(row, name, type, written);
  }

  finish(): void {
    for (const { row } of this.open) this.fault(row, 'type', 'begin-without-end');
  }

  private begin(row: TableRow, name: string, of: Open['of']): void {
    const around = this.open.at(-1);
    const isTooMuch = (of === 'repeat' && this.repeatAt >= 0) || this.open.length >= DEEPEST;
    if (isTooMuch && around?.isLeftOut !== true) this.fault(row, 'type', 'repeat-in-repeat', { name });
    if (this.repeatAt < 0) this.needsStep = true;
    this.open.push({ row, name, of, isLeftOut: isTooMuch || around?.isLeftOut === true });
    if (name !== '') this.groupNames.add(name);
  }

  private end(row: TableRow, of: Open['of']): void {
    if (this.open.at(-1)?.of === of) {
      this.open.pop();
      if (this.repeatAt < 0) this.needsStep = true;
    } else this.fault(row, 'type', 'end-without-begin');
  }

  private ask(row: TableRow, name: string, type: AskedType, written: string): void {
    if (this.inBlocks.has(name)) return;
    if (name === '' && type.kind !== 'note' && type.kind !== 'metadata') {
      this.fault(row, 'name', 'name-missing');
      return;
    }
    if (this.open.at(-1)?.isLeftOut === true) {
      this.leftOut.add(name);
      this.fault(row, 'type', 'type-not-supported', { type: written, name });
      return;
    }
    const { repeatAt } = this;
    if (this.needsStep) this.beginStep(repeatAt);
    this.steps.at(-1)?.questions.push({
      id: this.ids.question(name === '' ? `note${row.number}` : name),
      name,
      type,
      row,
      inside: repeatAt < 0 ? [] : this.open.slice(repeatAt + 1).map((one) => one.row),
    });
  }

  private beginStep(repeatAt: number): void {
    this.needsStep = false;
    const around = repeatAt < 0 ? this.open : this.open.slice(0, repeatAt + 1);
    const repeat = this.open[repeatAt];
    this.steps.push({
      id: this.stepIds.plain(around.at(-1)?.name || 'main', 'step'),
      groups: around.map(({ row }) => row),
      ...(repeat === undefined ? {} : { repeat: { row: repeat.row, name: repeat.name } }),
      questions: [],
    });
  }

  private get repeatAt(): number {
    return this.open.findIndex(({ of }) => of === 'repeat');
  }

  private fault(
    row: TableRow,
    column: string,
    ...said: [
      code:
        | 'type-missing'
        | 'begin-without-end'
        | 'end-without-begin'
        | 'repeat-in-repeat'
        | 'name-missing'
        | 'type-not-supported',
      params?: Readonly<Record<string, string>>,
    ]
  ): void {
    this.report.add('error', { sheet: this.sheet, row: row.number, column }, ...said);
  }
}
