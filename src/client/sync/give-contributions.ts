import { toBase64url } from '../../contract/base64url.ts';
import type { ErrorKind } from '../../contract/errors.ts';
import { type Contribution, giveContributions } from '../../contract/operations/languages.ts';
import { CONTRACT_VERSION } from '../../contract/version.ts';
import type { LanguageStore } from '../storage/languages.ts';
import type { StoredContribution } from '../storage/model.ts';
import { askOffice } from './ask-office.ts';
import type { LanguagePorts } from './language-ports.ts';
import { FIRST_PORTION, MAX_PORTION } from './portions.ts';

const MOST_AT_ONCE = 40;

/**
 * Gives the office what the workshop made and the office has not answered for yet: people before what names them, then in
 * the order in which it was made. Only the office's signed word settles anything. What it answers nothing about, or finds
 * unfit to be read, is left for the next round and holds up nobody.
 */
export async function giveWaitingContributions(ports: LanguagePorts): Promise<void> {
  const { languages } = ports.storage;
  let queue = await listWaiting(languages);
  let limit = { bytes: FIRST_PORTION, most: MOST_AT_ONCE };
  while (queue.length > 0) {
    const { contributions, passed } = await gather(languages, queue, limit);
    if (contributions.length > 0) {
      const asked = await askOffice(ports, giveContributions, {
        contractVersion: CONTRACT_VERSION,
        contributions: [...contributions],
      });
      if (asked.kind === 'no-answer') return;
      if (asked.kind === 'refused') {
        if (!isAboutContent(asked.error)) return;
        if (contributions.length > 1) {
          limit = { ...limit, most: Math.floor(contributions.length / 2) };
          continue;
        }
      } else {
        await settle(languages, contributions, asked.answer);
        limit = { bytes: Math.min(2 * limit.bytes, MAX_PORTION), most: MOST_AT_ONCE };
      }
    }
    queue = queue.slice(passed);
  }
}

/** One item may be behind it: a smaller request finds out which. */
function isAboutContent(error: ErrorKind): boolean {
  return error === 'malformed' || error === 'too-large' || error === 'conflict' || error === 'internal';
}

async function settle(
  languages: Pick<LanguageStore, 'settle'>,
  sent: readonly Contribution[],
  answer: Parameters<LanguageStore['settle']>[0],
): Promise<void> {
  const ids = new Set(sent.map(({ id }) => id));
  const kept = answer.kept.filter((id) => ids.has(id));
  const refused = answer.refused.filter(({ id }) => ids.has(id));
  if (kept.length + refused.length > 0) await languages.settle({ kept, refused });
}

async function listWaiting(
  languages: Pick<LanguageStore, 'listContributions'>,
): Promise<readonly StoredContribution[]> {
  const made = (await languages.listContributions()).filter(({ state }) => state === 'waiting');
  const isPerson = ({ kind }: StoredContribution) => kind === 'contributor';
  return [...made.filter(isPerson), ...made.filter((one) => !isPerson(one))];
}

/** What fits into one request, one in any case, and how many of the queue that covers. */
async function gather(
  languages: Pick<LanguageStore, 'findSound' | 'settle'>,
  queue: readonly StoredContribution[],
  limit: { readonly bytes: number; readonly most: number },
): Promise<{ readonly contributions: readonly Contribution[]; readonly passed: number }> {
  const contributions: Contribution[] = [];
  let bytes = 0;
  for (const [passed, made] of queue.entries()) {
    if (contributions.length === limit.most) return { contributions, passed };
    const contribution = await withSound(languages, made);
    if (contribution === undefined) {
      // The disk has lost the sound: there is nothing to send, and whoever recorded it has to know.
      await languages.settle({ kept: [], refused: [{ id: made.id, why: 'damaged' }] });
      continue;
    }
    bytes += JSON.stringify(contribution).length;
    if (contributions.length > 0 && bytes > limit.bytes) return { contributions, passed };
    contributions.push(contribution);
  }
  return { contributions, passed: queue.length };
}

async function withSound(
  languages: Pick<LanguageStore, 'findSound'>,
  { state: _, why: __, ...made }: StoredContribution,
): Promise<Contribution | undefined> {
  if (made.kind !== 'voice') return made;
  const sound = await languages.findSound(made.digest);
  return sound && { ...made, sound: toBase64url(sound.bytes) };
}
