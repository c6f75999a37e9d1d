// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionHolder } from '../../../../../../../src/client/app/session-holder.ts';
import { describeDraft } from '../../../../../../../src/client/features/field/common/describe-draft.ts';
import { ServicesContext } from '../../../../../../../src/client/features/field/common/services.ts';
import { InterviewPage } from '../../../../../../../src/client/features/field/interview/InterviewPage.tsx';
import { startTexts } from '../../../../../../../src/client/i18n/i18n.ts';
import { ProceduresContext } from '../../../../../../../src/client/procedures/procedures-context.ts';
import { createMemoryStorage } from '../../../../../../../src/client/storage/memory-storage.ts';
import type { Draft } from '../../../../../../../src/client/storage/model.ts';
import type { Records, Storage } from '../../../../../../../src/client/storage/storage.ts';
import type { OpenVault } from '../../../../../../../src/client/vault/model.ts';
import type { Answers } from '../../../../../../../src/domain/procedure/contract/answers.ts';
import { evaluate } from '../../../../../../../src/domain/procedure/run.ts';
import { getCurrentProcedure } from '../../../../../../../src/procedures/catalogue.ts';
import { tabletProcedures } from '../../../../../../support/procedures/tablet-procedures.ts';
import { sampleDraft, sampleVault } from '../../../../../../support/seal/samples.ts';
import { fieldServices } from '../../../../../../support/tablet/field-services.ts';

/** What is held before the camera, or why there is none. Everything behind it is the real thing. */
const table = vi.hoisted(() => ({ codes: [] as string[], refusal: undefined as Error | undefined }));
vi.mock('../../../../../../../src/client/ui/camera/watch-camera.ts', () => ({
  watchCamera: async ({ onOpen, onPicture }: { onOpen: () => unknown; onPicture: () => Promise<string> }) => {
    if (table.refusal !== undefined) throw table.refusal;
    await onOpen();
    while (table.codes.length > 0 && (await onPicture()) === 'go-on') table.codes.shift();
  },
}));
vi.mock('../../../../../../../src/client/ui/camera/read-qr.ts', () => ({
  openQrReader: async () => async () => table.codes.slice(0, 1),
}));

const account = getCurrentProcedure('account-registration');
/** Made up; the number is in the range of test vectors. */
const card = (residence: string, name = 'LÒ THỊ MẨY') =>
  `038199000001||${name}|09031999|Nữ|${residence}|15042021`;
const AT_PU_LUONG = 'Bản Đôn, Thành Sơn, Bá Thước, Thanh Hóa';

let storage: Storage;
let vault: OpenVault;
let records: Records;
beforeAll(() => startTexts());
beforeEach(async () => {
  storage = createMemoryStorage();
  vault = await sampleVault();
  records = await storage.openRecords(vault);
  table.codes = [];
  table.refusal = undefined;
});
afterEach(cleanup);

/** An account registration at this question; gives what is stored of its answers. */
async function open(answers: Answers, question: string): Promise<() => Promise<Answers>> {
  const step = account.steps.find(({ questions }) => questions.some(({ id }) => id === question));
  if (step === undefined) throw new Error(question);
  const draft: Draft = {
    ...sampleDraft(),
    kind: 'account',
    procedure: { id: account.id, version: account.version },
    answers,
    at: { step: step.id, question },
  };
  const entry = describeDraft(draft, account, evaluate(account, answers, { today: '2026-11-23' }));
  await records.saveDraft(draft, entry);
  const session = createSessionHolder();
  session.unlock({ vault, records });
  await act(async () => {
    render(
      <ServicesContext value={fieldServices(storage, session)}>
        <ProceduresContext value={tabletProcedures(storage)}>
          <Suspense>
            <InterviewPage draftId={draft.id} />
          </Suspense>
        </ProceduresContext>
      </ServicesContext>,
    );
  });
  return async () => (await records.findDraft(draft.id))?.answers ?? {};
}

async function scan() {
  fireEvent.click(await screen.findByRole('button', { name: 'Quét thẻ căn cước' }));
  return within(await screen.findByRole('dialog'));
}
async function confirmed() {
  const dialog = await scan();
  await dialog.findByText('Những điều trên thẻ có đúng không?');
  return dialog;
}
const sayYes = () => fireEvent.click(screen.getByRole('button', { name: 'Đúng, ghi vào hồ sơ' }));

describe('a card before the camera', () => {
  it('is shown whole, and written only after "yes"', async () => {
    table.codes = [card(AT_PU_LUONG)];
    const stored = await open({}, 'person.name');
    const dialog = await confirmed();
    for (const said of ['Lò Thị Mẩy', 'Nữ', '09/03/1999', '038 199 000001', '15/04/2021']) {
      expect(dialog.getByText(said), said).toBeTruthy();
    }
    expect(await dialog.findByText('Bản Đôn, Xã Pù Luông, Tỉnh Thanh Hóa')).toBeTruthy();
    expect(dialog.getByText(AT_PU_LUONG)).toBeTruthy();
    expect(await stored()).toEqual({});
    fireEvent.click(dialog.getByRole('radio', { name: /^Cục Cảnh sát/ }));
    sayYes();
    expect(await screen.findByText('Đã ghi 8 điều từ thẻ.')).toBeTruthy();
    await waitFor(async () =>
      expect(await stored()).toEqual({
        'person.name': 'Lò Thị Mẩy',
        'person.sex': 'female',
        'person.birthDate': { year: 1999, month: 3, day: 9 },
        'person.residence': { province: '38', commune: '14956', village: 'Bản Đôn' },
        'card.has': 'here',
        'card.kind': 'citizen-card',
        'card.number': '038199000001',
        'card.issuedOn': { year: 2021, month: 4, day: 15 },
      }),
    );
  });

  it('writes nothing where somebody says no, or unticks it', async () => {
    table.codes = [card(AT_PU_LUONG)];
    const stored = await open({}, 'person.name');
    let dialog = await confirmed();
    fireEvent.click(dialog.getByRole('button', { name: 'Không ghi' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    table.codes = [card(AT_PU_LUONG)];
    dialog = await confirmed();
    fireEvent.click(dialog.getByRole('checkbox', { name: /Ngày sinh/ }));
    sayYes();
    await waitFor(async () => expect(await stored()).toHaveProperty(['person.name']));
    expect(await stored()).not.toHaveProperty(['person.birthDate']);
  });

  it('replaces no answer unless somebody chooses that, answer by answer', async () => {
    table.codes = [card(AT_PU_LUONG)];
    const before: Answers = {
      'person.name': 'Lò Thị Mây',
      'person.sex': 'female',
      'person.birthDate': { year: 1998 },
      'card.issuedOn': { unknown: true },
    };
    const stored = await open(before, 'person.name');
    const dialog = await confirmed();
    expect(dialog.getByText('Họ tên trên thẻ khác với họ tên đã nói. Hãy hỏi lại.')).toBeTruthy();
    expect(dialog.getByText('Hồ sơ đã ghi như vậy')).toBeTruthy();
    expect(dialog.getByRole<HTMLInputElement>('radio', { name: /Giữ điều đang ghi.*Mây/ }).checked).toBe(
      true,
    );
    const birth = dialog.getByRole('group', { name: 'Ngày sinh' });
    fireEvent.click(within(birth).getByRole('radio', { name: /Thay bằng/ }));
    sayYes();
    await waitFor(async () => expect(await stored()).toHaveProperty(['card.number']));
    expect(await stored()).toMatchObject({
      'person.name': 'Lò Thị Mây',
      'person.birthDate': { year: 1999, month: 3, day: 9 },
      'card.issuedOn': { year: 2021, month: 4, day: 15 },
    });
  });

  it('fills the boxes of a date that is on the screen, and covers the number', async () => {
    table.codes = [card(AT_PU_LUONG)];
    await open({ 'person.name': 'Lò Thị Mẩy' }, 'card.number');
    await confirmed();
    sayYes();
    expect(await screen.findByText('038•••••0001')).toBeTruthy();
    cleanup();
    table.codes = [card(AT_PU_LUONG)];
    await open({}, 'person.name');
    const [whole] = await screen.findAllByRole('button', { name: 'Cả phần' });
    if (whole !== undefined) fireEvent.click(whole);
    await confirmed();
    sayYes();
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Năm').value).toBe('1999'));
  });

  it('asks which commune where the old one was split', async () => {
    table.codes = [card('Khu 3, Sơn Lư, Quan Sơn, Thanh Hóa')];
    const stored = await open({}, 'person.name');
    const dialog = await confirmed();
    const which = within(await dialog.findByRole('group', { name: /^Nơi này nay thuộc xã nào/ }));
    expect(which.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked)).toEqual([
      false,
      false,
      false,
    ]);
    expect(dialog.queryByText('Nơi ở')).toBeNull();
    fireEvent.click(which.getByRole('radio', { name: /^Xã Tam Lư/ }));
    expect(await dialog.findByText('Khu 3, Xã Tam Lư, Tỉnh Thanh Hóa')).toBeTruthy();
    sayYes();
    await waitFor(async () =>
      expect(await stored()).toMatchObject({
        'person.residence': { province: '38', commune: '15019', village: 'Khu 3' },
      }),
    );
  });

  it('asks which commune where the name occurs twice, and leaves the place open where nobody knows', async () => {
    table.codes = [card('Bản Đôn, Thành Sơn, Thanh Hóa')];
    const stored = await open({}, 'person.name');
    const dialog = await confirmed();
    const which = within(await dialog.findByRole('group', { name: /^Nơi này nay thuộc xã nào/ }));
    expect(which.getByRole('radio', { name: /^Xã Pù Luông/ })).toBeTruthy();
    expect(which.getByRole('radio', { name: /^Xã Trung Thành/ })).toBeTruthy();
    sayYes();
    await waitFor(async () => expect(await stored()).toHaveProperty(['person.name']));
    expect(await stored()).not.toHaveProperty(['person.residence']);
  });

  it('of another province says the province and lets somebody pick the commune', async () => {
    table.codes = [card('Tổ 5, Trung Hòa, Cầu Giấy, Hà Nội')];
    const stored = await open({}, 'person.name');
    const dialog = await confirmed();
    expect(await dialog.findByText('Nơi này nay là xã nào?')).toBeTruthy();
    fireEvent.click(await dialog.findByRole('radio', { name: 'Phường Ba Đình' }));
    sayYes();
    await waitFor(async () =>
      expect(await stored()).toMatchObject({ 'person.residence': { province: '01', commune: '00004' } }),
    );
  });

  it('says softly that the number tells another sex and year', async () => {
    table.codes = [card(AT_PU_LUONG).replace('038199', '038068')];
    await open({}, 'person.name');
    const dialog = await confirmed();
    expect(dialog.getByText(/^Số định danh này thường cấp cho giới khác/)).toBeTruthy();
    expect(dialog.getByText(/^Số định danh này thường cấp cho năm sinh khác/)).toBeTruthy();
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Đúng, ghi vào hồ sơ' }).disabled).toBe(
      false,
    );
  });

  it('is waited for where another code came first', async () => {
    table.codes = ['8934563138164'];
    await open({}, 'person.name');
    const dialog = await scan();
    expect(await dialog.findByText(/^Đây không phải mã trên thẻ căn cước/)).toBeTruthy();
  });

  it('is not asked for beside questions that it cannot answer', async () => {
    await open({ 'consent.ethnicity': { granted: true, at: '2026-11-23T03:00:00Z' } }, 'person.ethnicity');
    expect(await screen.findByText('Hỏi riêng, nói nhỏ')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Quét thẻ căn cước' })).toBeNull();
  });
});

describe('without a camera', () => {
  it.each([
    [new DOMException('no', 'NotAllowedError'), 'Máy ảnh chưa được phép dùng'],
    [new DOMException('no', 'NotFoundError'), 'Máy này không có máy ảnh dùng được'],
    [new TypeError('mediaDevices is undefined'), 'Máy này không có máy ảnh dùng được'],
    [new DOMException('busy', 'NotReadableError'), 'Không mở được máy ảnh'],
  ])('%s is said plainly, and the lines can be typed', async (refusal, said) => {
    table.refusal = refusal;
    await open({}, 'person.name');
    const dialog = await scan();
    expect(await dialog.findByText(said)).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: 'Gõ ba dòng ở mặt sau' }));
    expect(await dialog.findByText('Gõ ba dòng chữ ở mặt sau thẻ')).toBeTruthy();
  });

  it('each line says for itself whether it is right; the name is compared and not copied', async () => {
    table.refusal = new DOMException('no', 'NotFoundError');
    const stored = await open({}, 'person.name');
    const dialog = await scan();
    fireEvent.click(dialog.getByRole('button', { name: 'Gõ ba dòng ở mặt sau' }));
    const line = (number: number) => dialog.getByLabelText(`Dòng ${number}`);
    fireEvent.change(await dialog.findByLabelText('Dòng 1'), {
      target: { value: 'IDVNM1990000024038199000001<<1' },
    });
    fireEvent.blur(line(1));
    expect(dialog.getByText(/^Dãy số ngay sau IDVNM chưa đúng/)).toBeTruthy();
    fireEvent.change(line(1), { target: { value: 'idvnm1990000014 038199000001 1' } });
    expect(dialog.getByText('Dòng 1 đúng')).toBeTruthy();
    fireEvent.change(line(2), { target: { value: '9901018F3901016VNM7' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Tiếp theo' }));
    expect(dialog.getByText(/^Số cuối của dòng này chưa đúng/)).toBeTruthy();
    fireEvent.change(line(2), { target: { value: '9901018F3901016VNM6' } });
    fireEvent.change(line(3), { target: { value: 'BUI<<THI<MAU' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Tiếp theo' }));
    expect(await dialog.findByText('Bui Thi Mau')).toBeTruthy();
    expect(dialog.getByRole<HTMLInputElement>('checkbox', { name: /Họ và tên/ }).checked).toBe(false);
    expect(dialog.getByText('01/01/2039')).toBeTruthy();
    sayYes();
    await waitFor(async () => expect(await stored()).toHaveProperty(['card.number']));
    expect(await stored()).toMatchObject({
      'person.birthDate': { year: 1999, month: 1, day: 1 },
      'card.expiresOn': { year: 2039, month: 1, day: 1 },
    });
    expect(await stored()).not.toHaveProperty(['person.name']);
  });

  it('a name that was said with its accents is the same as the plain one', async () => {
    table.refusal = new DOMException('no', 'NotFoundError');
    await open({ 'person.name': 'Bùi Thị Mậu' }, 'person.name');
    const dialog = await scan();
    fireEvent.click(dialog.getByRole('button', { name: 'Gõ ba dòng ở mặt sau' }));
    const lines = ['IDVNM1990000014038199000001<<1', '9901018F3901016VNM<<<<<<<<<<<6', 'BUI THI MAU'];
    for (const [index, value] of lines.entries())
      fireEvent.change(await dialog.findByLabelText(`Dòng ${index + 1}`), { target: { value } });
    fireEvent.click(dialog.getByRole('button', { name: 'Tiếp theo' }));
    expect(await dialog.findByText('Hồ sơ đã ghi như vậy')).toBeTruthy();
    expect(dialog.queryByText('Bui Thi Mau')).toBeNull();
  });
});
