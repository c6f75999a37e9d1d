import { describe, expect, it } from 'vitest';
import { findUpdateMoment, isAtWork, QUIET_FOR } from '../../../../src/client/app/update-moment.ts';

const behindTheLock = { path: '/lock', isLocked: true, isSending: false, untouchedFor: QUIET_FOR };

describe('the moment of an update', () => {
  it('is by itself behind a quiet lock', () => {
    expect(findUpdateMoment(behindTheLock)).toBe('by-itself');
  });

  it.each([
    ['somebody has just touched the screen', { untouchedFor: QUIET_FOR - 1 }],
    ['dossiers are being sent', { isSending: true }],
    ['somebody is unlocked', { isLocked: false }],
    ['another screen is open', { path: '/' }],
  ])('waits for a press while %s', (_when, but) => {
    expect(findUpdateMoment({ ...behindTheLock, ...but })).toBe('when-asked');
  });

  it.each(['/interview/1', '/enrol', '/courier', '/courier/import', '/restore'])('is never in %s', (path) => {
    expect(findUpdateMoment({ ...behindTheLock, path })).toBe('not-now');
    expect(isAtWork(path)).toBe(true);
  });

  it('takes no other address for work', () => {
    expect(['/', '/settings', '/interviews', '/summary/1', '/lock'].filter(isAtWork)).toEqual([]);
  });
});
