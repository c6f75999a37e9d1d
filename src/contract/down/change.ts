import * as z from 'zod';
import { CivilDate, EntityId, Instant, ProvisionalReference } from '../ids.ts';

/** National business statuses by number (DOMAIN: `kenh` statuses 1–10), as text so that code reads. */
export const DossierStatus = z.enum([
  'registered', // 1 Mới đăng ký
  'accepted', // 2 Được tiếp nhận
  'refused', // 3 Không được tiếp nhận
  'in-progress', // 4 Đang xử lý
  'supplement-requested', // 5 Yêu cầu bổ sung giấy tờ
  'payment-requested', // 6 Yêu cầu thực hiện nghĩa vụ tài chính
  'withdrawn', // 7 Công dân yêu cầu rút hồ sơ
  'stopped', // 8 Dừng xử lý
  'done', // 9 Đã xử lý xong
  'returned', // 10 Đã trả kết quả
]);

export const AccountState = z.enum(['pending', 'active', 'suspended', 'merged']);

/** Something the office did that the tablets of the assisting staff learn of. Names no person (I4: readable while locked). */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('dossier'),
    cursor: z.int().min(1),
    submissionId: EntityId,
    status: DossierStatus,
    provisionalReference: ProvisionalReference,
    officialCode: z.string().nullable(),
    receivedAt: Instant,
    acceptedAt: Instant.nullable(),
    /** Date and time of the result, from the server alone (I7). */
    dueAt: Instant.nullable(),
    dueDate: CivilDate.nullable(),
  }),
  z.strictObject({
    kind: z.literal('account'),
    cursor: z.int().min(1),
    submissionId: EntityId,
    state: AccountState,
    receivedAt: Instant,
  }),
]);
export type Change = z.infer<typeof Change>;
export type DossierStatus = z.infer<typeof DossierStatus>;
export type AccountState = z.infer<typeof AccountState>;
