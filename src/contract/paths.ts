/*
 * The two addresses that are not JSON operations. `POST /api/sync` takes a stream of items (`up/up-stream.ts`) and answers a
 * `DownMessage`; `/api/files` speaks tus 1.0, one upload per attachment, named by the metadata `id`. Both are signed by
 * the device key (`request-signature.ts`).
 */

export const SYNC_PATH = '/api/sync';
export const UPLOAD_PATH = '/api/files';
export const UP_MEDIA_TYPE = 'application/vnd.ve-ban.up2';
