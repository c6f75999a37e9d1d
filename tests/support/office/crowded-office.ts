import { randomBytes } from 'node:crypto';
import type { Insertable } from 'kysely';
import { v7 } from 'uuid';
import type { Submission } from '../../../src/contract/up/submission.ts';
import { civilDate } from '../../../src/domain/calendar/civil-date.ts';
import { foldText } from '../../../src/domain/citizen/fold.ts';
import { formatOfficialCode } from '../../../src/domain/dossier/official-code.ts';
import { makeProvisionalReference } from '../../../src/domain/dossier/provisional-reference.ts';
import type { DossierStatus } from '../../../src/domain/dossier/status.ts';
import { hashPassword } from '../../../src/server/commands/password.ts';
import type { Db } from '../../../src/server/storage/connection.ts';
import type { Database } from '../../../src/server/storage/database.ts';
import { anyDossiers } from '../samples/any-dossiers.ts';
import { Chance } from '../samples/chance.ts';
import { nameOf, villageName } from '../samples/people.ts';

/*
 * A made-up office with years of work behind it: nobody in it is real, and it is for measuring alone. Rows go straight into the
 * tables, because taking in a hundred thousand envelopes measures something else; what each holds is what the road from a tablet
 * would have left (submissions that the engine finds good, codes and dates where the status has them), so every one opens, and
 * those that stand open can be acted on. The record's chain says nothing of them.
 */

const COMMUNE = '14956';
const DAY = 86_400_000;
const BATCH = 400;
const UNIT_CODE = '000.00.00.H56';

export interface CrowdedOffice {
  readonly officer: { readonly id: string; readonly login: string; readonly password: string };
  readonly commune: string;
  readonly department: string;
  readonly villages: readonly string[];
  readonly tablets: readonly { readonly id: string; readonly keyId: string }[];
  readonly fieldStaff: string;
  readonly templates: readonly Submission[];
  readonly chance: Chance;
  readonly until: number;
}

/** The people, tablets and department; dossiers follow with `addDossiers`. */
export async function openCrowdedOffice(db: Db, seed: number, until: Date): Promise<CrowdedOffice> {
  const chance = new Chance(seed);
  const now = new Date(until.getTime() - 1_000 * DAY);
  const id = () => v7();
  const officer = { id: id(), login: `bench-${randomBytes(4).toString('hex')}`, password: 'Cầu Bá Thước 7' };
  const fieldStaff = id();
  const department = id();
  await db
    .insertInto('departments')
    .values({
      id: department,
      commune: COMMUNE,
      name: 'Phòng thử (không có thật)',
      confirmed: false,
      created_at: now,
    })
    .execute();
  const person = { commune: COMMUNE, must_change_password: false, created_at: now };
  await db
    .insertInto('staff')
    .values([
      {
        ...person,
        id: officer.id,
        login: officer.login,
        display_name: 'Người đo (không có thật)',
        roles: ['officer'],
        password_hash: await hashPassword(officer.password),
      },
      {
        ...person,
        id: fieldStaff,
        login: `${officer.login}-f`,
        display_name: 'Người đi bản (không có thật)',
        roles: ['field'],
        password_hash: null,
      },
    ])
    .execute();
  const tablets = Array.from({ length: 24 }, () => ({
    id: id(),
    keyId: randomBytes(8).toString('base64url'),
  }));
  await db
    .insertInto('devices')
    .values(
      tablets.map((tablet, n) => ({
        id: tablet.id,
        name: `Máy thử ${n + 1}`,
        public_key: 'x',
        enrolled_at: now,
      })),
    )
    .execute();
  await db
    .insertInto('staff_keys')
    .values(
      tablets.map((tablet) => ({
        key_id: tablet.keyId,
        staff_id: fieldStaff,
        device_id: tablet.id,
        public_key: 'x',
        enrolled_at: now,
        lease_until: now,
      })),
    )
    .execute();
  const templates = await anyDossiers(seed, 60, { accounts: 0, photos: 1, until });
  const villages = [...new Set(Array.from({ length: 60 }, () => villageName(chance)))];
  return {
    officer,
    commune: COMMUNE,
    department,
    villages,
    tablets,
    fieldStaff,
    templates,
    chance,
    until: until.getTime(),
  };
}

type Rows = {
  readonly [T in 'envelopes' | 'dossiers' | 'attachments' | 'dossier_actions']: Insertable<Database[T]>[];
};

/** So many more dossiers, from the oldest to the newest over three years, most of them long returned. */
export async function addDossiers(db: Db, office: CrowdedOffice, count: number): Promise<void> {
  for (let made = 0; made < count; made += BATCH) {
    const size = Math.min(BATCH, count - made);
    const rows: Rows = { envelopes: [], dossiers: [], attachments: [], dossier_actions: [] };
    for (let n = 0; n < size; n += 1) addOne(rows, office, (made + n) / count);
    await db.transaction().execute(async (trx) => {
      await trx.insertInto('envelopes').values(rows.envelopes).execute();
      await trx.insertInto('dossiers').values(rows.dossiers).execute();
      await trx.insertInto('attachments').values(rows.attachments).execute();
      await trx.insertInto('dossier_actions').values(rows.dossier_actions).execute();
    });
  }
}

/** `age`: 0 is the oldest, 1 the newest. */
function addOne(rows: Rows, office: CrowdedOffice, age: number): void {
  const { chance, until } = office;
  const receivedAt = new Date(until - Math.round((1 - age) * 900 * DAY) - chance.between(0, DAY));
  const tablet = chance.oneOf(office.tablets);
  const name = nameOf(chance, chance.oneOf(['female', 'male']));
  const submission = retold(chance.oneOf(office.templates), office, name, tablet.id);
  const status = statusOf(chance, age);
  const acceptedAt = new Date(receivedAt.getTime() + chance.between(1, 30) * 3_600_000);
  const isAccepted = status !== 'registered' && status !== 'refused';
  const day = civilDate(acceptedAt.toISOString());
  const common = { id: submission.id, received_at: receivedAt };
  rows.envelopes.push({
    ...common,
    digest: randomBytes(32).toString('base64url'),
    kind: 'dossier',
    sealed: randomBytes(120),
    signer_key_id: tablet.keyId,
    carried_by: tablet.id,
    receipt: 'made-up',
  });
  codes += isAccepted ? 1 : 0;
  rows.dossiers.push({
    ...common,
    procedure_id: submission.procedure.id,
    procedure_version: submission.procedure.version,
    case_id: null,
    status,
    submission: JSON.stringify(submission),
    subject_name: name,
    search_folded: foldText(name),
    village: chance.oneOf(office.villages),
    commune: office.commune,
    provisional_reference: submission.provisionalReference,
    account_id: null,
    staff_id: office.fieldStaff,
    // No day has that many: the number goes on, so that no code comes twice.
    official_code: isAccepted ? formatOfficialCode({ unitCode: UNIT_CODE, day, number: codes }) : null,
    accepted_at: isAccepted ? acceptedAt : null,
    accepted_by: isAccepted ? office.officer.id : null,
    due_at: isAccepted ? new Date(acceptedAt.getTime() + chance.between(1, 20) * DAY) : null,
    due_reason: isAccepted ? JSON.stringify([]) : null,
    held_by: status === 'in-progress' && chance.percent(50) ? office.department : null,
    finance: status === 'payment-requested' ? 'asked' : 'none',
    paused_at: status === 'payment-requested' ? acceptedAt : null,
    resumes_as: null,
    supplement: null,
    ended_at: ENDED.has(status) ? new Date(acceptedAt.getTime() + DAY) : null,
    place_of_assistance: office.commune,
    competent_commune: null,
    revision: isAccepted ? 2 : 1,
  });
  for (const attachment of submission.attachments)
    rows.attachments.push({
      id: attachment.id,
      submission_id: submission.id,
      document: attachment.document,
      media_type: attachment.mediaType,
      size: attachment.size,
      plaintext_digest: attachment.plaintextDigest,
      ciphertext_digest: attachment.ciphertextDigest,
      key: attachment.key,
      state: 'stored',
      stored_at: receivedAt,
      receipt: 'made-up',
    });
  const action = { dossier_id: submission.id, device_id: null };
  rows.dossier_actions.push({
    ...action,
    id: v7(),
    action: 'filed',
    at: receivedAt,
    staff_id: office.fieldStaff,
    device_id: tablet.id,
  });
  if (isAccepted)
    rows.dossier_actions.push({
      ...action,
      id: v7(),
      action: 'accepted',
      at: acceptedAt,
      staff_id: office.officer.id,
    });
}

let codes = 0;
const ENDED: ReadonlySet<DossierStatus> = new Set(['refused', 'withdrawn', 'stopped', 'done', 'returned']);

/** What is old is done; of the newest tenth much still stands open. */
function statusOf(chance: Chance, age: number): DossierStatus {
  const share = chance.between(0, 99);
  if (age < 0.9)
    return share < 94 ? 'returned' : share < 97 ? 'refused' : share < 99 ? 'withdrawn' : 'stopped';
  if (share < 30) return 'registered';
  if (share < 50) return 'accepted';
  if (share < 75) return 'in-progress';
  return share < 85 ? 'payment-requested' : 'done';
}

/** The same answers told by somebody else: ids, reference, name and tablet are new, everywhere they stand. */
function retold(template: Submission, office: CrowdedOffice, name: string, deviceId: string): Submission {
  let text = JSON.stringify(template);
  for (const old of [template.id, ...template.attachments.map(({ id }) => id)])
    text = text.replaceAll(old, v7());
  const told: Submission = JSON.parse(text);
  return {
    ...told,
    answers: { ...told.answers, 'child.name': name },
    provisionalReference: makeProvisionalReference(office.chance.bytes(5)),
    assistedBy: { staffId: office.fieldStaff, deviceId, commune: office.commune },
  };
}
