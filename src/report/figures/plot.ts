import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { type Markup, markup, trusted } from '../markup.ts';

/** Marks and scales of the drawing library, for the files of this folder. */
export { Plot };

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** Draws a plot on the server as inline SVG with a text alternative; colours come from the page's style sheet. */
export function draw(options: Plot.PlotOptions, alternative: string): Markup {
  const drawing = Plot.plot({ ...options, document, className: 'plot' });
  drawing.querySelector('style')?.remove();
  for (const node of drawing.querySelectorAll('*')) {
    node.removeAttribute('aria-label');
    for (const { name, value } of [...node.attributes]) {
      if (/\d\.\d{3,}/.test(value) && name !== 'href') node.setAttribute(name, shorten(value));
    }
  }
  drawing.removeAttribute('font-family');
  const links = [...drawing.querySelectorAll('a')];
  for (const link of links) {
    link.setAttribute('aria-label', link.querySelector('title')?.textContent ?? '');
    link.removeAttribute('fill');
  }
  const svg: string = drawing.outerHTML;
  // An image has no parts; a drawing with links in it is a group of them.
  return markup`<svg role="${links.length > 0 ? 'group' : 'img'}" aria-label="${alternative}"${trusted(svg.slice('<svg'.length))}`;
}

/** Points that lead somewhere, each with room around it to be met; nothing of them is seen. */
export function targets(
  points: readonly {
    readonly x: number;
    readonly y: number;
    readonly href: string | null;
    readonly says: string;
  }[],
): Plot.Markish[] {
  const linked = points.filter(({ href, y }) => href !== null && !Number.isNaN(y));
  if (linked.length === 0) return [];
  return [
    Plot.dot(linked, {
      x: 'x',
      y: 'y',
      r: 12,
      symbol: 'circle',
      fill: 'transparent',
      href: 'href',
      title: 'says',
    }),
  ];
}

/** Numbers of an attribute to two decimals: no eye sees more, and platforms agree. */
function shorten(value: string): string {
  return value.replace(/-?\d+\.\d{3,}(e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2))));
}
