import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** The office's answer, or something that pretends to be one. */
export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

/** A request that may be delivered, now or later, once or again. */
export interface Letter {
  readonly method: string;
  readonly path: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

/** Long enough for the office to have read what was sent before the line breaks. */
const SETTLE_MS = 25;

/** One request on its way, with everything that can happen to it there. */
export class Passage {
  readonly method: string;
  readonly path: string;
  /** Bytes of the body that the tablet announced. */
  readonly length: number;
  /** The office's status, once it has answered. */
  status: number | undefined;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #officePort: number;
  readonly #address: string;
  #letter: Promise<Letter> | undefined;

  constructor(request: IncomingMessage, response: ServerResponse, officePort: number, address: string) {
    this.method = request.method ?? 'GET';
    this.path = request.url ?? '/';
    this.length = Number(request.headers['content-length'] ?? 0);
    this.#request = request;
    this.#response = response;
    this.#officePort = officePort;
    this.#address = address;
    response.on('error', () => undefined);
  }

  get isForOffice(): boolean {
    return this.path.startsWith('/api/');
  }

  get isSync(): boolean {
    return this.path === '/api/sync';
  }

  get isUpload(): boolean {
    return this.path.startsWith('/api/files');
  }

  /** Header of the request. */
  header(name: string): string | undefined {
    const value = this.#request.headers[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** The whole request, once the tablet has sent it. */
  letter(): Promise<Letter> {
    this.#letter ??= readAll(this.#request).then((body) => ({
      method: this.method,
      path: this.path,
      headers: { ...this.#request.headers, 'x-forwarded-for': this.#address, connection: 'close' },
      body,
    }));
    // Whoever waits for it is told; where nobody does, a tablet that broke off is no trouble.
    this.#letter.catch(() => undefined);
    return this.#letter;
  }

  /** As it should be: up and down as the bytes come, nothing collected on the way. */
  pass(): Promise<void> {
    return new Promise((resolve, reject) => {
      const asked = ask(
        {
          host: '127.0.0.1',
          port: this.#officePort,
          method: this.method,
          path: this.path,
          headers: { ...this.#request.headers, 'x-forwarded-for': this.#address, connection: 'close' },
        },
        (answer) => {
          this.status = answer.statusCode;
          this.#response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
          answer.pipe(this.#response);
          answer.once('error', reject);
          this.#response.once('finish', resolve);
          this.#response.once('close', resolve);
        },
      );
      asked.once('error', reject);
      // The tablet broke off: so does what goes on to the office.
      this.#request.once('error', (error) => {
        asked.destroy();
        reject(error);
      });
      this.#request.pipe(asked);
    });
  }

  /** Delivers a letter to the office (this one, changed or another) and reads the whole answer. */
  async deliver(letter?: Letter): Promise<Answer> {
    const { method, path, headers, body } = letter ?? (await this.letter());
    const answer = await deliverTo(this.#officePort, { method, path, headers, body });
    if (letter === undefined) this.status = answer.status;
    return answer;
  }

  /** Gives the tablet a whole answer; resolves when its last byte left. */
  give(answer: Answer): Promise<void> {
    return new Promise((resolve) => {
      // The tablet may have gone meanwhile: nobody is there to give it to.
      if (this.#response.destroyed) return resolve();
      this.#response.once('close', resolve);
      this.#response.writeHead(answer.status, endToEnd(answer.headers));
      this.#response.end(answer.body, () => resolve());
    });
  }

  /** Gives the tablet so many bytes of an answer's body, then the line breaks. */
  async givePart(answer: Answer, bytes: number): Promise<void> {
    if (this.#response.destroyed) return;
    this.#response.writeHead(answer.status, endToEnd(answer.headers));
    this.#response.flushHeaders();
    await new Promise<void>((resolve) => {
      this.#response.once('close', resolve);
      this.#response.write(answer.body.subarray(0, bytes), () => resolve());
    });
    await sleep(SETTLE_MS);
    this.cut();
  }

  /** Gives the tablet the answer in drips. */
  async giveSlowly(answer: Answer, parts: number, rest: number): Promise<void> {
    this.#response.writeHead(answer.status, endToEnd(answer.headers));
    const size = Math.max(1, Math.ceil(answer.body.length / parts));
    for (let at = 0; at < answer.body.length; at += size) {
      this.#response.write(answer.body.subarray(at, at + size));
      await sleep(rest);
    }
    this.#response.end();
  }

  /** The line to the tablet breaks. */
  cut(): void {
    this.#response.socket?.resetAndDestroy();
  }

  /** So many bytes of the request, its head counted too, reach the office; then the line to it breaks. */
  async cutGoingUp(choose: (head: number, body: number) => number): Promise<'done' | 'missed'> {
    const letter = await this.letter();
    const head = headOf(letter);
    const bytes = choose(head.length, letter.body.length);
    if (bytes >= head.length + letter.body.length) return 'missed';
    const part = Buffer.concat([head, letter.body]).subarray(0, bytes);
    await new Promise<void>((resolve, reject) => {
      const socket = connect(this.#officePort, '127.0.0.1', () => {
        socket.write(part, () => {
          setTimeout(() => {
            socket.resetAndDestroy();
            resolve();
          }, SETTLE_MS);
        });
      });
      socket.once('error', reject);
    });
    return 'done';
  }
}

/** Delivers a letter to the office, whoever waits for the answer. */
export function deliverTo(officePort: number, letter: Letter): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = ask(
      {
        host: '127.0.0.1',
        port: officePort,
        method: letter.method,
        path: letter.path,
        headers: { ...letter.headers, 'content-length': String(letter.body.length) },
      },
      (answer) => {
        readAll(answer).then(
          (body) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body }),
          reject,
        );
      },
    );
    asked.once('error', reject);
    asked.end(letter.body);
  });
}

function headOf({ method, path, headers, body }: Letter): Buffer {
  const lines = Object.entries({ ...headers, 'content-length': String(body.length) }).flatMap(
    ([name, value]) => (value === undefined ? [] : [value].flat().map((each) => `${name}: ${each}`)),
  );
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1');
}

function endToEnd(headers: Answer['headers']): NodeJS.Dict<string | string[]> {
  const { 'transfer-encoding': _chunked, connection: _connection, ...rest } = headers;
  return rest;
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
