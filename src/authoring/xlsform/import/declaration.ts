import type { AnswerKind } from '../expression/to-condition.ts';
import type { Report } from '../report.ts';
import { readChoiceLists } from './choice-lists.ts';
import { type DeclaredRule, readConstraint } from './constraints.ts';
import type { DeclaredQuestion } from './declared-question.ts';
import { stepKindOf } from './extension.ts';
import { type FormLanguages, languagesOf, ownWords } from './languages.ts';
import { Ids } from './names.ts';
import type { Outline, OutlineQuestion, OutlineStep } from './outline.ts';
import { idsInBlocks } from './own-blocks.ts';
import { type Reading, readQuestion } from './read-question.ts';
import { countRepeat, groupConditions } from './repeats.ts';
import { Selects } from './selects.ts';
import type { Settings } from './settings.ts';
import { subjectOf } from './subject.ts';
import type { Table, TableRow } from './table.ts';
import { type Sentences, Texts } from './texts.ts';
import { Translator } from './translator.ts';
import { visibleWhen } from './visible-when.ts';

export interface Built {
  readonly declaration: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly texts: Readonly<Record<string, Sentences>>;
}

interface Parts {
  readonly survey: Table;
  readonly choices: Table | undefined;
  readonly outline: Outline;
  readonly settings: Settings;
  readonly report: Report;
}

interface DeclaredStep {
  readonly id: string;
  readonly questions: readonly DeclaredQuestion[];
  readonly [further: string]: unknown;
}

interface Carried {
  readonly one: OutlineQuestion;
  readonly step: OutlineStep;
  readonly declared: DeclaredQuestion;
}

/** The whole declaration: the form's steps between the blocks that every interview has, and what the form does not say. */
export function buildDeclaration(parts: Parts): Built {
  return new Builder(parts).build();
}

class Builder {
  private readonly reading: Reading;
  private readonly languages: FormLanguages;
  private readonly questionIds: Ids;
  private readonly ruleIds = new Ids(['thumbprint-not-agreed']);
  private readonly stepIds: Ids;
  private readonly asked = new Map<string, DeclaredQuestion>();
  private readonly steps: DeclaredStep[] = [];
  private readonly carried: Carried[] = [];

  constructor(private readonly parts: Parts) {
    const { survey, choices, outline, settings, report } = parts;
    const { sheet } = survey;
    const others = new Map<string, AnswerKind>(idsInBlocks.map((id) => [id, 'other']));
    const translator = new Translator(outline, sheet, report, others);
    this.languages = languagesOf(survey, choices, settings.language);
    const texts = new Texts(this.languages.own, (name) => translator.idOf(name), sheet, report);
    this.questionIds = new Ids([
      ...idsInBlocks,
      ...outline.steps.flatMap((step) => step.questions.map(({ id }) => id)),
    ]);
    this.stepIds = new Ids(['consents', 'read-back', 'signature', ...outline.steps.map(({ id }) => id)]);
    const lists = readChoiceLists(choices, report);
    const selects = new Selects(lists, sheet, report, translator, texts, this.languages.spoken);
    this.reading = { sheet, report, translator, texts, selects };
  }

  build(): Built {
    const { outline, settings, report, survey } = this.parts;
    const { own, all } = this.languages;
    for (const step of outline.steps) this.addStep(step);
    const rules = this.carried.flatMap((one) => this.rulesOf(one));
    const subject = subjectOf(this.steps, this.reading.texts, own);
    const name = subject ?? this.askName();
    this.sayWhole();
    const { texts } = this.reading;
    if (!all.includes('vi')) report.add('error', { sheet: survey.sheet }, 'no-vietnamese');
    return {
      declaration: {
        id: settings.id,
        version: settings.version,
        produces: 'dossier',
        codes: [],
        sources: [settings.source],
        confidence: 'C',
        reviewStatus: 'draft',
        reviewedBy: null,
        reviewedOn: null,
        unconfirmed: ['fee-unknown', 'limit-unknown'],
        titleFrom: [name],
        roles: [],
        subject: { name },
        cases: [{ id: 'usual', limit: { kind: 'none' }, fee: { kind: 'free', confirmed: false } }],
        steps: [{ block: 'consents' }, ...this.steps, { block: 'closing' }],
        documents: [],
        filingDeadlines: [],
        rules,
        results: [],
      },
      texts: texts.byLanguage,
    };
  }

  private addStep(step: OutlineStep): void {
    const conditions = groupConditions(step, this.reading);
    const shown = visibleWhen(conditions);
    const repeat = step.repeat === undefined ? {} : { repeat: this.countFor(step, shown) };
    const marker = this.markerFor(step);
    const questions = step.questions.flatMap((one) => {
      const declared = readQuestion(one, step, this.reading);
      const [first] = declared;
      if (first !== undefined) this.carried.push({ one, step, declared: first });
      return declared;
    });
    if (questions.length === 0) return;
    for (const one of questions) if (step.repeat === undefined) this.asked.set(one.id, one);
    const kind = stepKindOf(questions);
    const marked = [...marker, ...questions];
    this.steps.push({
      id: step.id,
      ...(kind === 'questions' ? {} : { kind }),
      ...shown,
      ...repeat,
      questions: marked,
    });
    this.sayTitle(step);
  }

  /** Constraints may look at what comes later, but not at what was left out: they are read when everything else is. */
  private rulesOf({ one, step, declared }: Carried): readonly DeclaredRule[] {
    return readConstraint(one, step, declared, this.ruleIds, this.reading, (key) =>
      this.say(key, 'constraint'),
    );
  }

  /** What `count(${repeat})` counts: a value that every repetition has, put there where the sheet names the repeat. */
  private markerFor(step: OutlineStep): readonly DeclaredQuestion[] {
    const name = step.repeat?.name ?? '';
    if (name === '' || !this.parts.survey.rows.some((row) => namesRepeat(row, name))) return [];
    const id = this.questionIds.question(`${name}Number`);
    this.reading.translator.marked(step, id);
    return [{ id, type: 'hidden', calculated: { call: 'position', with: [] } }];
  }

  /** Where the sheet asks nowhere how many there are, a step before the repeat does. */
  private countFor(step: OutlineStep, shown: ReturnType<typeof visibleWhen>) {
    const askId = () => this.questionIds.question(`${step.repeat?.name || 'repeat'}_count`);
    const { repeat, asks, bounds } = countRepeat(step, this.asked, this.reading, askId);
    if (asks !== undefined) {
      const id = this.stepIds.plain(`${step.id}Count`, 'step');
      this.steps.push({ id, ...shown, questions: [asks] });
      this.reading.translator.carried(asks.id, 'number');
      this.say(`questions.${asks.id}.label`, 'how-many');
      this.reading.texts.say(`questions.${asks.id}.hint`, step.repeat?.row.inLanguages('label') ?? new Map());
      this.sayTitle({ ...step, id });
    }
    if (bounds !== undefined) this.bound(bounds.id, bounds.max);
    return repeat;
  }

  /** The number that is asked for a repeat may not be more than what is repeated. */
  private bound(id: string, max: number): void {
    const at = this.steps.findIndex((step) => step.questions.some((one) => one.id === id));
    const step = this.steps[at];
    if (step === undefined) return;
    this.steps[at] = {
      ...step,
      questions: step.questions.map((one) => (one.id === id ? { ...one, max } : one)),
    };
  }

  /** The title of a group, and before it those of the groups around; without any, the form's. */
  private sayTitle({ id, groups }: OutlineStep): void {
    const { texts } = this.reading;
    for (const language of this.languages.all) {
      const titles = groups.flatMap((row) => {
        const labels = row.inLanguages('label');
        const label = labels.get(language) ?? (language === this.languages.own ? labels.get('') : undefined);
        return label === undefined ? [] : [label];
      });
      if (titles.length > 0) texts.say(`steps.${id}.title`, new Map([[language, titles.join(': ')]]));
      else if (this.languages.spoken.includes(language))
        texts.say(`steps.${id}.title`, new Map([[language, ownWords('questions', language)]]));
    }
  }

  /** A record needs a name in the lists; a form that asks for none is asked for one. */
  private askName(): string {
    this.reading.report.add('warning', { sheet: this.parts.survey.sheet }, 'no-subject');
    const step = this.stepIds.plain('person', 'step');
    const id = this.questionIds.question('person.name');
    this.steps.unshift({ id: step, questions: [{ id, type: 'name', text: 'personName' }] });
    this.say(`steps.${step}.title`, 'person');
    return id;
  }

  private sayWhole(): void {
    const { texts } = this.reading;
    const { title, id } = this.parts.settings;
    texts.say('name', title);
    for (const language of this.languages.spoken) {
      const name = texts.find(language, 'name') ?? texts.find(this.languages.own, 'name') ?? id;
      for (const key of ['name', 'purpose', 'keywords', 'cases.usual'])
        texts.sayEverywhere(key, [language], () => name);
    }
    this.say('reasons.case-usual', 'usual');
  }

  private say(key: string, words: string): void {
    this.reading.texts.sayEverywhere(key, this.languages.spoken, (language) => ownWords(words, language));
  }
}

function namesRepeat(row: TableRow, name: string): boolean {
  return row.filled.some((heading) => row.get(heading.name).replaceAll(/\s/g, '').includes(`\${${name}}`));
}
