import type * as Tus from 'tus-js-client';
import { UPLOAD_PATH } from '../../contract/paths.ts';
import { makeNonce } from '../../contract/request-signature.ts';
import { createFetchStack, UploadHttpError } from './fetch-stack.ts';
import type { HttpPorts } from './http-ports.ts';
import { signedHeaders } from './signed-headers.ts';
import type { UploadOutcome, UploadRequest } from './transport.ts';

/** Also how much a broken link can cost, and how finely progress is told. */
const CHUNK_BYTES = 256 * 1024;

/**
 * One attachment by tus, resumed where an earlier try broke off. The upload is named by the attachment's id, so nothing
 * about it is remembered here. One that was never begun is created with its first bytes in the same request; of one that
 * was, HEAD tells how much the office has, and 404 that it must be created after all.
 */
export async function uploadByTus(ports: HttpPorts, request: UploadRequest): Promise<UploadOutcome> {
  // Its own chunk: nothing of it is needed before the first photo goes up.
  const { DetailedError, Upload } = await import('tus-js-client');
  const { identity, attachment, ciphertext, signal } = request;
  const endpoint = `${ports.origin}${UPLOAD_PATH}`;

  let bytes: number | undefined;

  return await new Promise<UploadOutcome>((resolve) => {
    const upload = new Upload(new Blob([ciphertext]), {
      endpoint,
      uploadUrl: request.isBegun ? `${endpoint}/${attachment.id}` : null,
      uploadDataDuringCreation: true,
      metadata: { id: attachment.id },
      chunkSize: CHUNK_BYTES,
      // Trying again is the sync machine's business, and no URL is kept in the browser's storage.
      retryDelays: null,
      storeFingerprintForResuming: false,
      fingerprint: async () => attachment.id,
      httpStack: createFetchStack(ports.fetch, signal),
      fileReader: { openFile: async (blob: Blob) => blobSource(blob) },
      onBeforeRequest: async (outgoing) => {
        const path = new URL(outgoing.getURL()).pathname;
        const nonce = makeNonce(ports.randomBytes);
        const parts = { method: outgoing.getMethod(), path, body: null, nonce };
        const headers = await signedHeaders(identity, parts);
        for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
      },
      onAfterResponse: (_outgoing, response) => {
        const offset = Number.parseInt(response.getHeader('Upload-Offset') ?? '', 10);
        if (!Number.isNaN(offset)) bytes = offset;
      },
      onChunkComplete: (_chunk, accepted) => request.onProgress(accepted),
      onSuccess: () => resolve({ kind: 'uploaded' }),
      onError: (error) => resolve({ kind: 'failed', status: statusOf(error), bytes }),
    });
    signal.addEventListener('abort', () => {
      void upload.abort();
      resolve({ kind: 'failed', status: undefined, bytes });
    });
    upload.start();
  });

  /** HTTP status of a failed upload; undefined when nothing answered. */
  function statusOf(error: Error): number | undefined {
    if (!(error instanceof DetailedError)) return undefined;
    if (error.causingError instanceof UploadHttpError) return error.causingError.status;
    return error.originalResponse?.getStatus();
  }
}

function blobSource(blob: Blob): Tus.FileSource {
  return {
    size: blob.size,
    slice: async (start, end) => ({ value: blob.slice(start, end), done: end >= blob.size }),
    close: () => {},
  };
}
