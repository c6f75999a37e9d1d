import { v7 } from 'uuid';
import type * as z from 'zod';
import { DownMessage } from '../../contract/down/down-message.ts';
import { verifyReceipt } from '../../contract/down/receipt-token.ts';
import { enrolmentProof } from '../../contract/enrolment-proof.ts';
import { sealAttachment } from '../../contract/envelope/attachment.ts';
import type { SealedEnvelope } from '../../contract/envelope/envelope.ts';
import { sealEnvelope } from '../../contract/envelope/seal.ts';
import { exportPublicKey, generateKeyPair, importPublicKey, type NamedKeyPair } from '../../contract/keys.ts';
import { EnrolmentCode, redeemEnrolment } from '../../contract/operations/enrolment.ts';
import { SYNC_PATH, UP_MEDIA_TYPE, UPLOAD_PATH } from '../../contract/paths.ts';
import {
  DEVICE_HEADER,
  makeNonce,
  NONCE_HEADER,
  SIGNATURE_HEADER,
  signRequest,
  verifyAnswer,
} from '../../contract/request-signature.ts';
import type { SealedAttachment, Submission } from '../../contract/up/submission.ts';
import { encodeUp } from '../../contract/up/up-frame.ts';
import { CONTRACT_VERSION } from '../../contract/version.ts';

/** A photo or signature as a tablet holds it: what the envelope says of it, and the bytes that go up. */
export interface TakenPhoto {
  readonly sealed: SealedAttachment;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
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

  /** One sync request as bytes go over the wire; the answer is not yet believed. */
  async sendRound(
    envelopes: readonly Pick<SealedEnvelope, 'id' | 'bytes'>[],
    asked: readonly { readonly photo: TakenPhoto; readonly submissionId: string }[] = [],
  ): Promise<{ readonly response: Response; readonly nonce: string }> {
    const body = encodeUp(
      {
        contractVersion: CONTRACT_VERSION,
        cursor: this.cursor,
        envelopes: envelopes.map(({ id, bytes }) => ({ id, length: bytes.length })),
        attachments: asked.map(({ photo, submissionId }) => ({
          id: photo.sealed.id,
          submissionId,
          ciphertextDigest: photo.sealed.ciphertextDigest,
        })),
        appVersion: 'headless',
      },
      envelopes.map(({ bytes }) => bytes),
    );
    const { headers, nonce } = await this.#signed('POST', SYNC_PATH, body);
    const response = await fetch(`${this.origin}${SYNC_PATH}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': UP_MEDIA_TYPE },
      body,
    });
    return { response, nonce };
  }

  /** One round, believed only when the answer and each receipt verify. */
  async sync(
    envelopes: readonly Pick<SealedEnvelope, 'id' | 'bytes'>[] = [],
    asked: readonly { readonly photo: TakenPhoto; readonly submissionId: string }[] = [],
  ): Promise<DownMessage> {
    const { response, nonce } = await this.sendRound(envelopes, asked);
    const body = new Uint8Array(await response.arrayBuffer());
    const key = await this.receiptKey();
    const signature = response.headers.get(SIGNATURE_HEADER) ?? '';
    if (!(await verifyAnswer({ nonce, body, signature, publicKey: key.publicKey }))) {
      throw new Error(`answer ${response.status} is not signed by the office`);
    }
    const text = new TextDecoder().decode(body);
    if (!response.ok) throw new Error(`sync refused: ${text}`);
    const message = DownMessage.parse(JSON.parse(text));
    for (const jws of message.receipts) {
      if ((await verifyReceipt(jws, [key])).kind !== 'valid') throw new Error('receipt does not verify');
    }
    this.cursor = message.cursor;
    return message;
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
    const signed = await this.#signed(method, path, null);
    return fetch(`${this.origin}${path}`, {
      method,
      headers: { ...signed.headers, 'tus-resumable': '1.0.0', ...headers },
      body,
    });
  }

  async #signed(method: string, path: string, body: Uint8Array<ArrayBuffer> | null) {
    if (this.#device === undefined) throw new Error('tablet has no keys');
    const nonce = makeNonce((length) => crypto.getRandomValues(new Uint8Array(length)));
    const signature = await signRequest({ method, path, body, nonce, privateKey: this.#device.privateKey });
    const headers = { [DEVICE_HEADER]: this.deviceId, [NONCE_HEADER]: nonce, [SIGNATURE_HEADER]: signature };
    return { headers, nonce };
  }
}
