import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/client/ui/tokens.css', 'utf8');

function colour(name: string): readonly number[] {
  const hex = css.match(new RegExp(`--${name}: #([0-9a-f]{6});`))?.[1];
  if (hex === undefined) throw new Error(`no colour ${name}`);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}

/** WCAG 2.2 relative luminance. */
function luminance(name: string): number {
  const [r = 0, g = 0, b = 0] = colour(name).map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('text colours', () => {
  it.each([
    ['ink', 'paper'],
    ['ink', 'sunken'],
    ['ink-soft', 'paper'],
    ['ink-soft', 'surface'],
    ['ink-soft', 'sunken'],
    ['ink-soft', 'indigo-wash'],
    ['indigo', 'paper'],
    ['on-indigo', 'indigo'],
    ['on-indigo', 'indigo-deep'],
    ['clay', 'paper'],
    ['clay', 'clay-wash'],
    ['amber-ink', 'saffron-wash'],
    ['leaf', 'leaf-wash'],
  ])('%s on %s reaches AAA, for the sun', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(7);
  });
});
