import { sql } from 'kysely';
import * as z from 'zod';
import { VoiceMediaType } from '../../contract/language-pack.ts';
import type { DbOrTrx, Trx } from './connection.ts';
import type { VoiceRow } from './rows.ts';

const Columns = z.object({ state: z.enum(['draft', 'checked', 'rejected']), mediaType: VoiceMediaType });

export interface NewVoice {
  readonly id: string;
  readonly language: string;
  readonly phrase: string;
  readonly of: string;
  readonly contributorId: string;
  readonly mediaType: VoiceRow['mediaType'];
  readonly seconds: number;
  readonly digest: string;
  readonly sound: Uint8Array;
  readonly recordedAt: Date;
  readonly staffId: string;
}

export async function insertVoice(trx: Trx, voice: NewVoice): Promise<void> {
  await trx
    .insertInto('voice_recordings')
    .values({
      id: voice.id,
      language: voice.language,
      phrase: voice.phrase,
      source: voice.of,
      contributor_id: voice.contributorId,
      media_type: voice.mediaType,
      seconds: voice.seconds,
      digest: voice.digest,
      sound: Buffer.from(voice.sound),
      state: 'draft',
      recorded_at: voice.recordedAt,
      staff_id: voice.staffId,
    })
    .execute();
}

/** Every recording of a language, the oldest first; those of one phrase stand together. */
export async function listVoices(db: DbOrTrx, language: string): Promise<VoiceRow[]> {
  const rows = await joined(db)
    .where('voice_recordings.language', '=', language)
    .orderBy('phrase')
    .orderBy('recorded_at')
    .orderBy('voice_recordings.id')
    .execute();
  return rows.map(toRow);
}

/** With the language it is in. Nobody else judges it until the transaction ends. */
export async function lockVoice(
  trx: Trx,
  id: string,
): Promise<(VoiceRow & { readonly language: string }) | undefined> {
  await trx.selectFrom('voice_recordings').select('id').where('id', '=', id).forUpdate().execute();
  const row = await joined(trx).where('voice_recordings.id', '=', id).executeTakeFirst();
  return row && { ...toRow(row), language: row.language };
}

/** The last word counts. */
export async function judgeVoice(
  trx: Trx,
  word: {
    readonly id: string;
    readonly state: 'checked' | 'rejected';
    readonly at: Date;
    readonly staffId: string;
    readonly contributorId: string | null;
  },
): Promise<void> {
  await trx
    .updateTable('voice_recordings')
    .set({
      state: word.state,
      checked_at: word.at,
      checked_by_staff: word.staffId,
      checked_by_contributor: word.contributorId,
    })
    .where('id', '=', word.id)
    .execute();
}

export async function findSound(
  db: DbOrTrx,
  id: string,
): Promise<{ readonly mediaType: string; readonly sound: Uint8Array } | undefined> {
  const row = await db
    .selectFrom('voice_recordings')
    .select(['media_type', 'sound'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { mediaType: row.media_type, sound: row.sound };
}

/** Sound for tablets, by its digest; what was rejected is not handed out any more. */
export async function findSoundByDigest(db: DbOrTrx, digest: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('voice_recordings')
    .select('sound')
    .where('digest', '=', digest)
    .where('state', '<>', 'rejected')
    .limit(1)
    .executeTakeFirst();
  return row?.sound;
}

function joined(db: DbOrTrx) {
  return db
    .selectFrom('voice_recordings')
    .innerJoin('contributors as speaker', 'speaker.id', 'voice_recordings.contributor_id')
    .leftJoin('staff as checker', 'checker.id', 'voice_recordings.checked_by_staff')
    .leftJoin('contributors as listener', 'listener.id', 'voice_recordings.checked_by_contributor')
    .select([
      'voice_recordings.id',
      'voice_recordings.language',
      'phrase',
      'source',
      'state',
      'speaker.id as speaker_id',
      'speaker.name',
      'speaker.may_be_named',
      'speaker.village',
      'speaker.variety',
      'voice_recordings.staff_id',
      'recorded_at',
      'media_type',
      'seconds',
      sql<number>`octet_length(sound)`.as('bytes'),
      'digest',
      'checked_at',
      'checker.display_name as checker_name',
      'listener.name as listener_name',
      'listener.may_be_named as listener_may_be_named',
    ]);
}

type Joined = Awaited<ReturnType<ReturnType<typeof joined>['execute']>>[number];

function toRow(row: Joined): VoiceRow {
  return {
    ...Columns.parse({ state: row.state, mediaType: row.media_type }),
    id: row.id,
    phrase: row.phrase,
    of: row.source,
    speaker: {
      id: row.speaker_id,
      name: row.name,
      mayBeNamed: row.may_be_named,
      village: row.village,
      variety: row.variety,
    },
    staffId: row.staff_id,
    recordedAt: row.recorded_at,
    seconds: row.seconds,
    bytes: row.bytes,
    digest: row.digest,
    checked: row.checked_at && {
      at: row.checked_at,
      staffName: row.checker_name ?? '',
      lender:
        row.listener_name === null
          ? null
          : { name: row.listener_name, mayBeNamed: row.listener_may_be_named === true },
    },
  };
}
