import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { createMemoryStorage } from '../../../src/client/storage/memory-storage.ts';
import {
  sampleDraft,
  sampleEntry,
  sampleEnvelope,
  sampleSubmission,
  sampleVault,
} from '../../support/seal/samples.ts';

/*
 * I2 as a property: whatever the order of finishing, receipts (right, wrong, for strangers), refusals, retries and
 * discards, the bytes of an item are on the tablet exactly as long as no receipt with its digest was applied.
 */

const operation = fc.oneof(
  fc.record({ do: fc.constant('finish' as const), item: fc.nat(4) }),
  fc.record({ do: fc.constant('receipt' as const), item: fc.nat(4), right: fc.boolean() }),
  fc.record({ do: fc.constant('stranger' as const), item: fc.nat(4) }),
  fc.record({ do: fc.constant('refuse' as const), item: fc.nat(4) }),
  fc.record({ do: fc.constant('retry' as const), item: fc.nat(4) }),
  fc.record({ do: fc.constant('discard' as const), item: fc.nat(4) }),
);

it('the outbox never shrinks without a matching receipt', async () => {
  const vault = await sampleVault();
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { maxLength: 25 }), async (operations) => {
      const storage = createMemoryStorage();
      const records = await storage.openRecords(vault);
      const items = await Promise.all(
        Array.from({ length: 5 }, async () => {
          const draft = sampleDraft();
          await records.saveDraft(draft, sampleEntry(draft));
          return {
            draft,
            sealed: await sampleEnvelope(draft.id, 'dossier', 20),
            queued: false,
            receipted: false,
          };
        }),
      );
      for (const operation of operations) {
        const item = items[operation.item];
        if (!item) continue;
        const { id, digest } = item.sealed;
        const answer = (parts: object) =>
          storage.outbox.applyAnswer({
            refusals: [],
            changes: [],
            cursor: 0,
            contractVersion: 2,
            at: '2026-11-22T00:00:00Z',
            leases: [],
            sealingKey: { id: 'k', publicKey: 'p' },
            receiptKeys: [{ id: 'r', publicKey: 'p' }],
            ...parts,
          });
        const receiptOf = (of: string, named: string) => ({
          received: {
            list: { keyId: 'k', signature: 's', text: 't' },
            receipts: [{ id: of, of: 'envelope', digest: named, receivedAt: '' }],
          },
        });
        if (operation.do === 'finish') {
          const summary = { submission: sampleSubmission({ id }), title: '' };
          const outcome = await records.finish(item.draft, item.sealed, summary, sampleEntry(item.draft));
          expect(outcome.kind).toBe(item.queued ? 'already-finished' : 'queued');
          item.queued = true;
        } else if (operation.do === 'receipt') {
          await answer(receiptOf(id, operation.right ? digest : 'A'.repeat(43)));
          item.receipted ||= item.queued && operation.right;
        } else if (operation.do === 'stranger') await answer(receiptOf(v7(), digest));
        else if (operation.do === 'refuse')
          await answer({ refusals: [{ id, of: 'envelope', digest, reason: 'unreadable' }] });
        else if (operation.do === 'retry') await storage.outbox.retry(id);
        else if (item.queued) await records.discardDraft(id);

        for (const each of await storage.outbox.listEnvelopes()) await storage.outbox.retry(each.id);
        const there = new Set((await storage.outbox.nextEnvelopes(99, 1e9)).map((row) => row.id));
        const expected = items.filter((each) => each.queued && !each.receipted).map((each) => each.sealed.id);
        expect(there).toEqual(new Set(expected));
      }
      storage.close();
    }),
    { numRuns: 60 },
  );
});
