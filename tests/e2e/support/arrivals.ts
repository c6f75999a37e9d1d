import { drawPaper, drawSignature } from '../../../src/server/demo/picture.ts';
import { sampleAccount, sampleBirth } from '../../../src/server/demo/sample-submission.ts';
import { HeadlessTablet, type TakenPhoto } from '../../../src/server/demo/tablet.ts';

const MINUTE = 60_000;

export interface Family {
  readonly childName: string;
  readonly motherName: string;
  readonly fatherName: string;
  readonly village: string;
}

/** A tablet without a screen, enrolled with a code of the office, from which dossiers arrive as from a real one. */
export async function enrolHeadless(url: string, code: string, name: string): Promise<HeadlessTablet> {
  const tablet = new HeadlessTablet(url);
  const response = await tablet.enrol(code, name);
  if (!response.ok) throw new Error(`not enrolled: ${response.status} ${await response.text()}`);
  return tablet;
}

/** An account for the mother, and the dossier of a birth with two photos; `arrive: 'without-photos'` leaves those on the way. */
export async function fileBirth(
  tablet: HeadlessTablet,
  family: Family,
  options: { readonly paper?: Uint8Array<ArrayBuffer>; readonly arrive?: 'whole' | 'without-photos' } = {},
): Promise<string> {
  const signature = await tablet.takePhoto('signature', drawSignature(), 'image/png');
  const finishedAt = new Date(Date.now() - 40 * MINUTE);
  const account = sampleAccount({
    tablet,
    signature,
    finishedAt,
    name: family.motherName,
    village: family.village,
    birthYear: 1999,
  });
  await deliver(tablet, account, [signature]);
  const own = await tablet.takePhoto('signature', drawSignature(), 'image/png');
  const photos = [
    options.paper === undefined
      ? await tablet.takePhoto('birth-proof', drawPaper(1), 'image/png')
      : await tablet.takePhoto('birth-proof', options.paper, 'image/png'),
    await tablet.takePhoto('birth-proof', drawPaper(2), 'image/png'),
  ];
  const birth = sampleBirth({ ...family, tablet, signature: own, photos, finishedAt, accountId: account.id });
  await deliver(tablet, birth, options.arrive === 'without-photos' ? [own] : [...photos, own]);
  return birth.id;
}

/** Sends one finished submission and its photos. */
export async function deliver(
  tablet: HeadlessTablet,
  submission: Parameters<HeadlessTablet['seal']>[0],
  photos: readonly TakenPhoto[],
): Promise<void> {
  const { refusals } = await tablet.sync([await tablet.seal(submission)]);
  if (refusals.length > 0) throw new Error(`refused: ${JSON.stringify(refusals)}`);
  for (const photo of photos) {
    const answer = await tablet.upload(photo);
    if (!answer.ok) throw new Error(`upload refused: ${answer.status}`);
  }
}
