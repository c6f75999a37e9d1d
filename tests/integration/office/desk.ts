import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { sealAttachment } from '../../../src/contract/envelope/attachment.ts';
import type { Role } from '../../../src/contract/operations/office.ts';
import type { SealedAttachment, Submission } from '../../../src/contract/up/submission.ts';
import { foldText } from '../../../src/domain/citizen/fold.ts';
import { hashPassword } from '../../../src/server/commands/password.ts';
import type { Deps } from '../../../src/server/deps.ts';

/*
 * An office with people, a tablet and what it sent, as rows: the way from a tablet to these rows has tests of its own.
 */

export const COMMUNE = '14956';
export const OTHER_COMMUNE = '14845';
export const PASSWORD = 'Cầu Bá Thước 7';
const passwordHash = hashPassword(PASSWORD);

export const id = () => v7();

export interface Colleague {
  readonly id: string;
  readonly login: string;
}

export async function addColleague(
  deps: Deps,
  given: {
    readonly roles: readonly Role[];
    readonly commune?: string;
    readonly name?: string;
    readonly mustChangePassword?: boolean;
    readonly withoutPassword?: boolean;
    readonly department?: string;
  },
): Promise<Colleague> {
  const colleague = { id: id(), login: `c-${randomUUID().slice(0, 8)}` };
  await deps.db
    .insertInto('staff')
    .values({
      id: colleague.id,
      login: colleague.login,
      display_name: given.name ?? 'Phạm Thị Lan',
      roles: [...given.roles],
      commune: given.commune ?? COMMUNE,
      password_hash: given.withoutPassword ? null : await passwordHash,
      must_change_password: given.mustChangePassword ?? false,
      created_at: deps.clock.now(),
      department_id: given.department ?? null,
    })
    .execute();
  return colleague;
}

/** A department of the commune that dossiers can be forwarded to. */
export async function addDepartment(deps: Deps, name: string, commune = COMMUNE): Promise<string> {
  const department = { id: id(), commune, name, confirmed: true, created_at: deps.clock.now() };
  await deps.db.insertInto('departments').values(department).execute();
  return department.id;
}

export interface Tablet {
  readonly deviceId: string;
  readonly keyId: string;
  readonly staffId: string;
}

export async function addTablet(deps: Deps, staffId: string, name = 'Máy bản 1'): Promise<Tablet> {
  const tablet = { deviceId: id(), keyId: randomBytes(8).toString('base64url'), staffId };
  const now = deps.clock.now();
  await deps.db
    .insertInto('devices')
    .values({ id: tablet.deviceId, name, public_key: 'x', enrolled_at: now })
    .execute();
  await deps.db
    .insertInto('staff_keys')
    .values({
      key_id: tablet.keyId,
      staff_id: staffId,
      device_id: tablet.deviceId,
      public_key: 'x',
      enrolled_at: now,
      lease_until: now,
    })
    .execute();
  return tablet;
}

let references = 0;
function nextReference(): string {
  references += 1;
  return `TAM-${String(references).padStart(4, '0')}-7K2M-3`;
}

function submissionOf(tablet: Tablet, kind: 'account' | 'dossier', procedureId: string): Submission {
  return {
    id: id(),
    kind,
    procedure: { id: procedureId, version: 1 },
    answers: { 'mother.nationalId': '038190001234' },
    attachments: [],
    consents: [],
    provisionalReference: nextReference(),
    assistedBy: { staffId: tablet.staffId, deviceId: tablet.deviceId, commune: COMMUNE },
    languages: { reading: 'vi', spoken: 'vi' },
    finishedAt: '2026-11-20T10:00:00+07:00',
  };
}

async function addEnvelope(
  deps: Deps,
  tablet: Tablet,
  submission: Submission,
  receivedAt: Date,
  carriedBy?: string,
) {
  await deps.db
    .insertInto('envelopes')
    .values({
      id: submission.id,
      digest: createHash('sha256').update(submission.id).digest('base64url'),
      kind: submission.kind,
      sealed: Buffer.from('sealed'),
      signer_key_id: tablet.keyId,
      carried_by: carriedBy ?? tablet.deviceId,
      received_at: receivedAt,
      receipt: 'receipt',
    })
    .execute();
}

export interface FiledDossier {
  readonly id: string;
  readonly reference: string;
}

export async function addDossier(
  deps: Deps,
  tablet: Tablet,
  given: {
    readonly name?: string;
    readonly commune?: string;
    readonly receivedAt?: Date;
    readonly accountId?: string;
    readonly carriedBy?: string;
    readonly procedure?: { readonly id: string; readonly caseId: string };
    readonly reference?: string;
    readonly askedBirthDate?: string;
  } = {},
): Promise<FiledDossier> {
  const procedure = given.procedure ?? { id: 'birth-registration', caseId: 'on-time' };
  const made = submissionOf(tablet, 'dossier', procedure.id);
  const submission = { ...made, provisionalReference: given.reference ?? made.provisionalReference };
  const receivedAt = given.receivedAt ?? deps.clock.now();
  const name = given.name ?? 'Hà Thị Mây';
  await addEnvelope(deps, tablet, submission, receivedAt, given.carriedBy);
  await deps.db
    .insertInto('dossiers')
    .values({
      id: submission.id,
      procedure_id: procedure.id,
      procedure_version: 1,
      case_id: procedure.caseId,
      status: 'registered',
      submission: JSON.stringify(submission),
      subject_name: name,
      search_folded: foldText(name),
      village: 'Bản Kịt',
      commune: given.commune ?? COMMUNE,
      place_of_assistance: COMMUNE,
      provisional_reference: submission.provisionalReference,
      account_id: given.accountId ?? null,
      asked_birth_date: given.askedBirthDate ?? null,
      staff_id: tablet.staffId,
      received_at: receivedAt,
    })
    .execute();
  await deps.db
    .insertInto('dossier_actions')
    .values({
      id: id(),
      dossier_id: submission.id,
      action: 'filed',
      at: receivedAt,
      staff_id: tablet.staffId,
      device_id: tablet.deviceId,
    })
    .execute();
  return { id: submission.id, reference: submission.provisionalReference };
}

export async function addAccount(
  deps: Deps,
  tablet: Tablet,
  name: string,
  given: {
    readonly nationalId?: string;
    readonly birthDate?: string;
    readonly village?: string;
    readonly codeHash?: string;
    readonly reference?: string;
  } = {},
): Promise<string> {
  const made = submissionOf(tablet, 'account', 'account-registration');
  const submission = { ...made, provisionalReference: given.reference ?? made.provisionalReference };
  const receivedAt = deps.clock.now();
  await addEnvelope(deps, tablet, submission, receivedAt);
  await deps.db
    .insertInto('accounts')
    .values({
      id: submission.id,
      procedure_id: 'account-registration',
      procedure_version: 1,
      state: 'pending',
      submission: JSON.stringify(submission),
      name,
      name_folded: foldText(name),
      birth_date: given.birthDate ?? '1990',
      national_id: given.nationalId ?? null,
      village: given.village ?? 'Bản Kịt',
      commune: COMMUNE,
      provisional_reference: submission.provisionalReference,
      activation_code_hash: given.codeHash ?? 'h',
      code_expires_at: new Date(receivedAt.getTime() + 90 * 86_400_000),
      staff_id: tablet.staffId,
      received_at: receivedAt,
    })
    .execute();
  return submission.id;
}

/** Seals the bytes as a tablet does; `stored` also puts the ciphertext where an upload ends up. */
export async function addAttachment(
  deps: Deps,
  submissionId: string,
  bytes: Uint8Array<ArrayBuffer>,
  state: 'awaited' | 'stored',
): Promise<string> {
  const attachmentId = id();
  const { ciphertext, ...facts } = await sealAttachment(bytes, attachmentId);
  const named: SealedAttachment = {
    id: attachmentId,
    document: 'birth-notice',
    mediaType: 'image/jpeg',
    size: bytes.length,
    ...facts,
  };
  await deps.db
    .insertInto('attachments')
    .values({
      id: attachmentId,
      submission_id: submissionId,
      document: named.document,
      media_type: named.mediaType,
      size: named.size,
      plaintext_digest: named.plaintextDigest,
      ciphertext_digest: named.ciphertextDigest,
      key: named.key,
      state,
    })
    .execute();
  await sql`update dossiers
    set submission = jsonb_insert(submission, '{attachments,0}', ${JSON.stringify(named)}::jsonb)
    where id = ${submissionId}`.execute(deps.db);
  if (state === 'stored') await writeFile(join(deps.attachments.directory, attachmentId), ciphertext);
  return attachmentId;
}

/** A browser at the office: keeps the cookie, and says that its own page asks. */
export interface Browser {
  readonly cookie: () => string | undefined;
  call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
  ): Promise<{
    readonly status: number;
    readonly body: unknown;
    readonly raw: Buffer;
    readonly headers: Record<string, unknown>;
  }>;
}

export function openBrowser(
  app: FastifyInstance,
  ownHeaders: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
): Browser {
  let cookie: string | undefined;
  return {
    cookie: () => cookie,
    async call(method, url, body) {
      const headers: Record<string, string> = { ...ownHeaders };
      if (cookie !== undefined) headers.cookie = cookie;
      const options: InjectOptions = { method, url, headers, ...(body && { payload: body }) };
      const answer = await app.inject(options);
      const set = answer.cookies.find(({ name }) => name === 've-ban-session');
      if (set !== undefined) cookie = set.value === '' ? undefined : `ve-ban-session=${set.value}`;
      const isJson = String(answer.headers['content-type']).startsWith('application/json');
      return {
        status: answer.statusCode,
        body: isJson ? answer.json() : undefined,
        raw: answer.rawPayload,
        headers: answer.headers,
      };
    },
  };
}

/** A browser in which this colleague has signed in. */
export async function signedIn(app: FastifyInstance, colleague: Colleague): Promise<Browser> {
  const browser = openBrowser(app);
  const answer = await browser.call('POST', '/api/office/sign-in', {
    login: colleague.login,
    password: PASSWORD,
  });
  if (answer.status !== 200) throw new Error(`sign-in gave ${answer.status} ${JSON.stringify(answer.body)}`);
  return browser;
}
