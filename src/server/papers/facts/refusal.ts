import { contactLines, frame, personLines, signer } from './parts.ts';
import type { Sheet } from './sheet.ts';
import type { Say, Subject } from './subject.ts';

/** "Phiếu từ chối tiếp nhận giải quyết hồ sơ" (Circular 03/2025): that the dossier is not taken, and why. */
export function refusalSheets(
  subject: Subject,
  refusal: { readonly reason: string; readonly byName: string },
  at: Date,
  say: Say,
): readonly Sheet[] {
  const unit = say('unitOf', { commune: subject.communeName });
  return [
    {
      ...frame('refusal', subject, say, { at, number: null }),
      blocks: [
        ...personLines(subject, say),
        { kind: 'paragraph', text: say('refusal.says', { unit }) },
        { kind: 'paragraph', text: refusal.reason, style: 'strong' },
        ...contactLines(refusal.byName, say, say('contact.whoElse')),
      ],
      signers: [signer('applicant', say, null), signer('receiver', say, refusal.byName)],
    },
  ];
}
