import type { Fate, Sighting } from '../model/explanation.ts';
import type { Term } from '../model/lexicon.ts';
import type { Passage } from '../model/passage.ts';
import type { Tag } from '../model/tag.ts';
import { buildAutomaton } from '../tag/automaton.ts';
import type { Matcher } from '../tag/compile.ts';
import { parsePattern } from '../tag/pattern.ts';
import type { Stems } from '../tag/read.ts';
import { stemmers } from '../tag/stems.ts';
import { createTokenizer } from '../text/tokens.ts';
import { type Company, companyOf, ruleCodes } from './company.ts';

/** A place where the words of a term stand, if need be in other case or accents. */
type Found = { readonly start: number; readonly end: number; readonly term: Term };

type Judged = Pick<Sighting, 'fate' | 'by'>;

/** What explains beside the terms: the matcher made of them, and the stemmers that it was made with. */
export type Explainer = {
  readonly terms: readonly Term[];
  readonly matcher: Matcher;
  readonly stems?: Stems;
};

/**
 * Every place of a passage where a term's words stand, with what became of it: the tags as they are, and what never
 * became one, but for shorter wordings of a term inside its own tag. Ascends by start, end and term.
 */
export function explain(
  passage: Pick<Passage, 'text' | 'language'>,
  tags: readonly Tag[],
  { terms, matcher, stems = stemmers }: Explainer,
): readonly Sighting[] {
  const { text, language } = passage;
  const stem = Object.entries(stems).find(([name]) => name === language)?.[1];
  const search = searchOf(terms, language, stem);
  const strict = search.strict(text);
  const loose = search.loose(text);
  const exactly = new Set(strict.map(keyOf));
  const tagged = new Map(tags.map((tag) => [keyOf({ ...tag, term: { id: tag.term } }), tag]));
  const masks = strict.filter(({ term }) => term.layer === 'mask');
  const company = companyOf(matcher, passage);
  const characters = [...text];
  const wordsAt = ({ start, end }: Company) => `"${characters.slice(start, end).join('')}"`;

  const judge = (found: Found): Judged => {
    const { term } = found;
    const mask = masks.find((one) => overlap(one, found) && one.term.blocks.includes(term.layer));
    const masked: Judged = {
      fate: 'mask',
      by: mask === undefined ? null : `${wordsAt(mask)} (${nameOf(mask.term)})`,
    };
    const tag = tagged.get(keyOf(found));
    if (tag?.blocked === 'mask') return masked;
    const rule = ruleCodes.find((code) => code === tag?.blocked);
    if (rule !== undefined) return { fate: rule, by: company(found, rule, wordsAt) };
    if (tag !== undefined) return { fate: tag.blocked ?? 'counts', by: told(tag, wordsAt) };
    if (!exactly.has(keyOf(found))) return { fate: inexact(found), by: null };
    if (term.layer === 'mask') return { fate: 'masks', by: null };
    if (term.layer === 'cue') return { fate: 'cue', by: null };
    const takers = tags.filter((one) => one.layer === term.layer && overlap(one, found));
    const taker = takers.find(
      ({ blocked }) => blocked !== 'mask' && !ruleCodes.some((one) => one === blocked),
    );
    if (taker === undefined && mask !== undefined) return masked;
    const other = taker ?? takers[0];
    if (other === undefined) return { fate: 'untagged', by: null };
    return { fate: 'overlap', by: `"${other.surface}" (${other.category})` };
  };
  const inexact = (found: Found): Fate => {
    const cased = finder([{ ...found.term, exactAccents: false }], true, stem)(text);
    return cased.some((one) => keyOf(one) === keyOf(found)) ? 'accents' : 'case';
  };

  const isInOwn = (found: Found) =>
    !tagged.has(keyOf(found)) &&
    tags.some(({ term, start, end }) => term === found.term.id && start <= found.start && found.end <= end);

  // Tags of a lexicon that has changed since are shown too, though nothing more is known of their terms.
  const current = new Set(loose.map(keyOf));
  const old = tags.filter((tag) => !current.has(keyOf({ ...tag, term: { id: tag.term } })));
  return [
    ...loose.filter((found) => !isInOwn(found)).map((found) => sighting(characters, found, judge(found))),
    ...old.map(
      (tag): Sighting => ({
        start: tag.start,
        end: tag.end,
        surface: tag.surface,
        term: tag.term,
        pattern: tag.surface,
        category: tag.category,
        layer: tag.layer,
        why: 'the term is no more in the lexicon as it was',
        evidence: '',
        fate: tag.blocked ?? 'counts',
        by: null,
      }),
    ),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end || (a.term < b.term ? -1 : 1));
}

/** How polarity and voice were told: the words, and the rule that they satisfy; null where no rule had to. */
function told({ because }: Tag, wordsAt: (span: Company) => string): string | null {
  const words = because.map((one) => {
    const [, rule, start, end] = /^(.+) (\d+)-(\d+)$/.exec(one) ?? [];
    return rule === undefined ? one : `${wordsAt({ start: Number(start), end: Number(end) })} (${rule})`;
  });
  return words.length === 0 ? null : words.join(', ');
}

function nameOf({ theme, category }: Term): string {
  return `${theme}/${category}`;
}

function sighting(characters: readonly string[], { start, end, term }: Found, judged: Judged): Sighting {
  const { id, pattern, layer, why, evidence } = term;
  const surface = characters.slice(start, end).join('');
  return { start, end, surface, term: id, pattern, category: nameOf(term), layer, why, evidence, ...judged };
}

type Finder = (text: string) => readonly Found[];

/** What finds the terms of a language, by the letter and loosely. */
type Search = { readonly strict: Finder; readonly loose: Finder };

/** What was made for the terms of a lexicon: it takes a hundred times as long as to search a passage with it. */
const made = new WeakMap<readonly Term[], Map<string, Search & { readonly stem: Stems[keyof Stems] }>>();

function searchOf(terms: readonly Term[], language: string, stem: Stems[keyof Stems]): Search {
  const known = made.get(terms) ?? new Map();
  made.set(terms, known);
  const old = known.get(language);
  if (old !== undefined && old.stem === stem) return old;
  const own = terms.filter((term) => term.language === language);
  const search = { strict: finder(own, true, stem), loose: finder(own, false, stem), stem };
  known.set(language, search);
  return search;
}

/** Finds where the words of terms stand, in code points: all places, overlapping ones too. */
function finder(terms: readonly Term[], exact: boolean, stem: Stems[keyof Stems]): Finder {
  const usable = terms.flatMap((term) => {
    const parsed = parsePattern(term.pattern);
    return 'fault' in parsed ? [] : [{ term, sequences: parsed.sequences }];
  });
  const automaton = buildAutomaton(
    usable.map(({ term, sequences }) => ({
      sequences,
      exact: { case: exact && term.exactCase, accents: exact && term.exactAccents },
    })),
    stem,
  );
  return (text) => {
    const tokens = createTokenizer()(text);
    const before = codePointOffsets(text);
    const seen = new Set<string>();
    return automaton(text, tokens).flatMap((hit) => {
      const term = usable[hit.pattern]?.term;
      const [from, to] = [before(tokens.starts[hit.start]), before(tokens.ends[hit.end - 1])];
      if (term === undefined || from === undefined || to === undefined) return [];
      const found = { start: from, end: to, term };
      const isNew = seen.size < seen.add(keyOf(found)).size;
      return isNew ? [found] : [];
    });
  };
}

/** Converts UTF-16 indexes of a text, in any order, to code points. */
function codePointOffsets(text: string): (index: number | undefined) => number | undefined {
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; count++) {
    const size = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    offsets.fill(count, at, at + size);
    at += size;
  }
  offsets[text.length] = count;
  return (index) => (index === undefined ? undefined : offsets[index]);
}

function keyOf({
  start,
  end,
  term,
}: {
  readonly start: number;
  readonly end: number;
  readonly term: { readonly id: string };
}): string {
  return `${start} ${end} ${term.id}`;
}

function overlap(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean {
  return a.start < b.end && b.start < a.end;
}
