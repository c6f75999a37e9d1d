import { expect, it } from 'vitest';
import {
  isRuleRight,
  NUMBER_RULES,
  readRule,
  writeRule,
} from '../../../../../../src/client/features/office/settings/tablet-rules.ts';
import { DevicePolicy, defaultDevicePolicy } from '../../../../../../src/contract/down/device-policy.ts';

it('each number is written where it is read, and nowhere else', () => {
  for (const rule of NUMBER_RULES) {
    const changed = writeRule(defaultDevicePolicy, rule, '77');
    expect(DevicePolicy.parse(changed)).toEqual(changed);
    for (const other of NUMBER_RULES)
      expect([rule, other, readRule(changed, other)]).toEqual([
        rule,
        other,
        other === rule ? '77' : readRule(defaultDevicePolicy, other),
      ]);
  }
});

it('takes digits alone, and no more than the wire does', () => {
  expect(readRule(writeRule(defaultDevicePolicy, 'keepDays', '4 tháng 5'), 'keepDays')).toBe('45');
  expect(readRule(writeRule(defaultDevicePolicy, 'keepDays', '999999'), 'keepDays')).toBe('3650');
  expect(readRule(writeRule(defaultDevicePolicy, 'warnUnsent', ''), 'warnUnsent')).toBe('0');
});

it('a tablet warns before it holds, and keeps for a day at least', () => {
  expect(NUMBER_RULES.filter((rule) => !isRuleRight(defaultDevicePolicy, rule))).toEqual([]);
  const wrong = (rule: (typeof NUMBER_RULES)[number], typed: string) =>
    isRuleRight(writeRule(defaultDevicePolicy, rule, typed), rule);
  expect(wrong('keepDays', '0')).toBe(false);
  expect(wrong('warnUnsent', '0')).toBe(false);
  expect(wrong('holdUnsent', '4')).toBe(false);
  expect(wrong('holdSpace', '201')).toBe(false);
  expect(wrong('notKept', '0')).toBe(true);
});
