import * as z from 'zod';
import { ProblemAction, ProblemPriority, ProblemState } from '../../domain/problem/life.ts';
import { EntityId, Instant, ProvisionalReference } from '../ids.ts';
import { operation } from './operation.ts';

const Named = z.strictObject({ id: EntityId, name: z.string() });

/** One problem from the field in a list. */
export const ProblemLine = z.strictObject({
  id: EntityId,
  state: ProblemState,
  priority: ProblemPriority,
  /** How it begins, in the words of who reports. */
  beginning: z.string(),
  byName: z.string(),
  receivedAt: Instant,
  dueAt: Instant,
  isLate: z.boolean(),
  department: Named.nullable(),
  assigneeName: z.string().nullable(),
  /** Photos and recordings. */
  attachments: z.int(),
});
export type ProblemLine = z.infer<typeof ProblemLine>;

export const ProblemView = z.enum(['open', 'late', 'answered', 'closed']);
export type ProblemView = z.infer<typeof ProblemView>;

/** Late ones first, then those due next; what is over, the newest first. At most 200 of a view. */
export const listProblems = operation({
  id: 'listProblems',
  method: 'GET',
  path: '/api/office/problems',
  query: z.strictObject({ view: ProblemView }),
  answer: z.strictObject({
    problems: z.array(ProblemLine),
    /** Of each view. */
    counts: z.record(ProblemView, z.int()),
  }),
});

/** What was done about it, in order. */
const ProblemStep = z.strictObject({
  id: EntityId,
  action: z.enum([...ProblemAction.options, 'escalated']),
  at: Instant,
  /** Null for what the server did by itself. */
  byName: z.string().nullable(),
  /** The answer, or the note that went with it; empty where there was none. */
  text: z.string(),
  departmentName: z.string().nullable(),
});
export type ProblemStep = z.infer<typeof ProblemStep>;

export const ProblemDetail = ProblemLine.extend({
  /** Goes up with each act; send it back (optimistic lock). */
  revision: z.int(),
  text: z.string(),
  deviceName: z.string(),
  /** The tablet's clock. */
  at: Instant,
  about: z
    .strictObject({
      id: EntityId,
      kind: z.enum(['account', 'dossier']),
      subjectName: z.string(),
      reference: ProvisionalReference,
      officialCode: z.string().nullable(),
      procedureId: z.string(),
      procedureVersion: z.int(),
      /** Whether the one who asks may open it. */
      mayOpen: z.boolean(),
    })
    .nullable(),
  /** It is about something that has not reached the office yet. */
  isAboutAwaited: z.boolean(),
  escalatedAt: Instant.nullable(),
  /** The commune has agreed on the time within which it answers. */
  isTimeConfirmed: z.boolean(),
  files: z.array(
    z.strictObject({
      id: EntityId,
      mediaType: z.string(),
      size: z.int(),
      state: z.enum(['awaited', 'stored']),
    }),
  ),
  steps: z.array(ProblemStep),
  /** What the one who asks may do now. */
  allowed: z.array(ProblemAction),
});
export type ProblemDetail = z.infer<typeof ProblemDetail>;

const ById = z.strictObject({ id: EntityId });

export const getProblem = operation({
  id: 'getProblem',
  method: 'GET',
  path: '/api/office/problems/:id',
  params: ById,
  answer: ProblemDetail,
});

export const ProblemAct = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('route'),
    departmentId: EntityId,
    priority: ProblemPriority,
    note: z.string().trim().max(2000),
  }),
  z.strictObject({ kind: z.literal('take') }),
  /** Goes to the tablet of who reported. */
  z.strictObject({ kind: z.literal('answer'), text: z.string().trim().min(1).max(4000) }),
  z.strictObject({ kind: z.literal('close') }),
  z.strictObject({ kind: z.literal('reopen'), reason: z.string().trim().min(1).max(2000) }),
]);
export type ProblemAct = z.infer<typeof ProblemAct>;

/** Idempotent with `commandId`; `conflict` (`revision`) when somebody else acted meanwhile. */
export const actOnProblem = operation({
  id: 'actOnProblem',
  method: 'POST',
  path: '/api/office/problems/:id/actions',
  params: ById,
  body: z.strictObject({ commandId: EntityId, revision: z.int(), act: ProblemAct }),
  answer: ProblemDetail,
});
