import { v7 } from 'uuid';
import type { Role } from '../../contract/operations/office.ts';
import { civilDate } from '../../domain/calendar/civil-date.ts';
import { actorOf } from '../commands/actor.ts';
import { createEnrolmentCode } from '../commands/create-enrolment-code.ts';
import { actOnDossier } from '../commands/dossier/act-on-dossier.ts';
import { hashPassword } from '../commands/password.ts';
import { planVisit } from '../commands/visit/plan-visit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/connection.ts';
import { saveDepartment } from '../storage/departments.ts';
import { findDossier } from '../storage/dossier-queries.ts';
import { appendAudit } from '../storage/journal.ts';
import type { StaffRow } from '../storage/rows.ts';
import { findStaffByLogin, insertStaff, setChosenPassword } from '../storage/staff.ts';
import { countStaffKeys } from '../storage/staff-keys.ts';
import { drawPaper, drawSignature } from './picture.ts';
import { sampleAccount, sampleBirth } from './sample-submission.ts';
import { HeadlessTablet, type TakenPhoto } from './tablet.ts';

/** Known to everybody, which is why a demo server must hold made-up people only. */
export const DEMO_PASSWORD = 'dung-thu-ve-ban';
/** Names of people carry the word "Mẫu" (sample), names of staff "(mẫu)". */
export const DEMO_STAFF = [
  { login: 'mot-cua', displayName: 'Bùi Thị Hòa (mẫu)', roles: ['officer', 'supervisor'] },
  { login: 'chuyen-vien', displayName: 'Hà Văn Chuyên (mẫu)', roles: ['specialist'] },
  { login: 'can-bo', displayName: 'Lò Văn Bình (mẫu)', roles: ['field'] },
] as const satisfies readonly { login: string; displayName: string; roles: readonly Role[] }[];

const DEMO_DEPARTMENT = 'Bộ phận chuyên môn (mẫu)';

const HOUR = 3_600_000;
const ACCOUNTS = [
  { name: 'Vi Thị Mẫu', village: 'bản Đôn', birthYear: 1948 },
  { name: 'Hà Thị Mẫu', village: 'bản Hiêu', birthYear: 1957 },
  { name: 'Lò Thị Mẫu', village: 'bản Kho Mường', birthYear: 1961 },
  { name: 'Phạm Thị Mẫu', village: 'bản Son', birthYear: 1990 },
] as const;
const BIRTHS = [
  { childName: 'Hà Mẫu An', motherName: 'Bùi Thị Mẫu', fatherName: 'Hà Văn Mẫu', village: 'bản Đôn' },
  { childName: 'Vi Mẫu Bình', motherName: 'Lương Thị Mẫu', fatherName: 'Vi Văn Mẫu', village: 'bản Hiêu' },
  { childName: 'Lò Mẫu Chi', motherName: 'Ngân Thị Mẫu', fatherName: 'Lò Văn Mẫu', village: 'bản Son' },
] as const;

/** Fills the commune once, by the same road as a real tablet. On later starts it finds its own work and does nothing. */
export async function seedDemo(deps: Deps, origin: string): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await addStaff(deps, passwordHash);
  const field = await findStaffByLogin(deps.db, 'can-bo');
  const officer = await findStaffByLogin(deps.db, 'mot-cua');
  if (field === undefined || officer === undefined) throw new Error('demo staff missing');
  if ((await countStaffKeys(deps.db, field.id)) > 0) return;

  const made = await createEnrolmentCode(deps, { staffId: field.id, hoursValid: 1, createdBy: null });
  if (made.kind !== 'created') throw new Error(made.kind);
  const tablet = new HeadlessTablet(origin);
  await tablet.enrol(made.code, 'Máy mẫu 1');
  const accounts: string[] = [];
  for (const [index, person] of ACCOUNTS.entries()) {
    const signature = await takeSignature(tablet);
    const finishedAt = new Date(deps.clock.now().getTime() - (index + 2) * HOUR);
    const submission = sampleAccount({ ...person, tablet, signature, finishedAt });
    accounts.push(submission.id);
    await send(tablet, submission, [signature]);
  }
  const dossiers: string[] = [];
  for (const [index, birth] of BIRTHS.entries()) {
    const signature = await takeSignature(tablet);
    const photos: TakenPhoto[] = [];
    for (const page of [1, 2])
      photos.push(await tablet.takePhoto('birth-proof', drawPaper(page), 'image/png'));
    const finishedAt = new Date(deps.clock.now().getTime() - (index + 1) * HOUR);
    const accountId = accounts[index];
    const submission = sampleBirth({
      ...birth,
      tablet,
      signature,
      photos,
      finishedAt,
      ...(accountId !== undefined && { accountId }),
    });
    dossiers.push(submission.id);
    await send(tablet, submission, [...photos, signature]);
  }
  await accept(deps, officer, dossiers[0]);
  await planVisitForToday(deps, officer, field.id, dossiers[2]);
  await reportProblem(tablet, deps.clock.now());
}

/** So that the calendar and the tablet's day have something to show. */
async function planVisitForToday(
  deps: Deps,
  officer: StaffRow,
  fieldStaffId: string,
  dossierId: string | undefined,
): Promise<void> {
  const outcome = await planVisit(deps, actorOf(officer), {
    id: deps.random.id(),
    day: civilDate(deps.clock.now().toISOString()),
    village: 'bản Son',
    note: 'Mẫu: mang theo máy in, gặp trưởng bản trước.',
    households: [{ name: 'Ngân Thị Mẫu', note: '', accountId: null, dossierId: dossierId ?? null }],
    staffIds: [fieldStaffId],
  });
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
}

async function reportProblem(tablet: HeadlessTablet, now: Date): Promise<void> {
  const { refusals } = await tablet.sync([
    await tablet.sealReport({
      kind: 'problem',
      id: v7(),
      about: null,
      text: 'Mẫu: cầu treo vào bản hỏng, xe máy chưa qua được.',
      attachments: [],
      assistedBy: tablet.assistedBy,
      at: new Date(now.getTime() - HOUR).toISOString(),
    }),
  ]);
  if (refusals.length > 0) throw new Error('the problem was refused');
}

async function addStaff(deps: Deps, passwordHash: string): Promise<void> {
  const at = deps.clock.now();
  await inTransaction(deps.db, async (trx) => {
    const admin = await findStaffByLogin(trx, 'admin');
    if (admin?.mustChangePassword) await setChosenPassword(trx, admin.id, passwordHash);
    const { commune } = deps.config;
    const department = { id: deps.random.id(), commune, name: DEMO_DEPARTMENT, confirmed: false };
    if (await saveDepartment(trx, department, at)) {
      const detail = { name: DEMO_DEPARTMENT, confirmed: false, commune };
      const entry = { at, staffId: null, deviceId: null, subject: department.id, detail };
      await appendAudit(trx, { ...entry, action: 'department-added' });
    }
    for (const { login, displayName, roles } of DEMO_STAFF) {
      const id = deps.random.id();
      const isSpecialist = roles.some((role) => role === 'specialist');
      const staff = {
        id,
        login,
        displayName,
        roles: [...roles],
        commune,
        passwordHash,
        mustChangePassword: false,
        department: isSpecialist ? department : null,
      };
      if (await insertStaff(trx, staff, at)) {
        const entry = { at, staffId: null, deviceId: null, subject: id, detail: { login } };
        await appendAudit(trx, { ...entry, action: 'staff-created' });
      }
    }
  });
}

function takeSignature(tablet: HeadlessTablet): Promise<TakenPhoto> {
  return tablet.takePhoto('signature', drawSignature(), 'image/png');
}

async function send(
  tablet: HeadlessTablet,
  submission: Parameters<HeadlessTablet['seal']>[0],
  photos: readonly TakenPhoto[],
): Promise<void> {
  const { refusals } = await tablet.sync([await tablet.seal(submission)]);
  if (refusals.length > 0) throw new Error(`demo submission refused: ${JSON.stringify(refusals)}`);
  for (const photo of photos) {
    const answer = await tablet.upload(photo);
    if (!answer.ok) throw new Error(`demo upload refused: ${answer.status}`);
  }
}

async function accept(
  deps: Deps,
  officer: Parameters<typeof actorOf>[0],
  dossierId: string | undefined,
): Promise<void> {
  const dossier = dossierId === undefined ? undefined : await findDossier(deps.db, dossierId);
  if (dossier === undefined) throw new Error('demo dossier missing');
  const asked = { dossierId: dossier.id, commandId: deps.random.id(), revision: dossier.revision };
  const outcome = await actOnDossier(deps, actorOf(officer), { ...asked, act: { kind: 'accept' } });
  if (outcome.kind !== 'done') throw new Error(`demo dossier not accepted: ${outcome.kind}`);
}
