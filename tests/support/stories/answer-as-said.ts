import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { AnswerValue } from '../../../src/domain/procedure/contract/answers.ts';
import type { ProcedureDefinition, Question } from '../../../src/domain/procedure/definition.ts';
import type { Said } from '../../e2e/support/at-the-table.ts';

const at = '2026-11-28T09:10:00+07:00';
const picture = (n: number) => `01934c5e-0000-7000-8000-${String(n).padStart(12, '0')}`;

const Texts = z.record(z.string(), z.json());
const shared = readTexts('procedures/shared');
const screen = readTexts('interview');

/**
 * What a story says to a question, as the answer that the screen makes of it; undefined where nothing is answered.
 * Throws where the Vietnamese screen has no such words, as the browser would.
 */
export function answerAsSaid(
  definition: ProcedureDefinition,
  question: Question,
  said: Said,
): AnswerValue | undefined {
  if (said === 'nothing, go on') return undefined;
  if (said === 'I do not know') return { unknown: true };
  if (said === 'signs with a finger') return { method: 'signature', attachment: picture(1), at };
  const words = (path: string) =>
    find(readTexts(`procedures/${definition.id}`), path) ?? find(shared, path) ?? '';
  if (typeof said === 'object' && 'paper' in said) {
    const asked = definition.documents.find(
      (one) => question.type === 'document' && one.id === question.document,
    );
    const alternatives = asked?.alternatives ?? [];
    const papers = ['photographed', 'shown', 'at-home', 'none'] as const;
    return {
      paper: pick(papers, said.paper, (paper) => find(screen, `document.${paper}.label`)),
      attachments: (said.photos ?? []).map((_, index) => picture(index + 2)),
      ...(said.which === undefined
        ? {}
        : { alternative: pick(alternatives, said.which, (one) => words(`papers.${one}.name`)) }),
    };
  }
  if (typeof said === 'object') return { province: '38', commune: '14956', ...said };
  switch (question.type) {
    case 'consent':
      return { granted: pick(['yes', 'no'], said, (one) => find(screen, `consent.${one}`)) === 'yes', at };
    case 'choice':
    case 'choices': {
      const list = question.list ?? question.id.replace(/\.\d+$/, '');
      const values = question.options.map((option) => option.value);
      const chosen = pick(values, said, (value) => words(`choices.${list}.${value}`));
      return question.type === 'choice' ? chosen : [chosen];
    }
    case 'date': {
      const [year, month, day] = said.split('/').map(Number).reverse();
      return {
        year: year ?? 0,
        ...(month === undefined ? {} : { month }),
        ...(day === undefined ? {} : { day }),
      };
    }
    case 'number':
      return Number(said.replace(',', '.'));
    default:
      return said;
  }
}

function pick<T extends string>(
  values: readonly T[],
  said: string,
  label: (value: T) => string | undefined,
): T {
  const found = values.find((value) => label(value) === said);
  if (found === undefined)
    throw new Error(`no answer "${said}"; there are: ${values.map(label).join(' | ')}`);
  return found;
}

function find(texts: unknown, path: string): string | undefined {
  const end = path.split('.').reduce<unknown>((node, key) => Texts.safeParse(node).data?.[key], texts);
  return typeof end === 'string' ? end : undefined;
}

function readTexts(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../locales/vi/${name}.json`, import.meta.url), 'utf8'));
}
