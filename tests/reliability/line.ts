import { createServer, type Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';
import { Passage } from './passage.ts';

/*
 * The way between the tablet and the office, byte by byte. It knows requests and answers as HTTP and nothing of what
 * is in them, so that it stays true whatever the contract says. What becomes of a request is decided when its head
 * has come; undefined means that it passes.
 */

/** What is done to a request; says whether it was really done to it. */
export type Fate = (passage: Passage) => Promise<'done' | 'missed'>;
export type Rule = (passage: Passage) => Fate | undefined;

/** One request as it was seen on the way. */
export interface Seen {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly fate: 'passed' | 'done' | 'missed' | 'broke';
  readonly status: number | undefined;
}

const nothing: Rule = () => undefined;

export class Line {
  readonly seen: Seen[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #officePort: number;
  #http: HttpServer | undefined;
  #rule: Rule = nothing;
  #port = 0;
  #up = 0;
  #down = 0;
  #address = 0;
  /** Where set, all requests seem to come from this address. */
  fixedAddress: string | undefined;

  constructor(officePort: number) {
    this.#officePort = officePort;
  }

  /** Opens the way; after `takeDown`, on the same port as before. */
  async putUp(): Promise<void> {
    if (this.#http !== undefined) return;
    const http = createServer((request, response) => {
      const passage = new Passage(request, response, this.#officePort, this.#nextAddress());
      void this.#carry(passage);
    });
    http.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        this.#sockets.delete(socket);
        this.#up += socket.bytesRead;
        this.#down += socket.bytesWritten;
      });
    });
    // A browser that breaks off in the middle is what this is about, not an error.
    http.on('clientError', (_error, socket) => socket.destroy());
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject);
      http.listen(this.#port, '127.0.0.1', resolve);
    });
    const address = http.address();
    if (address === null || typeof address === 'string') throw new Error('no free port');
    this.#port = address.port;
    this.#http = http;
  }

  /** Nobody listens any more: connections are refused, those that stood are broken. */
  async takeDown(): Promise<void> {
    const http = this.#http;
    this.#http = undefined;
    if (http === undefined) return;
    const closed = new Promise((resolve) => http.close(resolve));
    this.breakAll();
    await closed;
  }

  /** Breaks every connection that stands now. */
  breakAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** The office's address as the tablet knows it. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Bytes that came from the tablet, and that went to it, HTTP heads included. */
  get bytes(): { readonly up: number; readonly down: number } {
    let [up, down] = [this.#up, this.#down];
    for (const socket of this.#sockets) {
      up += socket.bytesRead;
      down += socket.bytesWritten;
    }
    return { up, down };
  }

  /** From now on each request's fate is what `rule` says. */
  decide(rule: Rule): void {
    this.#rule = rule;
  }

  /** From now on everything passes. */
  heal(): void {
    this.#rule = nothing;
  }

  /**
   * The office gives each tablet at one address so many requests a minute. A run makes as many in a second, so each
   * request comes from an address of its own, as behind a mobile network; the limiter has a fault kind to itself.
   */
  #nextAddress(): string {
    if (this.fixedAddress !== undefined) return this.fixedAddress;
    this.#address = (this.#address + 1) % 60_000;
    return `10.9.${this.#address >> 8}.${this.#address & 255}`;
  }

  async #carry(passage: Passage): Promise<void> {
    const fate = this.#rule(passage);
    const note = (outcome: Seen['fate']) =>
      this.seen.push({
        at: Date.now(),
        method: passage.method,
        path: passage.path,
        fate: outcome,
        status: passage.status,
      });
    try {
      if (fate === undefined) {
        await passage.pass();
        note('passed');
      } else {
        note(await fate(passage));
      }
    } catch {
      // The office is away, or died while answering: to the tablet the line is dead.
      passage.cut();
      note('broke');
    }
  }
}
