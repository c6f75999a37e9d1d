import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findHelpTopic, helpTopics } from '../../../src/client/features/field/common/help/help-topics.ts';

/* Nobody is left alone on a screen: each address of the field app has help of its own, in each complete language. */

const ASKED = ['title', 'what', 'how', 'data', 'call'] as const;

/** Addresses as the app's routes write them, whichever file they stand in. */
function addressesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('Routes.tsx'))
    .flatMap((name) => [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/<Route path="([^"]+)"/g)])
    .map((match) => match[1] ?? '');
}

const addresses = [...new Set(addressesIn('src/client/app'))];

describe('help', () => {
  it('is there for each address', () => {
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((address) => !(address in helpTopics))).toEqual([]);
  });

  it.each(['vi', 'en'])(
    'says in %s what for, how, what becomes of the data, and whom to call',
    (language) => {
      const texts = JSON.parse(readFileSync(`locales/${language}/help.json`, 'utf8'));
      for (const topic of Object.values(helpTopics))
        for (const asked of ASKED)
          expect.soft(texts[topic]?.[asked], `${topic}.${asked}`).toMatch(/\p{L}{2}/u);
    },
  );

  it('is found by where the person is', () => {
    expect(findHelpTopic('/')).toBe('home');
    expect(findHelpTopic('/begin')).toBe('begin');
    expect(findHelpTopic('/begin/birth')).toBe('begin');
    expect(findHelpTopic('/begin/procedure/birth-registration')).toBe('prepare');
    expect(findHelpTopic('/interview/0193/version/2')).toBe('version');
    expect(findHelpTopic('/courier/send')).toBe('courier');
    expect(findHelpTopic('/nowhere/at/all')).toBe('home');
  });
});
