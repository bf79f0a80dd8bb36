import type { Fate, Sighting } from '../model/explanation.ts';
import type { Term } from '../model/lexicon.ts';
import type { Passage } from '../model/passage.ts';
import type { Tag } from '../model/tag.ts';
import { buildAutomaton } from '../tag/automaton.ts';
import { parsePattern } from '../tag/pattern.ts';
import { codePointLength } from '../text/codepoints.ts';
import { createTokenizer } from '../text/tokens.ts';

/** A place where the words of a term stand, if need be in other case or accents. */
type Found = { readonly start: number; readonly end: number; readonly term: Term };

/**
 * Every place of a passage where a term's words stand, with what became of it: the tags as they are, and what never
 * became one. Ascends by start, end and term.
 */
export function explain(
  passage: Pick<Passage, 'text' | 'language'>,
  tags: readonly Tag[],
  terms: readonly Term[],
): readonly Sighting[] {
  const own = terms.filter(({ language }) => language === passage.language);
  const strict = find(own, passage.text, true);
  const exactly = new Set(strict.map(keyOf));
  const tagged = new Map(tags.map((tag) => [keyOf({ ...tag, term: { id: tag.term } }), tag]));
  const masks = strict.filter(({ term }) => term.layer === 'mask');

  const named = ({ theme, category }: Term, { start, end }: Found) =>
    `"${[...passage.text].slice(start, end).join('')}" (${theme}/${category})`;
  const judge = (found: Found): { readonly fate: Fate; readonly by: string | null } => {
    const { term } = found;
    const mask = masks.find((one) => overlap(one, found) && one.term.blocks.includes(term.layer));
    const masked = { fate: 'mask', by: mask === undefined ? null : named(mask.term, mask) } as const;
    const tag = tagged.get(keyOf(found));
    if (tag?.blocked === 'mask') return masked;
    if (tag !== undefined) return { fate: tag.blocked ?? 'counts', by: null };
    if (!exactly.has(keyOf(found))) {
      const cased = { ...term, exactAccents: false };
      const isCase = !find([cased], passage.text, true).some((one) => keyOf(one) === keyOf(found));
      return { fate: isCase ? 'case' : 'accents', by: null };
    }
    if (term.layer === 'mask') return { fate: 'masks', by: null };
    const taker = tags.find((one) => one.layer === term.layer && overlap(one, found));
    if (taker !== undefined) {
      return { fate: 'overlap', by: `"${taker.surface}" (${taker.category})` };
    }
    return mask === undefined ? { fate: 'rule', by: null } : masked;
  };

  // Tags of a lexicon that has changed since are shown too, though nothing more is known of their terms.
  const current = new Set(find(own, passage.text, false).map(keyOf));
  const old = tags.filter((tag) => !current.has(keyOf({ ...tag, term: { id: tag.term } })));
  return [
    ...find(own, passage.text, false).map((found) => sighting(passage.text, found, judge(found))),
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

function sighting(text: string, { start, end, term }: Found, fate: Pick<Sighting, 'fate' | 'by'>): Sighting {
  const { id, pattern, theme, category, layer, why, evidence } = term;
  const surface = [...text].slice(start, end).join('');
  return {
    start,
    end,
    surface,
    term: id,
    pattern,
    category: `${theme}/${category}`,
    layer,
    why,
    evidence,
    ...fate,
  };
}

/** Where the words of terms stand, in code points: all places, overlapping ones too. */
function find(terms: readonly Term[], text: string, exact: boolean): readonly Found[] {
  const usable = terms.flatMap((term) => {
    const parsed = parsePattern(term.pattern);
    return 'fault' in parsed ? [] : [{ term, sequences: parsed.sequences }];
  });
  const automaton = buildAutomaton(
    usable.map(({ term, sequences }) => ({
      sequences,
      exact: { case: exact && term.exactCase, accents: exact && term.exactAccents },
    })),
  );
  const tokens = createTokenizer()(text);
  const before = (index: number) => codePointLength(text.slice(0, index));
  const seen = new Set<string>();
  return automaton(text, tokens).flatMap((hit) => {
    const term = usable[hit.pattern]?.term;
    const [from, to] = [tokens.starts[hit.start], tokens.ends[hit.end - 1]];
    if (term === undefined || from === undefined || to === undefined) return [];
    const found = { start: before(from), end: before(to), term };
    const isNew = seen.size < seen.add(keyOf(found)).size;
    return isNew ? [found] : [];
  });
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
