import type { Layer, Rule, Term } from '../../src/model/lexicon.ts';
import { stemOf, type Tree } from './arbitraries.ts';

/** A word of a text written for a test, and whether a phrase may pass from the word before to it. */
export type Word = { readonly word: string; readonly crossable: boolean };

/** A match as words `start` to `end`. */
export type Span = { readonly start: number; readonly end: number; readonly term: Term };

/** Where a pattern can end if it begins at a word: by backtracking over the tree. */
function endsFrom(
  trees: readonly Tree[],
  words: readonly Word[],
  at: number,
  begin: number,
  term: Term,
): readonly number[] {
  const [first, ...rest] = trees;
  if (first === undefined) return [at];
  if ('word' in first) {
    const next = words[at];
    if (next === undefined || (at > begin && !next.crossable) || !fits(first.word, next.word, term))
      return [];
    return endsFrom(rest, words, at + 1, begin, term);
  }
  if ('gap' in first) {
    const fillings = Array.from({ length: first.gap + 1 }, (_, n) => Array<Tree>(n).fill({ word: '*' }));
    return fillings.flatMap((filling) => endsFrom([...filling, ...rest], words, at, begin, term));
  }
  const branches = first.optional ? [...first.branches, []] : first.branches;
  return branches.flatMap((branch) => endsFrom([...branch, ...rest], words, at, begin, term));
}

function fits(pattern: string, word: string, { exactCase, exactAccents }: Term): boolean {
  const plain = (text: string): string =>
    exactAccents ? text.normalize('NFC') : text.normalize('NFD').replace(/\p{M}/gu, '');
  if (pattern.endsWith('~')) {
    const stem = (text: string): string => plain(stemOf(text.toLowerCase().normalize('NFC')));
    return stem(pattern.slice(0, -1)) === stem(word);
  }
  const source = pattern.startsWith('/')
    ? `(?:${plain(pattern.slice(1, -1))})`
    : plain(pattern).replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${source}$`, exactCase ? 'u' : 'iu').test(plain(word));
}

/** Every match of every term, each once, tried from every word. */
export function naiveSpans(
  words: readonly Word[],
  lexicon: readonly { term: Term; trees: readonly Tree[] }[],
): readonly Span[] {
  return words.flatMap((_, start) =>
    lexicon.flatMap(({ term, trees }) =>
      [...new Set(endsFrom(trees, words, start, start, term))].map((end) => ({ start, end, term })),
    ),
  );
}

/** Takes the best match again and again, striking out what touches it in its group. */
export function naiveLongest(spans: readonly Span[], groupOf: (term: Term) => string): readonly Span[] {
  const kept: Span[] = [];
  let left = spans;
  while (left.length > 0) {
    const best = left.reduce((a, b) => (better(b, a) ? b : a));
    kept.push(best);
    left = left.filter((span) => groupOf(span.term) !== groupOf(best.term) || !touch(span, best));
  }
  return kept;
}

function better(a: Span, b: Span): boolean {
  if (a.end - a.start !== b.end - b.start) return a.end - a.start > b.end - b.start;
  if (a.start !== b.start) return a.start < b.start;
  return a.term.id < b.term.id;
}

/** The first word of the sentence of each word, where a full stop before a capital ends one, not after a letter alone. */
export function naiveSentences(words: readonly Word[], gaps: readonly string[]): readonly number[] {
  return words.map((_, at) => {
    let first = at;
    while (first > 0) {
      const ends =
        gaps[first] === '. ' &&
        /^\p{Lu}/u.test(words[first]?.word ?? '') &&
        !/^\p{L}$/u.test(words[first - 1]?.word ?? '');
      if (ends) break;
      first--;
    }
    return first;
  });
}

/** Spans that their rules refuse with the rule, by asking every other span about every rule. */
export function naiveRefused(
  spans: readonly Span[],
  companions: readonly { readonly pattern: string; readonly span: Pick<Span, 'start' | 'end'> }[],
  sentences: readonly number[],
  isObject: (term: Term) => boolean,
): ReadonlyMap<Span, Rule['code']> {
  const refused = new Map<Span, Rule['code']>();
  for (const layer of ['object', 'frame', 'actor', 'marker'] as const) {
    const before = new Set(refused.keys());
    for (const span of spans.filter(({ term }) => term.layer === layer)) {
      const failed = span.term.rules.find((rule) => {
        const company = [
          ...spans
            .filter((other) => !before.has(other))
            .filter(({ term }) =>
              rule.code === 'object_far'
                ? isObject(term)
                : rule.categories.includes(`${term.theme}/${term.category}`),
            )
            .filter((other) => other.term.id !== span.term.id)
            .filter((other) => other.term.category !== span.term.category || !touch(other, span)),
          ...companions
            .filter((one) => rule.patterns.includes(one.pattern) && !touch(one.span, span))
            .map((one) => one.span),
        ];
        const any = company.some((other) => isWithin(span, other, rule, sentences));
        return rule.code === 'near' || rule.code === 'object_far' ? !any : any;
      });
      if (failed !== undefined) refused.set(span, failed.code);
    }
  }
  return refused;
}

function isWithin(
  span: Span,
  other: Pick<Span, 'start' | 'end'>,
  { code, within }: Rule,
  sentences: readonly number[],
): boolean {
  if (code === 'not_after' && other.end > span.start) return false;
  if (within === 'passage') return true;
  if (within === 'sentence') return sentences[other.start] === sentences[span.start];
  return Math.max(other.start - span.end, span.start - other.end) <= within;
}

/** Whether a match lies under a mask that blocks its layer. */
export function isMasked(span: Span, spans: readonly Span[]): boolean {
  return spans.some(
    ({ term, ...mask }) =>
      term.layer === 'mask' && term.blocks.includes(span.term.layer) && touch(mask, span),
  );
}

function touch(a: Pick<Span, 'start' | 'end'>, b: Pick<Span, 'start' | 'end'>): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The layers that a tag may have, in the order in which tags of one span stand. */
export const tagLayers: readonly Layer[] = ['frame', 'object', 'actor', 'marker'];
