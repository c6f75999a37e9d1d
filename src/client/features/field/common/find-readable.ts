import { UnreadableRecord } from '../../../storage/record-schemas.ts';

export type Found<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'nothing' }
  /** It is there and does not open; it is kept as it is. */
  | { readonly kind: 'unreadable' };

/** Waits for a record; one that does not open is an outcome to show, any other failure is thrown on. */
export async function findReadable<T>(finding: Promise<T | undefined>): Promise<Found<T>> {
  try {
    const value = await finding;
    return value === undefined ? { kind: 'nothing' } : { kind: 'found', value };
  } catch (error) {
    if (error instanceof UnreadableRecord) return { kind: 'unreadable' };
    throw error;
  }
}
