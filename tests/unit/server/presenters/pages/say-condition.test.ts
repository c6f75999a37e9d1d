import { expect, it } from 'vitest';
import type { Condition } from '../../../../../src/domain/procedure/definition.ts';
import { findProcedure } from '../../../../../src/procedures/catalogue.ts';
import { sayCondition } from '../../../../../src/server/presenters/pages/say-condition.ts';
import { procedureWordsOf, wordsOf } from '../../../../../src/server/presenters/pages/words.ts';
import { loadTexts, textsOfShipped } from '../../../../../src/server/texts.ts';

const texts = loadTexts();
const definition = findProcedure('birth-registration', 1);
if (definition === undefined) throw new Error('birth registration is gone');
const speaker = {
  definition,
  words: wordsOf(texts, 'vi'),
  say: procedureWordsOf(texts, 'vi', textsOfShipped(texts, 'birth-registration')),
};
const say = (condition: Condition) => sayCondition(condition, speaker)?.text;

const authorised: Condition = { answer: 'requester.relation', is: 'authorised' };
const abandoned: Condition = { answer: 'child.situation', is: 'abandoned' };
const WHO = '“Người đi khai là gì của bé?” – Người được ủy quyền';
const WHAT = '“Bé có thuộc trường hợp đặc biệt nào không?” –';

it('says which answer to which question it takes', () => {
  expect(say(authorised)).toBe(WHO);
  expect(say({ answer: 'child.situation', in: ['abandoned', 'surrogacy'] })).toBe(
    `${WHAT} Trẻ bị bỏ rơi, Sinh nhờ người mang thai hộ`,
  );
  expect(say({ not: abandoned })).toBe(`${WHAT} không phải: Trẻ bị bỏ rơi`);
  expect(say({ any: [authorised, abandoned] })).toBe(`${WHO} hoặc ${WHAT} Trẻ bị bỏ rơi`);
  expect(say({ all: [authorised, { any: [abandoned] }] })).toBe(`${WHO} và ${WHAT} Trẻ bị bỏ rơi`);
  expect(say({ ageOf: 'child.birthDate', under: 18 })).toMatch(/^“.+” – chưa đủ 18 tuổi$/);
  expect(say({ case: 'late' })).toBe(speaker.say('cases.late')?.text);
});

it('says nothing rather than half, or what would be read otherwise', () => {
  const days: Condition = { daysSince: 'child.birthDate', moreThan: 60 };
  expect(say(days)).toBeUndefined();
  expect(say({ any: [authorised, days] })).toBeUndefined();
  expect(say({ all: [authorised, { any: [abandoned, authorised] }] })).toBeUndefined();
  expect(say({ answer: 'requester.relation', is: 'nobody' })).toBeUndefined();
  expect(say({ answer: 'child.name', answered: true })).toBeUndefined();
  expect(say({ not: { any: [authorised] } })).toBeUndefined();
  expect(say({ all: [] })).toBeUndefined();
});
