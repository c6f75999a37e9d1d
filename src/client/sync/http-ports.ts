/** What the HTTP road needs from its surroundings. */
export interface HttpPorts {
  /** `https://host`, without path. */
  readonly origin: string;
  readonly fetch: typeof fetch;
  readonly randomBytes: (length: number) => Uint8Array;
}
