import type { Run } from '../model/passage.ts';
import { type Offset, offset, type PageIndex } from '../model/units.ts';
import { codePointLength } from '../text/codepoints.ts';
import { type Hyphens, hyphenAt } from './hyphens.ts';
import { gap, type PlacedLine, visible } from './layout.ts';

/** The reading text of some lines and where its characters stand on their pages. */
export type Reading = { readonly text: string; readonly runs: readonly Run[] };

/** Letters with combining marks; typographic ligatures; gaps other than a single space. */
const special = new RegExp(`([^\\s\\p{M}\\p{C}]\\p{M}+)|([\\ufb00-\\ufb06])|${gap}{2,}|(?! )${gap}`, 'gu');
/** Letters, signs and spaces of Western text, in which nothing is special: most lines, found at little cost. */
const ordinary = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]+$/;
/** What parts words: white space and control characters, but nothing of zero width. */
const parting = /[^\S\ufeff]|\p{Cc}/u;

/**
 * Reads lines as one text: single spaces, line-end hyphens rejoined, soft hyphens and invisible
 * characters left out, ligatures spelled out and decomposed accents composed. Whatever stands unchanged
 * on the page has a run; a text that begins or ends with a changed character has a run of length 0 there,
 * so that every span of it has a place.
 */
export function read(lines: readonly PlacedLine[], hyphens: Hyphens): Reading {
  const writer = new Writer();
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    const hyphen = next === undefined ? -1 : hyphenAt(line.text);
    if (next === undefined || hyphen < 0) {
      copy(line, line.text.length, writer);
      writer.space();
      return;
    }
    copy(line, hyphen, writer);
    const rejoining = hyphens(line, next);
    if (rejoining !== 'drop') writeHyphen(line, hyphen, writer);
    if (rejoining === 'space') writer.space();
  });
  return writer.finish();
}

/** Copies a line up to a UTF-16 index, cleaning what is special in it. */
function copy(line: PlacedLine, until: number, writer: Writer): void {
  const text = line.text.slice(0, until).trimEnd();
  let done = text.search(visible);
  if (done < 0) return;
  let at = line.start + codePointLength(text.slice(0, done));
  const pass = (plain: string) => {
    writer.keep(plain, at, line.page);
    at += codePointLength(plain);
  };
  const rest = text.slice(done);
  if (ordinary.test(rest) && !rest.includes('  ')) {
    pass(rest);
    return;
  }
  for (const match of text.matchAll(special)) {
    const [found, marked, ligature] = match;
    if (match.index < done) continue;
    pass(text.slice(done, match.index));
    done = match.index + found.length;
    const length = codePointLength(found);
    const reading = (marked ?? ligature)?.normalize(ligature === undefined ? 'NFC' : 'NFKC');
    if (reading === found) writer.keep(found, at, line.page);
    else if (reading !== undefined) writer.change(reading, at, length, line.page);
    else if (parting.test(found)) writer.space();
    at += length;
  }
  pass(text.slice(done));
}

function writeHyphen(line: PlacedLine, index: number, writer: Writer): void {
  const hyphen = line.text.charAt(index);
  const before = line.text.slice(0, index);
  const at = line.start + codePointLength(before);
  if (/\s$/.test(before)) writer.space();
  if (/[-‐‑]/u.test(hyphen)) writer.keep(hyphen, at, line.page);
  else writer.change('-', at, 1, line.page);
}

/** Builds a text and its runs from left to right. */
class Writer {
  readonly #parts: string[] = [];
  readonly #runs: Run[] = [];
  #length = 0;
  #parted = false;
  #changedTo: { readonly page: PageIndex; readonly end: number } | null = null;

  /** Text that stands unchanged from `start` on its page. */
  keep(text: string, start: number, page: PageIndex): void {
    if (text === '') return;
    this.#writeSpace();
    this.#run(text, start, page);
  }

  /** Text that stands for `length` other code points from `start` on its page. */
  change(text: string, start: number, length: number, page: PageIndex): void {
    this.#writeSpace();
    if (this.#length === 0) this.#anchor(page, start);
    this.#write(text);
    this.#changedTo = { page, end: start + length };
  }

  /** White space between words. */
  space(): void {
    this.#parted = this.#length > 0;
  }

  finish(): Reading {
    if (this.#changedTo !== null) this.#anchor(this.#changedTo.page, this.#changedTo.end);
    return { text: this.#parts.join(''), runs: this.#runs };
  }

  #writeSpace(): void {
    if (this.#parted) this.#write(' ');
    this.#parted = false;
  }

  #run(text: string, start: number, page: PageIndex): void {
    const length = codePointLength(text);
    const last = this.#runs.at(-1);
    if (last?.page === page && last.at + last.length === this.#length && last.start + last.length === start) {
      this.#runs[this.#runs.length - 1] = { ...last, length: last.length + length };
    } else {
      this.#runs.push({ at: this.#here(), length, page, start: offset(start) });
    }
    this.#parts.push(text);
    this.#length += length;
    this.#changedTo = null;
  }

  #write(text: string): void {
    this.#parts.push(text);
    this.#length += codePointLength(text);
    this.#changedTo = null;
  }

  #anchor(page: PageIndex, start: number): void {
    this.#runs.push({ at: this.#here(), length: 0, page, start: offset(start) });
  }

  #here(): Offset {
    return offset(this.#length);
  }
}
