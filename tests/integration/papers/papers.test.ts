import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Paper } from '../../../src/contract/operations/papers.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { hasOpenssl, opensslVerifies, signatureIn } from '../../support/pdf/openssl.ts';
import { hasPoppler, pdfsig, pdfText } from '../../support/pdf/poppler.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { addColleague, id, OTHER_COMMUNE, signedIn } from '../office/desk.ts';
import { type Counter, openCounter } from './counter.ts';

let office: TestApp;
let counter: Counter;

const LONG_NAME = 'Phạm Nguyễn Thị Quỳnh Hương Giang Bích Ngọc Thủy Tiên';
const answers = {
  'requester.relation': 'grandparent',
  'requester.name': LONG_NAME,
  'requester.nationalId': '038155001234',
  'requester.residence': { province: '38', commune: '14956', village: 'bản Kho Mường' },
  'requester.phone': '0912345678',
  'document.birthProof': {
    paper: 'photographed',
    alternative: 'live-birth-certificate',
    attachments: ['018f5e7c-0000-7000-8000-000000000001'],
  },
};

beforeAll(async () => {
  office = await buildTestApp();
  office.setTime('2026-11-23T08:05:00+07:00');
  counter = await openCounter(office);
});
afterAll(() => office.close());

const textOf = async (paper: Paper) => (hasPoppler ? pdfText(await counter.pdf(paper.id)) : undefined);

describe('papers of a dossier', () => {
  it('offers what the record calls for, and says on paper what was declared', async () => {
    const dossier = await counter.file('Hà Thị Mây', answers);
    expect((await counter.papers(dossier)).issuable.map(({ form }) => form)).toEqual(['control']);
    const { officialCode } = await counter.act(dossier, { kind: 'accept' });
    expect((await counter.papers(dossier)).issuable.map(({ form }) => form)).toEqual(['receipt', 'control']);
    const text = await textOf(await counter.issue(dossier, 'receipt'));
    for (const said of [
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Liên 1: lưu',
      'Liên 2: giao khách hàng',
      `Mã hồ sơ: ${officialCode}`,
      `Tiếp nhận hồ sơ của: ${LONG_NAME}`,
      'Địa chỉ: bản Kho Mường, Xã Pù Luông, Tỉnh Thanh Hóa',
      'Giấy chứng sinh (1 ảnh chụp)',
      'Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 23 tháng 11 năm 2026',
      'Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 23 tháng 11 năm 2026',
      'Quyển số: 2026, Số thứ tự: 1',
      'Bùi Thị Hòa',
    ])
      if (text !== undefined) expect(text).toContain(said);
    // No number of a person leaves the office on it.
    expect(text ?? '').not.toMatch(/038155001234|038 155 001234/);
  });

  it('issues a paper once: asked again, it is the same paper, the same number, the same bytes', async () => {
    const dossier = await counter.file();
    await counter.act(dossier, { kind: 'accept' });
    await counter.act(dossier, { kind: 'extend', reason: 'Chờ xác minh.', until: '2026-11-25' });
    const first = await counter.issue(dossier, 'apology');
    const bytes = await counter.pdf(first.id);
    const again = await counter.issue(dossier, 'apology');
    expect(again).toEqual(first);
    expect((await counter.pdf(again.id)).equals(bytes)).toBe(true);
    expect((await counter.papers(dossier)).papers).toHaveLength(1);
    // The chain goes on proving which bytes left the office when the certificate has long ended.
    const { detail } = await office.deps.db
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'paper-issued')
      .where('subject', '=', dossier)
      .executeTakeFirstOrThrow();
    expect(detail.digest).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('numbers a series in each commune without a gap and none twice, whoever issues at once', async () => {
    const dossiers = await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        const dossier = await counter.file(`Người ${index}`);
        await counter.act(dossier, {
          kind: 'request-supplement',
          reason: 'Thiếu giấy.',
          items: [{ what: 'document', id: 'birth-proof', note: 'chụp lại' }],
          assignedTo: null,
        });
        return dossier;
      }),
    );
    const papers = await Promise.all(dossiers.map((dossier) => counter.issue(dossier, 'supplement')));
    expect(papers.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `${n}/HDHS`));
  });

  it('gives each accepted dossier its place in the book of the year, in the order of acceptance', async () => {
    const before = await office.deps.db.selectFrom('logbook').selectAll().execute();
    for (const name of ['Một', 'Hai']) await counter.act(await counter.file(name), { kind: 'accept' });
    const all = await office.deps.db.selectFrom('logbook').selectAll().orderBy('number').execute();
    expect(all.map(({ book, number }) => [book, number])).toEqual(
      Array.from({ length: before.length + 2 }, (_, index) => [2026, index + 1]),
    );
  });

  it('says on paper and screen which layout nobody has confirmed', async () => {
    const dossier = await counter.file();
    await counter.act(dossier, { kind: 'withdraw', reason: 'Gia đình xin nộp sau.' });
    const text = await textOf(await counter.issue(dossier, 'stop'));
    if (text !== undefined) {
      expect(text).toContain('Chưa xác nhận');
      expect(text).toContain('Căn cứ dừng: Người dân rút hồ sơ');
      expect(text).toContain('giấy này chưa có giá trị pháp lý');
    }
    expect(await counter.papers(dossier)).toMatchObject({
      unconfirmed: ['apology', 'stop'],
      certificate: { isTest: true },
    });
  });

  it('owes an apology once the date has passed, until one is issued for the new date', async () => {
    await counter.setTime('2026-11-23T10:00:00+07:00');
    const dossier = await counter.file();
    await counter.act(dossier, { kind: 'accept' });
    expect((await counter.papers(dossier)).owesApology).toBe(false);
    await counter.setTime('2026-11-25T08:00:00+07:00');
    expect((await counter.papers(dossier)).owesApology).toBe(true);
    await counter.act(dossier, { kind: 'extend', reason: 'Chờ trạm y tế xác nhận.', until: '2026-11-26' });
    expect((await counter.papers(dossier)).owesApology).toBe(true);
    const text = await textOf(await counter.issue(dossier, 'apology'));
    expect((await counter.papers(dossier)).owesApology).toBe(false);
    for (const said of [
      'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
      'Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 23 tháng 11 năm 2026',
      'Chờ trạm y tế xác nhận.',
      '17 giờ 00 phút, ngày 26 tháng 11 năm 2026',
    ])
      if (text !== undefined) expect(text).toContain(said);
  });

  it('is issued by officers of the commune alone, about what is on record alone', async () => {
    const dossier = await counter.file();
    const accepted = await counter.act(dossier, { kind: 'accept' });
    const about = accepted.history.at(-1)?.id;
    const ask = (form: string, from = counter.browser()) =>
      from.call('POST', `/api/office/dossiers/${dossier}/papers`, { commandId: id(), form, about });
    const stranger = await signedIn(
      office.app,
      await addColleague(office.deps, { roles: ['officer'], commune: OTHER_COMMUNE }),
    );
    const supervisor = await signedIn(office.app, await addColleague(office.deps, { roles: ['supervisor'] }));
    expect((await ask('receipt', stranger)).status).toBe(403);
    expect((await ask('receipt', supervisor)).status).toBe(403);
    expect((await ask('refusal')).body).toMatchObject({
      kind: 'state-not-allowed',
      detail: 'nothing-to-tell',
    });
    const { id: paper } = Paper.parse((await ask('receipt')).body);
    expect((await stranger.call('GET', `/api/office/papers/${paper}`)).status).toBe(403);
    expect((await supervisor.call('GET', `/api/office/papers/${paper}`)).status).toBe(200);
    expect((await verifyAuditChain(office.deps.db)).kind).toBe('intact');
  });
});

describe('the signature', () => {
  const signed = async () => {
    const dossier = await counter.file();
    await counter.act(dossier, { kind: 'refuse', reason: 'Không thuộc thẩm quyền.' });
    return counter.pdf((await counter.issue(dossier, 'refusal')).id);
  };

  it.skipIf(!hasPoppler)(
    'holds in Poppler, over the whole file, and not when one byte is another',
    async () => {
      const pdf = await signed();
      const said = pdfsig(pdf);
      expect(said).toContain('Signature is Valid.');
      expect(said).toContain('Total document signed');
      expect(said).toContain('CHỨNG THƯ THỬ');
      const altered = Buffer.from(pdf);
      // The last byte before the signature's room, and one near the end.
      for (const at of [pdf.indexOf('/ByteRange') - 20, pdf.length - 40]) {
        altered.set(pdf);
        altered[at] = (pdf[at] ?? 0) ^ 1;
        expect(pdfsig(altered)).not.toContain('Signature is Valid.');
      }
    },
  );

  it.skipIf(!hasOpenssl)('is a CMS signature by the office certificate in the eyes of OpenSSL', async () => {
    const { signature, content } = signatureIn(await signed());
    expect(opensslVerifies(signature, content, office.deps.certificate.chain)).toBe(true);
    content[100] = (content[100] ?? 0) ^ 1;
    expect(opensslVerifies(signature, content, office.deps.certificate.chain)).toBe(false);
  });

  it('can be judged by at least one tool that is not ours', () => {
    expect(hasPoppler || hasOpenssl).toBe(true);
  });
});

it('begins a book, its numbers and those of papers anew with the year in Việt Nam, and marks a date not yet sure', async () => {
  await counter.setTime('2026-12-31T23:59:00+07:00');
  const [old, fresh] = [await counter.file('Người cuối năm'), await counter.file('Người đầu năm')];
  const last = await counter.act(old, { kind: 'accept' });
  expect(last.officialCode).toMatch(/-261231-0001$/);
  await counter.act(old, { kind: 'extend', reason: 'Chờ xác minh.', until: '2027-01-06' });
  const receipt = await textOf(await counter.issue(old, 'receipt'));
  if (receipt !== undefined) {
    expect(receipt).toContain('Quyển số: 2026');
    expect(receipt.replace(/\s+/g, ' ')).toContain(
      '17 giờ 00 phút, ngày 04 tháng 01 năm 2027 (theo lịch làm việc dự kiến)',
    );
  }
  // Half past midnight in Việt Nam is still the old year in UTC.
  await counter.setTime('2027-01-01T00:30:00+07:00');
  expect((await counter.issue(old, 'apology')).number).toBe('1/PXL');
  expect((await counter.act(fresh, { kind: 'accept' })).officialCode).toMatch(/-270101-0001$/);
  const place = await office.deps.db
    .selectFrom('logbook')
    .select(['book', 'number'])
    .where('dossier_id', '=', fresh)
    .executeTakeFirstOrThrow();
  expect(place).toEqual({ book: 2027, number: 1 });
});
