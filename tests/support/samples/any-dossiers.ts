import { createHash } from 'node:crypto';
import accountTextsInEnglish from '../../../locales/en/procedures/account-registration.json' with {
  type: 'json',
};
import birthTextsInEnglish from '../../../locales/en/procedures/birth-registration.json' with {
  type: 'json',
};
import accountTexts from '../../../locales/vi/procedures/account-registration.json' with { type: 'json' };
import birthTexts from '../../../locales/vi/procedures/birth-registration.json' with { type: 'json' };
import { buildConsentRecords } from '../../../src/client/features/field/interview/consent-records.ts';
import {
  findConsentGiver,
  findSpokenLanguage,
} from '../../../src/client/features/field/interview/said-of-people.ts';
import type { SealedAttachment, Submission } from '../../../src/contract/up/submission.ts';
import { civilDate } from '../../../src/domain/calendar/civil-date.ts';
import { makeProvisionalReference } from '../../../src/domain/dossier/provisional-reference.ts';
import { findAnyCommune } from '../../../src/domain/place/all-communes.ts';
import { evaluate } from '../../../src/domain/procedure/run.ts';
import { getCurrentProcedure } from '../../../src/procedures/catalogue.ts';
import { anyAccount } from './any-account.ts';
import { anyBirth } from './any-birth.ts';
import { Chance } from './chance.ts';
import { newIds } from './new-ids.ts';
import type { Occasion, Said } from './occasion.ts';
import { villageName } from './people.ts';

export interface AnyDossiersOptions {
  /** Who took them down; made up from the seed when absent. Consent texts name this commune. */
  readonly assistedBy?: Submission['assistedBy'];
  /** So many in a hundred are account registrations; the rest report births. */
  readonly accounts?: number;
  /** Photos of the birth paper in each dossier, besides the signature that each submission has. */
  readonly photos?: number;
  /** Gives the attachments that were really sealed; by default digests and keys are made up, and no bytes exist. */
  readonly attach?: (wanted: {
    /** Place of the submission in the list, from 0. */
    readonly index: number;
    readonly document: 'signature' | 'birth-proof';
    /** Place among this submission's attachments, from 0; the signature comes last. */
    readonly number: number;
  }) => SealedAttachment;
  /** When the last of them was finished; they go back from there at some a day. */
  readonly until?: Date;
}

/**
 * Submissions as tablets finish them, all different, each acceptable to the server's engine: the same seed and options
 * give the same ones. Answers are put in order by the engine, consent records written by the app's own code.
 */
export async function anyDossiers(
  seed: number,
  count: number,
  options: AnyDossiersOptions = {},
): Promise<readonly Submission[]> {
  const chance = new Chance(seed);
  const newId = newIds(chance);
  const until = (options.until ?? new Date('2026-11-22T09:30:00.000Z')).getTime();
  const assistedBy = options.assistedBy ?? {
    staffId: newId(until - 40 * 86_400_000),
    deviceId: newId(until - 39 * 86_400_000),
    commune: '14956',
  };
  const code = assistedBy.commune;
  const commune = { code, name: findAnyCommune(code)?.name ?? code };
  const villages = Array.from({ length: 14 }, () => villageName(chance));
  const made: Submission[] = [];
  let startedAt = until - count * 2_400_000 - 3_600_000;
  for (let index = 0; index < count; index++) {
    startedAt += chance.between(1_200_000, 3_000_000);
    const kind = chance.percent(options.accounts ?? 30) ? 'account' : 'dossier';
    const accounts = made.filter((earlier) => earlier.kind === 'account');
    const sitting: Sitting = {
      chance,
      newId,
      index,
      startedAt: Math.min(startedAt, until - 3_600_000),
      assistedBy,
      commune,
      villages,
      options,
    };
    const account =
      kind === 'dossier' && accounts.length > 0 && chance.percent(50) ? chance.oneOf(accounts).id : undefined;
    made.push(await anySubmission(sitting, kind, account));
  }
  return made;
}

interface Sitting extends Pick<Occasion, 'chance' | 'startedAt' | 'commune' | 'villages'> {
  readonly newId: (at: number) => string;
  readonly index: number;
  readonly assistedBy: Submission['assistedBy'];
  readonly options: AnyDossiersOptions;
}

const TEXTS = {
  vi: { account: accountTexts, dossier: birthTexts },
  en: { account: accountTextsInEnglish, dossier: birthTextsInEnglish },
} as const;
const digest = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('base64url');

async function anySubmission(
  sitting: Sitting,
  kind: Submission['kind'],
  accountId?: string,
): Promise<Submission> {
  const { chance, newId, startedAt, commune, assistedBy } = sitting;
  const language = chance.percent(96) ? 'vi' : 'en';
  const texts = TEXTS[language][kind];
  const definition = getCurrentProcedure(kind === 'account' ? 'account-registration' : 'birth-registration');
  const id = newId(startedAt);
  const hashText = (purpose: string) => {
    const text = Object.entries(texts.consents).find(([key]) => key === purpose)?.[1].text;
    if (text === undefined) throw new Error(`no consent text for ${purpose}`);
    // As useConsentText fills it in.
    return digest(text.replace('{{commune}}', commune.name.replace(/^(Xã|Phường)\s+/u, '')));
  };
  let clock = startedAt;
  const consents: Said = {};
  for (const question of definition.steps.flatMap((step) => step.questions)) {
    if (question.type !== 'consent') continue;
    clock += chance.between(6_000, 50_000);
    const granted = question.mustGrant || chance.percent(90);
    consents[question.id] = {
      granted,
      at: new Date(clock).toISOString(),
      language,
      textHash: hashText(question.purpose),
    };
  }
  clock += chance.between(400_000, 1_500_000);
  const { photos, signature } = takeAttachments(sitting, kind, clock);
  const signedAt = clock + chance.between(15, 90);
  const finishedAt = signedAt + chance.between(4_000, 40_000);
  const occasion: Occasion = {
    ...sitting,
    language,
    photos,
    signature,
    signedAt: new Date(signedAt).toISOString(),
  };
  const said = { ...consents, ...(kind === 'account' ? anyAccount(occasion) : anyBirth(occasion)) };
  const evaluation = evaluate(definition, said, { today: civilDate(new Date(finishedAt).toISOString()) });
  return {
    id,
    kind,
    procedure: { id: definition.id, version: definition.version },
    answers: evaluation.submission,
    attachments: [...photos, signature],
    consents: [
      ...(await buildConsentRecords(evaluation, language, {
        hashText: async (purpose) => hashText(purpose),
        textVersion: texts.consentTextVersion,
        newId: () => newId(finishedAt),
        givenBy: findConsentGiver(definition, evaluation.submission),
      })),
    ],
    provisionalReference: makeProvisionalReference(chance.bytes(5)),
    ...(accountId === undefined ? {} : { accountId }),
    ...(kind === 'account' ? { activationCodeHash: digest(chance.bytes(10)) } : {}),
    assistedBy,
    languages: { reading: language, spoken: findSpokenLanguage(definition, evaluation.submission, 'vi') },
    finishedAt: new Date(finishedAt).toISOString(),
  };
}

function takeAttachments(sitting: Sitting, kind: Submission['kind'], at: number) {
  const { chance, index, options } = sitting;
  const count = kind === 'dossier' ? (options.photos ?? 0) : 0;
  const take = (document: 'signature' | 'birth-proof', number: number, takenAt: number) =>
    options.attach?.({ index, document, number }) ?? madeUp(sitting, document, takenAt);
  const photos = Array.from({ length: count }, (_, number) =>
    take('birth-proof', number, at - chance.between(60_000, 200_000)),
  );
  return { photos, signature: take('signature', count, at) };
}

function madeUp(
  { chance, newId }: Sitting,
  document: 'signature' | 'birth-proof',
  at: number,
): SealedAttachment {
  const isSignature = document === 'signature';
  return {
    id: newId(at),
    document,
    key: digest(chance.bytes(16)),
    plaintextDigest: digest(chance.bytes(16)),
    ciphertextDigest: digest(chance.bytes(16)),
    size: isSignature ? chance.between(2_000, 9_000) : chance.between(120_000, 260_000),
    mediaType: isSignature ? 'image/png' : 'image/jpeg',
  };
}
