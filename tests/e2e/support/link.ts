import {
  request as ask,
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/*
 * The way between a tablet and the office, with what happens on such ways. The tablet knows only this address; what
 * becomes of each request is decided anew when it arrives.
 */

/** What becomes of one request. */
export type Fate =
  | 'passes'
  /** The office does all it is asked to do; the line breaks just before the first byte of its answer. */
  | 'answer lost'
  /** The line breaks in the middle of what the tablet sends; the office sees an unfinished request. */
  | 'cut going up'
  /** Half of what the tablet sends goes through, then nothing more, until the office's end of the line dies. */
  | 'stalls going up'
  /** The line breaks in the middle of the office's answer. */
  | 'cut coming down'
  /** Something that is not the office answers 200 with a page that asks for money. */
  | 'captive portal'
  /** Nothing reaches anybody. */
  | 'no network'
  | { readonly slowBy: number };

/** One request as it was seen on the way, with the office's status where it was asked. */
export interface Passage {
  readonly method: string;
  readonly path: string;
  readonly fate: Fate;
  readonly status: number | undefined;
}

type Rule = (request: {
  readonly method: string;
  readonly path: string;
  /** What the browser says it wants the answer for (`script`, `document` …); `empty` is a fetch, as a worker's. */
  readonly wantedFor: string | undefined;
}) => Fate;

/** On the portal's page, and nowhere in the product. */
export const PORTAL_TITLE = 'Wi-Fi login';
const PORTAL_PAGE = `<!doctype html><html><head><title>Wi-Fi</title></head><body><h1>${PORTAL_TITLE}</h1><form><input name="room"></form></body></html>`;

export class Link {
  readonly passages: Passage[] = [];
  readonly #http: HttpServer;
  readonly #officePort: number;
  #rule: Rule = () => 'passes';
  #port = 0;

  private constructor(officePort: number) {
    this.#officePort = officePort;
    this.#http = createServer((request, response) => void this.#carry(request, response));
  }

  /** A way to the office at `officePort` of this machine, on a port of its own. */
  static async lay(officePort: number): Promise<Link> {
    const link = new Link(officePort);
    await new Promise<void>((resolve) => link.#http.listen(0, '127.0.0.1', resolve));
    const address = link.#http.address();
    if (address === null || typeof address === 'string') throw new Error('no free port');
    link.#port = address.port;
    return link;
  }

  /** The office's address as the tablet knows it. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** From now on each request's fate is what `rule` says. */
  decide(rule: Rule): void {
    this.#rule = rule;
  }

  async takeAway(): Promise<void> {
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  async #carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const path = request.url ?? '/';
    const wantedFor = request.headers['sec-fetch-dest'];
    const fate = this.#rule({ method, path, wantedFor: Array.isArray(wantedFor) ? wantedFor[0] : wantedFor });
    const seen = (status: number | undefined) => this.passages.push({ method, path, fate, status });
    if (fate === 'no network') {
      seen(undefined);
      response.socket?.destroy();
      return;
    }
    try {
      const body = await readAll(request);
      if (fate === 'captive portal') {
        seen(undefined);
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PORTAL_PAGE);
        return;
      }
      if (fate === 'cut going up' || fate === 'stalls going up') {
        await this.#sendHalf(request, body, fate);
        seen(undefined);
        response.socket?.destroy();
        return;
      }
      if (typeof fate === 'object') await sleep(fate.slowBy);
      const answer = await this.#askOffice(request, body);
      seen(answer.status);
      if (fate === 'answer lost') {
        response.socket?.destroy();
        return;
      }
      response.writeHead(answer.status, answer.headers);
      if (fate === 'cut coming down') {
        response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () =>
          response.socket?.destroy(),
        );
        return;
      }
      response.end(answer.body);
    } catch {
      // The office is away, or died while answering: to the tablet the line is dead.
      seen(undefined);
      response.socket?.destroy();
    }
  }

  #askOffice(request: IncomingMessage, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = ask(this.#to(request), (answer) => {
        readAll(answer).then((read) => {
          const { 'transfer-encoding': _chunked, connection: _connection, ...headers } = answer.headers;
          resolve({ status: answer.statusCode ?? 502, headers, body: read });
        }, reject);
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  /** Half of the body, and then nothing more: the office is left with an unfinished request. */
  #sendHalf(request: IncomingMessage, body: Buffer, then: 'cut going up' | 'stalls going up'): Promise<void> {
    return new Promise((resolve) => {
      const asked = ask(this.#to(request));
      asked.on('error', () => resolve());
      asked.write(body.subarray(0, Math.floor(body.length / 2)), () => {
        if (then === 'cut going up') setTimeout(() => asked.destroy(), 50);
      });
      asked.on('close', () => resolve());
    });
  }

  #to(request: IncomingMessage) {
    return {
      host: '127.0.0.1',
      port: this.#officePort,
      method: request.method,
      path: request.url,
      headers: { ...request.headers, connection: 'close' },
    };
  }
}

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
