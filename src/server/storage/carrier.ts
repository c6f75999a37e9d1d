/** Who brought an item to the server: a tablet, its author's or another one, or a staff member at the office with a file. */
export type Carrier = { readonly deviceId: string } | { readonly staffId: string };

/** Tablet and staff member as columns; exactly one of them is null. */
export function columnsOf(carrier: Carrier): {
  readonly deviceId: string | null;
  readonly staffId: string | null;
} {
  return 'deviceId' in carrier
    ? { deviceId: carrier.deviceId, staffId: null }
    : { deviceId: null, staffId: carrier.staffId };
}
