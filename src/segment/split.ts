import type { Run } from '../model/passage.ts';
import { offset } from '../model/units.ts';
import { codePointCounter } from '../text/codepoints.ts';
import { place } from '../text/place.ts';
import type { Reading } from './read.ts';
import { countWords } from './words.ts';

/** A passage with more words is split, because the passage is the unit in which frames are counted. */
const longest = 400;
/** Words of the pieces: as near to `usual` as whole sentences allow, and never above `ceiling`. */
const usual = 150;
const ceiling = 200;
/** UTF-16 units that are cut into sentences at a time; bounds the cost of a text on one endless line. */
const window = 50_000;

const abbreviation = /(?:^|[\s(])(?:\p{Lu}\p{Ll}{0,2}|[Aa]rts?|n[oº°]s?|n[úu]ms?|inc|pp?|vs|cf|ej)\.\s*$/u;
const sentences = new Intl.Segmenter('es', { granularity: 'sentence' });

/** Splits a text of more than 400 words at sentence ends into pieces of about 150; shorter ones stay whole. */
export function split(reading: Reading): readonly Reading[] {
  // A word and what parts it from the next are two characters at least.
  if (reading.text.length < 2 * longest) return [reading];
  const words = countWords(reading.text);
  if (words <= longest) return [reading];
  const pieces = cuts(reading.text, words / Math.round(words / usual));
  const toOffset = codePointCounter(reading.text);
  const runs = runSlicer(reading.runs);
  return pieces.map(({ text, index }) => {
    const start = toOffset(index);
    return { text, runs: runs(start, toOffset(index + text.length)) };
  });
}

/** Cuts a text into pieces of whole sentences with about `target` words each, without the spaces between. */
function cuts(text: string, target: number): readonly { readonly text: string; readonly index: number }[] {
  const pieces: { text: string; index: number }[] = [];
  let start = 0;
  let end = 0;
  let words = 0;
  const close = () => {
    const piece = text.slice(start, end);
    const trimmed = piece.trim();
    if (trimmed !== '') pieces.push({ text: trimmed, index: start + piece.indexOf(trimmed.charAt(0)) });
    start = end;
    words = 0;
  };
  for (const sentence of boundedSentences(text)) {
    const length = countWords(sentence);
    if (words > 0 && (words + length > ceiling || words + length / 2 > target)) close();
    end += sentence.length;
    words += length;
  }
  close();
  return pieces;
}

/** The sentences of a text in order, which together are the text; one with too many words comes in parts. */
function* boundedSentences(text: string): Generator<string> {
  let from = 0;
  while (from < text.length) {
    const cut = from + window < text.length ? text.lastIndexOf(' ', from + window) + 1 : text.length;
    const until = cut > from ? cut : from + window;
    let open = '';
    for (const { segment } of sentences.segment(text.slice(from, until))) {
      open += segment;
      if (abbreviation.test(segment.slice(-8))) continue;
      yield* parts(open);
      open = '';
    }
    yield* parts(open);
    from = until;
  }
}

/** A sentence as it is, or, with more words than a piece may have, cut after clauses or between words. */
function* parts(sentence: string): Generator<string> {
  if (sentence === '') return;
  if (countWords(sentence) <= ceiling) {
    yield sentence;
    return;
  }
  let part = '';
  let words = 0;
  for (const token of sentence.match(/\S+\s*/gu) ?? [sentence]) {
    part += token;
    words += countWords(token);
    if (words >= usual || (words >= usual / 2 && /[;:,]\s*$/u.test(token))) {
      yield part;
      part = '';
      words = 0;
    }
  }
  if (part !== '') yield part;
}

/** Slices ascending spans out of runs, shifting them to the span's beginning; runs of length 0 mark changed edges. */
function runSlicer(runs: readonly Run[]): (start: number, end: number) => readonly Run[] {
  let first = 0;
  return (start, end) => {
    const within: Run[] = [];
    while (first < runs.length && endOf(runs[first]) <= start) first++;
    for (let i = first; i < runs.length; i++) {
      const run = runs[i];
      if (run === undefined || run.at >= end) break;
      const from = Math.max(run.at, start);
      const length = Math.min(endOf(run), end) - from;
      if (length > 0)
        within.push({
          at: offset(from - start),
          length,
          page: run.page,
          start: offset(run.start + from - run.at),
        });
    }
    const { page, pageStart, endPage, pageEnd } = place(runs, start, end);
    const opening = within[0];
    if (opening === undefined || opening.at > 0)
      within.unshift({ at: offset(0), length: 0, page, start: offset(pageStart) });
    if (endOf(within.at(-1)) < end - start)
      within.push({ at: offset(end - start), length: 0, page: endPage, start: offset(pageEnd) });
    return within;
  };
}

function endOf(run: Run | undefined): number {
  return run === undefined ? 0 : run.at + run.length;
}
