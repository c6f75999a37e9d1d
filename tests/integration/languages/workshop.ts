import { v7 } from 'uuid';
import type * as z from 'zod';
import { askOffice } from '../../../src/client/sync/ask-office.ts';
import { toBase64url } from '../../../src/contract/base64url.ts';
import { sealContributor } from '../../../src/contract/contributor.ts';
import { importPublicKey, sha256Base64url } from '../../../src/contract/keys.ts';
import { type Contribution, giveContributions } from '../../../src/contract/operations/languages.ts';
import type { Operation } from '../../../src/contract/operations/operation.ts';
import { CONTRACT_VERSION } from '../../../src/contract/version.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { fieldTablet } from '../../support/tablet/field-tablet.ts';
import { addColleague } from '../office/desk.ts';

/* What a voice workshop on a tablet makes, and the signed way that it goes. The words are made up: no language's. */

export const MUONG = 'mtq-Latn-VN';
export const NEXT = { phrase: 'interview:go.next', of: 'Tiếp theo' } as const;
export const BACK = { phrase: 'interview:go.back', of: 'Quay lại' } as const;

/** A server that knows one local language beside the two that the app brings, whatever ships. */
export async function buildLanguageServer(): Promise<TestApp> {
  const server = await buildTestApp();
  const whole = server.deps.languages.filter(({ isWhole }) => isWhole);
  Object.assign(server.deps, {
    languages: [...whole, { tag: MUONG, name: 'Mường', isWhole: false, version: 1 }],
  });
  return server;
}

export interface Workshop {
  readonly deviceId: string;
  readonly staffId: string;
  ask<B extends z.ZodType, A extends z.ZodType>(
    operation: Operation<z.ZodType, z.ZodType, B, A>,
    question: z.input<B>,
  ): Promise<z.output<A>>;
  give(...contributions: readonly Contribution[]): Promise<z.output<typeof giveContributions.answer>>;
  person(more?: { readonly name?: string; readonly mayBeNamed?: boolean }): Promise<Of<'contributor'>>;
  voice(
    contributorId: string,
    more?: Partial<Of<'voice'>> & { readonly bytes?: number },
  ): Promise<Of<'voice'>>;
  text(contributorId: string, more?: Partial<Of<'text'>>): Of<'text'>;
  verdict(contributorId: string, voiceId: string, verdict?: 'good' | 'again'): Of<'verdict'>;
}

export type Of<Kind extends Contribution['kind']> = Extract<Contribution, { kind: Kind }>;

/** A tablet in a village, held by a new member of the field staff. */
export async function openWorkshop(server: TestApp, name = 'Lò Văn Pó'): Promise<Workshop> {
  const staff = await addColleague(server.deps, { roles: ['field'], withoutPassword: true, name });
  const { deviceId, ports } = await fieldTablet(server, staff.id);
  const at = '2026-11-22T08:00:00+07:00';
  const workshop: Workshop = {
    deviceId,
    staffId: staff.id,
    async ask(operation, question) {
      const asked = await askOffice({ ...ports.http, storage: ports.storage }, operation, question);
      if (asked.kind !== 'answered')
        throw new Error(asked.kind === 'refused' ? `refused: ${asked.error}` : asked.kind);
      return asked.answer;
    },
    give: (...contributions) =>
      workshop.ask(giveContributions, {
        contractVersion: CONTRACT_VERSION,
        contributions: [...contributions],
      }),
    async person({ name: called = 'Bùi Thị Mẫu', mayBeNamed = true } = {}) {
      const id = v7();
      const { id: keyId, rawPublicKey } = server.deps.keys.sealing.current;
      const office = await importPublicKey(rawPublicKey, 'sealing');
      if (office === undefined) throw new Error('sealing key is damaged');
      const consent = { textHash: 'A'.repeat(43), language: 'vi', givenAt: at, mayBeNamed };
      const person = { id, name: called, village: 'bản Đôn', variety: 'Mường trong', consent };
      return {
        kind: 'contributor',
        id,
        staffId: staff.id,
        keyId,
        sealed: await sealContributor(person, office),
      };
    },
    async voice(contributorId, { bytes = 300, ...more } = {}) {
      const sound = new Uint8Array(bytes);
      sound.set(crypto.getRandomValues(new Uint8Array(32)));
      return {
        kind: 'voice',
        id: v7(),
        staffId: staff.id,
        contributorId,
        at,
        language: MUONG,
        ...NEXT,
        mediaType: 'audio/webm',
        seconds: 1.5,
        digest: await sha256Base64url(sound),
        sound: toBase64url(sound),
        ...more,
      };
    },
    text: (contributorId, more = {}) => ({
      kind: 'text',
      id: v7(),
      staffId: staff.id,
      contributorId,
      at,
      language: MUONG,
      ...NEXT,
      text: 'xxx',
      ...more,
    }),
    verdict: (contributorId, voiceId, verdict = 'good') => ({
      kind: 'verdict',
      id: v7(),
      staffId: staff.id,
      contributorId,
      at,
      voiceId,
      verdict,
    }),
  };
  return workshop;
}
