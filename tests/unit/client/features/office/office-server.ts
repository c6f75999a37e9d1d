import type { ErrorBody } from '../../../../../src/contract/errors.ts';
import { type DossierDetail, getDossier, me, signIn } from '../../../../../src/contract/operations/office.ts';
import { listDossiers } from '../../../../../src/contract/operations/queue.ts';

/*
 * The network as the console meets it, answering in the contract's own shapes: every answer goes through the
 * operation's schema first, so a test cannot feed the screens something the server could never say.
 */

type Reply = { readonly status: number; readonly body: unknown };
type Route = (body: unknown) => Reply;

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const refused = (status: number, error: ErrorBody): Reply => ({ status, body: error });

/** Replaces `fetch`; returns the requests as they came. Keys are `METHOD path`. */
export function answerWith(routes: Record<string, Route>) {
  const asked: { readonly route: string; readonly body: unknown }[] = [];
  globalThis.fetch = async (input, init) => {
    const path = String(input).split('?')[0] ?? '';
    const route = `${init?.method ?? 'GET'} ${path}`;
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({ route, body });
    const reply = routes[route]?.(body) ?? refused(404, { kind: 'not-found' });
    return Response.json(reply.body, { status: reply.status });
  };
  return asked;
}

export const officer = me.answer.parse({
  id: '019ab000-0000-7000-8000-0000000000a1',
  login: 'lan.pt',
  displayName: 'Phạm Thị Lan',
  roles: ['officer'],
  commune: { code: '14956', name: 'Xã Pù Luông' },
  department: null,
  mustChangePassword: false,
  demo: false,
});

export const signInPath = `POST ${signIn.path}`;
export const mePath = `GET ${me.path}`;
export const DOSSIER = '019ab000-0000-7000-8000-0000000000d1';
export const dossierPath = `GET ${getDossier.path.replace(':id', DOSSIER)}`;
export const queuePath = `GET ${listDossiers.path}`;

const line = {
  id: DOSSIER,
  procedureId: 'birth-registration',
  procedureVersion: 1,
  subjectName: 'Hà Minh Khôi',
  village: 'bản Đôn',
  provisionalReference: 'TAM-7K3Q-0042-7',
  officialCode: null,
  status: 'registered',
  heldBy: null,
  receivedAt: '2026-11-23T02:12:00Z',
  dueDate: null,
  deviceName: 'Máy 03',
};

export function dossier(changes: Partial<DossierDetail> = {}): DossierDetail {
  return getDossier.answer.parse({
    ...line,
    revision: 1,
    answers: {
      'consent.submit': { granted: true, at: '2026-11-22T03:00:00Z' },
      'requester.relation': 'mother',
      'requester.idKind': 'identity-card',
      'child.name': 'Hà Minh Khôi',
      'child.sex': 'male',
      'child.birthDate': { year: 2026, month: 11, day: 11 },
      'child.situation': 'usual',
      'mother.nationality': 'vietnam',
      'mother.name': 'Bùi Thị Mận',
      'mother.birthDate': { year: 1999 },
      'mother.nationalId': { unknown: true },
    },
    caseId: 'on-time',
    attachments: [],
    consents: [],
    assistedBy: {
      staffId: '019ab000-0000-7000-8000-0000000000a1',
      staffName: 'Hà Văn Tổ',
      deviceName: 'Máy 03',
      commune: { code: '14956', name: 'Xã Pù Luông' },
    },
    courierDeviceName: null,
    courierStaffName: null,
    finishedAt: '2026-11-22T03:00:00Z',
    acceptedAt: null,
    acceptedByName: null,
    dueAt: null,
    dueReason: [],
    history: [],
    account: null,
    allowed: ['accept', 'refuse', 'request-supplement'],
    supplements: [],
    finance: 'none',
    papers: 'none',
    supplement: null,
    supplementsAsked: 0,
    pausedAt: null,
    endedAt: null,
    punctuality: 'not-counted',
    competentCommune: { code: '14956', name: 'Xã Pù Luông' },
    isProcedureWithdrawn: false,
    receivingOffice: { code: '14956', name: 'Xã Pù Luông' },
    ...changes,
  });
}

export function queue() {
  const counts = {
    registered: 1,
    accepted: 0,
    refused: 0,
    'in-progress': 0,
    'supplement-requested': 0,
    'payment-requested': 0,
    withdrawn: 0,
    stopped: 0,
    done: 0,
    returned: 0,
  };
  return listDossiers.answer.parse({
    dossiers: [{ ...line, attachments: { expected: 0, stored: 0 }, revision: 1 }],
    next: null,
    counts,
  });
}
