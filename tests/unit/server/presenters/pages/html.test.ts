import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html } from '../../../../../src/server/presenters/pages/html.ts';

const asRead = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

it('whatever a value is, it stays text between tags and inside an attribute, and is read as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const [, between, attribute] =
        /^<p>(.*)<\/p><a title="(.*)">$/s.exec(html`<p>${value}</p><a title="${value}">`.text) ?? [];
      expect(between).toBe(attribute);
      expect(between).not.toMatch(/[<>"']|&(?!#\d+;)/);
      expect(asRead(between ?? '')).toBe(value);
    }),
  );
});

it('pieces stay as they are inside others, lists follow one another, and nothing is nothing', () => {
  const items = ['a', '<b>'].map((one) => html`<li>${one}</li>`);
  expect(html`<ul>${items}${undefined}${7}</ul>`.text).toBe('<ul><li>a</li><li>&#60;b&#62;</li>7</ul>');
});
