import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { packText, unpackText } from '../../../src/contract/envelope/packing/pack.ts';
import { phrases2 } from '../../../src/contract/envelope/packing/phrases-2.ts';
import { Submission } from '../../../src/contract/up/submission.ts';
import { sampleSubmission } from '../../support/seal/samples.ts';

const context = { id: sampleSubmission().id, ...sampleSubmission().assistedBy };

/** Texts that look like what the packer has marks for, whole and spoiled, between any others. */
const piece = fc.oneof(
  fc.constantFrom(...phrases2()),
  fc.uuid(),
  fc.uuid({ version: 7 }),
  fc.constantFrom(context.id, context.staffId, context.id.toUpperCase()),
  fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
  fc.stringMatching(/^[A-Za-z0-9_-]{43}$/),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom('2026-02-31T00:00:00.000Z', '1969-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'),
  fc.constantFrom(
    'TAM-0000-0000-0',
    'TAM-9QB0-91G1-Y',
    'TAM-OOOO-IIII-L',
    '\u0000\u0001\u000e',
    '"',
    '\\',
    '\ud83d',
    '"}],',
  ),
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.array(fc.nat(0xffff), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
);
const typed = fc.oneof(
  piece,
  fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('')),
);

const submissions = fc
  .record({
    id: fc.uuid(),
    answers: fc.dictionary(
      fc.constantFrom('child.name', 'mother.name', 'a', 'zz.b', 'person.residence', 'card.number'),
      fc.oneof(
        typed.filter((text) => text.length <= 2000),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.array(
          typed.filter((text) => text.length <= 200),
          { maxLength: 3 },
        ),
        fc.record({ granted: fc.boolean(), at: typed, language: typed, textHash: typed }),
        fc.record({
          attachments: fc.array(fc.uuid(), { maxLength: 3 }),
          paper: fc.constantFrom('photographed', 'none'),
        }),
      ),
    ),
    activationCodeHash: fc.stringMatching(/^[A-Za-z0-9_-]{43}$/),
    replaces: fc.array(fc.uuid({ version: 7 }), { minLength: 1, maxLength: 3 }),
    staffId: fc.uuid({ version: [4, 7] }),
    deviceId: fc.uuid(),
    finishedAt: fc.constantFrom(
      '2026-11-22T10:00:00Z',
      '2026-11-22T10:00:00.000Z',
      '2026-11-22T10:00:00.1+07:00',
    ),
  })
  .map(({ staffId, deviceId, ...changes }) =>
    Submission.parse(sampleSubmission({ ...changes, assistedBy: { staffId, deviceId, commune: '14956' } })),
  );

it('any submission comes back letter for letter', async () => {
  await fc.assert(
    fc.asyncProperty(submissions, async (submission) => {
      const text = JSON.stringify(submission);
      const { staffId, deviceId } = submission.assistedBy;
      const own = { id: submission.id, staffId, deviceId };
      const packed = await packText(text, 'Pù Luông', own);
      expect(packed && (await unpackText(packed, own))).toBe(text);
    }),
    { numRuns: 150 },
  );
});

it('any text at all comes back letter for letter, or is not packed', async () => {
  await fc.assert(
    fc.asyncProperty(typed, typed, async (text, place) => {
      const packed = await packText(text, place, context);
      if (packed) expect(await unpackText(packed, context)).toBe(text);
    }),
    { numRuns: 150 },
  );
});

it('any bytes are some text or none, and never throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(['string', 'undefined']).toContain(typeof (await unpackText(bytes, context)));
    }),
    { numRuns: 100 },
  );
});
