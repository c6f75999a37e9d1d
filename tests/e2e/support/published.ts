import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { ProcedureDefinition, Question } from '../../../src/domain/procedure/definition.ts';
import { getCurrentProcedure } from '../../../src/procedures/catalogue.ts';

/** A declaration with its texts, as an administrator uploads it. */
export interface Candidate {
  readonly definition: object;
  readonly texts: Readonly<Record<'vi' | 'en', object>>;
}

const readTexts = (language: string, id: string): Record<string, unknown> =>
  JSON.parse(
    readFileSync(new URL(`../../../locales/${language}/procedures/${id}.json`, import.meta.url), 'utf8'),
  );

/** Nested sentences with one more question's label, and without those of a question that is asked no more. */
function withLabels(texts: Record<string, unknown>, label: string): object {
  const questions = structuredClone(Object(texts.questions));
  questions.person.nickname = { label };
  delete questions.language.interpreter;
  return { ...texts, questions };
}

/** The next version of the account registration: it asks what somebody is called at home, and for no interpreter. */
export function nextRegistration(): Candidate {
  const first = getCurrentProcedure('account-registration');
  const steps: ProcedureDefinition['steps'] = first.steps.map((step) => ({
    ...step,
    questions: step.questions.flatMap((question): Question[] => {
      if (question.id === 'language.interpreter') return [];
      if (question.id !== 'person.name') return [question];
      return [question, { ...question, id: 'person.nickname' }];
    }),
  }));
  return {
    definition: { ...first, version: first.version + 1, steps },
    texts: {
      vi: withLabels(readTexts('vi', first.id), 'Ở nhà thường gọi là gì?'),
      en: withLabels(readTexts('en', first.id), 'What are they called at home?'),
    },
  };
}

/** A wholly new and small one: who fells how many trees. */
export const treeFelling: Candidate = {
  definition: {
    id: 'tree-felling',
    version: 1,
    produces: 'dossier',
    codes: [],
    sources: ['Made up for the tests'],
    confidence: 'C',
    reviewStatus: 'draft',
    reviewedBy: null,
    reviewedOn: null,
    titleFrom: ['owner.name'],
    roles: [],
    lifeEvents: ['land'],
    subject: { name: 'owner.name' },
    cases: [{ id: 'usual', limit: { kind: 'none' }, fee: { kind: 'free', confirmed: false } }],
    steps: [
      { block: 'consents' },
      {
        id: 'owner',
        questions: [
          { id: 'owner.name', type: 'name' },
          { id: 'owner.trees', type: 'number', min: 1, max: 50 },
        ],
      },
      { block: 'closing' },
    ],
    documents: [],
    filingDeadlines: [],
    results: [{ id: 'permit', copies: 1 }],
  },
  texts: {
    vi: {
      name: 'Xin chặt cây trong vườn',
      purpose: 'Để được chặt cây to trong vườn nhà.',
      keywords: 'chặt cây, gỗ, vườn',
      steps: { owner: { title: 'Vườn nhà' } },
      questions: {
        owner: { name: { label: 'Chủ vườn tên là gì?' }, trees: { label: 'Muốn chặt mấy cây?' } },
      },
      cases: { usual: 'Chặt cây trong vườn' },
      results: { permit: 'Giấy cho chặt cây' },
      reasons: { 'case-usual': 'Chặt cây trong vườn nhà không mất tiền.' },
    },
    en: {
      name: 'Felling trees in the garden',
      purpose: 'To be allowed to fell tall trees in the garden.',
      keywords: 'fell trees, wood, garden',
      steps: { owner: { title: 'The garden' } },
      questions: {
        owner: { name: { label: 'What is the owner called?' }, trees: { label: 'How many trees?' } },
      },
      cases: { usual: 'Felling trees in the garden' },
      results: { permit: 'Permit to fell trees' },
      reasons: { 'case-usual': 'Felling trees in one’s own garden is free of charge.' },
    },
  },
};

/** What the office's own page asks its server; `office` is signed in. */
async function ask(
  office: Page,
  method: string,
  path: string,
  body: object,
): Promise<Record<string, unknown>> {
  const answer = await office.evaluate(
    async ([how, where, what]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(where, { method: how, headers, body: what });
      return { status: response.status, text: await response.text() };
    },
    [method, path, JSON.stringify(body)] as const,
  );
  expect(answer.status, answer.text).toBe(200);
  return JSON.parse(answer.text);
}

/** Uploads and publishes from today. */
export async function publish(office: Page, content: Candidate): Promise<void> {
  const { id, version, digest } = await ask(office, 'POST', '/api/office/procedures', { content, note: '' });
  const from = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await ask(office, 'POST', `/api/office/procedures/${id}/versions/${version}/publish`, { digest, from });
}

/** Nothing new begins with that version from now on. */
export async function withdraw(office: Page, id: string, version: number): Promise<void> {
  const reason = 'Sai lệ phí';
  await ask(office, 'POST', `/api/office/procedures/${id}/versions/${version}/withdraw`, { reason });
}
