/**
 * Whether the database can keep this as JSON: PostgreSQL has no character for NUL, nor for one half of a surrogate pair (an
 * emoji that was cut in two).
 */
export function isStorable(value: unknown): boolean {
  // JSON writes exactly these as escapes of their own; a backslash in the text itself is written twice.
  return !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(JSON.stringify(value));
}
