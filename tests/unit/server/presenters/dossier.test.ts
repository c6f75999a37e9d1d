import { describe, expect, it } from 'vitest';
import { DossierDetail, DossierLine } from '../../../../src/contract/operations/office.ts';
import { presentDossierDetail, presentDossierLine } from '../../../../src/server/presenters/dossier.ts';
import type { DossierRow } from '../../../../src/server/storage/rows.ts';

const STAFF = '019ab000-0000-7000-8000-000000000001';
const DEVICE = '019ab000-0000-7000-8000-000000000002';
const ID = '019ab000-0000-7000-8000-000000000003';
const NATIONAL_ID = '038190001234';

const row: DossierRow = {
  id: ID,
  procedureId: 'birth-registration',
  procedureVersion: 1,
  subjectName: 'Hà Thị Mây',
  village: 'Bản Kịt',
  commune: '14956',
  provisionalReference: 'TAM-0123-4567-8',
  officialCode: null,
  status: 'registered',
  receivedAt: new Date('2026-11-22T17:30:00Z'),
  dueAt: new Date('2026-11-25T17:30:00Z'),
  deviceName: 'Máy 1',
  attachmentsExpected: 2,
  attachmentsStored: 1,
  revision: 3,
  caseId: 'on-time',
  submission: {
    id: ID,
    kind: 'dossier',
    procedure: { id: 'birth-registration', version: 1 },
    answers: { 'mother.nationalId': NATIONAL_ID },
    attachments: [],
    consents: [],
    provisionalReference: 'TAM-0123-4567-8',
    assistedBy: { staffId: STAFF, deviceId: DEVICE, commune: '14956' },
    languages: { reading: 'vi', spoken: 'mtq' },
    finishedAt: '2026-11-20T10:00:00+07:00',
  },
  staffId: STAFF,
  staffName: 'Lò Văn Páo',
  courierDeviceName: null,
  courierStaffName: null,
  acceptedAt: null,
  acceptedByName: null,
  dueReason: [],
  accountId: '019ab000-0000-7000-8000-000000000009',
  accountState: null,
  heldBy: null,
  competentCommune: null,
  state: {
    status: 'registered',
    receivedAt: '2026-11-22T17:30:00.000Z',
    acceptedAt: null,
    officialCode: null,
    dueAt: null,
    heldBy: null,
    finance: 'none',
    paidBefore: false,
    papers: 'none',
    supplement: null,
    supplementsAsked: 0,
    resumesAs: null,
    pausedAt: null,
    endedAt: null,
  },
};
const NOW = '2026-11-23T02:00:00.000Z';

describe('dossiers as the office sees them', () => {
  it('a line fits the contract, dates the result in Việt Nam, and shows no national id', () => {
    const line = presentDossierLine(row);
    expect(DossierLine.parse(line)).toEqual(line);
    expect(line.dueDate).toBe('2026-11-26');
    expect(JSON.stringify(line)).not.toContain(NATIONAL_ID);
  });

  it('the whole dossier fits the contract and keeps the answers as given', () => {
    const detail = presentDossierDetail({
      row,
      attachments: [],
      actions: [],
      supplements: [],
      allowed: ['accept'],
      isProcedureWithdrawn: false,
      now: NOW,
    });
    expect(DossierDetail.parse(detail)).toEqual(detail);
    expect(detail.answers['mother.nationalId']).toBe(NATIONAL_ID);
    expect(detail.receivingOffice).toEqual({ code: '14956', name: 'Xã Pù Luông' });
    expect(detail.allowed).toEqual(['accept']);
  });

  it('another authority may decide than the one that receives', () => {
    const detail = presentDossierDetail({
      row: { ...row, competentCommune: '14845' },
      attachments: [],
      actions: [],
      supplements: [],
      allowed: [],
      isProcedureWithdrawn: false,
      now: NOW,
    });
    expect(detail.receivingOffice.code).toBe('14956');
    expect(detail.competentCommune.code).toBe('14845');
  });

  it('a photo that is named no more is shown where it has come, and awaited nowhere', () => {
    const photo = (n: number, state: 'awaited' | 'stored') => ({
      id: `019ab000-0000-7000-8000-00000000001${n}`,
      document: 'birth-proof',
      mediaType: 'image/jpeg',
      size: 9,
      state,
    });
    const sealed = { key: 'k', plaintextDigest: 'p', ciphertextDigest: 'c' };
    const named = { ...photo(1, 'awaited'), ...sealed, mediaType: 'image/jpeg' } as const;
    const detail = presentDossierDetail({
      row: { ...row, submission: { ...row.submission, attachments: [named] } },
      attachments: [photo(1, 'awaited'), photo(2, 'awaited'), photo(3, 'stored')],
      actions: [],
      supplements: [],
      allowed: [],
      isProcedureWithdrawn: false,
      now: NOW,
    });
    expect(detail.attachments.map(({ id }) => id.slice(-1))).toEqual(['1', '3']);
  });

  it('an account still on its way is named without a state', () => {
    const detail = presentDossierDetail({
      row,
      attachments: [],
      actions: [],
      supplements: [],
      allowed: [],
      isProcedureWithdrawn: false,
      now: NOW,
    });
    expect(detail.account).toEqual({ id: row.accountId, state: null });
    const without = presentDossierDetail({
      row: { ...row, accountId: null },
      attachments: [],
      actions: [],
      supplements: [],
      allowed: [],
      isProcedureWithdrawn: false,
      now: NOW,
    });
    expect(without.account).toBeNull();
  });

  it('a commune nobody knows is shown by its code', () => {
    const detail = presentDossierDetail({
      row: { ...row, commune: '99999' },
      attachments: [],
      actions: [],
      supplements: [],
      allowed: [],
      isProcedureWithdrawn: false,
      now: NOW,
    });
    expect(detail.receivingOffice).toEqual({ code: '99999', name: '99999' });
  });
});
