import type { Reading } from './reading.ts';
import { unmeasuredPage, unplacedLine } from './reading.ts';

/** Reads plain text: lines as they stand, blank ones too, and a new page after every form feed but a last one. */
export function readText(text: string): Reading {
  const pages = text
    .replace(/\f\s*$/, '')
    .split('\f')
    .map((page, index) => unmeasuredPage(index, linesOf(page)));
  return { reader: 'text', title: null, pages };
}

/** The lines of a text without their ends; the end of the last line begins no other. */
function linesOf(text: string) {
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  return body === '' ? [] : body.split('\n').map((line) => unplacedLine(line, null));
}
