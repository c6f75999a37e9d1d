/** What tells where a request comes from. */
export interface RequestOrigin {
  readonly method: string;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  /** Host header, with its port. */
  readonly host: string;
}

/**
 * May this request change something? Only when the browser says that our own page sent it (cross-site request
 * forgery; the cookie's SameSite=Strict is the first lock, this is the second). `Sec-Fetch-Site` is only sent to
 * https and localhost, so on a plain local network `Origin` decides. Without either header nothing is changed.
 */
export function isFromOwnPage(request: RequestOrigin, publicUrl: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  if (request.fetchSite !== undefined) return request.fetchSite === 'same-origin';
  if (request.origin === undefined || !URL.canParse(request.origin)) return false;
  const origin = new URL(request.origin);
  return origin.origin === publicUrl || origin.host === request.host;
}
