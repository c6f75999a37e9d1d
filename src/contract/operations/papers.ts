import * as z from 'zod';
import { EntityId, Instant } from '../ids.ts';
import { operation } from './operation.ts';

/*
 * Official papers of a dossier: forms of Circular 03/2025/TT-VPCP, Annex I. A form is named by what it is, never by its number,
 * which meant another form in the circular before.
 */

/**
 * `receipt`: Giấy tiếp nhận hồ sơ và hẹn trả kết quả. `supplement`: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. `refusal`: Phiếu từ
 * chối tiếp nhận giải quyết hồ sơ. `apology`: Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết. `stop`: Thông báo dừng
 * giải quyết hồ sơ. `control`: Phiếu kiểm soát quá trình giải quyết hồ sơ.
 */
export const PaperForm = z.enum(['receipt', 'supplement', 'refusal', 'apology', 'stop', 'control']);
export type PaperForm = z.infer<typeof PaperForm>;

/** A paper that was issued: the same bytes for as long as the dossier is kept. */
export const Paper = z.strictObject({
  id: EntityId,
  form: PaperForm,
  /** The action that it tells of. */
  about: EntityId,
  /** `12/PXL`; null for forms without a number of their own. */
  number: z.string().nullable(),
  issuedAt: Instant,
  byName: z.string(),
});
export type Paper = z.infer<typeof Paper>;

/** A paper that may be issued now. */
export const IssuablePaper = z.strictObject({ form: PaperForm, about: EntityId, at: Instant });
export type IssuablePaper = z.infer<typeof IssuablePaper>;

/** What PDFs are signed with. */
export const SigningCertificate = z.strictObject({
  /** Made on the server's first start, for trying: worth nothing in law. */
  isTest: z.boolean(),
  name: z.string(),
  /** SHA-256 of the certificate, hex pairs with colons. */
  fingerprint: z.string(),
  validTo: Instant,
});

export const DossierPapers = z.strictObject({
  /** Oldest first. */
  papers: z.array(Paper),
  /** Empty for who may look but not issue. */
  issuable: z.array(IssuablePaper),
  /** Forms whose fields or layout were not seen in the circular. */
  unconfirmed: z.array(PaperForm),
  /** Past its date with no apology issued for the date that stands now. */
  owesApology: z.boolean(),
  /** The unit code in official codes while nobody has confirmed it; null where somebody has. */
  unconfirmedUnitCode: z.string().nullable(),
  mayExport: z.boolean(),
  certificate: SigningCertificate,
});
export type DossierPapers = z.infer<typeof DossierPapers>;

const ById = z.strictObject({ id: EntityId });

export const listPapers = operation({
  id: 'listPapers',
  method: 'GET',
  path: '/api/office/dossiers/:id/papers',
  params: ById,
  answer: DossierPapers,
});

/**
 * Issues a paper with its number, signed, and keeps it. Asking for the same paper again answers the one that was issued, with
 * the number it has. `state-not-allowed` (`nothing-to-tell`) where no such action is on record.
 */
export const issuePaper = operation({
  id: 'issuePaper',
  method: 'POST',
  path: '/api/office/dossiers/:id/papers',
  params: ById,
  body: z.strictObject({ commandId: EntityId, form: PaperForm, about: EntityId }),
  answer: Paper,
});

/** The paper as it left the office. application/pdf, not JSON. */
export const paperPath = '/api/office/papers/:id';

/** The whole dossier in one file that `npm run archive:verify` can check. application/zip, not JSON; on record. */
export const archivePath = '/api/office/dossiers/:id/archive';
