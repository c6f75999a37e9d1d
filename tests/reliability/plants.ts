/** Bugs that are built in on purpose, to see that the run finds them. */
export const PLANTS = ['acknowledge-before-commit', 'delete-on-refusal'] as const;
export type Plant = (typeof PLANTS)[number];

interface Planting {
  /** The one module it is built into, from the root. */
  readonly module: string;
  /** Stands there exactly once. */
  readonly text: string;
  readonly instead: string;
  /** The kind of fault that brings it to light; where no others are asked for, a planted run is of this one. */
  readonly kind: string;
}

export const PLANTINGS: Readonly<Record<Plant, Planting>> = {
  // The receipt is given at once; what it promises is written when the answer, which waits for the batch, is long gone.
  'acknowledge-before-commit': {
    module: 'src/server/commands/take-in-envelope.ts',
    text: 'const recorded = await record(deps, { ...arrival, kind, digest, receipt, signer, receivedAt }, message);',
    instead: `const envelope = { ...arrival, kind, digest, receipt, signer, receivedAt } as const;
  setTimeout(() => void record(deps, envelope, message).catch(() => undefined), 3000);
  const recorded = { kind: 'recorded' } as RecordOutcome;`,
    kind: 'server killed right after its answer',
  },
  // What the office refuses leaves the queue for good.
  'delete-on-refusal': {
    module: 'src/client/storage/outbox.ts',
    text: `await transaction.put('outboxEnvelopes', { ...row, state: 'attention', attention: reason });`,
    instead: `await Promise.all([
          transaction.delete('outboxEnvelopes', id),
          transaction.delete('envelopeBytes', id),
        ]);`,
    kind: 'office refuses an item',
  },
};
