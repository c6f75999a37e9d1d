import { beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../../../src/contract/down/receipt.ts';
import {
  receiptText,
  signReceiptList,
  verifyReceiptList,
} from '../../../../src/contract/down/receipt-list.ts';
import { packReceived, unpackReceived } from '../../../../src/contract/down/received.ts';
import { generateKeyPair, type NamedKeyPair, signText } from '../../../../src/contract/keys.ts';

const id = (number: number) => `0192f0a0-0000-7000-8000-${String(number).padStart(12, '0')}`;
const digest = (letter: string) => letter.repeat(43);
const receipts: readonly Receipt[] = [
  { of: 'envelope', id: id(1), digest: digest('a'), receivedAt: '2026-11-22T12:00:00.250Z' },
  { of: 'attachment', id: id(2), digest: digest('b'), receivedAt: '2026-11-22T19:00:00.000+07:00' },
];

let key: NamedKeyPair;
beforeAll(async () => {
  key = await generateKeyPair('signing');
});

describe('a receipt list', () => {
  it('is one text, with times in one spelling', () => {
    expect(receiptText(receipts)).toBe(
      [
        've-ban-receipts/1',
        `envelope ${id(1)} ${digest('a')} 2026-11-22T12:00:00.250Z`,
        `attachment ${id(2)} ${digest('b')} 2026-11-22T12:00:00.000Z`,
      ].join('\n'),
    );
  });

  it('proves by itself what the office received', async () => {
    const list = await signReceiptList(receipts, key);
    const verdict = await verifyReceiptList(JSON.parse(JSON.stringify(list)), [key]);
    expect(verdict).toEqual({
      kind: 'valid',
      list,
      receipts: receipts.map((receipt) => ({
        ...receipt,
        receivedAt: new Date(receipt.receivedAt).toISOString(),
      })),
    });
  });

  it('with another line, key or signature proves nothing', async () => {
    const list = await signReceiptList(receipts, key);
    const other = await generateKeyPair('signing');
    const reasonOf = async (changed: typeof list, keys = [key]) => {
      const verdict = await verifyReceiptList(changed, keys);
      return verdict.kind === 'invalid' ? verdict.reason : 'valid';
    };
    expect(await reasonOf({ ...list, text: list.text.replace(digest('a'), digest('c')) })).toBe('signature');
    expect(await reasonOf({ ...list, text: `${list.text}\n` })).toBe('signature');
    expect(await reasonOf({ ...list, signature: 'AAAA' })).toBe('signature');
    expect(await reasonOf(list, [other])).toBe('other-key');
    expect(await reasonOf(list, [{ ...other, id: key.id }])).toBe('signature');
  });

  it.each([
    ['of another kind', 've-ban-receipts/2'],
    ['with a line of something else', 've-ban-receipts/1\nrefused x y z'],
    [
      'with more in a line',
      `ve-ban-receipts/1\nenvelope ${id(1)} ${digest('a')} 2026-11-22T12:00:00.000Z more`,
    ],
    ['with an empty line', 've-ban-receipts/1\n'],
  ])('%s is malformed, even when it is signed', async (_, text) => {
    const list = { keyId: key.id, signature: await signText(text, key.privateKey), text };
    expect(await verifyReceiptList(list, [key])).toEqual({ kind: 'invalid', reason: 'malformed' });
  });
});

describe('a receipt list on its way down', () => {
  const placed = [
    { place: 4, receipt: receipts[0] },
    { place: 1, receipt: receipts[1] },
  ].flatMap(({ place, receipt }) => (receipt ? [{ place, receipt }] : []));
  const held = [undefined, receipts[1], undefined, undefined, receipts[0]];

  it('is written anew from what the tablet holds at each place', async () => {
    const list = await signReceiptList(receipts, key);
    const received = packReceived(list, placed);
    expect(received).toMatchObject({
      base: '2026-11-22T12:00:00.000Z',
      items: [
        [4, 250],
        [1, 0],
      ],
    });
    expect(unpackReceived(received, held)).toEqual(list);
  });

  it('does not fit a tablet that holds other bytes, nor one that holds nothing at a place', async () => {
    const received = packReceived(await signReceiptList(receipts, key), placed);
    const others = held.map((one) => one && { ...one, digest: digest('x') });
    const rebuilt = unpackReceived(received, others);
    expect(rebuilt && (await verifyReceiptList(rebuilt, [key]))).toEqual({
      kind: 'invalid',
      reason: 'signature',
    });
    expect(unpackReceived(received, held.slice(0, 2))).toBeUndefined();
    expect(
      unpackReceived({ ...received, base: '+275760-09-13T00:00:00.000Z', items: [[1, 1]] }, held),
    ).toBeUndefined();
  });
});
