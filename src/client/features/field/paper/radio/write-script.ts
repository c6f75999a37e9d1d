import type { FeeRule, ProcedureDefinition, TimeLimit } from '../../../../../domain/procedure/definition.ts';
import { groupThousands } from '../../../../i18n/formats.ts';
import type { Text } from '../../../../i18n/useText.ts';
import { needs, papersAsked } from '../../common/papers/papers-asked.ts';
import { groupCases } from '../by-case.ts';
import { explainPaper } from '../explain-paper.ts';
import { countWords, intoBreaths } from './breaths.ts';

/** What is read over the loudspeakers: the same twice, because half of those who hear it hear only the second time. */
export interface Script {
  readonly opening: readonly string[];
  readonly body: readonly string[];
  readonly again: readonly string[];
  readonly closing: readonly string[];
  readonly words: number;
  /** How long a slow reader takes, roughly. */
  readonly seconds: number;
}

/** Our own measure of slow reading, no rule: words in a minute, and the pause after each sentence. */
const WORDS_PER_MINUTE = 150;
const PAUSE_SECONDS = 1;

/** The script of one procedure in sentences of at most fifteen words. `t` speaks `paper.json`, `words` the procedure's texts. */
export function writeScript(definition: ProcedureDefinition, commune: string, t: Text, words: Text): Script {
  const opening = intoBreaths(t('script.opening', { commune }));
  const body = [
    ...[t('script.about'), words('name'), words('purpose')],
    ...sayPapers(definition, t, words),
    ...sayCases(definition, t, words),
    t('script.where'),
    words('authority'),
    ...(definition.reach === 'prepare' ? [t('script.prepare')] : []),
    t(`script.proxy.${definition.proxy}`),
    ...(definition.unconfirmed.length > 0 ? [t('script.unconfirmed')] : []),
  ].flatMap(intoBreaths);
  const again = intoBreaths(t('script.again'));
  const closing = intoBreaths(t('script.closing'));
  const all = [...opening, ...body, ...again, ...body, ...closing];
  const count = all.reduce((sum, sentence) => sum + countWords(sentence), 0);
  return {
    ...{ opening, body, again, closing },
    words: count,
    seconds: roundToTens((count / WORDS_PER_MINUTE) * 60 + all.length * PAUSE_SECONDS),
  };
}

/** Everything that is read, line by line, with an empty line where the reader may rest. */
export function scriptAsText({ opening, body, again, closing }: Script): string {
  return [opening, body, again, body, closing].map((part) => part.join('\n')).join('\n\n');
}

function sayPapers(definition: ProcedureDefinition, t: Text, words: Text): readonly string[] {
  const papers = papersAsked(definition);
  if (papers.length === 0) return [t('script.noPapers')];
  return needs.flatMap((need) => {
    const these = papers.filter((paper) => paper.need === need);
    if (these.length === 0) return [];
    return [
      t(`script.need.${need}`),
      ...these.flatMap((paper, index) => {
        const { key, alternatives } = explainPaper(paper, words);
        const name = words(`documents.${paper.document.id}.name`);
        const ordinal = t.find(`script.ordinal.${index + 1}`) ?? t('script.next');
        return [
          these.length === 1 ? name : t('script.item', { ordinal, name: withoutCapital(name) }),
          ...(key === undefined ? [] : [words(key)]),
          ...(alternatives.length > 0
            ? [t('script.oneOf'), ...alternatives.map((one) => words(`papers.${one}.name`))]
            : []),
        ];
      }),
    ];
  });
}

function sayCases({ cases }: ProcedureDefinition, t: Text, words: Text): readonly string[] {
  const byCase = (say: (one: (typeof cases)[number]) => readonly string[]) =>
    groupCases(cases, (one) => say(one).join(' ')).flatMap(({ one, ids }) => [
      ...ids.map((id) => t('script.case', { name: words(`cases.${id}`) })),
      ...say(one),
    ]);
  return [...byCase(({ limit }) => sayLimit(limit, t)), ...byCase(({ fee }) => sayFee(fee, t))];
}

function sayLimit(limit: TimeLimit, t: Text): readonly string[] {
  switch (limit.kind) {
    case 'same-day':
      return doubted(t('script.limit.same-day', { clock: sayClock(limit.cutoff, t) }), limit.confirmed, t);
    case 'working-hours':
      return doubted(t('script.limit.working-hours', { count: limit.hours }), limit.confirmed, t);
    case 'working-days':
    case 'calendar-days':
      return doubted(t(`script.limit.${limit.kind}`, { count: limit.days }), limit.confirmed, t);
    case 'none':
      return [t('script.limit.none')];
  }
}

function sayFee(fee: FeeRule, t: Text): readonly string[] {
  switch (fee.kind) {
    case 'free':
      return doubted(t('script.fee.free'), fee.confirmed, t);
    case 'province-table':
      return [t('script.fee.province-table')];
    case 'amount':
      return doubted(t('script.fee.amount', { dong: groupThousands(fee.dong) }), fee.confirmed, t);
    case 'computed':
      return doubted(t('script.fee.computed'), fee.confirmed, t);
  }
}

function doubted(said: string, confirmed: boolean | undefined, t: Text): readonly string[] {
  return confirmed === false ? [said, t('script.doubt')] : [said];
}

/** Nobody reads to the second. */
function roundToTens(seconds: number): number {
  return Math.max(10, Math.round(seconds / 10) * 10);
}

/** A name in the middle of a sentence. */
function withoutCapital(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
}

/** `15:00` is "15 giờ", `15:30` is "15 giờ 30". */
function sayClock(clock: string, t: Text): string {
  const [hour = '', minute = '00'] = clock.split(':');
  return t(minute === '00' ? 'script.hour' : 'script.hourMinute', { hour: String(Number(hour)), minute });
}
