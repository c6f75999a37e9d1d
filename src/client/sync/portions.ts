/** Bytes of the first request of a round, and of the largest: small until an answer has shown that the line carries it. */
export const FIRST_PORTION = 64_000;
export const MAX_PORTION = 350_000;

/** As many of the first as fit into `bytes`, one in any case, at most `most`. */
export function takePortion<T>(
  all: readonly T[],
  limit: { readonly bytes: number; readonly most: number },
  sizeOf: (one: T) => number,
): readonly T[] {
  let bytes = 0;
  const end = all.findIndex((one, index) => {
    bytes += sizeOf(one);
    return index > 0 && (bytes > limit.bytes || index >= limit.most);
  });
  return end === -1 ? all : all.slice(0, end);
}
