import type { Change } from '../../contract/down/change.ts';
import type { DevicePolicy } from '../../contract/down/device-policy.ts';
import type { Refusal } from '../../contract/down/down-message.ts';
import type { EnvelopeKind } from '../../contract/envelope/envelope.ts';
import type { VoiceMediaType } from '../../contract/language-pack.ts';
import type { SealedAttachment, Submission } from '../../contract/up/submission.ts';
import type { Answers } from '../../domain/procedure/contract/answers.ts';

/** The office's request that a draft answers, and what the office had of the dossier when it was reopened. */
export interface Supplementing {
  readonly dossierId: string;
  readonly requestId: string;
  readonly reason: string;
  readonly items: readonly {
    readonly what: 'question' | 'document';
    readonly id: string;
    readonly note: string;
  }[];
  readonly provisionalReference: string;
  /** When the dossier itself was finished. */
  readonly finishedAt: string;
  /** What is not asked for again stays as it is here; the photos that it names are at the office. */
  readonly filed: Answers;
}

/** An interview not yet finished. Pinned to the procedure version it began with (I9). */
export interface Draft {
  readonly id: string;
  readonly kind: 'account' | 'dossier';
  readonly procedure: { readonly id: string; readonly version: number };
  readonly answers: Answers;
  readonly attachments: readonly DraftAttachment[];
  /** Step and question the person was at. */
  readonly at: { readonly step: string; readonly question?: string };
  readonly accountId?: string;
  /** The refused submission that this draft mends, then those that one had replaced; its own submission will name them. */
  readonly replaces?: readonly string[];
  /** It goes on with a dossier that the office has: only what the request names is asked again. */
  readonly supplements?: Supplementing;
  /** Versions that it was moved away from, the last one last, each with the answers that did not fit where it went. */
  readonly left?: readonly { readonly version: number; readonly aside: Answers }[];
  /** Records like this one of which somebody said that they are about another person: not asked again. */
  readonly others?: readonly string[];
  /** Begun by a person alone at the kiosk: staff check it before anything is signed. */
  readonly kiosk?: KioskNumber;
  readonly languages: { readonly reading: string; readonly spoken: string };
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A photo or signature: ciphertext under its own key from the moment it was taken; the key rests inside the draft. */
export type DraftAttachment = SealedAttachment & {
  readonly ciphertextSize: number;
  readonly addedAt: string;
};

/** One line of the home list and of search; kept packed and encrypted in index pages, whole in memory while unlocked. */
export interface ListEntry {
  readonly id: string;
  readonly state: 'draft' | 'finished';
  readonly kind: 'account' | 'dossier';
  readonly procedureId: string;
  /** Of a draft: absent on lines that were written before versions could be moved between. */
  readonly procedureVersion?: number;
  readonly title: string;
  readonly village: string;
  /** Answered visible questions / visible questions, for the progress line of drafts. */
  readonly progress: number;
  readonly updatedAt: string;
  readonly provisionalReference?: string;
  /** The refused submission that this record mends. */
  readonly replaces?: string;
  readonly kiosk?: KioskNumber;
  /** The office's request that this record answers. */
  readonly supplements?: Pick<Supplementing, 'dossierId' | 'requestId'>;
  /** What else tells the person from others of the name. Absent on lines written before duplicates were looked for. */
  readonly person?: {
    readonly name?: string;
    readonly nationalId?: string;
    readonly birthYear?: number;
    readonly commune?: string;
  };
}

/** What stays readable to its author after finishing: the submission as sealed, and the slip. */
export interface Summary {
  readonly submission: Submission;
  /** On the slip of an account registration; shown again until the office has activated the account. */
  readonly activationCode?: string;
  readonly title: string;
  /** What a supplement went on from: needed again where the office cannot take it. */
  readonly supplements?: Supplementing;
}

/** An outbox row: ciphertext and the little that sending needs. Readable while locked; names no person. */
export interface OutboxEnvelope {
  readonly id: string;
  readonly staffId: string;
  readonly kind: EnvelopeKind;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: string;
  readonly queuedAt: string;
  readonly state: 'waiting' | 'received' | 'attention';
  /** Names the verified proof (`receipt-lists.ts`). Rows in state `received` keep no bytes. */
  readonly receipt?: string;
  readonly attention?: Refusal['reason'];
  /** Set when it came by courier: the tablet that it belongs to. Sent like our own, but in no list of this tablet's people. */
  readonly carriedFor?: string;
  /** A person decided on record that this one will not be sent again, and which submission took its place. */
  readonly replacedBy?: string;
}

export interface OutboxAttachment {
  readonly id: string;
  readonly submissionId: string;
  readonly staffId: string;
  readonly ciphertextDigest: string;
  readonly ciphertextSize: number;
  readonly state: 'waiting' | 'received' | 'attention';
  /** Its upload was begun, so the office may have a part: asked for before anything is sent again. */
  readonly isBegun?: boolean;
  readonly receipt?: string;
  readonly attention?: Refusal['reason'];
  readonly carriedFor?: string;
}

/** A draft as it rests for the office's safekeeping: sealed to the office, so it is sent with the app locked. */
export interface DraftBackup {
  /** The draft's id. */
  readonly id: string;
  readonly staffId: string;
  /** `updatedAt` of the draft it was made from: an older backup never takes the place of a newer one. */
  readonly updatedAt: string;
  /** What goes up: the sealed state, or the signed news that it has ended. Undefined where nothing is to be sent (now). */
  readonly sealed?: Uint8Array<ArrayBuffer>;
  /** `ended`: the draft was discarded; the row goes once the office has heard of it. */
  readonly state: 'waiting' | 'kept' | 'ended';
}

/** How people on this tablet want sending to go; kept over restarts and heeded by the service worker too. */
export interface SendingWishes {
  readonly paused: boolean;
  readonly onlyOnWifi: boolean;
}

/** One version of a procedure as the office published it: public, so readable while locked. */
export interface StoredPackage {
  readonly id: string;
  readonly version: number;
  /** As the office announced it with its signature: SHA-256 of `json`. */
  readonly digest: string;
  /** Declaration and texts, in the canonical form that the digest is of. */
  readonly json: string;
  readonly receivedAt: string;
  /** `damaged`: this tablet's disk has spoilt it. Kept as it is until the office has given it again. */
  readonly state: 'kept' | 'damaged';
}

/** A language pack as the office published it: public, so readable while locked. */
export interface StoredLanguagePack {
  readonly language: string;
  readonly version: number;
  /** As the office announced it with its signature: SHA-256 of `json`. */
  readonly digest: string;
  /** A `LanguagePack` in its canonical form. */
  readonly json: string;
  readonly receivedAt: string;
}

/** The sound of one recording, by its digest: of a pack, or made here. A set phrase that its speaker gave for publication. */
export interface StoredSound {
  readonly digest: string;
  readonly mediaType: VoiceMediaType;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Something the workshop made, until the office has it and after: voices made here are heard here at once. Names nobody: who
 * speaks is a random id, and the person behind it is sealed.
 */
export type StoredContribution = {
  readonly id: string;
  readonly staffId: string;
  /** `kept`: the office has it. `refused`: it will not be taken, and `why` says so. */
  readonly state: 'waiting' | 'kept' | 'refused';
  readonly why?: string;
} & (
  | {
      readonly kind: 'contributor';
      readonly keyId: string;
      /** To the office; this tablet cannot open it. */
      readonly sealed: string;
    }
  | ({ readonly kind: 'voice' } & MadeHere & {
        readonly language: string;
        readonly phrase: string;
        readonly of: string;
        readonly mediaType: VoiceMediaType;
        readonly seconds: number;
        /** Names the sound, which rests beside it. */
        readonly digest: string;
      })
  | ({ readonly kind: 'text' } & MadeHere & {
        readonly language: string;
        readonly phrase: string;
        readonly of: string;
        readonly text: string;
      })
  | ({ readonly kind: 'verdict' } & MadeHere & {
        readonly voiceId: string;
        readonly verdict: 'good' | 'again';
      })
);

interface MadeHere {
  readonly contributorId: string;
  readonly at: string;
}

/** What a person at the kiosk was told to say to the staff, and how they went. */
export interface KioskNumber {
  /** From 1, each day anew. */
  readonly value: number;
  readonly how: 'handed-over' | 'left';
  readonly at: string;
}

/** The kiosk while it is on. */
export interface Kiosk {
  /** Who switched it on: what people say there waits for this person. */
  readonly staffId: string;
  /** Raw P-256 point. The tablet seals to it, and cannot open what it sealed. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly since: string;
  /** Minutes without a touch after which a person has gone. */
  readonly minutes: number;
  /** The language it comes back to when a person has gone. */
  readonly language: string;
}

/** One person's time at the kiosk. Their drafts are kept under the visit's own key, as if `id` were a staff member. */
export interface KioskVisit {
  readonly id: string;
  readonly staffId: string;
  readonly beganAt: string;
  /** The visit's key, sealed to the kiosk's public key. */
  readonly sealedKey: Uint8Array<ArrayBuffer>;
  /** Once it has ended. */
  readonly number?: KioskNumber;
}

/** What the tablet knows of the office, readable while locked. */
export interface DeviceRecord {
  readonly deviceId: string;
  readonly deviceName: string;
  readonly commune: { readonly code: string; readonly name: string };
  readonly sealingKey: { readonly id: string; readonly publicKey: string };
  /** Keys whose signature counts as the office's word, newest first; each answer brings the whole list anew. */
  readonly receiptKeys: readonly { readonly id: string; readonly publicKey: string }[];
  readonly cursor: number;
  /** Contract version of the app that read up to the cursor: one that knows more kinds of news reads again from the start. */
  readonly contractVersion?: number;
  /** Last answer whose signature verified, by this device's clock. */
  readonly lastAnswerAt?: string;
  readonly leases: readonly { readonly staffId: string; readonly until: string }[];
  readonly demo: boolean;
  /** What the commune decided for its tablets, as the last answer said it; `defaultDevicePolicy` until then. */
  readonly policy?: DevicePolicy;
}

/** The latest word of the office about one submission. */
export type OfficeState = Extract<Change, { kind: 'dossier' | 'account' }>;

/** The latest word of the office about anything else that tablets learn of, under a key of its own. */
export interface OfficeNews {
  /** The kind, and the id of what it is about where there are several: `catalogue`, `handed-item/<submission id>`. */
  readonly key: string;
  readonly change: Exclude<Change, OfficeState>;
}
