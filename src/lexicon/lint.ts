import type { LexiconSource, Term } from '../model/lexicon.ts';
import { type LexiconLanguage, lexiconLanguages } from '../model/passage.ts';
import type { Overlap } from '../model/study.ts';
import { buildAutomaton } from '../tag/automaton.ts';
import { parsePattern, type Sequences } from '../tag/pattern.ts';
import { createReader, type Stems } from '../tag/read.ts';
import { stemmers } from '../tag/stems.ts';
import { isRegex } from '../tag/vocabulary.ts';
import type { Exactness } from '../text/fold.ts';
import { createTokenizer } from '../text/tokens.ts';
import { subsumes } from './subsume.ts';

/** What is doubtful about a term; `never` and `shadowed` terms can never count. */
export type Doubt = 'never' | 'shadowed' | 'redundant' | 'ambiguous' | 'untested';

/** One doubt about one term; `other` is a term that has to do with it, `words` the wording that shows it. */
export type Lint = {
  readonly doubt: Doubt;
  readonly term: string;
  readonly category: string;
  readonly language: LexiconLanguage;
  readonly pattern: string;
  readonly other: { readonly term: string; readonly category: string; readonly pattern: string } | null;
  readonly words: string | null;
};

type Compiled = { readonly term: Term; readonly sequences: Sequences; readonly exact: Exactness };

/**
 * Doubts about the terms of a lexicon, by term: `never` where a mask lies in all its wordings, it does not even match
 * its own words, or one of its rules asks for what the language has no term for; `shadowed` where a term of another category of its layer has all its wordings and comes first;
 * `redundant` where terms of its own category have; `ambiguous` where another category has one of them; `untested`
 * where no sentence that must match has it. Phrases are compared by their shortest wording, so that two globs
 * that meet only in longer words go unnoticed; a term with rules takes words from others only where these have the
 * same rules. Two categories may say the same where the study's `overlap` lets both count. `stems` gives the stemmers that the terms were made with.
 */
export function lint(
  source: LexiconSource,
  terms: readonly Term[],
  stems: Stems = stemmers,
): readonly Lint[] {
  return lexiconLanguages.flatMap((language) => {
    const own = terms
      .filter((term) => term.language === language)
      .flatMap((term): readonly Compiled[] => {
        const parsed = parsePattern(term.pattern);
        const exact = { case: term.exactCase, accents: term.exactAccents };
        return 'fault' in parsed ? [] : [{ term, sequences: parsed.sequences, exact }];
      });
    return [
      ...doubtsOf(own, stems[language], source.overlap ?? 'layer'),
      ...untested(source, terms, own, language, stems),
    ];
  });
}

function* doubtsOf(own: readonly Compiled[], stem: Stems[keyof Stems], overlap: Overlap): Generator<Lint> {
  const find = buildAutomaton(own, stem);
  const categories = new Set(own.map(({ term }) => nameOf(term)));
  const hasObject = own.some(({ term }) => term.layer === 'object');
  const tokenize = createTokenizer();
  for (const [place, one] of own.entries()) {
    const alone = one.term.rules.find(({ code, categories: wanted, patterns }) => {
      if (code === 'object_far') return !hasObject;
      return code === 'near' && patterns.length === 0 && !wanted.some((name) => categories.has(name));
    });
    if (alone !== undefined) {
      const rule = alone.code === 'near' ? 'near' : 'needs_object';
      yield { doubt: 'never', ...about(one.term), other: null, words: `without company for \`${rule}\`` };
      continue;
    }
    const seen = one.sequences.map((sequence) => {
      const text = shortest(sequence);
      const tokens = tokenize(text);
      const hits = find(text, tokens);
      const whole = hits.filter(({ start, end }) => start === 0 && end === tokens.length);
      const masked = hits.some((hit) => {
        const mask = own[hit.pattern];
        if (mask?.term.layer !== 'mask' || !mask.term.blocks.includes(one.term.layer)) return false;
        return covers(mask, one, sequence.slice(hit.start, hit.end));
      });
      const rivals = new Set(whole.map(({ pattern }) => pattern).filter((pattern) => pattern !== place));
      // No word is made up for a regular expression, so that nothing can be said of it.
      const found = sequence.some(isRegex) || whole.some(({ pattern }) => pattern === place);
      return {
        sequence,
        text,
        found,
        masked,
        rivals: [...rivals].filter((rival) => own[rival]?.term.layer === one.term.layer),
      };
    });
    yield* judged(own, place, one, seen, overlap);
  }
}

type Seen = {
  readonly sequence: readonly string[];
  readonly text: string;
  readonly found: boolean;
  readonly masked: boolean;
  readonly rivals: readonly number[];
};

function* judged(
  own: readonly Compiled[],
  place: number,
  one: Compiled,
  seen: readonly Seen[],
  overlap: Overlap,
): Generator<Lint> {
  const say = (doubt: Doubt, words: string | null, rival?: Compiled): Lint => ({
    doubt,
    ...about(one.term),
    other:
      rival === undefined
        ? null
        : { term: rival.term.id, category: nameOf(rival.term), pattern: rival.term.pattern },
    words,
  });
  const dead = seen.filter(({ found, masked }) => !found || masked);
  if (dead.length === seen.length) {
    yield say('never', dead[0]?.text ?? null);
    return;
  }
  // Masks do not compete: all of them stand. Cues overlap as they may: none is counted.
  if (one.term.layer === 'mask' || one.term.layer === 'cue') return;
  const taken = seen.map(({ sequence, rivals }) =>
    rivals.filter((rival) => hasRulesOf(own[rival], one) && covers(own[rival], one, sequence)),
  );
  const inside = taken.map((rivals) => rivals.find((rival) => isSame(own[rival], one)));
  if (inside.every((rival) => rival !== undefined)) {
    // Of two that say the same, the later one is the one too many.
    const rival = own[inside[0] ?? place];
    const back = rival?.sequences.every((sequence) =>
      one.sequences.some((wide) => subsumes(wide, one.exact, sequence, rival.exact)),
    );
    if (back !== true || (inside[0] ?? place) < place) yield say('redundant', seen[0]?.text ?? null, rival);
    return;
  }
  // Where a word may count twice, terms of two categories that stand in the same words both do.
  if (overlap !== 'layer') return;
  const first = taken.map((rivals) => rivals.find((rival) => rival < place && !isSame(own[rival], one)));
  if (first.every((rival) => rival !== undefined)) {
    yield say('shadowed', seen[0]?.text ?? null, own[first[0] ?? place]);
    return;
  }
  const named = new Set<number>();
  for (const { text, rivals } of seen) {
    for (const rival of rivals) {
      if (named.has(rival) || isSame(own[rival], one)) continue;
      named.add(rival);
      yield say('ambiguous', text, own[rival]);
    }
  }
}

/** Whether a term stands wherever another does, as far as rules go: it has none, or the same. */
function hasRulesOf(wide: Compiled | undefined, narrow: Compiled): boolean {
  const rules = wide?.term.rules ?? [];
  return rules.length === 0 || JSON.stringify(rules) === JSON.stringify(narrow.term.rules);
}

function covers(wide: Compiled | undefined, narrow: Compiled, words: readonly string[]): boolean {
  return wide?.sequences.some((sequence) => subsumes(sequence, wide.exact, words, narrow.exact)) === true;
}

/** The least that a sequence of pattern words matches. */
function shortest(sequence: readonly string[]): string {
  return sequence.map((word) => word.replaceAll(/[*~]/g, '').replaceAll('?', 'x') || 'x').join(' ');
}

function* untested(
  source: LexiconSource,
  terms: readonly Term[],
  own: readonly Compiled[],
  language: LexiconLanguage,
  stems: Stems,
): Generator<Lint> {
  const read = createReader(terms, { stems, overlap: source.overlap ?? 'layer' });
  const tested = new Set<string>();
  for (const { theme } of source.themes) {
    for (const { matches, terms: entries } of Object.values(theme.categories)) {
      const lines = entries[language]?.flatMap(({ yes }) => yes) ?? [];
      for (const sentence of [...(matches[language] ?? []), ...lines]) {
        const { open, masks, cues } = read(sentence, language);
        for (const { term } of [...open, ...masks, ...cues]) tested.add(term.id);
      }
    }
  }
  for (const { term } of own) {
    if (!tested.has(term.id)) yield { doubt: 'untested', ...about(term), other: null, words: null };
  }
}

function about(term: Term): Pick<Lint, 'term' | 'category' | 'language' | 'pattern'> {
  return { term: term.id, category: nameOf(term), language: term.language, pattern: term.pattern };
}

function nameOf({ theme, category }: Term): string {
  return `${theme}/${category}`;
}

function isSame(a: Compiled | undefined, b: Compiled): boolean {
  return a !== undefined && nameOf(a.term) === nameOf(b.term);
}
