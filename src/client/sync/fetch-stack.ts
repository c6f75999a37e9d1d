import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';
import { bePatient } from './patience.ts';

/*
 * tus over fetch. The package's own stack needs XMLHttpRequest, which a service worker does not have; this one is the
 * same code in the page, in the service worker and in Node.
 */

/** One request may take this long; chunks are small. */
const PATIENCE = 3 * 60_000;

/** An answer that must not be taken for "no such upload". */
export class UploadHttpError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`unexpected status ${status}`);
    this.status = status;
  }
}

/** Requests end with an error when `signal` aborts. */
export function createFetchStack(fetchIt: typeof fetch, signal: AbortSignal): HttpStack {
  return {
    getName: () => 'fetch',
    createRequest: (method, url) => createRequest(fetchIt, signal, method, url),
  };
}

function createRequest(fetchIt: typeof fetch, signal: AbortSignal, method: string, url: string): HttpRequest {
  const headers = new Headers();
  const own = new AbortController();
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (name, value) => headers.set(name, value),
    getHeader: (name) => headers.get(name) ?? undefined,
    // fetch tells nothing while it sends: progress is told after each chunk.
    setProgressHandler: () => {},
    send: async (body: Blob | null) => {
      const patience = bePatient(PATIENCE, [signal, own.signal]);
      try {
        const response = await fetchIt(url, {
          method,
          headers,
          body: body ?? null,
          signal: patience.signal,
          cache: 'no-store',
          credentials: 'omit',
          redirect: 'error',
        });
        // The client would create the upload anew after any failed HEAD, and so throw away what the server already has.
        if (method === 'HEAD' && !response.ok && ![404, 410, 423].includes(response.status)) {
          throw new UploadHttpError(response.status);
        }
        return readResponse(response, await response.text());
      } finally {
        patience.end();
      }
    },
    abort: async () => own.abort(),
    getUnderlyingObject: () => undefined,
  };
}

function readResponse(response: Response, body: string): HttpResponse {
  return {
    getStatus: () => response.status,
    getHeader: (name) => response.headers.get(name) ?? undefined,
    getBody: () => body,
    getUnderlyingObject: () => response,
  };
}
