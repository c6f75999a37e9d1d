import type { Db } from '../../src/server/storage/connection.ts';
import type { CrowdedOffice } from '../../tests/support/office/crowded-office.ts';

export type Question = (round: number) => Promise<void>;

const COMMON = ['thị', 'van', 'Hà Thị', 'ha'];
const NOBODY = ['không có ai', 'zzz', 'xuan zzz', 'qqq'];

/** What an officer's browser asks, signed in, each time a little differently. Throws where an answer is not good. */
export async function questionsOver(
  url: string,
  office: CrowdedOffice,
  db: Db,
): Promise<Record<string, Question>> {
  const ask = await signedIn(url, office);
  const rows = await db
    .selectFrom('dossiers')
    .select(['id', 'received_at', 'official_code', 'subject_name'])
    .where('official_code', 'is not', null)
    .orderBy('id')
    .limit(200)
    .execute();
  const oldest = await db
    .selectFrom('dossiers')
    .select(['received_at', 'id'])
    .orderBy('received_at')
    .limit(400)
    .execute();
  const far = oldest.at(-1);
  const after = far === undefined ? '' : `${far.received_at.toISOString()}_${far.id}`;
  const pick = <T>(from: readonly T[], round: number): T => {
    const one = from[round % from.length];
    if (one === undefined) throw new Error('nothing to pick');
    return one;
  };
  const list = (query: Record<string, string>) => ask('GET', `/dossiers?${new URLSearchParams(query)}`);
  const search = (text: string) => ask('POST', '/dossiers/search', { filter: {}, search: text });
  return {
    'first page': () => list({}),
    'first page of a status': () => list({ status: 'registered' }),
    'a page far back': () => list({ after }),
    'a village': (round) => list({ village: pick(office.villages, round) }),
    'a tablet': (round) => list({ tablet: pick(office.tablets, round).id }),
    late: () => list({ due: 'late' }),
    'with a department': () => list({ waiting: 'department' }),
    'counts (an empty page)': () => list({ status: 'supplement-requested' }),
    'search, common word': (round) => search(pick(COMMON, round)),
    'search, whole name': (round) => search(pick(rows, round).subject_name),
    'search, code': (round) => search(pick(rows, round).official_code ?? ''),
    'search, nobody': (round) => search(pick(NOBODY, round)),
    'what filters offer': () => ask('GET', '/queue-choices'),
    'a dossier': (round) => ask('GET', `/dossiers/${pick(rows, round).id}`),
  };
}

async function signedIn(url: string, { officer }: CrowdedOffice) {
  let cookie = '';
  let asked = 0;
  const ask = async (method: 'GET' | 'POST', path: string, body?: object): Promise<void> => {
    asked += 1;
    const response = await fetch(`${url}/api/office${path}`, {
      method,
      headers: {
        cookie,
        'sec-fetch-site': 'same-origin',
        // Each address may ask so often in a minute; an office has many, and this is no test of that.
        'x-forwarded-for': `10.9.${Math.floor(asked / 200) % 250}.1`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    cookie ||= response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 200)}`);
  };
  await ask('POST', '/sign-in', { login: officer.login, password: officer.password });
  return ask;
}
