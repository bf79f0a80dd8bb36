import { tones } from '../frames.ts';
import { light } from '../light.ts';
import { type Markup, markup, trusted } from '../markup.ts';
import type { Drawing } from './drawing.ts';

const colours: Readonly<Record<string, string>> = { ...tones, ...light };

/**
 * A drawing as an SVG file for any program: colours are the light ones, letters are of a plain sans, and title and
 * description are in it. Holds no style sheet, link or script.
 */
export function standAlone({ svg, title, note, caption, alternative }: Drawing): string {
  const [, attributes = '', body = ''] = /^<svg([^>]*)>(.*)<\/svg>\s*$/s.exec(String(svg)) ?? [];
  const kept = [...attributes.matchAll(/ (width|height|viewBox)="([\d. -]+)"/g)]
    .map(([whole]) => whole)
    .join('');
  const words: Markup = markup`<title>${`${title} (${note})`}</title><desc>${`${caption} ${alternative}`}</desc>`;
  const drawn = body
    .replace(/<(title)>.*?<\/\1>/gs, '')
    .replace(/var\(--([a-z]+)\)/g, (_, name: string) => colours[name] ?? '#000000')
    .replace(/currentColor/g, light.ink);
  return String(
    markup`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg"${trusted(kept)} xml:space="preserve" font-family="Helvetica, Arial, sans-serif" font-size="10" fill="${light.ink}" text-anchor="middle">${words}<rect width="100%" height="100%" fill="${light.ground}"/>${trusted(drawn)}</svg>
`,
  );
}
