/** A question as it stands in a declaration, before the declaration as a whole is judged. */
export type DeclaredQuestion = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly type: string;
};
