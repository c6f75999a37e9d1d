import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { drawingNames, drawings } from '../../src/client/ui/drawings/all-drawings.tsx';

/* Prints a page with every drawing and its name, for authors who choose one and for whoever judges whether it says enough. */

const ATTRIBUTES = {
  width: 84,
  height: 84,
  viewBox: '0 0 72 72',
  fill: 'none',
  stroke: 'var(--indigo)',
  strokeWidth: '2.6',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const figures = drawingNames.map(
  (name) =>
    `<figure>${renderToStaticMarkup(createElement('svg', ATTRIBUTES, drawings[name]))}<figcaption>${name}</figcaption></figure>`,
);

console.log(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Drawings</title><style>
${readFileSync('src/client/ui/tokens.css', 'utf8')}
body { margin: 16px; background: var(--paper); color: var(--ink); font: 13px "Be Vietnam Pro", sans-serif }
main { display: grid; grid-template-columns: repeat(12, 1fr); gap: 10px }
figure { margin: 0; padding: 8px 2px; background: var(--surface); border-radius: 10px; text-align: center }
figcaption { font-size: 11px; overflow-wrap: anywhere }
</style><main>${figures.join('')}</main></html>`);
