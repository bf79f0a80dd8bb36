import type { Found } from '../../model/ports.ts';
import { keyness, mutualInformation } from '../../stats/keyness.ts';
import { codePointLength } from '../../text/codepoints.ts';
import { type Kwic, kwic } from '../kwic.ts';
import { neighbours } from './neighbours.ts';
import { type Count, longest, type Tally, tally } from './tally.ts';
import { around, createWording, inHits, type Worded } from './words.ts';

/** What puts a phrase forward: passages with the target have it, hits have it beside them, or it stands as terms do. */
export type Method = 'keyness' | 'collocate' | 'neighbour';

/** A phrase that somebody may want to add to a category, with what speaks for it. Nothing is added by itself. */
export type Candidate = {
  readonly method: Method;
  /** As it stands in its first line, in lower case. */
  readonly words: string;
  /** Signed G2 for keyness and collocates, cosine for neighbours. */
  readonly score: number;
  /** Log ratio of shares for keyness, pointwise mutual information for collocates, in bits; null for neighbours. */
  readonly effect: number | null;
  /** Of a neighbour: the term that it stands like. */
  readonly near: string | null;
  /** Occurrences in passages with a hit of the target, in all others, and documents with any. */
  readonly target: number;
  readonly rest: number;
  readonly documents: number;
  readonly lines: readonly Kwic[];
};

export type SuggestSettings = {
  readonly isTarget: (category: string) => boolean;
  readonly functionWords: ReadonlySet<string>;
  /** Words on either side of a hit that are its collocates. */
  readonly window: number;
  /** Least occurrences and documents of a candidate. */
  readonly least: number;
  readonly leastDocuments: number;
  /** Candidates of each method. */
  readonly limit: number;
  /** Lines of each candidate. */
  readonly lines: number;
  /** Makes a passage fit to be shown; its one tag is moved with it. */
  readonly show: (found: Found) => Found;
};

/** Candidates of all methods, and what they were counted in. */
export type Suggestions = {
  readonly candidates: readonly Candidate[];
  /** Words in passages with a hit of the target, and in all others. */
  readonly target: number;
  readonly rest: number;
  /** Phrases as rare as this may have been dropped for memory; 0 where none was. */
  readonly dropped: number;
};

type Draft = Omit<Candidate, 'words' | 'lines'> & { readonly phrase: string };

/**
 * Puts forward phrases for a category from passages in one language, which are gone through three times: those whose
 * share in passages with a hit stands out against the others (Dunning's G2), those beside hits, and words in
 * contexts like those of a term. What hits already hold most of the time is no candidate.
 */
export function suggest(passages: Iterable<Found>, settings: SuggestSettings): Suggestions {
  const wording = createWording(settings.isTarget);
  const worded: Iterable<Worded> = {
    *[Symbol.iterator]() {
      for (const found of passages) yield wording(found);
    },
  };
  const counts = tally(worded, settings);
  const { target, rest, dropped } = counts;
  const usable = ({ target: inTarget, rest: elsewhere, covered, documents }: Count): boolean =>
    inTarget + elsewhere >= settings.least && documents >= settings.leastDocuments && covered * 2 <= inTarget;
  const drafts = [
    ...distinctive(counts, usable).slice(0, settings.limit),
    ...collocates(counts, usable).slice(0, settings.limit),
    ...(counts.hits.size === 0 ? [] : alike(worded, counts, usable, settings)),
  ];
  return { candidates: withLines(worded, drafts, settings), target, rest, dropped };
}

type Usable = (count: Count) => boolean;

function draftOf(method: Method, phrase: string, count: Count): Omit<Draft, 'score' | 'effect'> {
  const { target, rest, documents } = count;
  return { method, phrase, target, rest, documents, near: null };
}

function distinctive({ phrases, target, rest }: Tally, usable: Usable): readonly Draft[] {
  const found = [...phrases].flatMap(([phrase, count]): readonly Draft[] => {
    const key = usable(count) ? keyness(count.target, count.rest, target, rest) : null;
    if (key === null || key.sign <= 0) return [];
    return [{ ...draftOf('keyness', phrase, count), score: key.g2, effect: key.logRatio }];
  });
  return found.toSorted(byScore);
}

function collocates({ phrases, target, rest, near }: Tally, usable: Usable): readonly Draft[] {
  const all = target + rest;
  const found = [...phrases].flatMap(([phrase, count]): readonly Draft[] => {
    if (phrase.includes(' ') || count.near === 0 || !usable(count)) return [];
    const frequency = count.target + count.rest;
    const key = keyness(count.near, frequency - count.near, near, all - near);
    if (key === null || key.sign <= 0) return [];
    const effect = mutualInformation(count.near, frequency, near, all);
    return [{ ...draftOf('collocate', phrase, count), score: key.g2, effect }];
  });
  return found.toSorted(byScore);
}

function alike(
  worded: Iterable<Worded>,
  counts: Tally,
  usable: Usable,
  { least, limit }: SuggestSettings,
): readonly Draft[] {
  return neighbours(worded, counts, least)
    .flatMap(({ word, term, cosine }): readonly Draft[] => {
      const count = counts.phrases.get(word);
      if (count === undefined || !usable(count)) return [];
      return [{ ...draftOf('neighbour', word, count), score: cosine, effect: null, near: term }];
    })
    .slice(0, limit);
}

function byScore(a: Draft, b: Draft): number {
  return b.score - a.score || (a.phrase < b.phrase ? -1 : 1);
}

/** Words on either side that make two lines say the same. */
const sameWords = 2;

/**
 * Puts the first lines behind each draft: outside hits, and where its method saw it. Lines in words that an earlier one
 * has come last, since one sentence in many documents shows a single use.
 */
function withLines(
  worded: Iterable<Worded>,
  drafts: readonly Draft[],
  settings: SuggestSettings,
): readonly Candidate[] {
  const lines = drafts.map((): Kwic[] => []);
  const repeats = drafts.map((): Kwic[] => []);
  const seenWords = drafts.map(() => new Set<string>());
  const byPhrase = Map.groupBy(drafts.keys(), (index) => drafts[index]?.phrase ?? '');
  let missing = drafts.length;
  for (const one of worded) {
    if (missing === 0) break;
    const near = around(one, settings.window);
    const inside = inHits(one);
    for (let start = 0; start < one.words.length; start++) {
      for (let end = start + 1; end <= Math.min(one.words.length, start + longest); end++) {
        if ((end > start + 1 && one.broken[end - 1]) || inside[end - 1] === 1) break;
        for (const index of byPhrase.get(one.words.slice(start, end).join(' ')) ?? []) {
          const [own, again, known] = [lines[index], repeats[index], seenWords[index]];
          const method = drafts[index]?.method;
          const seen =
            method === 'keyness' ? one.hits.length > 0 : method === 'neighbour' || near[start] === 1;
          if (own === undefined || !seen || own.length >= settings.lines) continue;
          const about = one.words.slice(Math.max(0, start - sameWords), end + sameWords).join(' ');
          const isNew = known?.has(about) === false;
          if (!isNew && (again?.length ?? 0) >= settings.lines) continue;
          const line = lineOf(one, start, end, settings.show);
          if (line === null) continue;
          known?.add(about);
          if (!isNew) {
            again?.push(line);
            continue;
          }
          own.push(line);
          if (own.length === settings.lines) missing--;
        }
      }
    }
  }
  // What no line can show, such as a private name, is not put forward either.
  return drafts.flatMap(({ phrase: _, ...draft }, index): readonly Candidate[] => {
    const own = [...(lines[index] ?? []), ...(repeats[index] ?? [])].slice(0, settings.lines);
    const [first] = own;
    return first === undefined ? [] : [{ ...draft, words: first.hit.toLowerCase(), lines: own }];
  });
}

/** The line of some words; null where what hides names has taken them. */
function lineOf(
  { found, starts, ends }: Worded,
  start: number,
  end: number,
  show: SuggestSettings['show'],
): Kwic | null {
  const { text } = found.passage;
  const at = (index: number | undefined) => codePointLength(text.slice(0, index));
  const span = { start: at(starts[start]), end: at(ends[end - 1]) };
  const shown = show(found);
  // Where names were replaced, the words are looked for again: they may have moved.
  if (shown === found) return kwic(found, span);
  const words = text.slice(starts[start], ends[end - 1]);
  const moved = shown.passage.text.indexOf(words);
  if (moved < 0) return null;
  const begin = codePointLength(shown.passage.text.slice(0, moved));
  return kwic(shown, { start: begin, end: begin + codePointLength(words) });
}
