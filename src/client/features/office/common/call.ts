import * as z from 'zod';
import { ErrorBody } from '../../../../contract/errors.ts';
import type { Operation } from '../../../../contract/operations/operation.ts';

/**
 * Why an operation gave no answer: the server's own refusal, or nothing we can trust came back. A page from a
 * captive portal, a proxy's error text or an answer of another shape is `unreadable`, never an answer.
 */
export type Problem = ErrorBody | { readonly kind: 'unreachable' } | { readonly kind: 'unreadable' };

/** Carries a problem through react-query, which knows success and throw only. */
export class CallFailed extends Error {
  readonly problem: Problem;
  constructor(operationId: string, problem: Problem) {
    super(`${operationId}: ${problem.kind}`);
    this.name = 'CallFailed';
    this.problem = problem;
  }
}

type Part<Name extends string, Schema extends z.ZodType> =
  unknown extends z.input<Schema> ? unknown : { readonly [K in Name]: z.input<Schema> };

export type CallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Part<'params', P> &
  Part<'query', Q> &
  Part<'body', B>;

const Input = z.object({
  params: z.record(z.string(), z.string()).optional(),
  query: z.record(z.string(), z.union([z.string(), z.number(), z.undefined()])).optional(),
  body: z.unknown().optional(),
});

/**
 * One call of one operation with the session cookie. Returns the parsed answer.
 * @throws CallFailed for everything else, with the problem to decide on.
 */
export async function call<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(operation: Operation<P, Q, B, A>, input: CallInput<P, Q, B>, signal?: AbortSignal): Promise<z.output<A>> {
  const { params, query, body } = Input.parse(input);
  const response = await send(operation.id, addressOf(operation.path, params ?? {}, query ?? {}), {
    method: operation.method,
    credentials: 'same-origin',
    cache: 'no-store',
    headers:
      body === undefined
        ? { accept: 'application/json' }
        : { accept: 'application/json', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  return await readAnswer(operation.id, response, operation.answer);
}

/**
 * The same for what is sent as bytes: a file that the server reads.
 * @throws CallFailed as `call` does.
 */
export async function postBytes<A extends z.ZodType>(
  to: { readonly id: string; readonly path: string; readonly mediaType: string },
  body: ArrayBuffer,
  answer: A,
): Promise<z.output<A>> {
  const response = await send(to.id, to.path, {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { accept: 'application/json', 'content-type': to.mediaType },
    body,
  });
  return await readAnswer(to.id, response, answer);
}

async function readAnswer<A extends z.ZodType>(
  operationId: string,
  response: Response,
  answer: A,
): Promise<z.output<A>> {
  const content: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const parsed = answer.safeParse(content);
    if (parsed.success) return parsed.data;
    throw new CallFailed(operationId, { kind: 'unreadable' });
  }
  const refusal = ErrorBody.safeParse(content);
  throw new CallFailed(operationId, refusal.success ? refusal.data : { kind: 'unreadable' });
}

async function send(operationId: string, address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (failure) {
    // An abort is react-query letting go of a call nobody waits for any more; it must stay an abort.
    if (init.signal?.aborted === true) throw failure;
    throw new CallFailed(operationId, { kind: 'unreachable' });
  }
}

/** Path with its parameters filled in and the given query; parameters left undefined do not appear. */
export function addressOf(
  path: string,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const filled = path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? filled : `${filled}?${search}`;
}

/** The problem inside whatever react-query hands over; anything that is not ours is a bug and is thrown on. */
export function problemOf(failure: unknown): Problem {
  if (failure instanceof CallFailed) return failure.problem;
  throw failure;
}
