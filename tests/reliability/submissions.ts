import { createHash } from 'node:crypto';
import { drawSignature } from '../../src/server/demo/picture.ts';
import { sampleAccount, sampleBirth } from '../../src/server/demo/sample-submission.ts';
import type { HeadlessTablet, TakenPhoto } from '../../src/server/demo/tablet.ts';
import type { Chance } from './seeded.ts';

/** A finished submission as it waits: sealed, with its photos as ciphertext. */
export interface Finished {
  readonly id: string;
  readonly staffId: string;
  readonly kind: 'account' | 'dossier';
  readonly digest: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Unlike the id, the same in every copy that anybody could make of the record. */
  readonly reference: string | undefined;
  readonly photos: readonly {
    readonly id: string;
    readonly digest: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
  }[];
}

const FAMILIES = ['Hà', 'Lò', 'Vi', 'Bùi', 'Lương', 'Ngân', 'Phạm', 'Lục'];
const MIDDLES = ['Thị', 'Văn', 'Minh', 'Thu', 'Hồng', 'Xuân'];
const GIVEN = ['Mẩy', 'Páo', 'Sen', 'Khuê', 'Đôn', 'Son', 'Hiêu', 'Mẫu', 'An', 'Bình', 'Chi', 'Xuyến'];
const VILLAGES = ['bản Đôn', 'bản Hiêu', 'bản Kho Mường', 'bản Son'];
const MINUTE = 60_000;
const SIGNATURE = drawSignature();

/**
 * Somebody's finished dossier or account, made by the tablet `author` with its own keys and sealed to the office:
 * three accounts to one birth, whose papers are photos of 30 to 300 kB.
 */
export async function finishOne(author: HeadlessTablet, chance: Chance): Promise<Finished> {
  const name = () => `${chance.pick(FAMILIES)} ${chance.pick(MIDDLES)} ${chance.pick(GIVEN)}`;
  const village = chance.pick(VILLAGES);
  const finishedAt = new Date(Date.now() - chance.between(1, 600) * MINUTE);
  const signature = await author.takePhoto('signature', SIGNATURE, 'image/png');
  if (chance.next() < 0.75) {
    const account = sampleAccount({
      tablet: author,
      signature,
      finishedAt,
      name: name(),
      village,
      birthYear: chance.between(1940, 2004),
    });
    return await seal(author, account, [signature]);
  }
  const photos: TakenPhoto[] = [];
  for (let page = 0; page < chance.between(1, 2); page += 1) {
    // Photos do not get smaller by packing: noise stands for them.
    const noise = chance.bytes(chance.between(30_000, 300_000));
    photos.push(await author.takePhoto('birth-proof', noise, 'image/jpeg'));
  }
  const birth = sampleBirth({
    tablet: author,
    signature,
    photos,
    finishedAt,
    childName: name(),
    motherName: name(),
    fatherName: name(),
    village,
  });
  return await seal(author, birth, [...photos, signature]);
}

async function seal(
  author: HeadlessTablet,
  submission: Parameters<HeadlessTablet['seal']>[0],
  photos: readonly TakenPhoto[],
): Promise<Finished> {
  const { id, bytes, digest } = await author.seal(submission);
  return {
    id,
    kind: submission.kind,
    bytes,
    digest,
    staffId: author.assistedBy.staffId,
    reference: submission.provisionalReference,
    photos: photos.map(({ sealed, ciphertext }) => ({
      id: sealed.id,
      digest: sealed.ciphertextDigest,
      bytes: ciphertext,
    })),
  };
}

/** As digests are written everywhere here. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
