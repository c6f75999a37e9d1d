import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSentence } from '../../../src/contract/find-sentence.ts';
import { procedures } from '../../../src/procedures/catalogue.ts';
import { publishProcedure } from '../../../src/server/commands/publish-procedure.ts';
import { uploadProcedure } from '../../../src/server/commands/upload-procedure.ts';
import { withdrawProcedure } from '../../../src/server/commands/withdraw-procedure.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';
import { addressOf, STYLESHEET } from '../../../src/server/presenters/pages/addresses.ts';
import { textsOfShipped } from '../../../src/server/texts.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { addColleague } from '../office/desk.ts';
import { reworded } from './made-up.ts';

let server: TestApp;
let by: Actor;
beforeAll(async () => {
  server = await buildTestApp();
  const administrator = await addColleague(server.deps, { roles: ['administrator'] });
  by = { staffId: administrator.id, roles: ['administrator'], commune: '14956', department: null };
});
afterAll(() => server.close());

async function read(url: string) {
  const answer = await server.app.inject({ url });
  return { status: answer.statusCode, headers: answer.headers, page: answer.payload };
}

/** What a reader sees: without tags, characters as they are. */
const seen = (page: string) =>
  page
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');

async function publish(content: object, from: string) {
  const kept = await uploadProcedure(server.deps, by, { content, note: '' });
  if (kept.kind !== 'kept') throw new Error(JSON.stringify(kept));
  const known = await server.deps.procedures.list(server.deps.db);
  const digest = known.find(({ id, version }) => id === kept.id && version === kept.version)?.digest ?? '';
  expect(await publishProcedure(server.deps, by, { ...kept, digest, from })).toEqual({ kind: 'published' });
}

describe.each(['vi', 'en'])('the public pages in %s', (language) => {
  const nameOf = (id: string) =>
    findSentence([textsOfShipped(server.deps.texts, id)[language]], 'name') ?? `no name of ${id}`;

  it('list every procedure by what happened, each with a page of its own', async () => {
    const { status, page, headers } = await read(addressOf(language));
    expect(status).toBe(200);
    expect(page).toContain(`<html lang="${language}">`);
    expect(headers['cache-control']).toBe('public, max-age=300');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    for (const { id } of procedures) {
      expect(seen(page)).toContain(nameOf(id));
      expect(page).toContain(`href="${addressOf(language, id)}"`);
    }
  });

  it('say of each procedure its papers, limit, fee, authority, who may file, results, codes and sources', async () => {
    for (const definition of procedures) {
      const { status, page } = await read(addressOf(language, definition.id));
      expect(status).toBe(200);
      const said = seen(page);
      const files = server.deps.texts.find(({ tag }) => tag === language)?.files;
      const say = (key: string) =>
        findSentence([files?.get(`procedures/${definition.id}`), files?.get('procedures/shared')], key) ??
        `no ${key}`;
      expect(said).toContain(say('name'));
      expect(said).toContain(say('authority'));
      for (const { id, alternatives } of definition.documents) {
        expect(said).toContain(say(`documents.${id}.name`));
        if (alternatives.length > 1)
          for (const paper of alternatives) expect(said).toContain(say(`papers.${paper}.name`));
      }
      for (const { id } of definition.results) expect(said).toContain(say(`results.${id}`));
      for (const id of definition.unconfirmed) expect(said).toContain(say(`unconfirmed.${id}`));
      for (const { code } of definition.codes) expect(said).toContain(code);
      for (const source of definition.sources) expect(said).toContain(source.replace(/\s+/g, ' '));
      expect(said).not.toMatch(/\{\{|undefined|\[object/);
      // Nothing but the page's own languages: a text that is missing would be marked as Vietnamese.
      if (language === 'en') expect(page).not.toContain('<span lang="vi">');
    }
  });

  it('hold no script and no style of their own, and their stylesheet is there', async () => {
    const { page, headers } = await read(addressOf(language, 'birth-registration'));
    expect(page).not.toMatch(/<script|\sstyle=|<style|\son\w+=/);
    expect(existsSync(new URL(`../../../public${STYLESHEET}`, import.meta.url))).toBe(true);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('lead from one language to the other, about the same procedure', async () => {
    const other = language === 'vi' ? 'en' : 'vi';
    const { page } = await read(addressOf(language, 'birth-registration'));
    expect(page).toContain(`href="${addressOf(other, 'birth-registration')}" lang="${other}"`);
    expect((await read(`${addressOf(language)}?lang=${other}`)).page).toContain(`<html lang="${other}">`);
    expect((await read(`${addressOf(language)}?lang=xx`)).page).toContain(`<html lang="${language}">`);
  });

  it('say so, as a page, where there is no such procedure', async () => {
    for (const id of ['nobody', 'constructor', '__proto__', '%3Cscript%3E', '..%2F..%2Fetc']) {
      const { status, page } = await read(addressOf(language, id));
      expect(status).toBe(404);
      expect(page).toContain(`href="${addressOf(language)}"`);
      expect(page).not.toContain('<script');
    }
  });
});

describe('searching', () => {
  it('needs no accents, and finds by everyday words', async () => {
    const { page } = await read('/thu-tuc?tim=khai%20sinh');
    expect(page).toContain('href="/thu-tuc/birth-registration"');
    expect(page).not.toContain('href="/thu-tuc/marriage-registration"');
    expect((await read('/thu-tuc?tim=lay%20vo')).page).toContain('href="/thu-tuc/marriage-registration"');
    expect((await read('/en/procedures?tim=marriage')).page).toContain(
      'href="/en/procedures/marriage-registration"',
    );
  });

  it('shows what was typed as text, whatever it is', async () => {
    const hostile = '"><script>alert(1)</script>';
    const { page } = await read(`/thu-tuc?tim=${encodeURIComponent(hostile)}`);
    expect(page).not.toContain('<script');
    expect(page).toContain('value="&#34;&#62;&#60;script&#62;');
    expect((await read(`/thu-tuc?tim=${'a'.repeat(500)}`)).status).toBe(200);
    expect((await read('/thu-tuc?tim=a&tim=b')).status).toBe(200);
  });
});

describe('what administrators publish', () => {
  it('is there from its day on, with every text escaped, and says when it was withdrawn', async () => {
    const hostile = reworded({
      name: '<img src=x onerror=alert(1)>',
      purpose: '\'"&amp;',
      authority: '</dd><script>',
    });
    await publish(hostile, '2026-11-25');
    expect((await read('/thu-tuc/village-well')).status).toBe(404);
    expect((await read('/thu-tuc')).page).not.toContain('village-well');
    server.setTime('2026-11-25T02:00:00Z');
    const { page } = await read('/thu-tuc/village-well');
    expect(page).not.toMatch(/<img|<script/);
    expect(seen(page)).toContain('onerror=alert(1)');
    expect((await read('/thu-tuc')).page).not.toMatch(/<img|<script/);
    // Without English texts the Vietnamese ones stand there, marked as such.
    expect((await read('/en/procedures/village-well')).page).toContain('<span lang="vi">&#60;img');
    await withdrawProcedure(server.deps, by, { id: 'village-well', version: 1, reason: 'Sai' });
    expect((await read('/thu-tuc')).page).not.toContain('village-well');
    expect((await read('/thu-tuc/village-well')).page).toContain('Xã tạm không nhận hồ sơ mới');
  });
});
