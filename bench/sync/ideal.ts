import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { gzipSync } from 'node:zlib';

/*
 * What no protocol can beat by much: all plaintexts gzipped together, as one stream that goes on at the very byte where
 * the line broke. No names, no signatures, no seals, no headers. The receiver keeps what came, tells its length (8 bytes)
 * to who comes again, and says one byte when it has all.
 */

const AGAIN = 1;
const FIRST = 0;

/** All plaintexts as one gzip stream. */
export function packIdeal(plaintexts: readonly Uint8Array[]): Buffer {
  return gzipSync(Buffer.concat(plaintexts), { level: 9 });
}

export class IdealReceiver {
  readonly #server: Server;
  #kept = 0;

  private constructor(total: number) {
    this.#server = createServer((socket) => {
      let greeted = false;
      socket.on('error', () => {});
      socket.on('data', (chunk) => {
        if (!greeted) {
          greeted = true;
          if (chunk[0] === AGAIN) {
            const length = Buffer.alloc(8);
            length.writeBigUInt64BE(BigInt(this.#kept));
            socket.write(length);
          }
          this.#kept += chunk.length - 1;
        } else this.#kept += chunk.length;
        if (this.#kept === total) socket.write(Buffer.of(1));
      });
    });
  }

  static async open(total: number): Promise<IdealReceiver> {
    const receiver = new IdealReceiver(total);
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Sends the stream over a line that breaks, connecting again at once; resolves when the receiver has all. */
export async function sendIdeal(stream: Buffer, port: number): Promise<void> {
  for (let first = true; ; first = false) {
    if (await tryOnce(stream, port, first)) return;
  }
}

function tryOnce(stream: Buffer, port: number, first: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let heard = Buffer.alloc(0);
    let sending = first;
    socket.on('error', () => {});
    socket.on('close', () => resolve(false));
    socket.write(Buffer.of(first ? FIRST : AGAIN));
    if (first) socket.write(stream);
    socket.on('data', (chunk) => {
      heard = Buffer.concat([heard, chunk]);
      if (!sending && heard.length >= 8) {
        sending = true;
        const kept = Number(heard.readBigUInt64BE());
        heard = heard.subarray(8);
        if (kept < stream.length) socket.write(stream.subarray(kept));
      }
      if (sending && heard.length >= 1) {
        resolve(true);
        socket.destroy();
      }
    });
  });
}
