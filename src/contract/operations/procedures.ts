import * as z from 'zod';
import { CivilDate, Digest, Instant, LanguageTag } from '../ids.ts';
import { MAX_PACKAGE_BYTES, ProcedureId, ProcedurePackage } from '../procedure-package.ts';
import { operation } from './operation.ts';

const Version = z.int().min(1);

/** Packages asked for in one request at most. */
export const MAX_WANTED = 20;

/**
 * Published procedures, asked for by tablets: signed by the device key as every request of theirs, answered under the
 * office's signature. Each digest is the one that the feed's `catalogue` change named; the tablet checks each package
 * against it (`unpackPackage`), whatever the answer says. The answer may hold fewer than were wanted: the rest is asked for
 * again. `missing` are those that the office does not have under that digest.
 */
export const fetchProcedures = operation({
  id: 'fetchProcedures',
  method: 'POST',
  path: '/api/procedures',
  body: z.strictObject({
    contractVersion: z.int().min(1),
    wanted: z
      .array(z.strictObject({ id: ProcedureId, version: Version, digest: Digest }))
      .min(1)
      .max(MAX_WANTED),
  }),
  answer: z.strictObject({
    packages: z.array(
      z.strictObject({
        id: ProcedureId,
        version: Version,
        digest: Digest,
        /** See `packPackage`. */
        packed: z
          .string()
          .max(MAX_PACKAGE_BYTES)
          .regex(/^[A-Za-z0-9_-]+$/),
      }),
    ),
    missing: z.array(z.strictObject({ id: ProcedureId, version: Version })),
  }),
});

/**
 * Where a version stands today. `draft`: uploaded, seen by nobody but administrators. `scheduled`: published from a later
 * day. `current`: new interviews begin with it. `superseded`: begun ones may finish. `retired`: its law is no more.
 * `withdrawn`: nothing new begins with it by an administrator's word; what was begun is still taken in.
 */
export const ProcedureState = z.enum(['draft', 'scheduled', 'current', 'superseded', 'retired', 'withdrawn']);
export type ProcedureState = z.infer<typeof ProcedureState>;

/** One version of one procedure, as the office's list shows it. */
export const ProcedureLine = z.strictObject({
  id: ProcedureId,
  version: Version,
  /** `shipped` with the program, or `uploaded` by an administrator. */
  origin: z.enum(['shipped', 'uploaded']),
  state: ProcedureState,
  /** By language, as the procedure's own texts have it. */
  names: z.record(z.string(), z.string()),
  /** The day it was published from; null for shipped ones and drafts. */
  from: CivilDate.nullable(),
  /** Who did the last thing to it, and when; null for shipped ones that nobody touched. */
  last: z
    .strictObject({ action: z.enum(['uploaded', 'published', 'withdrawn']), at: Instant, byName: z.string() })
    .nullable(),
  /** What the administrator said: of the upload, or why it was withdrawn. */
  note: z.string(),
  digest: Digest.nullable(),
  reach: z.enum(['file', 'prepare']),
  reviewStatus: z.enum(['draft', 'reviewed']),
  /** Facts that are still to be confirmed with the commune. */
  unconfirmed: z.int().min(0),
  allowed: z.array(z.enum(['publish', 'withdraw', 'discard'])),
});
export type ProcedureLine = z.infer<typeof ProcedureLine>;

/** Every version there is, by procedure, the newest first. For administrators. */
export const listProcedures = operation({
  id: 'listProcedures',
  method: 'GET',
  path: '/api/office/procedures',
  answer: z.strictObject({ procedures: z.array(ProcedureLine), today: CivilDate }),
});

/** Something about a declaration that its author should know. `place` in the author's words; empty for the whole. */
export const ProcedureFinding = z.strictObject({
  severity: z.enum(['error', 'warning']),
  place: z.string(),
  message: z.string(),
});
export type ProcedureFinding = z.infer<typeof ProcedureFinding>;

const OneVersion = z.strictObject({ id: ProcedureId, version: z.coerce.number().int().min(1) });

/** A version as it is, with its texts: for every office screen that shows answers. Drafts are the administrators'. */
export const getProcedure = operation({
  id: 'getProcedure',
  method: 'GET',
  path: '/api/office/procedures/:id/versions/:version',
  params: OneVersion,
  answer: z.strictObject({ package: ProcedurePackage, isWithdrawn: z.boolean() }),
});

/** Blocks may still stand in the declaration: the answer has them written out. */
const Candidate = z.strictObject({ content: z.unknown() });

/** The language of what is said to the author; Vietnamese where it is not spoken. */
const Spoken = z.strictObject({ language: LanguageTag });

/** What a checked candidate came to. Without a package it cannot even be previewed. */
export const CheckedProcedure = z.strictObject({
  findings: z.array(ProcedureFinding),
  package: ProcedurePackage.nullable(),
  digest: Digest.nullable(),
  /** The version it must have to be kept: one above the newest of its id. */
  nextVersion: Version.nullable(),
});
export type CheckedProcedure = z.infer<typeof CheckedProcedure>;

/** Judges a package, or a declaration with its texts, and keeps nothing. */
export const checkProcedure = operation({
  id: 'checkProcedure',
  method: 'POST',
  path: '/api/office/procedures/check',
  body: Candidate.extend(Spoken.shape),
  answer: CheckedProcedure,
});

/**
 * Keeps it as a draft, in the place of an earlier draft of the same version. `malformed` where the check finds errors,
 * `conflict` where the version is not the next one.
 */
export const uploadProcedure = operation({
  id: 'uploadProcedure',
  method: 'POST',
  path: '/api/office/procedures',
  body: Candidate.extend({ note: z.string().max(500) }),
  answer: ProcedureLine,
});

/**
 * From that day on (today or later) new interviews begin with it. `conflict` where the draft is not the one of that digest any
 * more, or no longer the next version; repeated for the same day it changes nothing.
 */
export const publishProcedure = operation({
  id: 'publishProcedure',
  method: 'POST',
  path: '/api/office/procedures/:id/versions/:version/publish',
  params: OneVersion,
  body: z.strictObject({ digest: Digest, from: CivilDate }),
  answer: ProcedureLine,
});

/** Nothing new begins with this version, shipped or published; to publish again is a new version. Repeated it changes nothing. */
export const withdrawProcedure = operation({
  id: 'withdrawProcedure',
  method: 'POST',
  path: '/api/office/procedures/:id/versions/:version/withdraw',
  params: OneVersion,
  body: z.strictObject({ reason: z.string().min(1).max(500) }),
  answer: ProcedureLine,
});

/** Throws a draft away. */
export const discardProcedure = operation({
  id: 'discardProcedure',
  method: 'DELETE',
  path: '/api/office/procedures/:id/versions/:version',
  params: OneVersion,
  answer: z.strictObject({}),
});

/**
 * `POST` with the bytes of a spreadsheet (`XLSFORM_MEDIA_TYPE`) and a query of `ConvertXlsFormQuery`; the answer is a
 * `ConvertedXlsForm`. Nothing is kept.
 */
export const convertXlsFormPath = '/api/office/procedures/xlsform';
export const ConvertXlsFormQuery = Spoken.extend({ fileName: z.string().max(200) });
export const XLSFORM_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** That version as a spreadsheet for its author; `notes`: what a spreadsheet has no word for. */
export const exportXlsForm = operation({
  id: 'exportXlsForm',
  method: 'GET',
  path: '/api/office/procedures/:id/versions/:version/xlsform',
  params: OneVersion,
  query: Spoken,
  answer: z.strictObject({
    workbook: z.string().regex(/^[A-Za-z0-9_-]+$/),
    notes: z.array(z.string()),
  }),
});

/** What a spreadsheet became; null where it was refused whole. `report`: why, or what could not be carried over, line by line. */
export const ConvertedXlsForm = z.strictObject({
  checked: CheckedProcedure.nullable(),
  report: z.array(
    z.strictObject({
      severity: z.enum(['error', 'warning']),
      sheet: z.string(),
      row: z.int().nullable(),
      column: z.string(),
      message: z.string(),
    }),
  ),
});
export type ConvertedXlsForm = z.infer<typeof ConvertedXlsForm>;
