import { describe, expect, it } from 'vitest';
import { ErrorKind } from '../../../../src/contract/errors.ts';
import { classify, classifyUpload, type OfficeErrorKind } from '../../../../src/domain/sync/classify.ts';
import { isolates } from '../../../../src/domain/sync/failure.ts';

describe('a round trip', () => {
  it('without answer, or answered by a stranger, is tried again and counts as unreachable', () => {
    expect(classify({ kind: 'no-answer' })).toEqual({ kind: 'retry', reach: 'unreachable' });
    for (const status of [200, 302, 401, 403, 404, 426, 500, 511]) {
      expect(classify({ kind: 'unverified', status }), `${status}`).toEqual({
        kind: 'retry',
        reach: 'unreachable',
      });
    }
  });

  it('for which nothing came in time is made smaller, after a wait, and no one item is to blame', () => {
    const failure = classify({ kind: 'timed-out' });
    expect(failure).toEqual({ kind: 'shrink', reach: 'unreachable', atOnce: false });
    expect(isolates(failure, 1)).toBe(false);
    expect(isolates(classify({ kind: 'refused', error: 'internal' }), 1)).toBe(true);
    expect(isolates(classify({ kind: 'refused', error: 'internal' }), 2)).toBe(false);
    expect(isolates(classify({ kind: 'unverified', status: 413 }), 1)).toBe(true);
  });

  it('refused for size by a proxy is made smaller, and still not reached', () => {
    expect(classify({ kind: 'unverified', status: 413 })).toEqual({
      kind: 'shrink',
      reach: 'unreachable',
      atOnce: true,
    });
  });

  it('answered in words of a newer contract needs the update', () => {
    expect(classify({ kind: 'not-understood' })).toEqual({ kind: 'pause', reason: 'update-needed' });
  });

  it.each<[OfficeErrorKind, object]>([
    ['update-needed', { kind: 'pause', reason: 'update-needed' }],
    ['device-revoked', { kind: 'pause', reason: 'device-revoked' }],
    ['unauthorized', { kind: 'pause', reason: 'sign-in-needed' }],
    ['too-large', { kind: 'shrink', reach: 'reached', atOnce: true }],
    ['internal', { kind: 'shrink', reach: 'reached', atOnce: false }],
    ['too-many-requests', { kind: 'retry', reach: 'reached' }],
  ])('refused as %s', (error, failure) => {
    expect(classify({ kind: 'refused', error })).toEqual(failure);
  });

  it('heeds how long the office asks to wait', () => {
    expect(classify({ kind: 'refused', error: 'too-many-requests', retryAfter: 90 })).toEqual({
      kind: 'retry',
      reach: 'reached',
      notBefore: 90_000,
    });
  });

  it('has a treatment for every error of the contract', () => {
    for (const error of ErrorKind.options)
      expect(classify({ kind: 'refused', error }).kind, error).toBeTypeOf('string');
  });
});

describe('an upload', () => {
  it('goes on with the next one when the trouble is with this one', () => {
    for (const status of [400, 404, 409, 410, 413, 415, 460])
      expect(classifyUpload({ status })).toBe('pass-over');
  });

  it('waits otherwise, and an unsigned status says nothing about reach', () => {
    expect(classifyUpload({ status: undefined })).toEqual({ kind: 'retry', reach: 'unreachable' });
    for (const status of [200, 401, 403, 423, 429, 500, 503]) {
      expect(classifyUpload({ status })).toEqual({ kind: 'retry', reach: 'unknown' });
    }
  });
});
