import { type Pattern, readPattern } from './pattern.ts';

/*
 * Matching all ways through a pattern at once, letter by letter (K. Thompson, "Regular expression search algorithm",
 * 1968): the time is at most letters × places in the pattern, whatever the pattern.
 */

/** A place in the pattern. Those without a letter are passed through at once; `done` is behind the last. */
type Place =
  | { readonly kind: 'letter'; readonly fits: (letter: string) => boolean; readonly next: number }
  | { readonly kind: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'fork'; readonly ways: number[] }
  | { readonly kind: 'done' };

/** Both bound the time: half a million steps, far below a second on a slow tablet. */
const MOST_PLACES = 500;
const LONGEST_TEXT = 1000;

/** Patterns written in a declaration come again and again. One built from answers must not fill the memory. */
const read = new Map<string, readonly Place[] | undefined>();
const MOST_READ = 100;

/** Whether the whole text matches, as ODK's `regex` asks. A pattern that cannot be read matches nothing. */
export function matches(text: string, pattern: string): boolean {
  const places = placesOf(pattern);
  if (places === undefined || text.length > LONGEST_TEXT) return false;
  const letters = [...text];
  let here = reach([0], places, 0, letters.length);
  for (const [index, letter] of letters.entries()) {
    const next = here.flatMap((at) => {
      const place = places[at];
      return place?.kind === 'letter' && place.fits(letter) ? [place.next] : [];
    });
    here = reach(next, places, index + 1, letters.length);
    if (here.length === 0) return false;
  }
  return here.some((at) => places[at]?.kind === 'done');
}

/** False for a pattern that cannot be read, looks back or ahead, or counts too far. */
export function isReadable(pattern: string): boolean {
  return placesOf(pattern) !== undefined;
}

function placesOf(pattern: string): readonly Place[] | undefined {
  if (read.has(pattern)) return read.get(pattern);
  if (read.size >= MOST_READ) read.clear();
  const tree = readPattern(pattern);
  const places = tree === undefined || sizeOf(tree) > MOST_PLACES ? undefined : layOut(tree);
  read.set(pattern, places);
  return places;
}

function sizeOf(tree: Pattern): number {
  if ('parts' in tree) return tree.parts.reduce((size, part) => size + sizeOf(part) + 1, 1);
  if (tree.kind !== 'times') return 1;
  const written = Number.isFinite(tree.most) ? tree.most : tree.least + 1;
  return written * (sizeOf(tree.part) + 1) + 1;
}

/** Every place, from the last to the first: each knows what comes next when it is put down. The first is number 0. */
function layOut(tree: Pattern): readonly Place[] {
  const places: Place[] = [{ kind: 'fork', ways: [] }, { kind: 'done' }];
  const put = (place: Place) => places.push(place) - 1;
  const lay = (part: Pattern, next: number): number => {
    switch (part.kind) {
      case 'letter':
        return put({ kind: 'letter', fits: part.fits, next });
      case 'start':
      case 'end':
        return put({ kind: part.kind, next });
      case 'sequence':
        return part.parts.reduceRight((after, one) => lay(one, after), next);
      case 'either':
        return put({ kind: 'fork', ways: part.parts.map((one) => lay(one, next)) });
      case 'times':
        return layTimes(part, next);
    }
  };
  const layTimes = ({ part, least, most }: Extract<Pattern, { kind: 'times' }>, next: number): number => {
    let first = next;
    if (Number.isFinite(most)) {
      for (let more = least; more < most; more++)
        first = put({ kind: 'fork', ways: [lay(part, first), next] });
    } else {
      const ways = [next];
      first = put({ kind: 'fork', ways });
      ways.push(lay(part, first));
    }
    for (let must = 0; must < least; must++) first = lay(part, first);
    return first;
  };
  places[0] = { kind: 'fork', ways: [lay(tree, 1)] };
  return places;
}

/** All places that wait for a letter, or are done, on any way from these. */
function reach(
  from: readonly number[],
  places: readonly Place[],
  at: number,
  length: number,
): readonly number[] {
  const seen = new Set<number>();
  const waiting: number[] = [];
  const open = [...from];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    const place = places[one];
    if (place === undefined) continue;
    if (place.kind === 'fork') open.push(...place.ways);
    else if (place.kind === 'start' || place.kind === 'end') {
      if (at === (place.kind === 'start' ? 0 : length)) open.push(place.next);
    } else waiting.push(one);
  }
  return waiting;
}
