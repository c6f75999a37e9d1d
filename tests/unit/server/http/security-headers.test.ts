import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { REACT_ARIA_STYLE_HASH } from '../../../../src/server/http/security-headers.ts';

it('the policy allows the one style that the installed react-aria injects, and that it is', () => {
  const source = readFileSync('node_modules/react-aria/dist/private/interactions/usePress.js', 'utf8');
  const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(source)?.[1] ?? '';
  const template = /style\.textContent = `([^`]+)`\.trim\(\)/.exec(source)?.[1] ?? '';
  const text = template.replace(/\$\{[^}]+\}/, attribute).trim();
  const hash = createHash('sha256').update(text).digest('base64');
  expect(REACT_ARIA_STYLE_HASH).toBe(`'sha256-${hash}'`);
});
