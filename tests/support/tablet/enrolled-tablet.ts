import { createEnrolmentCode } from '../../../src/server/commands/create-enrolment-code.ts';
import { sampleAccount, sampleBirth } from '../../../src/server/demo/sample-submission.ts';
import { HeadlessTablet, type TakenPhoto } from '../../../src/server/demo/tablet.ts';
import type { Deps } from '../../../src/server/deps.ts';

/** The first administrator, who is field staff too. */
export async function firstAdministrator({ db }: Pick<Deps, 'db'>): Promise<string> {
  const { id } = await db
    .selectFrom('staff')
    .select('id')
    .where('login', '=', 'admin')
    .executeTakeFirstOrThrow();
  return id;
}

/** A tablet of this person, or else of the first administrator. */
export async function enrolledTablet(
  server: { readonly deps: Deps; readonly origin: string },
  of?: string,
): Promise<HeadlessTablet> {
  const staffId = of ?? (await firstAdministrator(server.deps));
  const made = await createEnrolmentCode(server.deps, { staffId, hoursValid: 24, createdBy: null });
  if (made.kind !== 'created') throw new Error('no staff');
  const tablet = new HeadlessTablet(server.origin);
  const response = await tablet.enrol(made.code, 'Máy 1');
  if (!response.ok) throw new Error(await response.text());
  return tablet;
}

const FINISHED = new Date('2026-11-22T03:00:00Z');

const takeSignature = (tablet: HeadlessTablet) =>
  tablet.takePhoto('signature', crypto.getRandomValues(new Uint8Array(300)), 'image/png');

/** A finished account registration that the engine finds complete. */
export async function finishedAccount(tablet: HeadlessTablet, name = 'Vi Thị Mẫu') {
  const signature = await takeSignature(tablet);
  const submission = sampleAccount({
    tablet,
    finishedAt: FINISHED,
    signature,
    name,
    village: 'bản Đôn',
    birthYear: 1948,
  });
  return { submission, photos: [signature], sealed: await tablet.seal(submission) };
}

/** A finished birth registration with two photos and a signature. */
export async function finishedBirth(tablet: HeadlessTablet, given: { readonly accountId?: string } = {}) {
  const signature = await takeSignature(tablet);
  const photos: TakenPhoto[] = [];
  for (let page = 0; page < 2; page += 1) {
    const bytes = crypto.getRandomValues(new Uint8Array(20_000));
    photos.push(await tablet.takePhoto('birthProof', bytes, 'image/jpeg'));
  }
  const submission = sampleBirth({
    ...given,
    tablet,
    finishedAt: FINISHED,
    signature,
    photos,
    childName: 'Hà Thị Mẫu',
    motherName: 'Bùi Thị Mậu',
    fatherName: 'Hà Văn Y',
    village: 'bản Đôn',
  });
  return { submission, photos: [...photos, signature], sealed: await tablet.seal(submission) };
}
