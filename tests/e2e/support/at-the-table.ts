import { expect, type Locator, type Page } from '@playwright/test';

/*
 * What staff and citizen do at the table, in the words of the screen. Nothing here reaches past what a person can see
 * and touch, except that the question on the screen is recognised by its id.
 */

/** What the person says to one question. Text is typed, or picks the answer of that name where answers are shown. */
export type Said =
  | string
  | { readonly village: string; readonly detail?: string }
  | { readonly paper: string; readonly which?: string; readonly photos?: readonly Buffer[] }
  | 'nothing, go on'
  | 'I do not know'
  | 'signs with a finger';

export type Conversation = Readonly<Record<string, Said>>;

export async function enrol(
  page: Page,
  { code, device, pin }: { code: string; device: string; pin: string },
): Promise<void> {
  await page.getByLabel('Mã ghi danh').fill(code);
  await page.getByLabel('Tên của máy').fill(device);
  await page.getByRole('button', { name: 'Tiếp theo' }).click();
  await choosePin(page, pin);
  await page.getByRole('button', { name: 'Bắt đầu làm việc' }).click({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: 'Hôm nay bà con cần gì?' })).toBeVisible();
}

export async function choosePin(page: Page, pin: string): Promise<void> {
  for (let time = 0; time < 2; time++) {
    const before = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await typePin(page, pin);
    await page.getByRole('button', { name: /^(Tiếp theo|Mở khóa|Xong)/ }).click();
    if (time === 0) await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before);
  }
}

/** The number pad listens to the keyboard too, as people with a keyboard expect. */
export async function typePin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
}

export async function unlock(page: Page, pin: string): Promise<void> {
  await expect(page.getByRole('heading', { name: /^Chào / })).toBeVisible({ timeout: 30_000 });
  await typePin(page, pin);
  await page.getByRole('button', { name: 'Mở khóa' }).click();
  await expect(page.getByRole('heading', { name: 'Hôm nay bà con cần gì?' })).toBeVisible({
    timeout: 30_000,
  });
}

export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Khóa máy' }).click();
  await expect(page.getByRole('heading', { name: /^Chào / })).toBeVisible();
}

/** What brings people, as the home screen says it, and the procedure they mean in these stories. */
const MEANT: Readonly<Record<string, string>> = {
  'Có cháu mới sinh': 'Đăng ký khai sinh',
  'Mở tài khoản dịch vụ công': 'Đăng ký tài khoản',
};

/** Begins what the family came for, by what happened; for a dossier it says whom it is for. */
export async function begin(page: Page, need: string, forWhom?: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^${need}`) }).click();
  await page
    .locator('main')
    .getByRole('link', { name: new RegExp(`^${MEANT[need] ?? need}`) })
    .click();
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  if (forWhom !== undefined) await chooseForWhom(page, forWhom);
}

/** Begins a procedure found by words typed without their accents. */
export async function beginFound(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: /^Việc khác/ }).click();
  await page.getByLabel(/^Tìm việc cần làm/).fill(withoutAccents(name));
  await page
    .locator('main')
    .getByRole('link', { name: new RegExp(`^${escaped(name)}`) })
    .first()
    .click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
}

export async function chooseForWhom(page: Page, forWhom: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Hồ sơ này làm cho ai?' })).toBeVisible();
  await page.locator('label').filter({ hasText: forWhom }).first().click();
  await page.getByRole('button', { name: 'Tiếp theo' }).click();
}

const withoutAccents = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The question on the screen, or undefined where none is asked (read-back, stops). */
async function questionAsked(page: Page): Promise<string | undefined> {
  const asked = page.locator('main [data-question]');
  return (await asked.count()) === 1 ? ((await asked.getAttribute('data-question')) ?? undefined) : undefined;
}

/**
 * Answers question after question until the conversation has nothing to say to the one on the screen.
 * Returns that question's id, or undefined at the read-back.
 */
export async function talk(page: Page, conversation: Conversation): Promise<string | undefined> {
  for (let count = 0; count < 120; count++) {
    await expect(page.locator('main [data-question]').or(endOfQuestions(page)).first()).toBeAttached();
    const question = await questionAsked(page);
    if (question === undefined) return undefined;
    const said = conversation[question];
    if (said === undefined) return question;
    await answer(page, said);
    await goOn(page, question);
  }
  throw new Error('the interview does not end');
}

/**
 * The same conversation in staff mode, a whole step on each screen: answers what is asked, and what the answers bring up.
 * Returns the first question it has nothing to say to, or undefined at the read-back.
 */
export async function talkByStep(page: Page, conversation: Conversation): Promise<string | undefined> {
  const asked = page.locator('main [data-question]');
  for (let count = 0; count < 60; count++) {
    await expect(asked.or(endOfQuestions(page)).first()).toBeAttached();
    const answered: string[] = [];
    for (;;) {
      const shown = await asked.evaluateAll((all) =>
        all.map((one) => one.getAttribute('data-question') ?? ''),
      );
      const question = shown.find((one) => !answered.includes(one));
      if (question === undefined) break;
      const said = conversation[question];
      if (said === undefined) return question;
      await answer(page, said, page.locator(`main [data-question="${question}"]`));
      answered.push(question);
    }
    const last = answered.at(-1);
    if (last === undefined) return undefined;
    await goOn(page, last);
  }
  throw new Error('the interview does not end');
}

/** Where nothing is asked any more: the read-back, or a stop with its way on. */
function endOfQuestions(page: Page): Locator {
  return page.getByRole('heading', { name: /^(Đọc lại cho người dân nghe|Cần dừng ở đây một chút)$/ });
}

export async function answer(
  page: Page,
  said: Said,
  block = page.locator('main [data-question]'),
): Promise<void> {
  if (said === 'nothing, go on') return;
  if (said === 'I do not know') {
    await block.getByRole('button', { name: 'Không biết' }).click();
    return;
  }
  if (said === 'signs with a finger') return sign(page, block);
  if (typeof said === 'object' && 'paper' in said) return bring(block, said);
  if (typeof said === 'object') {
    await block.locator('label').first().click();
    await block.getByLabel('Thôn, bản').fill(said.village);
    if (said.detail !== undefined) await block.getByLabel(/^Số nhà/).fill(said.detail);
    return;
  }
  const search = block.getByRole('searchbox');
  if ((await search.count()) > 0) await search.fill(said);
  if ((await block.getByRole('radio').or(block.getByRole('checkbox')).count()) > 0) return pick(block, said);
  const day = block.getByLabel('Ngày', { exact: true });
  if ((await day.count()) > 0) {
    const parts = said.split('/');
    await block.getByLabel('Năm', { exact: true }).fill(parts.at(-1) ?? '');
    if (parts.length === 3) {
      await day.fill(parts[0] ?? '');
      await block.getByLabel('Tháng', { exact: true }).fill(parts[1] ?? '');
    }
    return;
  }
  const boxes = block.getByRole('textbox');
  if ((await boxes.count()) === 2 && said.includes(':')) {
    const [hour = '', minute = ''] = said.split(':');
    await boxes.nth(0).fill(hour);
    await boxes.nth(1).fill(minute);
    return;
  }
  await boxes.first().fill(said);
}

/** Touches the card or row whose words, without the small hint, are exactly these, once it is there. */
async function pick(block: Locator, words: string): Promise<void> {
  const labels = block.locator('label');
  const names = () =>
    labels.evaluateAll((all) =>
      all.map(
        (label) => label.querySelector('span:not([aria-hidden])')?.childNodes[0]?.textContent?.trim() ?? '',
      ),
    );
  await expect.poll(names, { message: `answers, with "${words}" among them` }).toContain(words);
  await labels.nth((await names()).indexOf(words)).click();
}

async function bring(block: Locator, said: Extract<Said, { paper: string }>): Promise<void> {
  await pick(block, said.paper);
  if (said.which !== undefined) await pick(block, said.which);
  for (const [index, photo] of (said.photos ?? []).entries()) {
    const before = await block.getByRole('listitem').count();
    await block
      .locator('input[data-photo=camera]')
      .setInputFiles({ name: `page-${index + 1}.png`, mimeType: 'image/png', buffer: photo });
    await block.getByRole('button', { name: 'Dùng ảnh này' }).click();
    await expect(block.getByRole('listitem')).toHaveCount(before + 1);
  }
}

async function sign(page: Page, block: Locator): Promise<void> {
  await pick(block, 'Tự ký');
  const pad = block.locator('canvas');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('nowhere to sign');
  await page.mouse.move(box.x + 40, box.y + box.height / 2);
  await page.mouse.down();
  for (let i = 1; i <= 12; i++) {
    await page.mouse.move(box.x + 40 + i * 15, box.y + box.height / 2 + Math.sin(i) * 30);
  }
  await page.mouse.up();
  await block.getByRole('button', { name: 'Giữ chữ ký này' }).click();
  await expect(block.getByText('Đã ký trên màn hình.')).toBeVisible();
}

/** Presses "next" and waits until another screen is there; an error beside the answer is a failure of the story. */
export async function goOn(page: Page, from: string | undefined): Promise<void> {
  await page.locator('footer button[type=submit]').click();
  await expect
    .poll(async () => (await page.locator(`main [data-question="${from}"]`).count()) > 0, {
      message: `still at ${from}`,
      timeout: 40_000,
    })
    .toBe(false);
}

/** From the read-back to the slip: read back, sign, finish. `others` says who signs before the last one does. */
export async function signAndFinish(
  page: Page,
  signatureQuestion: string,
  others: Conversation = {},
): Promise<string> {
  await expect(page.getByRole('heading', { name: 'Đọc lại cho người dân nghe' })).toBeVisible();
  await page.locator('footer button[type=submit]').click();
  await expect(page.locator('main [data-question]')).toHaveCount(1);
  expect(await talk(page, others)).toBe(signatureQuestion);
  await answer(page, 'signs with a finger');
  await page.getByRole('button', { name: 'Hoàn tất' }).click();
  await expect(page.getByText('CHƯA ĐƯỢC TIẾP NHẬN')).toBeVisible({ timeout: 30_000 });
  const reference = /TAM-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(
    (await page.locator('main').textContent()) ?? '',
  )?.[0];
  if (reference === undefined) throw new Error('no provisional reference on the slip');
  return reference;
}

export async function saved(page: Page): Promise<void> {
  await expect(page.getByText(/^Đã lưu trên máy/)).toBeVisible();
}

/** "Lò Thị Mẩy" and her family are made up; the card number is in the range of test vectors. */
export const registration: Conversation = {
  'consent.register': 'Đồng ý',
  'consent.keepCopy': 'Đồng ý',
  'consent.ethnicity': 'Đồng ý',
  'consent.thumbprint': 'Không đồng ý',
  'consent.contact': 'Đồng ý',
  'person.name': 'Lò Thị Mẩy',
  'person.sex': 'Nữ',
  'person.birthDate': '1999',
  'person.ethnicity': 'Thái',
  'person.residence': { village: 'Bản Đôn' },
  'card.has': 'Có, mang theo đây',
  'card.kind': 'Thẻ căn cước',
  'card.number': '038199000001',
  'card.issuedOn': '15/04/2021',
  'card.expiresOn': 'nothing, go on',
  'card.nameMatches': 'Có',
  'phone.kind': 'Không có điện thoại',
  'trusted.wanted': 'Có',
  'trusted.name': 'Hà Văn Thoán',
  'trusted.relation': 'Vợ hoặc chồng',
  'trusted.phone': 'nothing, go on',
  'language.spoken': 'Tiếng Thái',
  'language.reads': 'Không đọc được',
  'language.interpreter': 'Không',
  'readiness.about': 'nothing, go on',
  'readiness.level': 'Bây giờ chưa',
};

/** A birth twelve days ago at a health station, father declared, two photographed papers. */
export function birth(photos: { certificate: Buffer; marriage: Buffer }, bornOn: string): Conversation {
  return {
    'consent.submit': 'Đồng ý',
    'consent.keepCopy': 'Đồng ý',
    'consent.ethnicity': 'Đồng ý',
    'consent.thumbprint': 'Không đồng ý',
    'consent.contact': 'Không đồng ý',
    'requester.relation': 'Mẹ của bé',
    'requester.idKind': 'Thẻ căn cước',
    'requester.idIssuedOn': '15/04/2021',
    'child.name': 'Hà Minh Khuê',
    'child.sex': 'Con trai',
    'child.birthDate': bornOn,
    'child.situation': 'Không thuộc trường hợp nào',
    'child.nationality': 'Việt Nam',
    'birth.setting': 'Trạm y tế hoặc bệnh viện',
    'birth.place': { village: 'Bản Đôn', detail: 'Trạm y tế xã Pù Luông' },
    'birth.certificate': 'Có',
    'mother.nationality': 'Việt Nam',
    'mother.name': 'Lò Thị Mẩy',
    'mother.birthDate': '1999',
    'mother.nationalId': '038199000001',
    'mother.ethnicity': 'Thái',
    'mother.residenceKind': 'Thường trú',
    'mother.residence': { village: 'Bản Đôn' },
    'parents.married': 'Đã đăng ký',
    'marriage.atHand': 'Không',
    'father.nationality': 'Việt Nam',
    'father.name': 'Hà Văn Thoán',
    'father.birthDate': '03/02/1996',
    'father.nationalId': '038096000002',
    'father.ethnicity': 'Mường',
    'father.residenceKind': 'Thường trú',
    'father.sameResidence': 'Có',
    'child.ethnicity': 'Mường',
    'child.origin': { village: 'Bản Đôn' },
    'household.head': 'Cha của bé',
    'copies.wanted': 'Không',
    'result.way': 'Nhận kết quả bản giấy có đóng dấu',
    'document.birthProof': {
      paper: 'Có mang theo, chụp ảnh',
      which: 'Giấy chứng sinh',
      photos: [photos.certificate],
    },
    'document.requesterId': { paper: 'Có mang theo, chỉ cho xem' },
    'document.marriage': { paper: 'Có mang theo, chụp ảnh', photos: [photos.marriage] },
  };
}

/** `dd/mm/yyyy`, so many days before today in Việt Nam. */
export function daysAgo(days: number): string {
  const date = new Date(Date.now() + 7 * 3_600_000 - days * 86_400_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
