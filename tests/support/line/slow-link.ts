import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/*
 * A mountain line between a tablet and the office, for TCP as a whole: so many bytes a second, so long on the way, and
 * cut every now and then, all connections at once. Counts the bytes that went onto the line, the lost ones too. What TCP
 * and IP add of their own is not counted, for nobody.
 */

export interface LineQuality {
  /** Bytes a second. */
  readonly up: number;
  readonly down: number;
  /** Milliseconds one way; a new connection takes one round trip before its first byte. */
  readonly latency: number;
  /** Milliseconds between two cuts, a fifth more or less; undefined for a line that holds. */
  readonly cutEvery: number | undefined;
}

const SLICE = 1400;
const ENOUGH_PENDING = 16 * 1024;

/** One direction of one connection. */
interface Flow {
  readonly from: Socket;
  readonly to: Socket;
  readonly pending: Buffer[];
  size: number;
  /** Nothing goes before: the handshake is under way. */
  readonly openAt: number;
  ended: boolean;
  dead: boolean;
}

/** One direction of the line: its flows take turns, slice by slice. */
class Lane {
  bytes = 0;
  /** Bytes a second. */
  rate: number;
  readonly #latency: number;
  readonly #flows: Flow[] = [];
  #freeAt = 0;
  #running = false;

  constructor(rate: number, latency: number) {
    this.rate = rate;
    this.#latency = latency;
  }

  carry(from: Socket, to: Socket): Flow {
    const openAt = performance.now() + 2 * this.#latency;
    const flow: Flow = { from, to, pending: [], size: 0, openAt, ended: false, dead: false };
    this.#flows.push(flow);
    from.on('data', (chunk) => {
      flow.pending.push(chunk);
      flow.size += chunk.length;
      if (flow.size > ENOUGH_PENDING) from.pause();
      void this.#run();
    });
    from.on('end', () => {
      flow.ended = true;
      void this.#run();
    });
    return flow;
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (;;) {
      const flow = this.#nextTurn();
      if (flow === undefined) break;
      const slice = takeSlice(flow);
      const from = Math.max(performance.now(), this.#freeAt, flow.openAt);
      this.#freeAt = from + (slice.length / this.rate) * 1000;
      await until(this.#freeAt);
      if (flow.dead) continue;
      this.bytes += slice.length;
      if (flow.size < ENOUGH_PENDING / 2) flow.from.resume();
      setTimeout(() => {
        if (flow.dead) return;
        if (slice.length > 0) flow.to.write(slice);
        if (flow.ended && flow.size === 0) flow.to.end();
      }, this.#latency);
    }
    this.#running = false;
  }

  #nextTurn(): Flow | undefined {
    for (let i = this.#flows.length - 1; i >= 0; i -= 1) {
      const flow = this.#flows[i];
      if (flow?.dead === true || (flow?.ended === true && flow.size === 0)) {
        this.#flows.splice(i, 1);
        if (!flow.dead) return flow;
      }
    }
    const index = this.#flows.findIndex((flow) => flow.size > 0);
    const [flow] = index === -1 ? [] : this.#flows.splice(index, 1);
    if (flow !== undefined) this.#flows.push(flow);
    return flow;
  }
}

export class SlowLink {
  cuts = 0;
  readonly #server: Server;
  readonly #quality: LineQuality;
  readonly #random: () => number;
  readonly #up: Lane;
  readonly #down: Lane;
  readonly #open = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;

  private constructor(quality: LineQuality, random: () => number, target: number) {
    this.#quality = quality;
    this.#random = random;
    this.#up = new Lane(quality.up, quality.latency);
    this.#down = new Lane(quality.down, quality.latency);
    this.#server = createServer((near) => this.#join(near, connect(target, '127.0.0.1')));
  }

  /** A line to what listens on `target` of this machine. `random` in [0, 1) decides when it is cut. */
  static async lay(quality: LineQuality, random: () => number, target: number): Promise<SlowLink> {
    const link = new SlowLink(quality, random, target);
    await new Promise<void>((resolve) => link.#server.listen(0, '127.0.0.1', resolve));
    // The first cut may come at any moment: a sending that is over before it would otherwise never meet one.
    link.#cutIn((quality.cutEvery ?? 0) * random());
    return link;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get bytes(): { readonly up: number; readonly down: number } {
    return { up: this.#up.bytes, down: this.#down.bytes };
  }

  /** From now on so many bytes a second go up. */
  carryUp(rate: number): void {
    this.#up.rate = rate;
  }

  async takeAway(): Promise<void> {
    clearTimeout(this.#timer);
    for (const end of [...this.#open]) end();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(near: Socket, far: Socket): void {
    const flows = [this.#up.carry(near, far), this.#down.carry(far, near)];
    const end = () => {
      this.#open.delete(end);
      for (const flow of flows) flow.dead = true;
      near.resetAndDestroy();
      far.resetAndDestroy();
    };
    this.#open.add(end);
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', () => setTimeout(end, 2 * this.#quality.latency));
    }
  }

  #cutIn(milliseconds: number): void {
    const { cutEvery } = this.#quality;
    if (cutEvery === undefined) return;
    this.#timer = setTimeout(() => {
      this.cuts += 1;
      for (const end of [...this.#open]) end();
      this.#cutIn(cutEvery * (0.8 + 0.4 * this.#random()));
    }, milliseconds);
  }
}

function takeSlice(flow: Flow): Buffer {
  const first = flow.pending.shift();
  if (first === undefined) return Buffer.alloc(0);
  const slice = first.subarray(0, SLICE);
  if (slice.length < first.length) flow.pending.unshift(first.subarray(SLICE));
  flow.size -= slice.length;
  return slice;
}

async function until(time: number): Promise<void> {
  const wait = time - performance.now();
  // Timers are coarse: a few milliseconds ahead of the clock do no harm, as `freeAt` keeps the true count.
  if (wait > 3) await new Promise((resolve) => setTimeout(resolve, wait));
}
