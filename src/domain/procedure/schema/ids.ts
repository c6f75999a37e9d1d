import * as z from 'zod';

/** Names inside a declaration: steps, documents, cases, rules, results, texts. */
export const Id = z.string().regex(/^[a-z][a-zA-Z0-9-]*$/);
/** `mother.name`: what a question is called in the declaration. */
export const QuestionId = z.string().regex(/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*$/);
export const IsoDate = z.iso.date();
