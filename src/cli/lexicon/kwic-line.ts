import { basename } from 'node:path';
import { faint, harmless, strong } from '../talk.ts';

const width = 36;

/** A place in the corpus as one line, its hit in the middle, its file without the folders. */
export function kwicLine(place: {
  readonly file: string;
  readonly page: string;
  readonly left: string;
  readonly hit: string;
  readonly right: string;
}): string {
  const plain = (text: string) => [...harmless(text.replace(/\s+/g, ' '))];
  const left = plain(place.left).slice(-width).join('').padStart(width);
  const right = plain(place.right).slice(0, width).join('').padEnd(width);
  return `${left}${strong(plain(place.hit).join(''))}${right}  ${faint(harmless(`${basename(place.file)}, p. ${place.page}`))}`;
}
