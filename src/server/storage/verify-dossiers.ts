import * as z from 'zod';
import { DossierEventKind } from '../../domain/dossier/actions.ts';
import { type DossierEvent, type DossierState, eventKindOf, foldEvents } from '../../domain/dossier/state.ts';
import { type Db, inSnapshot, type Trx } from './connection.ts';
import { stateOf } from './dossier-state.ts';

/** A dossier that is otherwise than its record says: `field` names what differs, or that the record contradicts itself. */
export interface Disagreement {
  readonly dossierId: string;
  readonly field: keyof DossierState | 'record';
}

const BATCH = 500;

/**
 * Compares what each dossier is with what its record makes of it (status is a fold of its actions). The row is kept for
 * lists; the record decides. All of it at one moment, so that officers can go on working.
 */
export function verifyDossiers(db: Db): Promise<Comparison> {
  return inSnapshot(db, compareAll);
}

interface Comparison {
  readonly dossiers: number;
  readonly disagreements: readonly Disagreement[];
}

async function compareAll(db: Trx): Promise<Comparison> {
  const disagreements: Disagreement[] = [];
  let dossiers = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db
      .selectFrom('dossiers')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return { dossiers, disagreements };
    const events = await eventsOf(
      db,
      rows.map(({ id }) => id),
    );
    for (const row of rows) {
      const field = differs(stateOf(row), events.get(row.id) ?? []);
      if (field !== undefined) disagreements.push({ dossierId: row.id, field });
    }
    dossiers += rows.length;
    after = last.id;
  }
}

const Detail = z.object({
  officialCode: z.string().exactOptional(),
  dueAt: z.string().nullable().exactOptional(),
  act: z.object({ departmentId: z.string().exactOptional() }).exactOptional(),
});

async function eventsOf(db: Trx, ids: readonly string[]): Promise<Map<string, DossierEvent[]>> {
  const rows = await db
    .selectFrom('dossier_actions')
    .select(['dossier_id', 'action', 'at', 'detail'])
    .where('dossier_id', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const events = new Map<string, DossierEvent[]>();
  for (const row of rows) {
    const { officialCode, dueAt, act } = Detail.parse(row.detail);
    const event: DossierEvent = {
      kind: eventKindOf(DossierEventKind.parse(row.action)),
      at: row.at.toISOString(),
      ...(officialCode !== undefined && { officialCode }),
      ...(dueAt !== undefined && { dueAt }),
      ...(act?.departmentId !== undefined && { departmentId: act.departmentId }),
    };
    events.set(row.dossier_id, [...(events.get(row.dossier_id) ?? []), event]);
  }
  return events;
}

const INSTANTS: readonly string[] = ['receivedAt', 'acceptedAt', 'dueAt', 'pausedAt', 'endedAt'];

function differs(row: DossierState, events: readonly DossierEvent[]): Disagreement['field'] | undefined {
  const folded = foldEvents(events);
  if (folded.kind === 'impossible') return 'record';
  const fields = Object.keys(row) as (keyof DossierState)[];
  return fields.find((field) => comparable(field, row[field]) !== comparable(field, folded.state[field]));
}

/** An instant may be written with another offset. */
function comparable(field: string, value: DossierState[keyof DossierState]) {
  return INSTANTS.includes(field) && typeof value === 'string' ? Date.parse(value) : value;
}
