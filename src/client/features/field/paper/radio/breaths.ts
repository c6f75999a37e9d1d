/** Most words that a sentence read aloud may have; the house's rule for everything that is heard. */
export const MOST_WORDS = 15;
/** A part shorter than this is not worth a pause of its own. */
const FEWEST_WORDS = 4;

/** Words before which a long sentence may be taken apart: the next part begins with them. */
const JOINTS = new Set(['và', 'hoặc', 'thì', 'mà', 'để', 'khi', 'nếu', 'nhưng', 'vì', 'rồi', 'cho']);

/** Words as a reader counts them: Vietnamese writes each syllable apart. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/**
 * Written text as sentences of at most fifteen words, each ending where a reader breathes. What stands in brackets is
 * for the eye and is left out. Long sentences are taken apart at a comma, else before a joining word, else where they
 * are too long. Words keep their order, and none is lost.
 */
export function intoBreaths(text: string): readonly string[] {
  return text
    .replace(/\s*\([^)]*\)/g, '')
    .split(/(?<=[.!?…;])\s+/)
    .flatMap((sentence) => takeApart(sentence.trim().split(/\s+/).filter(Boolean)))
    .map((words) => asSentence(words.join(' ')))
    .filter((sentence) => countWords(sentence) > 0);
}

function takeApart(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length <= MOST_WORDS) return [words];
  const at = placeToBreathe(words);
  return [words.slice(0, at), ...takeApart(words.slice(at))];
}

/** The last good place that leaves neither part too short. */
function placeToBreathe(words: readonly string[]): number {
  const latest = Math.min(MOST_WORDS, words.length - FEWEST_WORDS);
  const last = (isGood: (at: number) => boolean) => {
    for (let at = latest; at >= FEWEST_WORDS; at--) if (isGood(at)) return at;
    return undefined;
  };
  return (
    last((at) => /[,;:]$/.test(words[at - 1] ?? '')) ??
    last((at) => JOINTS.has((words[at] ?? '').toLowerCase())) ??
    latest
  );
}

function asSentence(text: string): string {
  const bare = text.replace(/[\s,;:.…–-]+$/, '');
  const ended = /[!?]$/.test(bare) ? bare : `${bare}.`;
  return ended.charAt(0).toLocaleUpperCase('vi') + ended.slice(1);
}
