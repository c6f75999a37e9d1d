import { type Page, test } from '@playwright/test';
import { v7 } from 'uuid';
import { enrolTablet } from '../../src/client/features/field/enrol/enrol-tablet.ts';
import { redeemOverHttp } from '../../src/client/features/field/enrol/redeem-code.ts';
import { createMemoryStorage } from '../../src/client/storage/memory-storage.ts';
import { askOffice } from '../../src/client/sync/ask-office.ts';
import { randomBytes } from '../../src/client/sync/browser-ports.ts';
import { toBase64url } from '../../src/contract/base64url.ts';
import { sealContributor } from '../../src/contract/contributor.ts';
import { importPublicKey, sha256Base64url } from '../../src/contract/keys.ts';
import { type Contribution, giveContributions } from '../../src/contract/operations/languages.ts';
import { CONTRACT_VERSION } from '../../src/contract/version.ts';
import { addFieldStaff, makeEnrolmentCode, signInFirstTime } from '../e2e/support/at-the-office.ts';
import { Server } from '../e2e/support/server.ts';
import { Tablet } from '../e2e/support/tablet.ts';
import { shoot } from './shoot.ts';

const LANGUAGE = 'mtq-Latn-VN';
/** Nobody's words: where a translation would stand. */
const STAND_IN = '(chỗ của bản dịch)';
const SPOKEN = [
  ['interview:go.next', 'Tiếp theo'],
  ['interview:go.back', 'Quay lại'],
  ['interview:go.later', 'Để sau'],
  ['interview:go.home', 'Về trang chính'],
] as const;

/** A workshop in a village: two speakers who agreed to be named and one who did not, recordings, a few words. */
async function holdWorkshop(server: Server, code: string): Promise<void> {
  const storage = createMemoryStorage();
  const enrolled = await enrolTablet(
    {
      storage,
      redeem: redeemOverHttp(server.url, fetch),
      newId: v7,
      measureCost: async () => ({ memory: 256, passes: 1 }),
    },
    { code, deviceName: 'Máy 03', pin: '270491' },
  );
  const device = await storage.findDevice();
  if (enrolled.kind !== 'enrolled' || device === undefined) throw new Error(enrolled.kind);
  const office = await importPublicKey(device.sealingKey.publicKey, 'sealing');
  if (office === undefined) throw new Error('sealing key is damaged');
  const { staffId } = enrolled.vault;
  const at = new Date().toISOString();
  const person = async (name: string, village: string, mayBeNamed: boolean): Promise<Contribution> => {
    const id = v7();
    const consent = { textHash: 'A'.repeat(43), language: 'vi', givenAt: at, mayBeNamed };
    const sealed = await sealContributor({ id, name, village, variety: 'Mường trong', consent }, office);
    return { kind: 'contributor', id, staffId, keyId: office.id, sealed };
  };
  const people = [
    await person('Bùi Thị Hòa', 'bản Đôn', true),
    await person('Hà Văn Thành', 'bản Kho Mường', true),
    await person('Người thứ ba', 'bản Son', false),
  ] as const;
  const made = { staffId, at, language: LANGUAGE };
  const voices = await Promise.all(
    SPOKEN.map(async ([phrase, of], index): Promise<Contribution> => {
      const sound = new Uint8Array(400).fill(index);
      return {
        kind: 'voice',
        id: v7(),
        contributorId: people[index % 3]?.id ?? '',
        ...made,
        phrase,
        of,
        mediaType: 'audio/webm',
        seconds: 1.4,
        digest: await sha256Base64url(sound),
        sound: toBase64url(sound),
      };
    }),
  );
  const verdicts = voices.slice(0, 2).map(
    (voice, index): Contribution => ({
      kind: 'verdict',
      id: v7(),
      staffId,
      at,
      contributorId: people[index + 1]?.id ?? '',
      voiceId: voice.id,
      verdict: index === 0 ? 'good' : 'again',
    }),
  );
  const texts = SPOKEN.slice(0, 3).map(
    ([phrase, of]): Contribution => ({
      kind: 'text',
      id: v7(),
      contributorId: people[0].id,
      ...made,
      phrase,
      of,
      text: STAND_IN,
    }),
  );
  const asked = await askOffice({ origin: server.url, fetch, randomBytes, storage }, giveContributions, {
    contractVersion: CONTRACT_VERSION,
    contributions: [...people, ...voices, ...verdicts, ...texts],
  });
  if (asked.kind !== 'answered' || asked.answer.refused.length > 0) throw new Error(JSON.stringify(asked));
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}

test('the office’s room for languages', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    const next = 'mua-xuan-ve-ban-2026';
    await signInFirstTime(page, server.url, { login: 'admin', password: server.oneTimePassword, next });
    await open(page, `${server.url}/office/languages`);
    await shoot(page, 'office-languages-empty', { desk: 'too' });

    const holder = { name: 'Lò Văn Pó', login: 'po' };
    await addFieldStaff(page, server.url, holder);
    await holdWorkshop(server, await makeEnrolmentCode(page, server.url, holder.name));
    await open(page, `${server.url}/office/languages`);
    await shoot(page, 'office-languages', { desk: 'too' });
    await open(page, `${server.url}/office/languages/${LANGUAGE}?q=go.`);
    await shoot(page, 'office-language', { desk: 'too' });
    await page
      .getByRole('button', { name: /^Sửa bản dịch/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: /^Bản dịch của câu/ }).fill(`${STAND_IN} {{ten}}`);
    await shoot(page, 'office-language-edit', { desk: 'too' });
    await page.getByRole('button', { name: 'Thôi' }).click();
    await page.getByRole('button', { name: 'Công bố' }).click();
    await shoot(page, 'office-language-publish', { desk: 'too' });
    await page.getByRole('button', { name: 'Thôi' }).click();
    await page.getByRole('button', { name: 'Tệp cho người dịch' }).click();
    await page.locator('[data-languages="files"]').setInputFiles({
      name: 'interview.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ go: { next: `${STAND_IN} {{ten}}`, sideways: STAND_IN } })),
    });
    await page.getByRole('alert').waitFor();
    await shoot(page, 'office-language-files', { desk: 'too' });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});
