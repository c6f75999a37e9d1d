import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Submission } from '../../contract/up/submission.ts';
import { makeProvisionalReference } from '../../domain/dossier/provisional-reference.ts';
import type { Answers } from '../../domain/procedure/contract/answers.ts';
import { getCurrentProcedure } from '../../procedures/catalogue.ts';
import type { HeadlessTablet, TakenPhoto } from './tablet.ts';

const HOUR = 3_600_000;
const place = (village: string) => ({ province: '38', commune: '14956', village });
const civil = (at: Date) => ({
  year: at.getUTCFullYear(),
  month: at.getUTCMonth() + 1,
  day: at.getUTCDate(),
});

interface Common {
  readonly tablet: Pick<HeadlessTablet, 'assistedBy'>;
  readonly finishedAt: Date;
  readonly signature: TakenPhoto;
}

/** Somebody with a birth year and no card registers an account. */
export function sampleAccount(
  given: Common & { readonly name: string; readonly village: string; readonly birthYear: number },
): Submission {
  const at = given.finishedAt.toISOString();
  const answers: Answers = {
    ...consents(['register', 'keepCopy', 'ethnicity', 'thumbprint', 'contact'], at),
    'person.name': given.name,
    'person.sex': 'female',
    'person.birthDate': { year: given.birthYear },
    'person.ethnicity': 'Thái',
    'person.residence': place(given.village),
    'card.has': 'none',
    'phone.kind': 'none',
    'trusted.wanted': 'no',
    'language.spoken': 'thai',
    'language.reads': 'no',
    'language.interpreter': 'yes',
    'readiness.level': 'not-now',
    'signature.person': { method: 'signature', attachment: given.signature.sealed.id, at },
  };
  return {
    ...head(given, 'account', 'account-registration'),
    answers,
    attachments: [given.signature.sealed],
    activationCodeHash: createHash('sha256').update(v7()).digest('base64url'),
  };
}

/** A mother reports a birth of a few days ago, in the health station, with two photos of the paper. */
export function sampleBirth(
  given: Common & {
    readonly childName: string;
    readonly motherName: string;
    readonly fatherName: string;
    readonly village: string;
    readonly photos: readonly TakenPhoto[];
    readonly accountId?: string;
  },
): Submission {
  const at = given.finishedAt.toISOString();
  const born = civil(new Date(given.finishedAt.getTime() - 20 * 24 * HOUR));
  const answers: Answers = {
    ...consents(['submit', 'keepCopy', 'ethnicity', 'thumbprint', 'contact'], at),
    'requester.relation': 'mother',
    'requester.idKind': 'identity-card',
    'requester.idIssuedOn': { year: 2023, month: 5, day: 4 },
    'requester.phone': '0912345678',
    'child.name': given.childName,
    'child.sex': 'female',
    'child.birthDate': born,
    'child.situation': 'usual',
    'child.nationality': 'vietnam',
    'birth.setting': 'health-facility',
    'birth.place': place('Trạm y tế xã'),
    'birth.certificate': 'yes',
    'mother.nationality': 'vietnam',
    'mother.name': given.motherName,
    'mother.birthDate': { year: 1999 },
    'mother.nationalId': '038199000001',
    'mother.ethnicity': 'Mường',
    'mother.residence': place(given.village),
    'mother.residenceKind': 'permanent',
    'parents.married': 'yes',
    'marriage.atHand': 'no',
    'father.nationality': 'vietnam',
    'father.name': given.fatherName,
    'father.birthDate': { year: 1997, month: 2, day: 14 },
    'father.nationalId': '038097000002',
    'father.ethnicity': 'Thái',
    'father.sameResidence': 'yes',
    'father.residenceKind': 'permanent',
    'child.ethnicity': 'Thái',
    'child.origin': place(given.village),
    'household.head': 'other',
    'household.headName': 'Hà Văn Mẫu',
    'household.headNationalId': { unknown: true },
    'household.relation': 'grandchild',
    'copies.wanted': 'yes',
    'copies.number': 2,
    'result.way': 'paper',
    'document.birthProof': {
      alternative: 'live-birth-certificate',
      attachments: given.photos.map((photo) => photo.sealed.id),
      paper: 'photographed',
    },
    'document.requesterId': { attachments: [], paper: 'shown' },
    'document.marriage': { attachments: [], paper: 'at-home' },
    'signature.requester': { method: 'signature', attachment: given.signature.sealed.id, at },
  };
  return {
    ...head(given, 'dossier', 'birth-registration'),
    answers,
    attachments: [...given.photos.map((photo) => photo.sealed), given.signature.sealed],
    ...(given.accountId !== undefined && { accountId: given.accountId }),
  };
}

function head({ tablet, finishedAt }: Common, kind: Submission['kind'], procedureId: string) {
  return {
    id: v7(),
    kind,
    procedure: { id: procedureId, version: 1 },
    consents: consentRecords(procedureId, finishedAt.toISOString()),
    provisionalReference: makeProvisionalReference(crypto.getRandomValues(new Uint8Array(5))),
    assistedBy: tablet.assistedBy,
    languages: { reading: 'vi', spoken: 'vi' },
    finishedAt: finishedAt.toISOString(),
  };
}

/** What stands in the texts that `npm run demo` shows; nobody real agreed to anything. */
const DEMO_CONSENT = 'văn bản mẫu, không phải sự đồng ý của ai';

function consentRecords(procedureId: string, at: string): Submission['consents'] {
  const questions = getCurrentProcedure(procedureId).steps.flatMap((step) => step.questions);
  return questions.flatMap((question) =>
    question.type === 'consent'
      ? [
          {
            id: v7(),
            purpose: question.purpose,
            granted: true,
            dataCategories: question.dataCategories,
            textHash: createHash('sha256').update(DEMO_CONSENT).digest('base64url'),
            textVersion: 'demo',
            language: 'vi',
            givenBy: 'self',
            method: 'signature',
            at,
          },
        ]
      : [],
  );
}

function consents(purposes: readonly string[], at: string): Answers {
  return Object.fromEntries(purposes.map((purpose) => [`consent.${purpose}`, { granted: true, at }]));
}
