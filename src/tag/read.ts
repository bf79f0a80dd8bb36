import { type Layer, layers, type Rule, type Term } from '../model/lexicon.ts';
import { type Language, type LexiconLanguage, lexiconLanguages } from '../model/passage.ts';
import type { Overlap } from '../model/study.ts';
import type { Block } from '../model/tag.ts';
import { compareText } from '../text/compare.ts';
import { createTokenizer } from '../text/tokens.ts';
import { type Automaton, buildAutomaton, type Hit, type Searchable } from './automaton.ts';
import { applyMasks, maskOver } from './mask.ts';
import { keepByPolicy } from './overlap.ts';
import { parsePattern } from './pattern.ts';
import { applyRules, type CompiledRule } from './rules.ts';
import { sentenceStarts } from './sentences.ts';
import { stemmers } from './stems.ts';
import type { Stem } from './vocabulary.ts';

/** A place in a text, in UTF-16 units, where a term stands. */
export type Mention = { readonly start: number; readonly end: number; readonly term: Term };

/** A mention that does not count, why, and where the company stands that its rule does not allow, or the mask lies. */
export type BlockedMention = Mention & {
  readonly blocked: Block;
  /** The first mask that lies over it; null where a rule refuses it. */
  readonly mask: Term | null;
  readonly company: Pick<Mention, 'start' | 'end'> | null;
};

/** The mentions in a text after all rules but that of the object; each list ascends by start, end, layer and term. */
export type Mentions = {
  readonly open: readonly Mention[];
  /** Under a mask or refused by a rule; of those that overlap the same are kept as in `open`. */
  readonly blocked: readonly BlockedMention[];
  /** The masks, all of them. */
  readonly masks: readonly Mention[];
  /** The cues; of those that overlap the same are kept. */
  readonly cues: readonly Mention[];
};

/** Finds the mentions of terms of one language in a text; none where the language has no terms. */
export type Reader = (text: string, language: Language) => Mentions;

/** What a reader needs beside terms. */
export type ReaderOptions = {
  /** Whether a term is of the object that `needs_object` asks for; all of the layer `object` where left out. */
  readonly isObject?: ((term: Term) => boolean) | undefined;
  /** Which of the terms that overlap count; `layer` where left out. */
  readonly overlap?: Overlap | undefined;
  /** What takes words to their stems, `stemmers` where left out; a pattern with a stem in a language without throws a RangeError. */
  readonly stems?: Stems | undefined;
};
export type Stems = Readonly<Partial<Record<LexiconLanguage, Stem>>>;

const nothing: Mentions = { open: [], blocked: [], masks: [], cues: [] };

const order = new Map<Layer, number>(layers.map((layer, index) => [layer, index]));

/**
 * Makes a reader. What a language needs is compiled when a text in it is first read; a pattern that `resolveLexicon` refuses
 * throws a RangeError then.
 */
export function createReader(terms: readonly Term[], options: ReaderOptions = {}): Reader {
  const isObject = options.isObject ?? (({ layer }) => layer === 'object');
  const stems = options.stems ?? stemmers;
  const overlap = options.overlap ?? 'layer';
  const tokenize = createTokenizer();
  const ordered = terms.toSorted((a, b) => compareText(a.id, b.id));
  const readers = new Map<Language, (text: string) => Mentions>();

  function readerOf(all: readonly Term[], language: LexiconLanguage): (text: string) => Mentions {
    const own = all.filter((term) => term.language === language);
    const companions = [...new Set(own.flatMap(({ rules }) => rules.flatMap(({ patterns }) => patterns)))];
    const find = automatonOf(terms, stems, language, () =>
      buildAutomaton(searchables(own, companions), stems[language]),
    );
    const compiled = compileRules(own, companions, isObject);
    const termOf = (pattern: number): Term => at(own, pattern);
    const ruledAs = (pattern: number) => compiled[pattern] ?? alone;
    const keep = (some: readonly Hit[]) => keepByPolicy(some, overlap, ruledAs);
    const isMask = Uint8Array.from(own, ({ layer }) => (layer === 'mask' ? 1 : 0));
    const isRuled = Uint8Array.from(own, ({ rules }) => (rules.length > 0 ? 1 : 0));
    return (text) => {
      const tokens = tokenize(text);
      const { length, starts, ends } = tokens;
      const found = find(text, tokens);
      if (found.length === 0) return nothing;
      const hits = companions.length === 0 ? found : found.filter(({ pattern }) => pattern < own.length);
      const others = companions.length === 0 ? [] : found.filter(({ pattern }) => pattern >= own.length);
      const span = ({ start, end }: Hit) => ({ start: at(starts, start), end: at(ends, end - 1) });
      const mentions = (some: readonly Hit[]): readonly Mention[] =>
        some.map((hit) => ({ ...span(hit), term: termOf(hit.pattern) }));
      const { open, silenced, masks } = hits.some(({ pattern }) => isMask[pattern] === 1)
        ? applyMasks(hits, length, termOf)
        : { open: hits, silenced: [], masks: [] };
      const ruled = open.some(({ pattern }) => isRuled[pattern] === 1)
        ? applyRules(open, others, length, ruledAs, () => sentenceStarts(text, tokens))
        : { open, refused: [] };
      const refusals = new Map(ruled.refused.map((refusal) => [refusal.hit, refusal]));
      const blocked = [...keep(silenced), ...keep([...refusals.keys()])].map((hit): BlockedMention => {
        const refusal = refusals.get(hit);
        const mask = refusal === undefined ? maskOver(hit, masks, termOf) : null;
        const company = mask ?? refusal?.company ?? null;
        return {
          ...at(mentions([hit]), 0),
          blocked: refusal?.by ?? 'mask',
          mask: mask && termOf(mask.pattern),
          company: company && span(company),
        };
      });
      const kept = mentions(keep(ruled.open)).toSorted(byPlace);
      return {
        open: kept.filter(({ term }) => term.layer !== 'cue'),
        cues: kept.filter(({ term }) => term.layer === 'cue'),
        blocked: blocked.sort(byPlace),
        masks: mentions(masks).toSorted(byPlace),
      };
    };
  }

  return (text, language) => {
    const own = lexiconLanguages.find((one) => one === language);
    if (own === undefined) return nothing;
    const read = readers.get(own) ?? readerOf(ordered, own);
    readers.set(own, read);
    return read(text);
  };
}

/**
 * Automata of lists of terms, as long as the lists are there: loading a lexicon reads its example sentences with the one that
 * tags by it afterwards.
 */
const automata = new WeakMap<
  readonly Term[],
  { readonly stems: Stems; readonly made: Map<Language, Automaton> }
>();

function automatonOf(
  terms: readonly Term[],
  stems: Stems,
  language: Language,
  make: () => Automaton,
): Automaton {
  const held = automata.get(terms);
  const kept = held?.stems === stems ? held : { stems, made: new Map<Language, Automaton>() };
  if (kept !== held) automata.set(terms, kept);
  const known = kept.made.get(language);
  if (known !== undefined) return known;
  const made = make();
  kept.made.set(language, made);
  return made;
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

/** How patterns of rules compare, which are no terms of their own. */
const folded = { exactCase: false, exactAccents: false };

/** What the rules know of a pattern that is no term. */
const alone = { layer: 'mask', category: '', rules: [] } as const;

/** The rules of each term, with the places of all patterns that are company to it. */
function compileRules(
  own: readonly Term[],
  companions: readonly string[],
  isObject: (term: Term) => boolean,
) {
  const sets = new Map<string, ReadonlySet<number>>();
  const companyOf = ({ code, categories, patterns }: Rule): ReadonlySet<number> => {
    const key = JSON.stringify([code === 'object_far', categories, patterns]);
    const known = sets.get(key);
    if (known !== undefined) return known;
    const wanted = new Set(categories);
    const places = own.flatMap((term, i) =>
      (code === 'object_far' ? isObject(term) : wanted.has(`${term.theme}/${term.category}`)) ? [i] : [],
    );
    const made = new Set([...places, ...patterns.map((pattern) => own.length + companions.indexOf(pattern))]);
    sets.set(key, made);
    return made;
  };
  return own.map(({ theme, category, layer, rules }) => ({
    layer,
    category: `${theme}/${category}`,
    rules: rules.map((rule): CompiledRule => ({ ...rule, company: companyOf(rule) })),
  }));
}

/** Terms and companions as the automaton takes them, one at a time: what their patterns stand for may be much. */
function* searchables(own: readonly Term[], companions: readonly string[]): Iterable<Searchable> {
  for (const term of own) yield searchable(term);
  for (const pattern of companions) yield searchable({ ...folded, id: pattern, pattern });
}

/** A term, or a pattern that is company to one, as the automaton takes it. */
export function searchable({
  id,
  pattern,
  exactCase,
  exactAccents,
}: Pick<Term, 'id' | 'pattern' | 'exactCase' | 'exactAccents'>): Searchable {
  const parsed = parsePattern(pattern);
  if ('fault' in parsed)
    throw new RangeError(`expected \`${id}\` to have a usable pattern, got \`${pattern}\``);
  return { sequences: parsed.sequences, exact: { case: exactCase, accents: exactAccents } };
}

function rank(layer: Layer): number {
  return order.get(layer) ?? layers.length;
}

function at<T>(list: ArrayLike<T>, index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`expected an index below ${list.length}, got ${index}`);
  return value;
}
