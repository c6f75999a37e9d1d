import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  describePanel,
  describeTimeLeft,
} from '../../../../../../src/client/features/field/common/status/describe-panel.ts';
import { describeSending } from '../../../../../../src/client/features/field/common/status/describe-sending.ts';
import type { SyncStatus } from '../../../../../../src/client/sync/model.ts';

const quiet: SyncStatus = { reach: 'reached', activity: { kind: 'idle' }, pausedBecause: [] };
const two = { waiting: 2, bytesWaiting: 5000 };
const none = { waiting: 0, bytesWaiting: 0 };
const rest = { dossiersLeft: 2, bytesLeft: 5000, share: 0.5 };

it('says what waits and offers what is to be done', () => {
  expect(describePanel(quiet, none)).toEqual({ words: 'nothing', action: 'ask' });
  expect(describePanel(quiet, two)).toEqual({ words: 'waiting', action: 'now' });
  expect(describePanel(quiet, { waiting: 0, bytesWaiting: 9 })).toMatchObject({ words: 'photos' });
  expect(describePanel({ ...quiet, reach: 'unreachable' }, two)).toMatchObject({ note: 'offline' });
});

it('shows how far it has come, and stays calm over a line that broke a moment ago', () => {
  const sending: SyncStatus = { ...quiet, activity: { kind: 'sending', ...rest } };
  expect(describePanel(sending, two)).toEqual({
    words: 'waiting',
    action: 'sending',
    rest: sending.activity,
  });
  const soon: SyncStatus = {
    ...quiet,
    reach: 'unreachable',
    activity: { kind: 'waiting', until: '2026-11-22T12:00:00Z', soon: rest },
  };
  expect(describePanel(soon, two)).toEqual({ words: 'waiting', action: 'sending', rest });
  expect(describeSending(soon)).toEqual({ key: 'sending', shape: 'busy' });
});

it('never holds without a reason in words and a way on', () => {
  const texts: { readonly held: Record<string, string> } = JSON.parse(
    readFileSync('locales/vi/sending.json', 'utf8'),
  );
  const reasons = ['user', 'metered', 'update-needed', 'device-revoked', 'sign-in-needed'] as const;
  for (const reason of reasons) {
    const panel = describePanel({ ...quiet, pausedBecause: [reason] }, two);
    expect(panel).toMatchObject({ note: `held.${reason}`, action: reason === 'metered' ? 'anyway' : 'now' });
    expect(texts.held[reason]).toMatch(/\S/);
    expect(describeSending({ ...quiet, pausedBecause: [reason] }).key).not.toBe('fresh');
  }
});

it('tells a time left in minutes, and a long one in hours', () => {
  expect(describeTimeLeft(1)).toEqual({ key: 'minutes', count: 1 });
  expect(describeTimeLeft(55)).toEqual({ key: 'minutes', count: 55 });
  expect(describeTimeLeft(60)).toEqual({ key: 'hours', count: 1 });
  expect(describeTimeLeft(420)).toEqual({ key: 'hours', count: 7 });
});
