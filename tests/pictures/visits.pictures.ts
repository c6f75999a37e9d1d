import { expect, type Page, test } from '@playwright/test';
import { v7 } from 'uuid';
import * as z from 'zod';
import type { ProblemReport } from '../../src/contract/up/report.ts';
import type { HeadlessTablet } from '../../src/server/demo/tablet.ts';
import { enrolHeadless, fileBirth } from '../e2e/support/arrivals.ts';
import { signInFirstTime } from '../e2e/support/at-the-office.ts';
import { sendNow } from '../e2e/support/at-the-sender.ts';
import { onRoad } from '../e2e/support/road.ts';
import { paperPhoto } from './paper-photo.ts';
import { shoot } from './shoot.ts';

const MINUTE = 60_000;
const desk = { desk: true } as const;
const dayFrom = (days: number) =>
  new Date(Date.now() + 7 * 60 * MINUTE + days * 86_400_000).toISOString().slice(0, 10);

test('visits and problems, at the office and on the tablet', async () => {
  await onRoad(async ({ server, tablet, page: field, url }) => {
    const office = await tablet.context.newPage();
    const photo = await paperPhoto(office);
    await office.setViewportSize({ width: 1440, height: 900 });
    await signInFirstTime(office, url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: 'mua-xuan-ve-ban-2026',
    });
    const me = await ask(office, 'GET', '/api/office/me');
    const departmentId = crypto.randomUUID();
    await ask(office, 'PUT', `/api/office/departments/${departmentId}`, {
      commune: me.commune?.code,
      name: 'Bộ phận Kinh tế - Hạ tầng (mẫu)',
      confirmed: false,
    });
    const headless = await enrolHeadless(server.url, await server.makeEnrolmentCode(), 'Máy 05');
    const birth = await fileBirth(headless, {
      childName: 'Phạm Nguyễn Hoàng Thảo Chi',
      motherName: 'Ngân Thị Bích',
      fatherName: 'Phạm Nguyễn Hoàng Long',
      village: 'bản Kho Mường',
    });
    const { revision } = await ask(office, 'GET', `/api/office/dossiers/${birth}`);
    await ask(office, 'POST', `/api/office/dossiers/${birth}/actions`, {
      commandId: v7(),
      revision,
      act: {
        kind: 'request-supplement',
        reason: 'Ảnh giấy chứng sinh không đọc được ngày sinh.',
        items: [{ what: 'document', id: 'birth-proof', note: 'Chụp lại cho rõ.' }],
        assignedTo: null,
      },
    });
    const plan = (day: number, village: string, names: readonly string[], note = '') =>
      ask(office, 'POST', '/api/office/visits', {
        id: v7(),
        day: dayFrom(day),
        village,
        note,
        households: names.map((name) => ({ name, note: '', accountId: null, dossierId: null })),
        staffIds: [me.id],
      });
    await plan(-3, 'bản Hiêu', ['Lương Thị Sen']);
    const today = await plan(
      0,
      'bản Kho Mường',
      ['Ngân Thị Bích', 'Hà Văn Thành'],
      'Gặp trưởng bản trước. Mang theo máy in và giấy.',
    );
    await plan(0, 'bản Đôn', []);
    const cancelled = await plan(2, 'bản Son', ['Lò Thị Mẩy']);
    await plan(5, 'bản Bá', ['Vi Thị Lan', 'Hà Công Mạnh', 'Lò Văn Inh']);
    await ask(office, 'POST', `/api/office/visits/${cancelled.id}/cancel`, {
      revision: 1,
      reason: 'Đường vào bản sạt lở.',
    });

    await test.step('on the tablet', async () => {
      await field.bringToFront();
      await sendNow(field);
      await expect(field.getByText('2 chuyến đi hôm nay')).toBeVisible();
      await shoot(field, 'visits-home');
      await field.getByRole('link', { name: 'Việc và báo cáo' }).click();
      await field.getByRole('link', { name: /^bản Kho Mường/ }).waitFor();
      await shoot(field, 'visits-work', { whole: true });
      await field
        .getByRole('link', { name: /^bản Kho Mường/ })
        .first()
        .click();
      await field.getByRole('radio', { name: 'Đã gặp và đã làm' }).check();
      await field.getByLabel('Ghi chú cho văn phòng').fill('Bác Bích đã ký, hẹn lấy giấy tuần sau.');
      await shoot(field, 'visits-visit', { whole: true });
      await field.getByRole('button', { name: 'Gửi báo cáo' }).click();
      await field.getByText('Đã báo: Đã làm').waitFor();
      await field.getByRole('link', { name: 'Quay lại' }).click();
      await field.getByRole('link', { name: 'Báo một vấn đề' }).click();
      await field
        .getByLabel('Có vấn đề gì?')
        .fill('Cầu treo vào bản hỏng từ hôm qua, xe máy chưa qua được. Ba hộ chưa làm được hồ sơ.');
      await field
        .locator('input[data-photo=camera]')
        .setInputFiles({ name: 'cau.png', mimeType: 'image/png', buffer: photo });
      await field.getByRole('button', { name: 'Dùng ảnh này' }).click();
      await field.getByAltText('Ảnh 1').waitFor();
      await shoot(field, 'problems-report', { whole: true });
      await field.getByRole('button', { name: 'Gửi về văn phòng' }).click();
      await field.getByRole('heading', { name: 'Vấn đề đã báo' }).waitFor();
      await field.getByRole('link', { name: 'Quay lại' }).click();
      await field.getByRole('link', { name: 'Về trang chính' }).click();
      await sendNow(field);
    });

    await say(headless, 'Máy in ở nhà văn hóa bản Đôn hết mực, không in được phiếu cho bà con.');
    await say(headless, 'Bà con hỏi thẻ bảo hiểm y tế cũ còn dùng được không.');
    await test.step('at the office', async () => {
      await office.bringToFront();
      await office.goto(`${url}/office/visits`);
      await office.getByRole('link', { name: /bản Bá/ }).waitFor();
      await shoot(office, 'office-visits-month', desk);
      await office.goto(`${url}/office/visits/week/${dayFrom(0)}/${today.id}`);
      await office.getByText('Bác Bích đã ký, hẹn lấy giấy tuần sau.').waitFor({ timeout: 60_000 });
      await shoot(office, 'office-visits-week', desk);
      await office.getByRole('link', { name: 'Danh sách', exact: true }).click();
      await office.getByRole('listitem').first().waitFor();
      await shoot(office, 'office-visits-list', desk);
      await office.getByRole('button', { name: 'Lên lịch đến nhà Phạm Nguyễn Hoàng Thảo Chi' }).click();
      await office.getByRole('dialog').getByLabel('Tìm theo tên người hoặc tên bản').fill('ngan thi');
      await office.getByRole('button', { name: /Thêm Ngân Thị Bích/ }).waitFor();
      await shoot(office, 'office-visits-plan', desk);
      await office.keyboard.press('Escape');
      await office.goto(`${url}/office/problems/open`);
      await office.getByRole('link', { name: /Cầu treo/ }).click();
      await office.getByRole('button', { name: 'Xem Ảnh 1' }).waitFor();
      await office.getByRole('button', { name: 'Chuyển cho bộ phận' }).click();
      await office.getByRole('dialog').getByRole('combobox').first().waitFor();
      await shoot(office, 'office-problems-route', desk);
      await office.getByRole('dialog').getByRole('button', { name: 'Chuyển cho bộ phận' }).click();
      await expect(office.getByRole('dialog')).toBeHidden();
      await office
        .getByLabel('Câu trả lời cho cán bộ đi bản')
        .fill('Xã đã báo đội sửa đường. Sáng thứ năm đi lối đập tràn.');
      await office.getByRole('button', { name: 'Gửi câu trả lời' }).click();
      await office.getByText('Quản trị viên trả lời').waitFor();
      await shoot(office, 'office-problems', desk);
    });

    await test.step('the answer', async () => {
      await field.bringToFront();
      await sendNow(field);
      await field.getByText('1 câu trả lời chưa đọc').waitFor();
      await field.getByRole('link', { name: 'Việc và báo cáo' }).click();
      await field.getByRole('link', { name: /Có câu trả lời mới/ }).click();
      await field.getByText('Sáng thứ năm').waitFor();
      await shoot(field, 'problems-answer', { whole: true });
    });
  });
});

async function say(tablet: HeadlessTablet, text: string): Promise<void> {
  const report: ProblemReport = {
    kind: 'problem',
    id: v7(),
    about: null,
    text,
    attachments: [],
    assistedBy: tablet.assistedBy,
    at: new Date(Date.now() - 20 * MINUTE).toISOString(),
  };
  const { refusals } = await tablet.sync([await tablet.sealReport(report)]);
  expect(refusals).toEqual([]);
}

const Told = z.looseObject({
  id: z.string().default(''),
  revision: z.number().default(0),
  commune: z.looseObject({ code: z.string() }).optional(),
});

/** One call of the office's page. */
async function ask(page: Page, method: string, path: string, body?: object): Promise<z.infer<typeof Told>> {
  const answer: unknown = await page.evaluate(
    async ([how, to, sent]) => {
      const response = await fetch(to, {
        method: how,
        headers: { 'content-type': 'application/json' },
        ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
      });
      return await response.json();
    },
    [method, path, body] as const,
  );
  return Told.parse(answer);
}
