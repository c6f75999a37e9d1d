import { CONSENT_TEXTS_2 } from './consent-texts-2.ts';
import { writeUuid7 } from './memory.ts';
import { SAMPLES_2 } from './samples-2.ts';

/*
 * Each sample as a whole submission: its answers, and around them what the app writes, in the app's order of keys. Ids, moments
 * and digests are counted, not drawn, so that every engine comes to the same text.
 */

const MINUTE = 60_000;
const FIRST_DAY = Date.UTC(2026, 10, 2, 1);
const STAFF = idAt(FIRST_DAY - 900_000 * MINUTE, 1);
const DEVICE = idAt(FIRST_DAY - 800_000 * MINUTE, 2);
/** The samples that were signed by thumbprint, and read in English. */
const THUMBPRINT = 6;
const ENGLISH = 4;
const TEXTS_PER_LANGUAGE = CONSENT_TEXTS_2.length / 2;

const FAMILY = ['basic', 'family', 'contact', 'papers'];
const PERSON = ['basic', 'contact'];
const ETHNICITY = { question: 'ethnicity', purpose: 'record-ethnicity', categories: ['sensitive:ethnicity'] };
const KEEP_COPY = { question: 'keepCopy', purpose: 'keep-copy-on-tablet-until-synced' };
const THUMB = {
  question: 'thumbprint',
  purpose: 'thumbprint-photo',
  categories: ['sensitive:biometric-thumbprint'],
};
const KINDS = {
  dossier: {
    procedure: 'birth-registration',
    signature: 'signature.requester',
    firstText: 0,
    consents: [
      { question: 'submit', purpose: 'submit-dossier', categories: FAMILY },
      { ...KEEP_COPY, categories: FAMILY },
      ETHNICITY,
      THUMB,
      { question: 'contact', purpose: 'contact-about-dossier', categories: ['contact'] },
    ],
  },
  account: {
    procedure: 'account-registration',
    signature: 'signature.person',
    firstText: 5,
    consents: [
      { question: 'register', purpose: 'register-account', categories: PERSON },
      { ...KEEP_COPY, categories: PERSON },
      ETHNICITY,
      THUMB,
      { question: 'contact', purpose: 'contact-about-account', categories: ['contact'] },
    ],
  },
};
const SPOKEN = [
  ['muong', 'mtq'],
  ['thai', 'tai'],
  ['mong', 'hmn'],
  ['dao', 'ium'],
] as const;

interface WrittenSample {
  readonly text: string;
  /** Its own id, staff and tablet. */
  readonly uuids: readonly string[];
}

export function writeSamples2(digests: readonly string[]): readonly WrittenSample[] {
  return SAMPLES_2.trim()
    .split('\n')
    .map((line, index) => writeSample(line, index, digests));
}

/** A line: kind, commune, and answers without consents and signature. */
function writeSample(line: string, index: number, digests: readonly string[]): WrittenSample {
  const [kindWord, commune = '', ...rest] = line.split(' ');
  const kind = kindWord === 'account' ? 'account' : 'dossier';
  const said = rest.join(' ');
  const { procedure, signature, consents, firstText } = KINDS[kind];
  const startedAt = FIRST_DAY + index * 1000 * MINUTE;
  const signedAt = startedAt + 17 * MINUTE + index * 41_077;
  const finishedAt = signedAt + 9_123 + index * 1_777;
  const id = idAt(startedAt, index + 10);
  const language = index === ENGLISH ? 'en' : 'vi';
  const method = index === THUMBPRINT ? 'thumbprint' : 'signature';
  const given = consents.map((consent, i) => ({
    ...consent,
    // Nobody who withheld this one is asked for an ethnic group.
    granted: consent.question !== 'ethnicity' || said.includes('.ethnicity"'),
    at: instantAt(startedAt + 20_011 + i * 27_013 + ((index * 7919) % 9_000)),
    textHash: digests[(language === 'en' ? TEXTS_PER_LANGUAGE : 0) + firstText + i],
  }));
  const attachments = attachmentsOf(kind, index, signedAt);
  const photos = attachments.slice(0, -1).map((photo) => photo.id);
  const spoken = SPOKEN.find(([word]) => said.includes(`"language.spoken":"${word}"`))?.[1] ?? 'vi';
  const answers = {
    ...Object.fromEntries(
      given.map(({ question, granted, at, textHash }) => [
        `consent.${question}`,
        { granted, at, language, textHash },
      ]),
    ),
    ...JSON.parse(`{${said}}`),
    ...(photos.length > 0 && { 'document.birthProof': { attachments: photos, paper: 'photographed' } }),
    [signature]: { method, attachment: attachments.at(-1)?.id, at: instantAt(signedAt) },
  };
  const text = JSON.stringify({
    id,
    kind,
    procedure: { id: procedure, version: 1 },
    answers,
    attachments,
    consents: given.map(({ purpose, granted, categories, textHash, at }, i) => ({
      id: idAt(finishedAt, 5_000 + index * 100 + i),
      purpose,
      granted,
      dataCategories: categories,
      textHash,
      textVersion: '2026-11-22',
      language,
      givenBy: 'self',
      method,
      at,
    })),
    provisionalReference: 'TAM-0000-0000-0',
    ...(kind === 'dossier' &&
      index % 2 === 0 && { accountId: idAt(startedAt - index * 3_000 * MINUTE, 900) }),
    ...(kind === 'account' && { activationCodeHash: madeUpDigest(index * 9 + 8) }),
    assistedBy: { staffId: STAFF, deviceId: DEVICE, commune },
    languages: { reading: language, spoken },
    finishedAt: instantAt(finishedAt),
  });
  return { text, uuids: [id, STAFF, DEVICE] };
}

/** Photos in every fifth dossier; the signature last. */
function attachmentsOf(kind: 'account' | 'dossier', index: number, signedAt: number) {
  const photos = kind === 'dossier' && index % 5 === 0 ? [1, 2] : [];
  const attachment = (id: string, document: string, number: number, size: number, mediaType: string) => ({
    id,
    document,
    key: madeUpDigest(index * 9 + number),
    plaintextDigest: madeUpDigest(index * 9 + number + 1),
    ciphertextDigest: madeUpDigest(index * 9 + number + 2),
    size,
    mediaType,
  });
  return [
    ...photos.map((n) =>
      attachment(
        idAt(signedAt - n * 70_123, 700 + index * 3 + n),
        'birth-proof',
        3 * n - 3,
        150_000 + n * 31_337,
        'image/jpeg',
      ),
    ),
    attachment(idAt(signedAt - 33 - index, 500 + index), 'signature', 6, 2_500 + index * 411, 'image/png'),
  ];
}

function idAt(time: number, count: number): string {
  return writeUuid7({ time, count, chance: count });
}

function instantAt(time: number): string {
  return new Date(time).toISOString();
}

/** 43 characters that are a digest's, and no other's. */
function madeUpDigest(seed: number): string {
  return `${String(seed).padStart(4, 'x')}${'A'.repeat(39)}`;
}
