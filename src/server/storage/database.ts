import type { ColumnType, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Change } from '../../contract/down/change.ts';
import type { DeviceHealth } from '../../contract/up/device-health.ts';
import type { Submission } from '../../contract/up/submission.ts';

type Reason = { key: string; params: Record<string, string | number> };
/** 64-bit integers come from the driver as text. */
type BigInteger = ColumnType<string, number | string, number | string>;

/** The tables as SQL sees them; rows that hold JSON are parsed with their schema where they are read. */
export interface Database {
  staff: {
    id: string;
    login: string;
    display_name: string;
    roles: string[];
    commune: string;
    password_hash: string | null;
    must_change_password: boolean;
    created_at: Date;
  };
  sessions: { token_hash: Buffer; staff_id: string; created_at: Date; expires_at: Date };
  enrolment_codes: {
    code_hash: Buffer;
    staff_id: string;
    commune: string;
    created_by: string | null;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
    used_by_device: string | null;
    used_signing_key: string | null;
  };
  devices: {
    id: string;
    name: string;
    public_key: string;
    enrolled_at: Date;
    last_seen_at: Date | null;
    app_version: string | null;
    revoked_at: Date | null;
  };
  staff_keys: {
    key_id: string;
    staff_id: string;
    device_id: string;
    public_key: string;
    enrolled_at: Date;
    lease_until: Date;
  };
  envelopes: {
    id: string;
    digest: string;
    kind: 'account' | 'dossier';
    sealed: Buffer;
    signer_key_id: string;
    carried_by: string | null;
    carried_by_staff: string | null;
    received_at: Date;
    receipt: string;
  };
  accounts: {
    id: string;
    procedure_id: string;
    procedure_version: number;
    state: string;
    submission: JSONColumnType<Submission>;
    name: string;
    name_folded: string;
    birth_date: string | null;
    national_id: string | null;
    village: string | null;
    commune: string;
    provisional_reference: string;
    activation_code_hash: string;
    staff_id: string;
    received_at: Date;
    revision: ColumnType<number, number | undefined, number>;
  };
  dossiers: {
    id: string;
    procedure_id: string;
    procedure_version: number;
    case_id: string | null;
    status: string;
    submission: JSONColumnType<Submission>;
    subject_name: string;
    search_folded: string;
    village: string | null;
    commune: string;
    provisional_reference: string;
    account_id: string | null;
    staff_id: string;
    received_at: Date;
    official_code: string | null;
    accepted_at: Date | null;
    accepted_by: string | null;
    due_at: Date | null;
    due_reason: JSONColumnType<Reason[]> | null;
    revision: ColumnType<number, number | undefined, number>;
  };
  dossier_actions: {
    id: string;
    dossier_id: string;
    action: string;
    at: Date;
    staff_id: string;
    device_id: string | null;
  };
  attachments: {
    id: string;
    submission_id: string;
    document: string;
    media_type: string;
    size: number;
    plaintext_digest: string;
    ciphertext_digest: string;
    key: string;
    state: 'awaited' | 'stored';
    stored_at: Date | null;
    receipt: string | null;
  };
  uploads: {
    id: string;
    ciphertext_digest: string;
    size: number;
    device_id: string | null;
    staff_id: string | null;
    finished_at: Date;
  };
  draft_backups: {
    id: string;
    device_id: string;
    staff_id: string;
    commune: string;
    procedure_id: string;
    updated_at: Date;
    sealed: Buffer | null;
    received_at: Date;
    ended_at: Date | null;
  };
  draft_hand_overs: {
    draft_id: string;
    place: number;
    from_staff_id: string;
    to_staff_id: string;
    by_staff_id: string;
    at: Date;
    taken_at: Date | null;
    taken_by_device: string | null;
  };
  code_counters: { unit_code: string; day: string; last: number };
  journal: { singleton: boolean; last_change: BigInteger; last_audit: BigInteger; last_audit_hash: string };
  changes: { cursor: BigInteger; staff_id: string | null; body: JSONColumnType<Change> };
  audit: {
    seq: BigInteger;
    at: Date;
    staff_id: string | null;
    device_id: string | null;
    action: string;
    subject: string;
    detail: JSONColumnType<Record<string, unknown>>;
    previous_hash: string;
    hash: string;
  };
  replaced_submissions: { id: string; replaced_by: string };
  handed_items: {
    id: string;
    submission_id: string;
    part: string;
    reason: string;
    digest: string;
    sealed: Buffer | null;
    note: string;
    state: string;
    staff_id: string;
    device_id: string;
    commune: string;
    handed_at: Date;
    closed_at: Date | null;
    closed_by: string | null;
    closing_note: string | null;
  };
  procedure_versions: {
    id: string;
    version: number;
    package: ColumnType<string | null, string | null | undefined, string>;
    digest: ColumnType<string | null, string | null | undefined, string>;
    state: string;
    valid_from: ColumnType<string | null, string | null | undefined, string>;
    note: string;
    uploaded_at: ColumnType<Date | null, Date | null | undefined, Date>;
    uploaded_by: ColumnType<string | null, string | null | undefined, string>;
    published_at: ColumnType<Date | null, Date | null | undefined, Date>;
    published_by: ColumnType<string | null, string | null | undefined, string>;
    withdrawn_at: ColumnType<Date | null, Date | null | undefined, Date>;
    withdrawn_by: ColumnType<string | null, string | null | undefined, string>;
    withdrawal_reason: ColumnType<string | null, string | null | undefined, string>;
  };
  contributions: { id: string; digest: string; device_id: string; received_at: Date };
  contributors: {
    id: string;
    name: string;
    village: string;
    variety: string;
    may_be_named: boolean;
    consent_text_hash: string;
    consent_language: string;
    consent_given_at: Date;
    staff_id: string;
  };
  voice_recordings: {
    id: string;
    language: string;
    phrase: string;
    source: string;
    contributor_id: string;
    media_type: string;
    seconds: number;
    digest: string;
    sound: Buffer;
    state: string;
    recorded_at: Date;
    staff_id: string;
    checked_at: Date | null;
    checked_by_staff: string | null;
    checked_by_contributor: string | null;
  };
  phrase_texts: {
    place: GeneratedAlways<string>;
    language: string;
    phrase: string;
    source: string;
    body: string;
    staff_id: string;
    contributor_id: string | null;
    written_at: Date;
    checked_at: Date | null;
    checked_by: string | null;
  };
  language_packs: {
    language: string;
    version: number;
    pack: string;
    digest: string;
    published_at: Date;
    published_by: string;
  };
  device_health: { device_id: string; heard_at: Date; health: JSONColumnType<DeviceHealth> };
  settings: { key: string; value: JSONColumnType<Record<string, unknown>>; updated_at: Date };
}
