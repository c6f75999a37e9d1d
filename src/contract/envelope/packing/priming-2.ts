import { writeUuid7 } from './memory.ts';
import { COMMUNE_CODES_2, COMMUNES_2, GROUPS_2, NAMES_2 } from './names-2.ts';
import { SAMPLES_2 } from './samples-2.ts';

/*
 * The texts that a model of encoding 2 reads first, the likeliest last: words, then submissions whole, each made of a
 * sample's answers and what the app writes around them. `tests/unit/contract/envelope/packing.test.ts` pins them.
 */

const MINUTE = 60_000;
const FIRST_DAY = Date.UTC(2026, 10, 2, 1);
const STAFF = uuidAt(FIRST_DAY - 900_000 * MINUTE, 1);
const DEVICE = uuidAt(FIRST_DAY - 800_000 * MINUTE, 2);
const CATEGORIES = {
  account: ['register-account', '"basic","contact"', 'contact-about-account'],
  dossier: ['submit-dossier', '"basic","family","contact","papers"', 'contact-about-dossier'],
} as const;
const CONSENTS = {
  account: ['register', 'keepCopy', 'ethnicity', 'thumbprint', 'contact'],
  dossier: ['submit', 'keepCopy', 'ethnicity', 'thumbprint', 'contact'],
} as const;
const SPOKEN: Readonly<Record<string, string>> = { muong: 'mtq', thai: 'tai', mong: 'hmn', dao: 'ium' };

/** One text to be read, and the id that its numbers are told from. */
export interface PrimingText {
  readonly place: string;
  readonly text: string;
  readonly uuids: readonly string[];
}

/** All of them, in order. `digests` are those of the consent texts: Vietnamese dossier, account, then English. */
export function primingTexts2(digests: readonly string[]): readonly PrimingText[] {
  const words = (list: string) =>
    list
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
  const said = (key: string, list: string) => words(list).map((word) => `,"${key}":"${word}"`);
  const places = words(COMMUNES_2).map((place) => ({ place, text: '', uuids: [] }));
  const vocabulary = [
    ...words(COMMUNES_2).map((name) => `","village":"Bản ${name}"}`),
    ...words(COMMUNE_CODES_2).map((code) => `,"child.origin":{"province":"38","commune":"${code}`),
    ...said('mother.ethnicity', GROUPS_2),
    ...said('child.name', NAMES_2),
  ];
  const submissions = SAMPLES_2.trim()
    .split('\n')
    .map((line, index) => submissionOf(line, index, digests));
  return [...places, { place: '', text: vocabulary.join(''), uuids: [] }, ...submissions];
}

function submissionOf(line: string, index: number, digests: readonly string[]): PrimingText {
  const [kindWord, commune = '', ...rest] = line.split(' ');
  const kind = kindWord === 'account' ? 'account' : 'dossier';
  const answers = rest.join(' ');
  const startedAt = FIRST_DAY + index * 1000 * MINUTE;
  const id = uuidAt(startedAt, index + 10);
  const isEnglish = index === 4;
  const hashes = digests.slice((isEnglish ? 10 : 0) + (kind === 'account' ? 5 : 0));
  const language = isEnglish ? 'en' : 'vi';
  const consents = CONSENTS[kind].map((consent, i) => ({
    consent,
    at: instantAt(startedAt + 20_011 + i * 27_013 + ((index * 7919) % 9_000)),
    granted: !(answers.includes('thnicity') === false && consent === 'ethnicity'),
    hash: hashes[i] ?? '',
  }));
  const signedAt = startedAt + 17 * MINUTE + index * 41_077;
  const finishedAt = signedAt + 9_123 + index * 1_777;
  const signature = uuidAt(signedAt - 33 - index, index + 500);
  const photos =
    kind === 'dossier' && index % 5 === 0
      ? [1, 2].map((n) => uuidAt(signedAt - n * 70_123, index * 3 + n + 700))
      : [];
  const method = index === 6 ? 'thumbprint' : 'signature';
  const [purpose, categories, contact] = CATEGORIES[kind];
  const records = [
    [purpose, categories],
    ['keep-copy-on-tablet-until-synced', categories],
    ['record-ethnicity', '"sensitive:ethnicity"'],
    ['thumbprint-photo', '"sensitive:biometric-thumbprint"'],
    [contact, '"contact"'],
  ].map(([name, data], i) => {
    const { at, granted, hash } = consents[i] ?? { at: '', granted: true, hash: '' };
    // Made in one millisecond, so they count on.
    const recordId = uuidAt(finishedAt, 5_000 + index * 100 + i);
    return `{"id":"${recordId}","purpose":"${name}","granted":${granted},"dataCategories":[${data}],"textHash":"${hash}","textVersion":"2026-11-22","language":"${language}","givenBy":"self","method":"${method}","at":"${at}"}`;
  });
  const attachments = [
    ...photos.map((photo, n) =>
      attachment(photo, 'birth-proof', 150_000 + n * 31_337, 'jpeg', index * 9 + n * 3),
    ),
    attachment(signature, 'signature', 2_500 + index * 411, 'png', index * 9 + 6),
  ];
  const spokenWord = /"language.spoken":"([a-z]+)"/.exec(answers)?.[1] ?? '';
  const given =
    photos.length > 0
      ? `"attachments":[${photos.map((photo) => `"${photo}"`).join()}],"paper":"photographed"`
      : undefined;
  const all = [
    ...consents.map(
      ({ consent, granted, at, hash }) =>
        `"consent.${consent}":{"granted":${granted},"at":"${at}","language":"${language}","textHash":"${hash}"}`,
    ),
    given === undefined ? answers : answers.replace(/("document.birthProof":\{).*?\}/, `$1${given}}`),
    `"signature.${kind === 'account' ? 'person' : 'requester'}":{"method":"${method}","attachment":"${signature}","at":"${instantAt(signedAt)}"}`,
  ];
  const procedure = kind === 'account' ? 'account-registration' : 'birth-registration';
  const account =
    index % 2 === 0 ? `,"accountId":"${uuidAt(startedAt - (index + 1) * 3_000 * MINUTE, index + 900)}"` : '';
  const code = `,"activationCodeHash":"${madeUpDigest(index * 9 + 8)}"`;
  const text = `{"id":"${id}","kind":"${kind}","procedure":{"id":"${procedure}","version":1},"answers":{${all.join()}},"attachments":[${attachments.join()}],"consents":[${records.join()}],"provisionalReference":"TAM-0000-0000-0"${kind === 'account' ? code : account},"assistedBy":{"staffId":"${STAFF}","deviceId":"${DEVICE}","commune":"${commune}"},"languages":{"reading":"${language}","spoken":"${SPOKEN[spokenWord] ?? 'vi'}"},"finishedAt":"${instantAt(finishedAt)}"}`;
  return { place: '', text, uuids: [id, STAFF, DEVICE] };
}

function attachment(id: string, document: string, size: number, type: string, seed: number): string {
  const [key, plain, cipher] = [0, 1, 2].map((n) => madeUpDigest(seed + n));
  return `{"id":"${id}","document":"${document}","key":"${key}","plaintextDigest":"${plain}","ciphertextDigest":"${cipher}","size":${size},"mediaType":"image/${type}"}`;
}

function uuidAt(time: number, count: number): string {
  return writeUuid7({ time, count, chance: count });
}

function instantAt(time: number): string {
  return new Date(time).toISOString();
}

/** 43 characters that are no other's. */
function madeUpDigest(seed: number): string {
  return `${String(seed).padStart(4, 'x')}${'A'.repeat(39)}`;
}
