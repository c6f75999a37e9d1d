// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { createSessionHolder } from '../../../../../../src/client/app/session-holder.ts';
import { ServicesContext } from '../../../../../../src/client/features/field/common/services.ts';
import { keepSpeaker } from '../../../../../../src/client/features/field/workshop/speakers.ts';
import { WorkshopPage } from '../../../../../../src/client/features/field/workshop/WorkshopPage.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { useOffered } from '../../../../../../src/client/procedures/offered.ts';
import { ProceduresContext } from '../../../../../../src/client/procedures/procedures-context.ts';
import { createMemoryStorage } from '../../../../../../src/client/storage/memory-storage.ts';
import type { MemoryDisk } from '../../../../../../src/client/storage/memory-tables.ts';
import type { Storage } from '../../../../../../src/client/storage/storage.ts';
import type { OpenVault } from '../../../../../../src/client/vault/model.ts';
import { openContributor } from '../../../../../../src/contract/contributor.ts';
import { generateKeyPair } from '../../../../../../src/contract/keys.ts';
import { tabletProcedures } from '../../../../../support/procedures/tablet-procedures.ts';
import { sampleVault } from '../../../../../support/seal/samples.ts';
import { enrolTablet, idOf } from '../../../../../support/sync/tablet.ts';
import { fieldServices, quietSync } from '../../../../../support/tablet/field-services.ts';

const LANGUAGE = 'mtq-Latn-VN';
const PHRASE = 'interview:go.next';
/** Those of this build, on the day of most tests. */
const shipped = tabletProcedures(createMemoryStorage());
const Offered = () => useOffered().length;

let disk: MemoryDisk;
let storage: Storage;
let vault: OpenVault;
let woken: string[];
let ids: number;

beforeAll(async () => {
  await startTexts();
  // Read once before: a press that leads to a screen that waits for them is not awaited as React's tests want it.
  await act(async () => {
    render(
      <ProceduresContext value={shipped}>
        <Suspense>
          <Offered />
        </Suspense>
      </ProceduresContext>,
    );
  });
  cleanup();
});
beforeEach(async () => {
  const tablet = await enrolTablet(await generateKeyPair('signing'));
  disk = tablet.disk;
  storage = tablet.openTab();
  vault = await sampleVault();
  woken = [];
  ids = 500;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'mediaDevices');
});

async function show(room?: string, search = '') {
  const session = createSessionHolder();
  session.unlock({ vault, records: await storage.openRecords(vault) });
  const { hook, searchHook } = memoryLocation({ path: '/', searchPath: search });
  await act(async () => {
    render(
      <Router hook={hook} searchHook={searchHook}>
        <ServicesContext
          value={fieldServices(storage, session, {
            sync: { ...quietSync, wake: (why) => woken.push(why) },
            now: () => new Date('2026-11-28T10:00:00Z'),
            newId: () => {
              ids += 1;
              return idOf(ids);
            },
          })}
        >
          <ProceduresContext value={shipped}>
            <Suspense>
              <WorkshopPage language={LANGUAGE} room={room} />
            </Suspense>
          </ProceduresContext>
        </ServicesContext>
      </Router>,
    );
  });
}

const speaker = (number: number, name: string) => ({
  id: idOf(number),
  name,
  village: 'Bản Poọng',
  variety: '',
  consent: {
    textHash: 'h'.repeat(43),
    language: 'vi',
    givenAt: '2026-11-28T10:00:00.000Z',
    mayBeNamed: true,
  },
});

async function knows(...people: readonly ReturnType<typeof speaker>[]) {
  const device = await storage.findDevice();
  if (device === undefined) throw new Error('not enrolled');
  for (const person of people) await keepSpeaker(storage.languages, vault, device, person);
}

/** A microphone that hears these bytes; the browser of these tests reads no sound, so the take stays as it is. */
function plugIn(bytes: Uint8Array<ArrayBuffer>) {
  const tracks = [{ stop: vi.fn() }];
  const getUserMedia = vi.fn(async () => ({ getTracks: () => tracks }));
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia } });
  class Recorder extends EventTarget {
    static isTypeSupported = () => true;
    start() {}
    stop() {
      this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob([bytes]) }));
      this.dispatchEvent(new Event('stop'));
    }
  }
  vi.stubGlobal('MediaRecorder', Recorder);
  return tracks;
}

function unplug(error: DOMException) {
  const getUserMedia = async () => {
    throw error;
  };
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia } });
}

const press = async (name: string | RegExp) =>
  await userEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string | RegExp) => await userEvent.click(await screen.findByLabelText(name));
const voices = async () =>
  (await storage.languages.listContributions()).flatMap((one) => (one.kind === 'voice' ? [one] : []));

/** As somebody known here, at the sentence. */
async function standBefore(phrase = PHRASE) {
  await knows(speaker(1, 'Hà Thị Mẫu'));
  await show(undefined, `phrase=${phrase}`);
  await choose(/^Hà Thị Mẫu/);
  await press('Tiếp theo');
  await screen.findByRole('button', { name: 'Ghi âm' });
}

describe('somebody new', () => {
  it('is told what becomes of the voice before anything is asked, and nothing is ticked beforehand', async () => {
    await show('record', 'where=interview');
    expect(await screen.findByText(/Ủy ban nhân dân xã Pù Luông giữ giọng nói/)).toBeTruthy();
    expect(screen.queryByLabelText('Họ và tên')).toBeNull();
    const boxes = screen.getAllByRole('radio');
    expect(boxes).toHaveLength(4);
    expect(boxes.some((box) => box instanceof HTMLInputElement && box.checked)).toBe(false);
    const next = screen.getByRole('button', { name: 'Tiếp theo' });
    expect(next).toHaveProperty('disabled', true);
    await choose('Đồng ý');
    expect(next).toHaveProperty('disabled', true);
    await choose('Không nêu tên');
    expect(next).toHaveProperty('disabled', false);
  });

  it('who does not agree is asked for nothing, and nothing is kept', async () => {
    await show('record', 'where=interview');
    await choose('Không đồng ý');
    expect(await screen.findByText(/không ghi gì cả/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Tiếp theo' })).toHaveProperty('disabled', true);
    expect(await storage.languages.listContributions()).toEqual([]);
  });

  it('is kept sealed with the hash of the very text, and then asked for the first sentence', async () => {
    await show('record', 'where=interview');
    const text = (await screen.findByText(/Ủy ban nhân dân xã Pù Luông giữ giọng nói/)).textContent ?? '';
    await choose('Đồng ý');
    await choose('Nêu tên');
    await press('Tiếp theo');
    await userEvent.type(await screen.findByLabelText('Họ và tên'), 'Bùi Văn Mẫu');
    await userEvent.type(screen.getByLabelText('Thôn, bản'), 'Bản Khuyn');
    await press('Tiếp theo');
    expect(await screen.findByText(/^Tiếng Mường · Câu 1 \//)).toBeTruthy();
    const [row] = await storage.languages.listContributors(vault);
    const kept = JSON.parse(row?.words ?? '{}');
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    expect(kept).toMatchObject({
      name: 'Bùi Văn Mẫu',
      consent: { textHash: Buffer.from(hash).toString('base64url'), language: 'vi', mayBeNamed: true },
    });
    const [sent] = await storage.languages.listContributions();
    expect(sent?.kind).toBe('contributor');
    if (sent?.kind === 'contributor')
      expect(await openContributor(sent.sealed, sent.id, await generateKeyPair('sealing'))).toBeUndefined();
  });
});

describe('recording', () => {
  it('keeps nothing before somebody says so, then keeps it and goes on; what was made is sent on leaving', async () => {
    plugIn(new Uint8Array([1, 2, 3]));
    await standBefore();
    expect(screen.getByText('Tiếp theo')).toBeTruthy();
    await press('Ghi âm');
    await press('Dừng');
    await screen.findByRole('button', { name: 'Nghe thử' });
    expect(await voices()).toEqual([]);
    await press(/^Giữ/);
    await waitFor(async () =>
      expect(await voices()).toMatchObject([
        { phrase: PHRASE, of: 'Tiếp theo', language: LANGUAGE, contributorId: idOf(1), state: 'waiting' },
      ]),
    );
    await waitFor(() => expect(screen.queryByText('Tiếp theo')).toBeNull());
    expect(woken).toEqual([]);
    cleanup();
    expect(woken).toEqual(['finished']);
  });

  it('goes by the keyboard alone: the next thing to do has the focus', async () => {
    plugIn(new Uint8Array([1, 2, 3]));
    await standBefore();
    for (const name of ['Ghi âm', 'Dừng', 'Giữ, sang câu sau']) {
      await screen.findByRole('button', { name });
      await waitFor(() => expect(document.activeElement?.textContent).toBe(name));
      await userEvent.keyboard(' ');
    }
    await waitFor(async () => expect(await voices()).toHaveLength(1));
  });

  it.each([
    ['NotAllowedError', /Trình duyệt chưa cho dùng micrô/],
    ['NotFoundError', /không có micrô dùng được/],
  ])('says what to do after %s', async (name, words) => {
    unplug(new DOMException('', name));
    await standBefore();
    await press('Ghi âm');
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Ghi âm' })).toBeTruthy();
  });

  it('that heard nothing says so', async () => {
    plugIn(new Uint8Array());
    await standBefore();
    await press('Ghi âm');
    await press('Dừng');
    expect(await screen.findByText(/Không nghe thấy ai nói/)).toBeTruthy();
  });

  it('stops and says so when nobody sees the page any more; the microphone is closed', async () => {
    const [track] = plugIn(new Uint8Array([1]));
    await standBefore();
    await press('Ghi âm');
    await screen.findByRole('button', { name: 'Dừng' });
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
    vi.restoreAllMocks();
    expect(await screen.findByText(/Màn hình bị che nên đã dừng ghi/)).toBeTruthy();
    expect(track?.stop).toHaveBeenCalled();
  });

  it('that is too long or finds no space is not kept, and can be heard and made again', async () => {
    plugIn(new Uint8Array(90_001));
    await standBefore();
    await press('Ghi âm');
    await press('Dừng');
    await press(/^Giữ/);
    expect(await screen.findByText(/Câu dài quá/)).toBeTruthy();
    plugIn(new Uint8Array([1, 2]));
    await press('Ghi lại');
    await press('Dừng');
    disk.isFull = true;
    await press(/^Giữ/);
    expect(await screen.findByText(/Máy hết chỗ, chưa giữ được/)).toBeTruthy();
    expect(await voices()).toEqual([]);
    disk.isFull = false;
    await press(/^Giữ/);
    await waitFor(async () => expect(await voices()).toHaveLength(1));
  });
});

describe('checking', () => {
  async function lent(number: number, contributorId: string, phrase: string, of: string) {
    const digest = String(number).repeat(43).slice(0, 43);
    await storage.languages.contribute(
      {
        id: idOf(number),
        staffId: vault.staffId,
        state: 'waiting',
        kind: 'voice',
        contributorId,
        at: '2026-11-28T10:00:00.000Z',
        language: LANGUAGE,
        phrase,
        of,
        mediaType: 'audio/webm',
        seconds: 1,
        digest,
      },
      { digest, mediaType: 'audio/webm', bytes: new Uint8Array([number]) },
    );
  }

  it('hears what others said before it judges, and never oneself', async () => {
    vi.stubGlobal(
      'Audio',
      class {
        onended: () => void = () => undefined;
        play = async () => this.onended();
        pause() {}
      },
    );
    await knows(speaker(1, 'Hà Thị Mẫu'), speaker(2, 'Bùi Văn Mẫu'));
    await lent(10, idOf(1), PHRASE, 'Tiếp theo');
    await lent(11, idOf(2), 'interview:go.back', 'Quay lại');
    await show('check');
    await choose(/^Bùi Văn Mẫu/);
    await press('Tiếp theo');
    expect(await screen.findByText(/còn 1 bản ghi/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Đúng và rõ' })).toBeNull();
    await press('Nghe');
    await press('Đúng và rõ');
    expect(await screen.findByText(/Không ai tự kiểm tra giọng mình/)).toBeTruthy();
    expect(
      (await storage.languages.listContributions()).filter(({ kind }) => kind === 'verdict'),
    ).toMatchObject([{ voiceId: idOf(10), verdict: 'good', contributorId: idOf(2), state: 'waiting' }]);
  });
});

describe('the page of a language', () => {
  it('counts its voices and thanks those who may be named', async () => {
    await knows(speaker(1, 'Hà Thị Mẫu'));
    plugIn(new Uint8Array([1]));
    await show(undefined, `phrase=${PHRASE}`);
    await choose(/^Hà Thị Mẫu/);
    await press('Tiếp theo');
    await press('Ghi âm');
    await press('Dừng');
    await press(/^Giữ/);
    await waitFor(async () => expect(await voices()).toHaveLength(1));
    cleanup();
    await show();
    expect(await screen.findByText(/^1 \/ [\d.]+ câu đã có giọng$/)).toBeTruthy();
    expect(await screen.findByText('Hà Thị Mẫu')).toBeTruthy();
    expect(await screen.findByRole('link', { name: /^Đăng ký khai sinh/ })).toBeTruthy();
  });
});
