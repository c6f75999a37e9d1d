import * as z from 'zod';
import { DossierEventKind, OfficeAction } from '../../domain/dossier/actions.ts';
import { PUNCTUALITIES } from '../../domain/dossier/punctuality.ts';
import { FinanceState, PapersState, SupplementState } from '../../domain/dossier/state.ts';
import { CommuneCode } from '../../domain/place/place.ts';
import { AnswerTimes } from '../../domain/problem/answer-time.ts';
import { Answers } from '../../domain/procedure/contract/answers.ts';
import { AccountState, DossierStatus } from '../down/change.ts';
import { DevicePolicy } from '../down/device-policy.ts';
import { CivilDate, EntityId, Instant, ProvisionalReference } from '../ids.ts';
import { DeviceHealth } from '../up/device-health.ts';
import { ConsentRecord } from '../up/submission.ts';
import { operation } from './operation.ts';
import { SupplementRecord } from './supplements.ts';

export const Role = z.enum(['field', 'officer', 'specialist', 'supervisor', 'administrator']);
export type Role = z.infer<typeof Role>;

export const Person = z.strictObject({
  id: EntityId,
  login: z.string(),
  displayName: z.string(),
  roles: z.array(Role),
  commune: z.strictObject({ code: CommuneCode, name: z.string() }),
  /** Where a specialist works; null for everybody else, and for one who has no department yet. */
  department: z.strictObject({ id: EntityId, name: z.string() }).nullable(),
});

export type Person = z.infer<typeof Person>;

export const Me = Person.extend({ mustChangePassword: z.boolean(), demo: z.boolean() });
export type Me = z.infer<typeof Me>;

export const signIn = operation({
  id: 'signIn',
  method: 'POST',
  path: '/api/office/sign-in',
  body: z.strictObject({ login: z.string().min(1).max(60), password: z.string().min(1).max(200) }),
  answer: Me,
});
export const signOut = operation({
  id: 'signOut',
  method: 'POST',
  path: '/api/office/sign-out',
  answer: z.strictObject({}),
});
export const me = operation({ id: 'me', method: 'GET', path: '/api/office/me', answer: Me });
/** At least 10 characters; the one-time password and the login are refused. All other sessions of the person end. */
export const changePassword = operation({
  id: 'changePassword',
  method: 'POST',
  path: '/api/office/password',
  body: z.strictObject({ current: z.string().max(200), next: z.string().max(200) }),
  answer: Me,
});

/** Short line of the queue. */
export const DossierLine = z.strictObject({
  id: EntityId,
  procedureId: z.string(),
  procedureVersion: z.int(),
  /** Name of the person the dossier is about. */
  subjectName: z.string(),
  village: z.string().nullable(),
  provisionalReference: ProvisionalReference,
  officialCode: z.string().nullable(),
  status: DossierStatus,
  /** The department that has it; null at the one-stop office. */
  heldBy: z.strictObject({ id: EntityId, name: z.string() }).nullable(),
  receivedAt: Instant,
  dueDate: CivilDate.nullable(),
  deviceName: z.string(),
  attachments: z.strictObject({ expected: z.int(), stored: z.int() }),
  /** Goes up with each change; send it back with a command (optimistic lock). */
  revision: z.int(),
});
export type DossierLine = z.infer<typeof DossierLine>;

export const DossierAction = z.strictObject({
  id: EntityId,
  action: DossierEventKind,
  at: Instant,
  byName: z.string(),
  deviceName: z.string().nullable(),
  /** What the act said and what it led to, as its command wrote it down: reasons, department, dates before and after. */
  detail: z.record(z.string(), z.unknown()),
});

export type DossierAction = z.infer<typeof DossierAction>;

export const OfficeAttachment = z.strictObject({
  id: EntityId,
  document: z.string(),
  mediaType: z.string(),
  size: z.int(),
  state: z.enum(['awaited', 'stored']),
});

export type OfficeAttachment = z.infer<typeof OfficeAttachment>;

export const DossierDetail = DossierLine.extend({
  answers: Answers,
  /** An administrator has withdrawn the version that it was begun with; it was taken in all the same. */
  isProcedureWithdrawn: z.boolean(),
  caseId: z.string().nullable(),
  attachments: z.array(OfficeAttachment),
  consents: z.array(ConsentRecord),
  assistedBy: z.strictObject({
    staffId: EntityId,
    staffName: z.string(),
    deviceName: z.string(),
    commune: z.strictObject({ code: CommuneCode, name: z.string() }),
  }),
  /** Sent on by another tablet. */
  courierDeviceName: z.string().nullable(),
  /** Brought to the office in a courier's file, by this staff member. */
  courierStaffName: z.string().nullable(),
  finishedAt: Instant,
  acceptedAt: Instant.nullable(),
  acceptedByName: z.string().nullable(),
  dueAt: Instant.nullable(),
  /** How the date came about, as text keys `due.<key>` with values. */
  dueReason: z.array(
    z.strictObject({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  history: z.array(DossierAction),
  /** Each request for a supplement, the first one first, with what came of it. */
  supplements: z.array(SupplementRecord),
  account: z.strictObject({ id: EntityId, state: AccountState.nullable() }).nullable(),
  finance: FinanceState,
  papers: PapersState,
  supplement: SupplementState.nullable(),
  /** More than once counts as late. */
  supplementsAsked: z.int(),
  /** Since when the clock stands because the citizen is asked for something, or stood when the work ended. */
  pausedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  punctuality: z.enum(PUNCTUALITIES),
  /** Actions this person may take now. */
  allowed: z.array(OfficeAction),
  /** Three places that may differ (Decree 118/2025/NĐ-CP): `assistedBy.commune` filled it in, this one received it … */
  receivingOffice: z.strictObject({ code: CommuneCode, name: z.string() }),
  /** … and the authority of this one decides. */
  competentCommune: z.strictObject({ code: CommuneCode, name: z.string() }),
});
export type DossierDetail = z.infer<typeof DossierDetail>;

export const ById = z.strictObject({ id: EntityId });

export const getDossier = operation({
  id: 'getDossier',
  method: 'GET',
  path: '/api/office/dossiers/:id',
  params: ById,
  answer: DossierDetail,
});

/** The plaintext bytes; media type from the envelope, never sniffed. Not JSON. */
export const attachmentPath = '/api/office/attachments/:id';

export const listStaff = operation({
  id: 'listStaff',
  method: 'GET',
  path: '/api/office/staff',
  answer: z.strictObject({ staff: z.array(Person.extend({ devices: z.int() })) }),
});
/** Creates a staff member; the one-time password is shown once and must be changed at first sign-in. Field-only staff get none. */
export const createStaff = operation({
  id: 'createStaff',
  method: 'POST',
  path: '/api/office/staff',
  body: z.strictObject({
    id: EntityId,
    login: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/),
    displayName: z.string().min(1).max(80),
    roles: z.array(Role).min(1),
    commune: CommuneCode,
    /** Of a specialist: one of the commune's departments. */
    departmentId: EntityId.exactOptional(),
  }),
  answer: z.strictObject({ staff: Person, oneTimePassword: z.string().nullable() }),
});
/**
 * A one-time password in the place of one that was forgotten, or that nobody noted: the answer is the only time it is seen. Every
 * session of that person ends. `forbidden` (`field-only`) for those who have no way into the office, (`oneself`) for one's own.
 */
export const renewPassword = operation({
  id: 'renewPassword',
  method: 'POST',
  path: '/api/office/staff/:id/one-time-password',
  params: z.strictObject({ id: EntityId }),
  answer: z.strictObject({ staff: Person, oneTimePassword: z.string() }),
});
/**
 * What a colleague does from now on: their roles, and of a specialist the department. Where it changes, every session of that
 * person ends, and who had no way into the office before gets a one-time password, seen in this answer alone. Asked again with
 * the same it changes nothing: for a password whose answer was lost there is `renewPassword`. `forbidden` (`oneself`): somebody
 * must stay who can undo it. `conflict` (`has-tablets`): whoever has an enrolled tablet goes to the field.
 */
export const changeWork = operation({
  id: 'changeWork',
  method: 'PUT',
  path: '/api/office/staff/:id/work',
  params: z.strictObject({ id: EntityId }),
  body: z.strictObject({
    roles: z.array(Role).min(1),
    /** Of a specialist: one of the commune's departments. */
    departmentId: EntityId.exactOptional(),
  }),
  answer: z.strictObject({ staff: Person, oneTimePassword: z.string().nullable() }),
});
/** Single use; the answer is the only time the code is seen. */
export const createEnrolmentCode = operation({
  id: 'createEnrolmentCode',
  method: 'POST',
  path: '/api/office/enrolment-codes',
  body: z.strictObject({ staffId: EntityId, hoursValid: z.int().min(1).max(168).default(24) }),
  answer: z.strictObject({
    code: z.string(),
    staffName: z.string(),
    communeName: z.string(),
    expiresAt: Instant,
    enrolUrl: z.url(),
  }),
});
export const listDevices = operation({
  id: 'listDevices',
  method: 'GET',
  path: '/api/office/devices',
  answer: z.strictObject({
    devices: z.array(
      z.strictObject({
        id: EntityId,
        name: z.string(),
        staff: z.array(z.strictObject({ id: EntityId, displayName: z.string() })),
        enrolledAt: Instant,
        lastSeenAt: Instant.nullable(),
        appVersion: z.string().nullable(),
        /** What it last said of itself, and when the office heard it; null for one that never said. */
        health: z.strictObject({ heardAt: Instant, said: DeviceHealth }).nullable(),
      }),
    ),
  }),
});
/** Editable data: the unit code in official codes and working days, each with a `confirmed` mark, and what tablets are to do. */
export const Settings = z.strictObject({
  unitCode: z.strictObject({ value: z.string().min(3).max(40), confirmed: z.boolean() }),
  closingTime: z.string().regex(/^\d\d:\d\d$/),
  years: z.array(
    z.strictObject({
      year: z.int(),
      status: z.enum(['confirmed', 'provisional']),
      off: z.array(z.strictObject({ date: CivilDate, confirmed: z.boolean() })),
      makeup: z.array(z.strictObject({ date: CivilDate, confirmed: z.boolean() })),
      source: z.string(),
    }),
  ),
  tablets: DevicePolicy,
  /** How long the code on an account's slip may be used; our proposal until the commune has decided. */
  activation: z.strictObject({ days: z.int().min(1).max(366), confirmed: z.boolean() }),
  /** Within which working time problems from the field are answered. */
  answerTimes: AnswerTimes,
});
export type Settings = z.infer<typeof Settings>;
export const getSettings = operation({
  id: 'getSettings',
  method: 'GET',
  path: '/api/office/settings',
  answer: Settings,
});
export const putSettings = operation({
  id: 'putSettings',
  method: 'PUT',
  path: '/api/office/settings',
  body: Settings,
  answer: Settings,
});

/** Communes of the province for pickers (Thanh Hóa ships with the app; others come from here). */
export const listCommunes = operation({
  id: 'listCommunes',
  method: 'GET',
  path: '/api/communes/:province',
  params: z.strictObject({ province: z.string().regex(/^\d\d$/) }),
  answer: z.strictObject({ communes: z.array(z.strictObject({ code: CommuneCode, name: z.string() })) }),
});
