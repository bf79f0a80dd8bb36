import type { NearName } from '../../model/mention.ts';
import type { Passage } from '../../model/passage.ts';
import type { Tag } from '../../model/tag.ts';
import { codePointMap } from '../../text/codepoints.ts';
import { plain } from '../../text/fold.ts';

/** A stretch of text in UTF-16 units. */
export type Span = { readonly start: number; readonly end: number };

/** A word of a passage as the rules of names see it. */
export type Word = Span & {
  readonly raw: string;
  /** Without case and accents. */
  readonly folded: string;
  readonly capital: boolean;
};

/** A term's tag on the passage, or a name that is nearly one of the lexicon's, in UTF-16 units. */
export type Mark = Span & Pick<Tag, 'category' | 'layer'> & { readonly near?: NearName['actor'] };

/** A piece of a passage, taken apart once for all that look for mentions in it. */
export type Sight = {
  readonly passage: Passage;
  /** Where the piece begins in the passage's text; spans are places in the piece. */
  readonly shift: number;
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly words: readonly Word[];
  readonly marks: readonly Mark[];
};

/** Longest piece in UTF-16 units: more than any paragraph, and little enough to compare all its mentions. */
const piece = 20_000;

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*(?:-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const stop = /[.;!?…](?=["'”’»)\]]*\s+["'“‘«(¿¡]*[\p{Lu}\p{N}])|;(?=\s)/gu;
/** A stop behind these ends nothing: initials, numbers of items and the abbreviations of acts and currencies. */
const abbreviation =
  /(?:^|[\s(])(?:\p{L}|\d{1,3}|art|arts|inc|n[oº°]|nro|num|sr|sra|dr|dra|lic|ing|gs|bs|av|cia|ltda)$/iu;

/**
 * Takes a passage apart: as one piece, or at the ends of sentences or words where it is longer than any paragraph.
 * `near` finds names in a piece that are nearly of actors; one counts where no tag of an actor has its place.
 */
export function sightsOf(
  passage: Passage,
  tags: readonly Tag[],
  near: (text: string, isScanned: boolean) => readonly NearName[],
): readonly Sight[] {
  const { toUnits } = codePointMap(passage.text);
  const marks = tags
    .filter(({ blocked }) => blocked !== 'mask' && blocked !== 'unsure')
    .map(({ start, end, category, layer }) => ({ start: toUnits(start), end: toUnits(end), category, layer }))
    .sort((a, b) => a.start - b.start);
  const sights: Sight[] = [];
  let next = 0;
  for (let shift = 0; shift < passage.text.length; ) {
    const text = pieceOf(passage.text, shift);
    const own: Mark[] = [];
    for (let mark = marks[next]; mark !== undefined && mark.start < shift + text.length; mark = marks[++next])
      if (mark.end <= shift + text.length)
        own.push({ ...mark, start: mark.start - shift, end: mark.end - shift });
    sights.push({
      passage,
      shift,
      text,
      sentences: sentencesOf(text),
      words: wordsOf(text),
      marks: withNear(own, near(text, passage.confidence !== null)),
    });
    shift += text.length;
  }
  return sights;
}

/** A name that a term covers is spelt as it should be; what a near name covers is but a part of it. */
function withNear(marks: readonly Mark[], near: readonly NearName[]): readonly Mark[] {
  const actors = marks.filter(({ layer }) => layer === 'actor');
  const names = near.filter((name) =>
    actors.every((mark) => !overlaps(mark, name) || (isIn(mark, name) && !isIn(name, mark))),
  );
  if (names.length === 0) return marks;
  return [
    ...marks.filter((mark) => mark.layer !== 'actor' || !names.some((name) => isIn(mark, name))),
    ...names.map(
      ({ start, end, category, actor }): Mark => ({ start, end, category, layer: 'actor', near: actor }),
    ),
  ].sort((a, b) => a.start - b.start);
}

function isIn(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function pieceOf(text: string, from: number): string {
  if (text.length - from <= piece) return text.slice(from);
  const whole = text.slice(from, from + piece);
  const stop = Math.max(whole.lastIndexOf('. '), whole.lastIndexOf('; '));
  const end = stop > piece / 2 ? stop + 2 : whole.lastIndexOf(' ') + 1;
  return whole.slice(0, end > piece / 2 ? end : piece);
}

/** The sentences of a text; a semicolon ends one too, since a clause of a list is as much by itself. */
export function sentencesOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { index, 0: sign } of text.matchAll(stop)) {
    if (sign === '.' && abbreviation.test(text.slice(Math.max(0, index - 8), index))) continue;
    spans.push({ start, end: index });
    start = index + 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(word)].map(({ 0: raw, index }) => ({
    start: index,
    end: index + raw.length,
    raw,
    folded: plain(raw),
    // The `U` of `U$S` is none.
    capital: /^\p{Lu}/u.test(raw) && text.charAt(index + raw.length) !== '$',
  }));
}

/** True where two spans share a place. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** How many places lie between two spans; 0 where they touch or overlap. */
export function distance(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

/** Those spans that lie within one. */
export function within<T extends Span>(spans: readonly T[], outer: Span): readonly T[] {
  return spans.filter((span) => isIn(span, outer));
}

/** The one of some spans that is nearest to a span in the sentence where that begins; null where none is there. */
export function nearestIn<One extends Span>(
  sentences: readonly Span[],
  spans: readonly One[],
  to: Span,
): One | null {
  const sentence = sentences.find(({ start, end }) => to.start >= start && to.start < end);
  if (sentence === undefined) return null;
  let best: One | null = null;
  for (const one of within(spans, sentence))
    if (best === null || distance(one, to) < distance(best, to)) best = one;
  return best;
}
