import * as z from 'zod';
import { TaskOutcome, TaskStatus } from '../../domain/task/life.ts';
import { CivilDate, EntityId, Instant } from '../ids.ts';
import { VisitHousehold } from './field-work.ts';
import { operation } from './operation.ts';

/** What somebody who went there said of it. */
const VisitWord = z.strictObject({
  /** Of the report. */
  id: EntityId,
  outcome: TaskOutcome,
  note: z.string(),
  byName: z.string(),
  /** The tablet's clock. */
  at: Instant,
  receivedAt: Instant,
  attachments: z.array(z.strictObject({ id: EntityId, mediaType: z.string(), isStored: z.boolean() })),
});

/** A planned visit as the office sees it. */
export const PlannedVisit = z.strictObject({
  kind: z.literal('visit'),
  id: EntityId,
  day: CivilDate,
  village: z.string(),
  note: z.string(),
  households: z.array(VisitHousehold),
  staff: z.array(z.strictObject({ id: EntityId, displayName: z.string() })),
  status: TaskStatus,
  revision: z.int(),
  plannedByName: z.string(),
  cancelledBecause: z.string().nullable(),
  words: z.array(VisitWord),
  /** Whether the one who asks may change or cancel it now. */
  mayChange: z.boolean(),
});
export type PlannedVisit = z.infer<typeof PlannedVisit>;

/** A supplement for which the office waits: read from its dossier, and gone with the request. */
export const AwaitedSupplement = z.strictObject({
  kind: z.literal('supplement'),
  id: EntityId,
  dossierId: EntityId,
  name: z.string(),
  village: z.string().nullable(),
  procedureId: z.string(),
  procedureVersion: z.int(),
  staffName: z.string(),
  requestedAt: Instant,
  /** Brought, and not yet looked at. */
  arrivedAt: Instant.nullable(),
  /** The planned visit that goes to this household; null while none is planned. */
  visit: z.strictObject({ id: EntityId, day: CivilDate }).nullable(),
});
export type AwaitedSupplement = z.infer<typeof AwaitedSupplement>;

/** An appointment with the police that an account registration speaks of: read from its answers. */
export const PoliceAppointment = z.strictObject({
  kind: z.literal('appointment'),
  /** Of the account. */
  id: EntityId,
  day: CivilDate,
  name: z.string(),
  village: z.string().nullable(),
  place: z.string().nullable(),
  needsTransport: z.boolean(),
});
export type PoliceAppointment = z.infer<typeof PoliceAppointment>;

/**
 * What the field has to do from one day to another, both included: visits as they were planned, and beside them what follows
 * from dossiers and accounts. Supplements have no day of their own: all that are open.
 */
export const getCalendar = operation({
  id: 'getCalendar',
  method: 'GET',
  path: '/api/office/calendar',
  query: z.strictObject({ from: CivilDate, to: CivilDate }),
  answer: z.strictObject({
    visits: z.array(PlannedVisit),
    supplements: z.array(AwaitedSupplement),
    appointments: z.array(PoliceAppointment),
    mayPlan: z.boolean(),
  }),
});

/** What is planned, whoever plans it. */
const Plan = z.strictObject({
  day: CivilDate,
  village: z.string().trim().min(1).max(120),
  note: z.string().trim().max(2000),
  households: z.array(VisitHousehold).max(60),
  staffIds: z.array(EntityId).min(1).max(20),
});
export type Plan = z.infer<typeof Plan>;

/** Idempotent with `id`, which becomes the visit's; another plan under the same id is `conflict`. */
export const planVisit = operation({
  id: 'planVisit',
  method: 'POST',
  path: '/api/office/visits',
  body: Plan.extend({ id: EntityId }),
  answer: PlannedVisit,
});

const ById = z.strictObject({ id: EntityId });

export const getVisit = operation({
  id: 'getVisit',
  method: 'GET',
  path: '/api/office/visits/:id',
  params: ById,
  answer: PlannedVisit,
});

/** `conflict` when somebody else changed it, or it was made meanwhile. */
export const changeVisit = operation({
  id: 'changeVisit',
  method: 'PUT',
  path: '/api/office/visits/:id',
  params: ById,
  body: Plan.extend({ revision: z.int() }),
  answer: PlannedVisit,
});

export const cancelVisit = operation({
  id: 'cancelVisit',
  method: 'POST',
  path: '/api/office/visits/:id/cancel',
  params: ById,
  body: z.strictObject({ revision: z.int(), reason: z.string().trim().min(1).max(500) }),
  answer: PlannedVisit,
});

/** Households known from the commune's accounts and dossiers, by name or village; each person once. */
export const findHouseholds = operation({
  id: 'findHouseholds',
  method: 'GET',
  path: '/api/office/households',
  query: z.strictObject({ search: z.string().trim().min(2).max(80) }),
  answer: z.strictObject({
    households: z.array(
      z.strictObject({
        name: z.string(),
        village: z.string().nullable(),
        accountId: EntityId.nullable(),
        dossierId: EntityId.nullable(),
        procedureId: z.string().nullable(),
      }),
    ),
  }),
});
