import { ProcedurePackage } from '../../../src/contract/procedure-package.ts';
import { expandBlocks } from '../../../src/procedures/expand-blocks.ts';

/** A small procedure that nobody files: one question about a well, then consents, reading back and signing. */
export function makeWell(version = 1, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    definition: {
      id: 'village-well',
      version,
      produces: 'dossier',
      codes: [],
      sources: ['Made up for the tests'],
      confidence: 'C',
      reviewStatus: 'draft',
      reviewedBy: null,
      reviewedOn: null,
      unconfirmed: ['fee'],
      titleFrom: ['owner.name'],
      roles: [],
      lifeEvents: ['land'],
      subject: { name: 'owner.name' },
      cases: [{ id: 'usual', limit: { kind: 'none' }, fee: { kind: 'free', confirmed: false } }],
      steps: [
        { block: 'consents' },
        { id: 'owner', questions: [{ id: 'owner.name', type: 'name' }] },
        { block: 'closing' },
      ],
      documents: [],
      filingDeadlines: [],
      results: [{ id: 'permit', copies: 1 }],
      ...more,
    },
    texts: {
      vi: {
        name: 'Đào giếng',
        purpose: 'Để được đào giếng.',
        keywords: 'giếng, nước',
        steps: { owner: { title: 'Chủ giếng' } },
        questions: { owner: { name: { label: 'Chủ giếng tên là gì?' } } },
        cases: { usual: 'Đào giếng' },
        results: { permit: 'Giấy cho đào giếng' },
        reasons: { 'case-usual': 'Đào giếng không mất tiền.' },
        unconfirmed: { fee: 'Chưa rõ có mất tiền không.' },
      },
      en: {
        name: 'Digging a well',
        purpose: 'To be allowed to dig a well.',
        keywords: 'well, water',
        steps: { owner: { title: 'The owner' } },
        questions: { owner: { name: { label: 'What is the owner called?' } } },
        cases: { usual: 'Digging a well' },
        results: { permit: 'Permit to dig a well' },
        reasons: { 'case-usual': 'Digging a well is free of charge.' },
        unconfirmed: { fee: 'Whether there is a fee is not known.' },
      },
    },
  };
}

/** The same with other Vietnamese words, and no English ones. */
export function reworded(vietnamese: Readonly<Record<string, unknown>>) {
  const { definition, texts } = expanded(makeWell());
  return { definition, texts: { vi: { ...texts.vi, ...vietnamese } } };
}

/** The same as the office keeps it: blocks written out. */
export function expanded(content: Readonly<Record<string, unknown>>): ProcedurePackage {
  return ProcedurePackage.parse({ ...content, definition: expandBlocks(content.definition) });
}
