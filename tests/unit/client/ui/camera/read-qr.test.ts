// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { openQrReader } from '../../../../../src/client/ui/camera/read-qr.ts';

/** What our own reader sees, as bytes of which it may have misread the text. */
const own = vi.hoisted(() => ({ sees: [] as string[], looks: 0 }));
vi.mock('../../../../../src/client/ui/camera/read-codes.ts', () => ({
  readCodes: async () => {
    own.looks += 1;
    return own.sees.map((text) => ({ bytes: new TextEncoder().encode(text), text: 'misread' }));
  },
}));
afterEach(() => {
  globalThis.BarcodeDetector = undefined;
  own.looks = 0;
});

const picture = new ImageData(1, 1);
const isName = (text: string) => text === 'Mẩy';

function installNative(detect: () => Promise<readonly { rawValue: string }[]>, formats = ['qr_code']): void {
  globalThis.BarcodeDetector = class {
    static async getSupportedFormats() {
      return formats;
    }
    detect = detect;
  };
}

it('is our own where the browser has none, and takes the bytes for UTF-8', async () => {
  own.sees = ['Mẩy'];
  expect(await (await openQrReader())(picture, isName)).toEqual(['Mẩy']);
});

it('is our own where the browser knows other codes only', async () => {
  installNative(async () => [{ rawValue: 'never asked' }], ['ean_13']);
  own.sees = ['Mẩy'];
  expect(await (await openQrReader())(picture, isName)).toEqual(['Mẩy']);
});

it('is the browser’s where it reads what is looked for', async () => {
  installNative(async () => [{ rawValue: 'Mẩy' }]);
  expect(await (await openQrReader())(picture, isName)).toEqual(['Mẩy']);
  expect(own.looks).toBe(0);
});

it('asks ours too where the browser’s reads something else, or fails', async () => {
  own.sees = ['Mẩy'];
  installNative(async () => [{ rawValue: 'Máº©y' }]);
  expect(await (await openQrReader())(picture, isName)).toEqual(['Máº©y', 'Mẩy']);
  installNative(() => Promise.reject(new Error('service unavailable')));
  expect(await (await openQrReader())(picture, isName)).toEqual(['Mẩy']);
});

it('asks ours too once the browser’s has seen nothing for a while', async () => {
  own.sees = ['Mẩy'];
  installNative(async () => []);
  const read = await openQrReader();
  const seen: (readonly string[])[] = [];
  for (let count = 0; count < 40; count++) seen.push(await read(picture, isName));
  expect(seen[0]).toEqual([]);
  expect(seen.at(-1)).toEqual(['Mẩy']);
});
