import { describe, expect, it } from 'vitest';
import type { DossierAct } from '../../../../src/contract/operations/dossier-actions.ts';
import { PaperForm } from '../../../../src/contract/operations/papers.ts';
import { questionKey } from '../../../../src/domain/answers/format-answer.ts';
import type { DossierEventKind } from '../../../../src/domain/dossier/actions.ts';
import { findProcedure } from '../../../../src/procedures/catalogue.ts';
import type { Sheet } from '../../../../src/server/papers/facts/sheet.ts';
import type { Subject } from '../../../../src/server/papers/facts/subject.ts';
import { forms } from '../../../../src/server/papers/forms.ts';
import { owesApology, papersToTell } from '../../../../src/server/papers/issuable.ts';
import { sayForms, wordsOfProcedure } from '../../../../src/server/papers/words.ts';
import { finishPaper, type PaperMatter, writeSheets } from '../../../../src/server/papers/write-paper.ts';
import type { DossierActionRow } from '../../../../src/server/storage/rows.ts';
import { loadTexts, textsOfShipped } from '../../../../src/server/texts.ts';

const texts = loadTexts();
const say = sayForms(texts);
const definition = findProcedure('birth-registration', 1);
if (definition === undefined) throw new Error('no procedure');
const words = wordsOfProcedure(texts, textsOfShipped(texts, 'birth-registration'));
const at = (moment: string) => new Date(`${moment}:00+07:00`);

const subject: Subject = {
  code: '000.00.00.H56-261123-0001',
  hasOfficialCode: true,
  communeName: 'Xã Pù Luông',
  competentName: null,
  owner: 'Hà Gia An',
  applicant: { name: 'Bùi Thị Hòa', address: 'bản Đôn, Xã Pù Luông', phone: '0912 345 678', email: null },
  procedureName: 'Đăng ký khai sinh',
  assistedBy: 'Lò Văn Páo',
  papers: [
    { name: 'Giấy chứng sinh', photos: 2 },
    { name: 'Giấy chứng nhận kết hôn', photos: 0 },
  ],
  limit: { kind: 'working-days', days: 3, confirmed: false },
  resultWay: null,
  receivedAt: at('2026-11-20T16:30'),
  acceptedAt: at('2026-11-23T08:05'),
  acceptedBy: 'Phạm Thị Lan',
  dueAt: at('2026-11-26T17:00'),
  lookUp: 'https://mot-cua.example.vn/tra-cuu?ma=000.00.00.H56-261123-0001',
};

function action(
  kind: DossierEventKind,
  moment: string,
  act?: DossierAct,
  more: Readonly<Record<string, unknown>> = {},
): DossierActionRow {
  return {
    id: `${kind} ${moment}`,
    action: kind,
    at: at(moment),
    staffId: 's',
    staffName: 'Phạm Thị Lan',
    deviceName: null,
    detail: { ...(act && { act }), ...more },
  };
}

const accepted = action(
  'accepted',
  '2026-11-23T08:05',
  { kind: 'accept' },
  { dueAt: '2026-11-26T17:00:00+07:00' },
);

function write(
  form: PaperForm,
  about: DossierActionRow,
  more: Partial<PaperMatter> = {},
): readonly [Sheet, ...Sheet[]] {
  const number = forms[form].series === null ? null : `7/${forms[form].series}`;
  const [first, ...others] = writeSheets(form, {
    subject,
    definition: definition ?? never(),
    words,
    actions: [accepted, about],
    about,
    place: { book: 2026, number: 41 },
    number,
    at: at('2026-11-27T10:00'),
    say,
    ...more,
  });
  return [first ?? never(), ...others];
}

function never(): never {
  throw new Error('nothing there');
}

/** Everything that a sheet says, a line each. */
function linesOf(sheet: Sheet): readonly string[] {
  return sheet.blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'line':
        return [
          `${block.number === undefined ? '' : `${block.number}. `}${block.label} ${block.value ?? '……'}`.trim(),
        ];
      case 'paragraph':
        return [block.text];
      case 'list':
        return block.items;
      default:
        return [
          block.columns.map(({ head }) => head).join(' | '),
          ...block.rows.map((row) => row.join(' | ')),
        ];
    }
  });
}

const refused = action('refused', '2026-11-23T09:00', { kind: 'refuse', reason: 'Không thuộc thẩm quyền.' });
const extended = action(
  'extended',
  '2026-11-27T09:00',
  { kind: 'extend', reason: 'Chờ xác minh.', until: '2026-12-01' },
  { dueAt: '2026-12-01T17:00:00+07:00', dueAtBefore: '2026-11-26T17:00:00+07:00' },
);
const asked = action('supplement-requested', '2026-11-24T09:00', {
  kind: 'request-supplement',
  reason: 'Giấy chứng sinh mờ.',
  items: [
    {
      what: 'document',
      id: 'birth-proof',
      note: 'chụp lại',
      copies: { original: 1, certified: 0, photocopy: 2 },
    },
    { what: 'question', id: 'mother.name', note: '' },
  ],
  assignedTo: null,
});
const stopped = action('stopped', '2026-11-25T09:00', {
  kind: 'stop',
  reason: 'Đã hẹn hai lần.',
  ground: 'not-supplemented',
});
const about: Readonly<Record<PaperForm, DossierActionRow>> = {
  receipt: accepted,
  supplement: asked,
  refusal: refused,
  apology: extended,
  stop: stopped,
  control: stopped,
};

describe('every form', () => {
  it.each(PaperForm.options)(
    '%s is named by title and circular, and leads to the public page by its code alone',
    (form) => {
      const [sheet] = write(form, about[form]);
      expect(sheet.title).toBe(say(`titles.${form}`));
      expect(sheet.form).toBe(`Mẫu “${sheet.title}”, Thông tư 03/2025/TT-VPCP`);
      // A number alone would be another form of the circular before.
      expect(JSON.stringify(sheet)).not.toMatch(/Mẫu( số)? 0?\d\b/);
      expect(sheet.qr?.text).toBe(subject.lookUp);
      expect(sheet.placeAndDay).toBe('Xã Pù Luông, ngày 27 tháng 11 năm 2026');
      expect(sheet.authority).toBe('Ủy ban nhân dân Xã Pù Luông');
      expect(sheet.marks[0]).toBe(`Mã hồ sơ: ${subject.code}`);
      expect(sheet.unconfirmed === null).toBe(forms[form].confirmed);
    },
  );

  it('is marked as unconfirmed exactly where fields or layout were not seen', () => {
    expect(PaperForm.options.filter((form) => !forms[form].confirmed)).toEqual(['apology', 'stop']);
  });

  it('cannot be written about an act that it does not tell of', () => {
    for (const form of PaperForm.options.filter((one) => one !== 'control' && one !== 'receipt'))
      expect(() => write(form, action('begun', '2026-11-24T10:00', { kind: 'begin' }))).toThrow('tells of');
  });
});

it('receipt: two copies of one text, with what was handed in, when, until when, and its place in the book', () => {
  const [kept, given] = write('receipt', accepted);
  expect(kept.marks.at(-1)).toBe('Liên 1: lưu');
  expect(given?.marks.at(-1)).toBe('Liên 2: giao khách hàng');
  expect(given?.blocks).toEqual(kept.blocks);
  expect(linesOf(kept)).toEqual([
    'Bộ phận Tiếp nhận và Trả kết quả Xã Pù Luông',
    'Tiếp nhận hồ sơ của: Bùi Thị Hòa',
    'Chủ hồ sơ: Hà Gia An',
    'Địa chỉ: bản Đôn, Xã Pù Luông',
    'Số điện thoại: 0912 345 678',
    'Email: ……',
    'Nội dung yêu cầu giải quyết: Đăng ký khai sinh',
    'Hình thức nộp: Cán bộ Lò Văn Páo hỗ trợ nộp qua máy tính bảng',
    '1. Thành phần hồ sơ nộp gồm:',
    'Giấy chứng sinh (2 ảnh chụp)',
    'Giấy chứng nhận kết hôn (đã xuất trình)',
    '2. Số lượng hồ sơ: 01 (bộ)',
    '3. Thời gian giải quyết hồ sơ theo quy định là: 3 ngày làm việc (chưa xác nhận)',
    '4. Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 23 tháng 11 năm 2026',
    '5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026',
    '6. Đăng ký nhận kết quả tại: Bộ phận Tiếp nhận và Trả kết quả Xã Pù Luông',
    '7. Vào Sổ theo dõi hồ sơ, Quyển số: 2026, Số thứ tự: 41',
  ]);
  expect(kept.signers).toEqual([
    { role: 'Người nộp hồ sơ', hint: '(Ký, ghi rõ họ tên)', by: null },
    { role: 'Người tiếp nhận hồ sơ', hint: '(Ký, ghi rõ họ tên)', by: 'Phạm Thị Lan' },
  ]);
});

it('receipt: promises what was promised when it was accepted, whatever came after', () => {
  const dueAt = at('2026-12-01T17:00');
  const [sheet] = write('receipt', accepted, {
    subject: { ...subject, dueAt },
    actions: [accepted, extended],
  });
  expect(linesOf(sheet)).toContain(
    '5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026',
  );
});

it('receipt and apology: a date that rests on days nobody has confirmed is promised as provisional', () => {
  const doubted = (one: DossierActionRow) => ({ ...one, detail: { ...one.detail, isDueDoubted: true } });
  expect(linesOf(write('receipt', doubted(accepted))[0])).toContain(
    '5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026 (theo lịch làm việc dự kiến)',
  );
  expect(linesOf(write('apology', doubted(extended))[0])).toContain(
    'Đề nghị gia hạn, thời gian hẹn trả kết quả mới: 17 giờ 00 phút, ngày 01 tháng 12 năm 2026 (theo lịch làm việc dự kiến)',
  );
});

it('receipt: the way that was chosen for the result, and a paper with one photo', () => {
  const [sheet] = write('receipt', accepted, {
    subject: { ...subject, resultWay: 'Gửi qua bưu điện', papers: [{ name: 'Giấy chứng sinh', photos: 1 }] },
  });
  expect(linesOf(sheet)).toEqual(
    expect.arrayContaining(['Giấy chứng sinh (1 ảnh chụp)', '6. Đăng ký nhận kết quả tại: Gửi qua bưu điện']),
  );
});

it('receipt: what nobody knows stays for a pen', () => {
  const nobody = { name: null, address: null, phone: null, email: null };
  const unlimited = { ...accepted, detail: { ...accepted.detail, dueAt: null } };
  const [sheet] = write('receipt', unlimited, {
    subject: { ...subject, applicant: nobody, papers: [], limit: { kind: 'none' }, dueAt: null },
  });
  expect(linesOf(sheet)).toEqual(
    expect.arrayContaining([
      'Tiếp nhận hồ sơ của: Hà Gia An',
      'Địa chỉ: ……',
      '1. Thành phần hồ sơ nộp gồm: ……',
      '3. Thời gian giải quyết hồ sơ theo quy định là: ……',
      '5. Thời gian trả kết quả giải quyết hồ sơ: ……',
    ]),
  );
});

it('supplement: what is missing, how many of which kind, why, and whom to ask', () => {
  const [sheet] = write('supplement', asked);
  expect(sheet.marks[1]).toBe('Số: 7/HDHS');
  expect(linesOf(sheet).slice(-7)).toEqual([
    'TT | Thành phần hồ sơ | Bản chính | Bản chứng thực | Bản photo',
    '1 | Giấy tờ về việc sinh bé – chụp lại | 1 |  | 2',
    `2 | Khai lại: “${words('questions.mother.name.label')}” |  |  | `,
    'Lý do: Giấy chứng sinh mờ.',
    'Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, liên hệ với: Phạm Thị Lan',
    'Số điện thoại liên hệ: ……',
    'Máy lẻ: ……',
  ]);
});

it('supplement: names a question of a step that is asked several times', () => {
  const poor = findProcedure('poor-household-review', 1) ?? never();
  const asksAgain = poor.steps.find(({ repeat }) => repeat !== undefined) ?? never();
  const question = asksAgain.questions[0] ?? never();
  const again = action('supplement-requested', '2026-11-24T09:00', {
    kind: 'request-supplement',
    reason: 'Thiếu.',
    items: [{ what: 'question', id: `${question.id}.2`, note: '' }],
    assignedTo: null,
  });
  const ofPoor = wordsOfProcedure(texts, textsOfShipped(texts, poor.id));
  const [sheet] = write('supplement', again, { definition: poor, words: ofPoor });
  const name = `${ofPoor(questionKey(question, 'label'))} (${ofPoor(`steps.${asksAgain.id}.title`)} 2)`;
  expect(linesOf(sheet)).toContain(`1 | Khai lại: “${name}” |  |  | `);
});

it('refusal: that it is not taken, and the reason as it was given', () => {
  const [sheet] = write('refusal', refused);
  expect(linesOf(sheet)).toContain('Không thuộc thẩm quyền.');
  expect(sheet.signers.map(({ role }) => role)).toEqual(['Người nộp hồ sơ', 'Người tiếp nhận hồ sơ']);
});

it('apology: what was promised, why not, the new time; it tells late from not yet late', () => {
  const [sheet] = write('apology', extended);
  expect(sheet.marks[1]).toBe('Số: 7/PXL');
  expect(linesOf(sheet)).toEqual(
    expect.arrayContaining([
      'Kính gửi: Bùi Thị Hòa',
      'Ngày tiếp nhận: 08 giờ 05 phút, ngày 23 tháng 11 năm 2026',
      'Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026',
      'Lý do chưa trả kết quả đúng hạn: Chờ xác minh.',
      'Đề nghị gia hạn, thời gian hẹn trả kết quả mới: 17 giờ 00 phút, ngày 01 tháng 12 năm 2026',
    ]),
  );
  expect(linesOf(sheet).join(' ')).toContain('Đến nay cơ quan chưa trả');
  const early = write('apology', { ...extended, at: at('2026-11-25T09:00') })[0];
  expect(linesOf(early).join(' ')).toContain('Cơ quan không thể trả');
});

it.each([
  [stopped, 'Căn cứ dừng: Hồ sơ không được bổ sung', 'Lý do dừng: Đã hẹn hai lần.'],
  [
    action('withdrawn', '2026-11-25T09:00', { kind: 'withdraw', reason: 'Nộp sau.' }),
    'Căn cứ dừng: Người dân rút hồ sơ',
    'Lý do dừng: Nộp sau.',
  ],
])('stop: on what ground and why', (act, ground, reason) => {
  const [sheet] = write('stop', act);
  const received = 'Ngày tiếp nhận: 08 giờ 05 phút, ngày 23 tháng 11 năm 2026';
  const from = 'Thời điểm dừng: 09 giờ 00 phút, ngày 25 tháng 11 năm 2026';
  expect(linesOf(sheet)).toEqual(expect.arrayContaining([received, ground, reason, from]));
});

describe('control slip', () => {
  const life = [
    action('filed', '2026-11-20T16:30'),
    accepted,
    action(
      'forwarded',
      '2026-11-23T10:00',
      { kind: 'forward', departmentId: '018f5e7c-0000-7000-8000-000000000001', note: 'Xem giúp' },
      { from: null, to: 'Bộ phận Tư pháp' },
    ),
    action(
      'handed-back',
      '2026-11-24T10:00',
      { kind: 'hand-back', note: '' },
      { from: 'Bộ phận Tư pháp', to: null },
    ),
    action('finished', '2026-11-25T10:00', { kind: 'finish', note: 'Đã ký' }),
    action('returned', '2026-11-25T14:00', {
      kind: 'return-result',
      takenBy: 'Vi Thị Sen',
      as: 'relative',
      signedBy: 'thumbprint',
    }),
  ];
  const rows = (actions: readonly DossierActionRow[], dueAt = subject.dueAt) => {
    const last = actions.at(-1) ?? never();
    const [sheet] = write('control', last, { actions, subject: { ...subject, dueAt } });
    const table = sheet.blocks.find(({ kind }) => kind === 'table');
    return table?.kind === 'table' ? table.rows : [];
  };

  it('follows the dossier from hand to hand, and only to the action that it tells of', () => {
    expect(rows(life).map(([offices]) => offices)).toEqual([
      '1. Giao: Người nộp hồ sơ\n2. Nhận: Bộ phận Tiếp nhận và Trả kết quả',
      '1. Giao: Bộ phận Tiếp nhận và Trả kết quả\n2. Nhận: Bộ phận Tư pháp',
      '1. Giao: Bộ phận Tư pháp\n2. Nhận: Bộ phận Tiếp nhận và Trả kết quả',
      '1. Giao: Bộ phận Tiếp nhận và Trả kết quả\n2. Nhận: Bộ phận Tiếp nhận và Trả kết quả',
      '1. Giao: Bộ phận Tiếp nhận và Trả kết quả\n2. Nhận: Người nộp hồ sơ',
    ]);
    expect(rows(life).at(-1)?.[1]).toContain('Người nhận: Vi Thị Sen');
    expect(rows(life)[0]?.[1]).toContain('Người giao: Bùi Thị Hòa');
    const [forwarded = never()] = life.slice(2);
    const [sheet] = write('control', forwarded, { actions: life });
    expect(sheet.blocks).toContainEqual(
      expect.objectContaining({ kind: 'table', rows: rows(life).slice(0, 2) }),
    );
  });

  it('names the department that ended the work, where the dossier lay with it', () => {
    const [filed = never(), taken = never(), forwarded = never()] = life;
    const finished = action('finished', '2026-11-25T10:00', { kind: 'finish', note: '' });
    expect(rows([filed, taken, forwarded, finished]).at(-1)?.[0]).toBe(
      '1. Giao: Bộ phận Tư pháp\n2. Nhận: Bộ phận Tiếp nhận và Trả kết quả',
    );
  });

  it('shows the dossier leave the department where its work ended without a result, and judges no time', () => {
    const [filed = never(), taken = never(), forwarded = never()] = life;
    const ended = [
      action('stopped', '2026-11-25T10:00', {
        kind: 'stop',
        reason: 'Đã hẹn hai lần',
        ground: 'not-supplemented',
      }),
      action('withdrawn', '2026-11-25T10:00', { kind: 'withdraw', reason: 'Đã hẹn hai lần' }),
    ];
    for (const end of ended) {
      expect(rows([filed, taken, forwarded, end]).at(-1)).toEqual([
        '1. Giao: Bộ phận Tư pháp\n2. Nhận: Bộ phận Tiếp nhận và Trả kết quả',
        expect.stringContaining('10 giờ 00 phút'),
        '',
        'Đã hẹn hai lần',
      ]);
      // At the counter nothing changes hands.
      expect(rows([filed, taken, end])).toHaveLength(1);
    }
  });

  it('names the hand-over with which a department proposes a supplement, and who has the dossier from then on', () => {
    const items = [{ what: 'question', id: 'mother.name', note: '' }] as const;
    const proposed = action(
      'supplement-proposed',
      '2026-11-24T10:00',
      { kind: 'propose-supplement', reason: 'Thiếu tên mẹ', items: [...items] },
      { from: 'Bộ phận Tư pháp', to: null },
    );
    const again = rows([...life.slice(0, 3), proposed, ...life.slice(4)]);
    expect(again.map(([offices]) => offices)).toEqual(rows(life).map(([offices]) => offices));
    expect(again[2]?.[3]).toBe('Thiếu tên mẹ');
  });

  it('names who took a dossier back from a department as its receiver, and leaves the giver to a pen', () => {
    const [, , , handedBack] = life;
    const takenBack = { ...(handedBack ?? never()), detail: { ...handedBack?.detail, isTakenBack: true } };
    const [given, taken] = [handedBack ?? never(), takenBack].map(
      (last) => rows([...life.slice(0, 3), last])[2]?.[1],
    );
    expect(given).toMatch(/Người giao: Phạm Thị Lan\n[\s\S]*Người nhận: \n/);
    expect(taken).toMatch(/Người giao: \n[\s\S]*Người nhận: Phạm Thị Lan\n/);
  });

  it('names the authority of another commune that decides', () => {
    const office = (competentName: string | null) =>
      linesOf(write('control', accepted, { subject: { ...subject, competentName } })[0]).find((one) =>
        one.startsWith(say('control.office')),
      );
    expect(office(null)).not.toContain('Ủy ban nhân dân');
    expect(office('Xã Cổ Lũng')).toContain('; Ủy ban nhân dân Xã Cổ Lũng');
  });

  it.each([
    ['2026-11-26T17:00', 'Trước hạn'],
    ['2026-11-25T17:00', 'Đúng hạn'],
    ['2026-11-25T10:00', 'Đúng hạn'],
    ['2026-11-25T09:59', 'Quá hạn'],
  ])('judges the end of work against a date of %s: %s', (dueAt, said) => {
    expect(rows(life, at(dueAt)).map(([, , outcome]) => outcome)).toEqual(['', '', '', said, '']);
  });
});

it('a paper says at its foot who signed it, and when that counts for nothing', () => {
  const certificate = { name: 'Ủy ban nhân dân xã Pù Luông', isTest: false };
  const foot = (isTest: boolean) =>
    finishPaper('x', [], { ...certificate, isTest }, at('2026-11-27T10:00'), say).foot;
  expect(foot(false)).toEqual([
    'Ký số bởi: Ủy ban nhân dân xã Pù Luông. Giấy phát hành lúc 10:00 27/11/2026.',
  ]);
  expect(foot(true)).toContain('Chứng thư số dùng thử: giấy này chưa có giá trị pháp lý.');
});

it('the record calls for one paper for each event that a form tells of, and for a control slip to the last', () => {
  const actions = [action('filed', '2026-11-20T16:30'), accepted, asked, extended, stopped];
  expect(papersToTell(actions).map(({ form, about: of }) => [form, of])).toEqual([
    ['receipt', accepted.id],
    ['supplement', asked.id],
    ['apology', extended.id],
    ['stop', stopped.id],
    ['control', stopped.id],
  ]);
  const withdrawn = action('withdrawn', '2026-11-25T09:00');
  expect(papersToTell([withdrawn])).toContainEqual({ form: 'stop', about: withdrawn.id, at: withdrawn.at });
  expect(papersToTell([])).toEqual([]);
});

it.each([
  ['in time', '2026-11-26T16:59', [], [], false],
  ['at the very minute', '2026-11-26T17:00', [], [], false],
  ['late, not extended', '2026-11-26T17:01', [], [], true],
  ['extended, its apology not issued', '2026-11-26T16:00', ['e'], [], true],
  ['extended and issued', '2026-11-26T16:00', ['e'], ['e'], false],
  ['late again', '2026-11-26T17:01', ['e'], ['e'], true],
  ['ended', null, [], [], false],
] as const)('owes an apology: %s', (_case, now, extensions, apologies, owes) => {
  const stoodAt = now === null ? null : at(now);
  expect(owesApology({ dueAt: at('2026-11-26T17:00'), stoodAt, extensions, apologies })).toBe(owes);
});
