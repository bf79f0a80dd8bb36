import { type Layer, layers, type Term } from '../model/lexicon.ts';
import { type Language, type LexiconLanguage, lexiconLanguages } from '../model/passage.ts';
import { createTokenizer } from '../text/tokens.ts';
import { buildAutomaton, type Hit } from './automaton.ts';
import { applyMasks } from './mask.ts';
import { keepLongest } from './overlap.ts';
import { parsePattern } from './pattern.ts';

/** A place in a text, in UTF-16 units, where a term stands. */
export type Mention = { readonly start: number; readonly end: number; readonly term: Term };

/** The mentions in a text after the rules of overlap and masks; each list ascends by start, end, layer and term. */
export type Mentions = {
  readonly open: readonly Mention[];
  /** Under a mask; of those that overlap the longest is kept, as in `open`. */
  readonly silenced: readonly Mention[];
  /** The masks, all of them. */
  readonly masks: readonly Mention[];
};

/** Finds the mentions of terms of one language in a text; none where the language has no terms. */
export type Reader = (text: string, language: Language) => Mentions;

const nothing: Mentions = { open: [], silenced: [], masks: [] };

const order = new Map<Layer, number>(layers.map((layer, index) => [layer, index]));

/** Makes a reader. Throws a RangeError on a pattern that `resolveLexicon` refuses. */
export function createReader(terms: readonly Term[]): Reader {
  const tokenize = createTokenizer();
  const ordered = terms.toSorted((a, b) => compareText(a.id, b.id));
  const readers = new Map<Language, (text: string) => Mentions>();
  for (const language of lexiconLanguages) readers.set(language, readerOf(ordered, language));

  function readerOf(all: readonly Term[], language: LexiconLanguage): (text: string) => Mentions {
    const own = all.filter((term) => term.language === language);
    const find = buildAutomaton(own.map(searchable));
    const termOf = (pattern: number): Term => at(own, pattern);
    const layerOf = (pattern: number): number => rank(termOf(pattern).layer);
    return (text) => {
      const tokens = tokenize(text);
      const { length, starts, ends } = tokens;
      const hits = find(text, tokens);
      if (hits.length === 0) return nothing;
      const mentions = (found: readonly Hit[]): readonly Mention[] =>
        found
          .map(({ start, end, pattern }) => ({
            start: at(starts, start),
            end: at(ends, end - 1),
            term: termOf(pattern),
          }))
          .sort(byPlace);
      const { open, silenced, masks } = applyMasks(hits, length, termOf);
      return {
        open: mentions(keepLongest(open, length, layerOf)),
        silenced: mentions(keepLongest(silenced, length, layerOf)),
        masks: mentions(masks),
      };
    };
  }

  return (text, language) => readers.get(language)?.(text) ?? nothing;
}

/** Order of mentions and tags in a text: by start, end, layer and term. */
export function byPlace(a: Mention, b: Mention): number {
  return (
    a.start - b.start ||
    a.end - b.end ||
    rank(a.term.layer) - rank(b.term.layer) ||
    compareText(a.term.id, b.term.id)
  );
}

function searchable({ id, pattern, exactCase, exactAccents }: Term) {
  const parsed = parsePattern(pattern);
  if ('fault' in parsed)
    throw new RangeError(`expected \`${id}\` to have a usable pattern, got \`${pattern}\``);
  return { sequences: parsed.sequences, exact: { case: exactCase, accents: exactAccents } };
}

function rank(layer: Layer): number {
  return order.get(layer) ?? layers.length;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function at<T>(list: ArrayLike<T>, index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`expected an index below ${list.length}, got ${index}`);
  return value;
}
