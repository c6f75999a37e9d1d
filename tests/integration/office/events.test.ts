import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeEvent } from '../../../src/contract/operations/queue.ts';
import { finishUpload } from '../../../src/server/commands/finish-upload.ts';
import { buildApp } from '../../../src/server/http/app.ts';
import { createQueueNews } from '../../../src/server/queue-news.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import {
  addAttachment,
  addColleague,
  addDossier,
  addTablet,
  type Browser,
  id,
  OTHER_COMMUNE,
  signedIn,
  type Tablet,
} from './desk.ts';

let office: TestApp;
let tablet: Tablet;
let officer: Browser;

beforeAll(async () => {
  office = await buildTestApp();
  const field = await addColleague(office.deps, { roles: ['field'], withoutPassword: true });
  tablet = await addTablet(office.deps, field.id);
  officer = await signedIn(office.app, await addColleague(office.deps, { roles: ['officer'] }));
});
afterAll(() => office.close());

/** What a browser's EventSource hears, one by one. */
class Listener {
  #text = '';
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #stop = new AbortController();

  private constructor(reader: ReadableStreamDefaultReader<Uint8Array>, stop: AbortController) {
    this.#reader = reader;
    this.#stop = stop;
  }

  static async open(browser: Browser, origin = office.origin): Promise<Listener> {
    const stop = new AbortController();
    const response = await fetch(`${origin}/api/office/events`, {
      headers: { cookie: browser.cookie() ?? '', accept: 'text/event-stream' },
      signal: stop.signal,
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    if (response.body === null) throw new Error('no body');
    return new Listener(response.body.getReader(), stop);
  }

  /** The next event as it came, without heartbeats; undefined when the stream has ended. */
  async next(): Promise<{ event: string; data: string } | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end !== -1) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        const event = /^event: (.*)$/m.exec(block)?.[1];
        if (event !== undefined) return { event, data: /^data: (.*)$/m.exec(block)?.[1] ?? '' };
        continue;
      }
      const { value, done } = await this.#reader.read();
      if (done) return undefined;
      this.#text += new TextDecoder().decode(value);
    }
  }

  async nextNews(): Promise<OfficeEvent> {
    const heard = await this.next();
    expect(heard?.event).toBe('dossiers');
    return OfficeEvent.parse(JSON.parse(heard?.data ?? ''));
  }

  close(): void {
    this.#stop.abort();
  }
}

const accept = (dossierId: string) =>
  officer.call('POST', `/api/office/dossiers/${dossierId}/actions`, {
    commandId: id(),
    revision: 1,
    act: { kind: 'accept' },
  });

describe('news of the queue', () => {
  it('begin with where things stand, then name what changed, by ids and counts alone', async () => {
    const filed = await addDossier(office.deps, tablet, { name: 'Hà Thị Không Ai Nghe' });
    const listener = await Listener.open(officer);
    const first = await listener.nextNews();
    expect(first).toMatchObject({ ids: [], counts: { registered: 1, accepted: 0 } });
    expect((await accept(filed.id)).status).toBe(200);
    const heard = await listener.next();
    expect(OfficeEvent.parse(JSON.parse(heard?.data ?? ''))).toEqual({
      ids: [filed.id],
      counts: { ...first.counts, registered: 0, accepted: 1 },
    });
    expect(heard?.data).not.toContain('Nghe');
    listener.close();
  });

  it('tell that a photo has come for which a dossier waited: it can be accepted now', async () => {
    const filed = await addDossier(office.deps, tablet);
    const photo = await addAttachment(office.deps, filed.id, new Uint8Array([1, 2, 3]), 'stored');
    await office.deps.db
      .updateTable('attachments')
      .set({ state: 'awaited' })
      .where('id', '=', photo)
      .execute();
    const listener = await Listener.open(officer);
    await listener.nextNews();
    expect(await finishUpload(office.deps, { id: photo, deviceId: tablet.deviceId })).toMatchObject({
      kind: 'stored',
    });
    expect((await listener.nextNews()).ids).toEqual([filed.id]);
    listener.close();
  });

  it('of another commune are not heard', async () => {
    const stranger = await signedIn(
      office.app,
      await addColleague(office.deps, { roles: ['officer'], commune: OTHER_COMMUNE }),
    );
    const [near, far] = [await Listener.open(officer), await Listener.open(stranger)];
    await near.nextNews();
    expect((await far.nextNews()).counts.registered).toBe(0);
    const filed = await addDossier(office.deps, tablet);
    await accept(filed.id);
    expect((await near.nextNews()).ids).toEqual([filed.id]);
    far.close();
    near.close();
    // What was said to the one was said to nobody else: the other stream holds nothing more.
    await expect(far.next()).rejects.toThrow();
  });

  it('are refused to who sees no dossier, and to nobody in particular', async () => {
    const person = await addColleague(office.deps, { roles: ['administrator'] });
    const administrator = await signedIn(office.app, person);
    expect((await administrator.call('GET', '/api/office/events')).status).toBe(403);
    expect((await fetch(`${office.origin}/api/office/events`)).status).toBe(401);
  });

  it('come from whichever server process did it: all of them read one journal', async () => {
    const other = createQueueNews(office.deps);
    const told: OfficeEvent[] = [];
    await other.follow({ scope: { kind: 'all' }, tell: (event) => told.push(event) });
    const filed = await addDossier(office.deps, tablet);
    await accept(filed.id);
    await expect.poll(() => told.at(-1)?.ids).toEqual([filed.id]);
    other.stop();
  });

  it('are made up for by the next look where the database did not answer one', async () => {
    let refusals = 0;
    const db = office.deps.db.withPlugin({
      transformQuery({ node }) {
        if (refusals === 0 || node.kind !== 'RawNode') return node;
        refusals -= 1;
        throw new Error('no answer');
      },
      transformResult: async ({ result }) => result,
    });
    const news = createQueueNews({ db, log: office.deps.log });
    let hear = (_ids: OfficeEvent['ids']): void => undefined;
    const heard = new Promise<OfficeEvent['ids']>((resolve) => {
      hear = resolve;
    });
    await news.follow({ scope: { kind: 'all' }, tell: ({ ids }) => ids.length > 0 && hear(ids) });
    const filed = await addDossier(office.deps, tablet);
    refusals = 1;
    await accept(filed.id);
    expect(await heard).toEqual([filed.id]);
    expect(refusals).toBe(0);
    news.stop();
  });

  it('that could not begin leave nothing behind: neither a listener nor a window that counts', async () => {
    let isAnswered = false;
    const db = office.deps.db.withPlugin({
      transformQuery({ node }) {
        if (!isAnswered && JSON.stringify(node).includes('dossier_counts')) throw new Error('no answer');
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const news = createQueueNews({ db, log: office.deps.log });
    const scope = { kind: 'all' } as const;
    const told: OfficeEvent[] = [];
    await expect(news.follow({ scope, tell: (event) => told.push(event) })).rejects.toThrow('no answer');
    const deps = { ...office.deps, db, log: { ...office.deps.log, error: () => undefined } };
    const app = await buildApp(deps, { clientDir: 'none', version: '0.0.0' });
    const origin = await app.listen({ host: '127.0.0.1', port: 0 });
    for (let tries = 0; tries < 7; tries += 1)
      expect(
        (await fetch(`${origin}/api/office/events`, { headers: { cookie: officer.cookie() ?? '' } })).status,
      ).toBe(500);
    isAnswered = true;
    const listener = await Listener.open(officer, origin);
    await listener.nextNews();
    const heard: OfficeEvent[] = [];
    await news.follow({ scope, tell: (event) => heard.push(event) });
    const filed = await addDossier(office.deps, tablet);
    await accept(filed.id);
    await expect.poll(() => heard.at(-1)?.ids).toEqual([filed.id]);
    expect(told).toEqual([]);
    news.stop();
    listener.close();
    await app.close();
  });

  it('end with the session: after signing out nothing more is told, whatever happens', async () => {
    const colleague = await signedIn(office.app, await addColleague(office.deps, { roles: ['officer'] }));
    const listener = await Listener.open(colleague);
    await listener.nextNews();
    await colleague.call('POST', '/api/office/sign-out');
    const filed = await addDossier(office.deps, tablet);
    await accept(filed.id);
    expect(await listener.next()).toEqual({ event: 'over', data: '{}' });
    expect(await listener.next()).toBeUndefined();
  });

  it('end when the server closes, so that it can close', async () => {
    const listener = await Listener.open(officer);
    await listener.nextNews();
    const closing = office.app.close();
    expect(await listener.next()).toBeUndefined();
    await closing;
  });
});
