import { v7 } from 'uuid';
import type * as z from 'zod';
import { fromBase64url } from '../../contract/base64url.ts';
import { utf8 } from '../../contract/bytes.ts';
import { Change } from '../../contract/down/change.ts';
import { DownMessage, type Refusal } from '../../contract/down/down-message.ts';
import type { Receipt } from '../../contract/down/receipt.ts';
import { type ReceiptList, verifyReceiptList } from '../../contract/down/receipt-list.ts';
import { unpackReceived } from '../../contract/down/received.ts';
import { makeDraftProof } from '../../contract/draft-backup/proof.ts';
import { enrolmentProof } from '../../contract/enrolment-proof.ts';
import { sealAttachment } from '../../contract/envelope/attachment.ts';
import type { SealedEnvelope } from '../../contract/envelope/envelope.ts';
import { readHeader } from '../../contract/envelope/layout.ts';
import { sealEnvelope } from '../../contract/envelope/seal.ts';
import { sealReport } from '../../contract/envelope/seal-report.ts';
import { openWork } from '../../contract/field-work/sealed-work.ts';
import {
  exportPublicKey,
  generateKeyPair,
  importPublicKey,
  type NamedKeyPair,
  sha256Base64url,
} from '../../contract/keys.ts';
import { EnrolmentCode, redeemEnrolment } from '../../contract/operations/enrolment.ts';
import { type FieldWork, fetchWork } from '../../contract/operations/field-work.ts';
import { SYNC_PATH, UP_MEDIA_TYPE, UPLOAD_PATH } from '../../contract/paths.ts';
import {
  DEVICE_HEADER,
  makeNonce,
  NONCE_HEADER,
  SIGNATURE_HEADER,
  signRequest,
  TRUSTED_KEYS_HEADER,
  verifyAnswer,
} from '../../contract/request-signature.ts';
import type { Report } from '../../contract/up/report.ts';
import type { SealedAttachment, Submission } from '../../contract/up/submission.ts';
import { digestStart, type UpHead } from '../../contract/up/up-message.ts';
import { type EncodedUp, encodeUp, type UpItem } from '../../contract/up/up-stream.ts';
import { CONTRACT_VERSION } from '../../contract/version.ts';

/** A photo or signature as a tablet holds it: what the envelope says of it, and the bytes that go up. */
export interface TakenPhoto {
  readonly sealed: SealedAttachment;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
}

/** What goes up in one round. */
export interface Cargo {
  readonly envelopes?: readonly Pick<SealedEnvelope, 'id' | 'bytes'>[];
  /** In the request itself. */
  readonly photos?: readonly TakenPhoto[];
  readonly backups?: readonly (UpItem & { kind: 'backup' })[];
  /** Photos that went up before. */
  readonly asked?: readonly TakenPhoto[];
  /** Envelopes of which the answer was lost. */
  readonly askedEnvelopes?: readonly Pick<SealedEnvelope, 'id' | 'bytes'>[];
  readonly health?: UpHead['health'];
}

type Held = Pick<Receipt, 'id' | 'of' | 'digest'>;

/** An answer of which everything was verified, in the tablet's own words. */
export interface Round {
  readonly message: DownMessage;
  readonly receipts: readonly Receipt[];
  /** The office's signed word behind the receipts. */
  readonly list: ReceiptList | undefined;
  readonly refusals: readonly Refusal[];
  readonly awaited: readonly { readonly id: string; readonly offset: number }[];
  readonly changes: readonly Change[];
  readonly leases: DownMessage['leases'];
  readonly more: boolean;
}

type Enrolment = z.infer<typeof redeemEnrolment.answer>;

/**
 * A tablet without a screen or a disk, that speaks to a server exactly as the app does: the same envelopes, signatures
 * and uploads. The demo fills its commune through it, so that what is seen there came by the real road.
 */
export class HeadlessTablet {
  readonly origin: string;
  readonly deviceId: string = v7();
  cursor = 0;
  #device: NamedKeyPair | undefined;
  #signer: NamedKeyPair | undefined;
  #enrolment: Enrolment | undefined;

  constructor(origin: string) {
    this.origin = origin;
  }

  get enrolment(): Enrolment {
    if (this.#enrolment === undefined) throw new Error('tablet is not enrolled');
    return this.#enrolment;
  }

  /** The staff member's signing key; made at enrolment. */
  get signer(): NamedKeyPair {
    if (this.#signer === undefined) throw new Error('tablet is not enrolled');
    return this.#signer;
  }

  /** Redeems a code as `deviceName`; repeated it sends the same keys, as a tablet does after a lost answer. */
  async enrol(code: string, deviceName: string): Promise<Response> {
    this.#device ??= await generateKeyPair('signing');
    this.#signer ??= await generateKeyPair('signing');
    const normalized = EnrolmentCode.parse(code);
    const response = await fetch(`${this.origin}${redeemEnrolment.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        contractVersion: CONTRACT_VERSION,
        code,
        deviceId: this.deviceId,
        deviceName,
        deviceKey: await exportPublicKey(this.#device.publicKey),
        signingKey: await exportPublicKey(this.#signer.publicKey),
        deviceProof: await enrolmentProof(normalized, this.deviceId, this.#device.privateKey),
        signingProof: await enrolmentProof(normalized, this.deviceId, this.#signer.privateKey),
      }),
    });
    if (response.ok) this.#enrolment = redeemEnrolment.answer.parse(await response.clone().json());
    return response;
  }

  async takePhoto(
    document: string,
    bytes: Uint8Array<ArrayBuffer>,
    mediaType: SealedAttachment['mediaType'],
  ): Promise<TakenPhoto> {
    const id = v7();
    const { ciphertext, ...named } = await sealAttachment(bytes, id);
    return { ciphertext, sealed: { id, document, ...named, size: bytes.length, mediaType } };
  }

  /** What finishing an interview on this tablet says about who assisted, where, and on what. */
  get assistedBy(): Submission['assistedBy'] {
    const { staff, commune } = this.enrolment;
    return { staffId: staff.id, deviceId: this.deviceId, commune: commune.code };
  }

  async seal(submission: Submission): Promise<SealedEnvelope> {
    const recipient = await importPublicKey(this.enrolment.sealingKey.publicKey, 'sealing');
    if (recipient === undefined) throw new Error('sealing key is damaged');
    return sealEnvelope({ submission, recipient, signer: this.signer, contractVersion: CONTRACT_VERSION });
  }

  async sealReport(report: Report): Promise<SealedEnvelope> {
    const recipient = await importPublicKey(this.enrolment.sealingKey.publicKey, 'sealing');
    if (recipient === undefined) throw new Error('sealing key is damaged');
    return sealReport({ report, recipient, signer: this.signer, contractVersion: CONTRACT_VERSION });
  }

  /** The work of its staff member, as the office has it; undefined where it is what `known` says. */
  async fetchWork(known: string | null = null): Promise<FieldWork | undefined> {
    const key = await generateKeyPair('sealing');
    const workKey = await exportPublicKey(key.publicKey);
    const { staffId } = this.assistedBy;
    const of = { action: 'work', deviceId: this.deviceId, staffId, about: [workKey] } as const;
    const proof = await makeDraftProof(of, this.signer.privateKey);
    const signerKeyId = this.signer.id;
    const asked = { contractVersion: CONTRACT_VERSION, staffId, signerKeyId, proof, workKey, known };
    const body = utf8(JSON.stringify(asked));
    const { headers } = await this.#signed('POST', fetchWork.path, body);
    const response = await fetch(`${this.origin}${fetchWork.path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    });
    if (!response.ok) throw new Error(`work refused: ${await response.text()}`);
    const { sealed } = fetchWork.answer.parse(await response.json());
    if (sealed === null) return undefined;
    const work = await openWork(fromBase64url(sealed) ?? new Uint8Array(), { staffId, key });
    if (work === undefined) throw new Error('work does not open');
    return work;
  }

  /** One sync request as it is framed, and what stands at which place. */
  async frame(cargo: Cargo): Promise<EncodedUp & { readonly held: readonly (Held | undefined)[] }> {
    const { envelopes = [], photos = [], backups = [], asked = [], askedEnvelopes = [], health } = cargo;
    const holding = async (of: Held['of'], { id, bytes }: Pick<SealedEnvelope, 'id' | 'bytes'>) => ({
      of,
      id,
      digest: await sha256Base64url(bytes),
    });
    const sent = await Promise.all([
      ...envelopes.map((envelope) => holding('envelope', envelope)),
      ...photos.map(({ sealed, ciphertext }) => holding('attachment', { id: sealed.id, bytes: ciphertext })),
    ]);
    const inDoubt = [
      ...(await Promise.all(askedEnvelopes.map((envelope) => holding('envelope', envelope)))),
      ...asked.map(({ sealed }) => ({
        of: 'attachment' as const,
        id: sealed.id,
        digest: sealed.ciphertextDigest,
      })),
    ];
    const header = envelopes.map(({ bytes }) => readHeader(bytes)).find((found) => found !== undefined);
    const head: UpHead = {
      contractVersion: CONTRACT_VERSION,
      appVersion: 'headless',
      cursor: this.cursor,
      ...(header && {
        sealed: { recipientKeyId: header.recipientKeyId, contractVersion: header.contractVersion },
      }),
      asked: inDoubt.map(({ id, digest }) => [id, digestStart(digest)]),
      ...(health && { health }),
    };
    const encoded = encodeUp(head, [
      ...envelopes.map(({ id, bytes }) => ({ kind: 'envelope' as const, id, bytes })),
      ...photos.map(({ sealed, ciphertext }) => ({
        kind: 'attachment' as const,
        id: sealed.id,
        bytes: ciphertext,
      })),
      ...backups,
    ]);
    return { ...encoded, held: [...sent, ...backups.map(() => undefined), ...inDoubt] };
  }

  /** Headers of a request with this frame, with the nonce that its answer is signed to. */
  async signFrame({ signed }: Pick<EncodedUp, 'signed'>) {
    const { headers, nonce } = await this.#signed('POST', SYNC_PATH, signed);
    const trusted = this.#enrolment?.receiptKey.id ?? '';
    return { headers: { ...headers, [TRUSTED_KEYS_HEADER]: trusted, 'content-type': UP_MEDIA_TYPE }, nonce };
  }

  /** One sync request as bytes go over the wire; the answer is not yet believed. */
  async sendRound(cargo: Cargo) {
    const frame = await this.frame(cargo);
    const { headers, nonce } = await this.signFrame(frame);
    const { body, held } = frame;
    const response = await fetch(`${this.origin}${SYNC_PATH}`, { method: 'POST', headers, body });
    return { response, nonce, held };
  }

  /** One round, believed only when the answer and each receipt verify. */
  async sync(
    envelopes: NonNullable<Cargo['envelopes']> = [],
    more: Omit<Cargo, 'envelopes'> = {},
  ): Promise<Round> {
    const { response, nonce, held } = await this.sendRound({ ...more, envelopes });
    const body = new Uint8Array(await response.arrayBuffer());
    const key = await this.receiptKey();
    const signature = response.headers.get(SIGNATURE_HEADER) ?? '';
    if (!(await verifyAnswer({ nonce, body, signature, publicKey: key.publicKey }))) {
      throw new Error(`answer ${response.status} is not signed by the office`);
    }
    const text = new TextDecoder().decode(body);
    if (!response.ok) throw new Error(`sync refused: ${text}`);
    const message = DownMessage.parse(JSON.parse(text));
    this.cursor = message.cursor;
    return this.#believe(message, held);
  }

  async #believe(message: DownMessage, held: readonly (Held | undefined)[]): Promise<Round> {
    const at = (place: number): Held => {
      const one = held[place];
      if (one === undefined) throw new Error(`the office speaks of place ${place}, where nothing was sent`);
      return one;
    };
    const list = message.received && unpackReceived(message.received, held);
    const verdict = list && (await verifyReceiptList(list, [await this.receiptKey()]));
    if (message.received !== undefined && verdict?.kind !== 'valid')
      throw new Error('receipts do not verify');
    return {
      message,
      receipts: verdict?.kind === 'valid' ? verdict.receipts : [],
      list,
      refusals: message.refusals.map(({ place, digest, ...why }) => {
        const { id, of, digest: sent } = at(place);
        if (digestStart(sent) !== digest) throw new Error('what was refused was not sent');
        return { id, of, digest: sent, ...why };
      }),
      awaited: message.awaited.map(([place, offset]) => ({ id: at(place).id, offset })),
      changes: message.changes.map((change) => Change.parse(change)),
      leases: message.leases,
      more: message.more,
    };
  }

  async receiptKey() {
    const { id, publicKey: encoded } = this.enrolment.receiptKey;
    const key = await importPublicKey(encoded, 'signing');
    if (key === undefined) throw new Error('receipt key is damaged');
    return { id, publicKey: key.publicKey };
  }

  /** Creates the upload; 201, or 409 where the server has it whole. */
  async createUpload(id: string, size: number): Promise<Response> {
    return this.#tus('POST', UPLOAD_PATH, {
      'upload-length': String(size),
      'upload-metadata': `id ${Buffer.from(id).toString('base64')}`,
    });
  }

  /** Sends bytes from `offset` on; tus answers with the new offset. */
  async appendUpload(id: string, offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
    const headers = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
    return this.#tus('PATCH', `${UPLOAD_PATH}/${id}`, headers, bytes);
  }

  /** How much the server has. */
  async headUpload(id: string): Promise<Response> {
    return this.#tus('HEAD', `${UPLOAD_PATH}/${id}`, {});
  }

  /** The whole photo in one go. */
  async upload(photo: TakenPhoto): Promise<Response> {
    const created = await this.createUpload(photo.sealed.id, photo.ciphertext.length);
    return created.ok ? this.appendUpload(photo.sealed.id, 0, photo.ciphertext) : created;
  }

  async #tus(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: Uint8Array<ArrayBuffer> | null = null,
  ): Promise<Response> {
    const signed = await this.signUpload(method, path);
    return fetch(`${this.origin}${path}`, { method, headers: { ...signed, ...headers }, body });
  }

  /** Headers of one tus request, without those about its bytes. */
  async signUpload(method: string, path: string) {
    const { headers } = await this.#signed(method, path, null);
    return { ...headers, 'tus-resumable': '1.0.0' };
  }

  async #signed(method: string, path: string, body: Uint8Array<ArrayBuffer> | null) {
    if (this.#device === undefined) throw new Error('tablet has no keys');
    const nonce = makeNonce((length) => crypto.getRandomValues(new Uint8Array(length)));
    const signature = await signRequest({ method, path, body, nonce, privateKey: this.#device.privateKey });
    const headers = { [DEVICE_HEADER]: this.deviceId, [NONCE_HEADER]: nonce, [SIGNATURE_HEADER]: signature };
    return { headers, nonce };
  }
}
