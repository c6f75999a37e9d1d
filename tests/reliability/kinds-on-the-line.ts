import {
  corruptAnswer,
  corruptAnswerSignature,
  corruptGoingUp,
  corruptSignatureGoingUp,
  cutAnswer,
  cutBeforeFirstByte,
  cutInBody,
  cutInHead,
  cutInLastByte,
  deliverOldAgain,
  deliverOutOfOrder,
  deliverTwice,
  deliverTwiceAtOnce,
  impostor,
  loseAnswer,
  replayAnswer,
  slow,
  stall,
  stranger,
  truncateAnswer,
} from './fates.ts';
import type { Force, Kind, Tools } from './kind.ts';
import type { Fate } from './line.ts';

type Make = (tools: Tools) => Fate;
type Hits = NonNullable<Force['hits']>;

const withBody: Hits = (passage) => passage.length > 0;
const syncOnly: Hits = (passage) => passage.isSync;
const uploadsOnly: Hits = (passage) => passage.isUpload;

function onLine(
  family: Kind['family'],
  name: string,
  what: string,
  make: Make,
  more: { readonly rate?: number; readonly hits?: Hits; readonly weight?: number } = {},
): Kind {
  const { rate, hits, weight = 1 } = more;
  return {
    name,
    family,
    what,
    weight,
    ...(rate !== undefined && { rate }),
    force: (tools) => ({ fate: make(tools), ...(hits !== undefined && { hits }) }),
  };
}

/** Answers 200 to everything, as portals do, and to uploads only. */
const portal = stranger(200);

/** Everything that happens to a request or its answer between the two ends. */
export const KINDS_ON_THE_LINE: readonly Kind[] = [
  onLine(
    'going up',
    'cut before the first byte',
    'the connection breaks before anything of the request has left',
    () => cutBeforeFirstByte,
  ),
  onLine('going up', 'cut in the head', 'the office sees some bytes of the HTTP head', ({ chance }) =>
    cutInHead(chance),
  ),
  onLine('going up', 'cut in the body', 'at any byte of the body', ({ chance }) => cutInBody(chance), {
    hits: withBody,
    rate: 0.75,
  }),
  onLine('going up', 'cut in the last byte', 'the office lacks one byte', () => cutInLastByte, {
    hits: withBody,
    rate: 0.75,
  }),
  onLine(
    'going up',
    'byte flipped going up',
    'one bit of the body is another when it arrives',
    ({ chance }) => corruptGoingUp(chance),
    { hits: withBody },
  ),
  onLine(
    'going up',
    'request signature flipped',
    'one character of the tablet’s own signature is another',
    ({ chance }) => corruptSignatureGoingUp(chance),
    { hits: syncOnly, rate: 0.5, weight: 0.2 },
  ),
  onLine('going up', 'request delivered twice', 'one after the other', () => deliverTwice, { rate: 0.9 }),
  onLine('going up', 'request delivered twice at once', 'both at the same moment', () => deliverTwiceAtOnce, {
    rate: 0.9,
  }),
  onLine(
    'going up',
    'old request delivered again',
    'one of the last thirty requests, behind a newer one',
    ({ chance }) => deliverOldAgain(chance, { letters: [], answers: [] }),
    { rate: 0.9 },
  ),
  onLine(
    'going up',
    'requests out of order',
    'the tablet’s line breaks; its request arrives after those that follow',
    ({ chance, station }) => deliverOutOfOrder(chance, station.server.port),
  ),
  onLine('coming down', 'answer lost', 'the office did it all; nobody hears so', () => loseAnswer),
  onLine('coming down', 'answer cut', 'at any byte', ({ chance }) => cutAnswer(chance)),
  onLine(
    'coming down',
    'answer shortened',
    'a part of it that says it is whole',
    ({ chance }) => truncateAnswer(chance),
    { hits: syncOnly, rate: 0.75 },
  ),
  onLine(
    'coming down',
    'byte flipped coming down',
    'one bit of the answer is another',
    ({ chance }) => corruptAnswer(chance),
    { hits: syncOnly, rate: 0.75 },
  ),
  onLine(
    'coming down',
    'answer signature flipped',
    'one character of the office’s signature is another',
    ({ chance }) => corruptAnswerSignature(chance),
    { hits: syncOnly, rate: 0.75 },
  ),
  onLine(
    'coming down',
    'earlier answer replayed',
    'a genuine answer of the office, to another request',
    ({ chance }) => replayAnswer(chance, { letters: [], answers: [] }),
    { hits: syncOnly, rate: 0.8 },
  ),
  onLine(
    'coming down',
    'stalled, then reset',
    'nothing moves for up to 1.2 s, then the line breaks',
    ({ chance }) => stall(chance),
    { weight: 0.7 },
  ),
  onLine('coming down', 'slow', 'late, and in drips', ({ chance }) => slow(chance), {
    weight: 0.7,
    rate: 0.9,
  }),
  onLine('strangers', 'captive portal', '200 with a page, to everything', () => portal),
  onLine('strangers', 'captive portal on uploads only', '200 with a page, where photos go', () => portal, {
    hits: uploadsOnly,
    rate: 0.75,
  }),
  onLine('strangers', 'redirect', '302 to a page of the portal', () =>
    stranger(302, { location: 'http://127.0.0.1:9/login' }),
  ),
  onLine(
    'strangers',
    'stranger says 401',
    'in the office’s words, without its signature',
    () => impostor(401, 'unauthorized'),
    { weight: 0.7 },
  ),
  onLine(
    'strangers',
    'stranger says 403',
    'in the office’s words: the tablet is revoked',
    () => impostor(403, 'device-revoked'),
    { weight: 0.7 },
  ),
  onLine('strangers', 'stranger says 404', 'also where photos go', () => impostor(404, 'not-found'), {
    weight: 0.7,
  }),
  onLine('strangers', 'stranger says 409', 'also where photos go', () => impostor(409, 'conflict'), {
    weight: 0.7,
  }),
  onLine('strangers', 'stranger says 413', 'a proxy finds it too large', () => impostor(413, 'too-large'), {
    weight: 0.7,
  }),
  onLine(
    'strangers',
    'stranger says 429',
    'and asks for an hour',
    () => impostor(429, 'too-many-requests', { 'retry-after': '3600' }),
    { weight: 0.7 },
  ),
  onLine(
    'strangers',
    'stranger says 500',
    'without the office’s signature',
    () => impostor(500, 'internal'),
    { weight: 0.7 },
  ),
  onLine(
    'strangers',
    'stranger says 502',
    'a gateway’s page',
    () => stranger(502, {}, '<h1>Bad Gateway</h1>'),
    { weight: 0.7 },
  ),
  onLine(
    'strangers',
    'stranger says 503',
    'and asks for an hour',
    () => stranger(503, { 'retry-after': '3600' }, ''),
    { weight: 0.7 },
  ),
];
