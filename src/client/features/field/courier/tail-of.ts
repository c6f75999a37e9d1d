/** The end of a random id, for what has no name here: enough to tell two apart on one screen. */
export function tailOf(id: string): string {
  return id.slice(-6).toUpperCase();
}
