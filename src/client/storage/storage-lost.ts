/**
 * The storage is gone from under the running app: somebody or the browser `cleared` it, or another window brought it to a
 * `newer-version` that this one does not know. Nothing is written any more, and nothing empty is put in its place.
 */
export class StorageLost extends Error {
  override readonly name = 'StorageLost';
  readonly why: 'cleared' | 'newer-version';
  constructor(why: StorageLost['why']) {
    super(why);
    this.why = why;
  }
}
