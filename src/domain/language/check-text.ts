/*
 * What a translation must have in common with its sentence, so that no screen breaks on it: the same placeholders, and no
 * words that the screen would take for orders.
 */

const PLACEHOLDER = /\{\{\s*([\w.]+)\s*\}\}/g;
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** The names that a sentence leaves open, each once, sorted: `count`, `name`. */
export function placeholdersOf(sentence: string): readonly string[] {
  return [...new Set([...sentence.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))].sort();
}

/**
 * Whether the text can stand for the sentence: every placeholder of the one in the other, each written whole, no reference
 * to other sentences (`$t(…)`), which the screen would follow, and no NUL, which no database keeps.
 */
export function fitsSentence(vietnamese: string, text: string): boolean {
  const rest = text.replaceAll(PLACEHOLDER, '');
  if (text.includes('\0') || /\{\{|\}\}|\$t\(/.test(rest)) return false;
  return placeholdersOf(vietnamese).join() === placeholdersOf(text).join();
}

/** The key without its plural form, where it has one: `found_one` is `found`. Our local languages have a single form. */
export function withoutPlural(key: string): string | undefined {
  return PLURAL.test(key) ? key.replace(PLURAL, '') : undefined;
}
