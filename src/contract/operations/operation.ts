import type * as z from 'zod';

/** One HTTP operation: the only description of its path and shapes, used by the server's router and by the client's fetch. */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Fastify style: `/api/office/dossiers/:id`. */
  readonly path: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
}

/** Keeps the schema types of an operation while checking its shape. */
export function operation<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(description: Operation<Params, Query, Body, Answer>): Operation<Params, Query, Body, Answer> {
  return description;
}
