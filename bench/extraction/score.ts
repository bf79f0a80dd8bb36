import { align } from './align.ts';
import { type Joint, pairOf, reunited, type Token, tokensOf } from './tokens.ts';
import type { TruthPage, TruthUnit, TruthWord } from './truth.ts';

/** A page as a reader of PDFs gives it: its paragraphs in order, without what it took out. */
export type ReadPage = readonly {
  readonly text: string;
  /** False where it goes on from the page before. */
  readonly begins: boolean;
}[];

/** Items found rightly, found in all, and to be found. */
export type Tally = { readonly right: number; readonly found: number; readonly wanted: number };

/** The four measures; bench/README.md defines them. */
export const measures = ['paragraphs', 'order', 'furniture', 'hyphens'] as const;
export type Score = Readonly<Record<(typeof measures)[number], Tally>>;

/** A token of the truth; `hyphen` where it is one that a line end parts. */
type TruthToken = { readonly form: string; readonly hyphen: TruthWord['hyphen'] };

/** Compares a page as it was read with the truth. */
export function score(truth: TruthPage, read: ReadPage): Score {
  const parts = partsOf([...truth.units, ...truth.furniture]);
  const units = truth.units.map((unit) => unitTokens(unit, parts));
  const body = units.flat();
  const counted = [...body, ...truth.furniture.flatMap((unit) => unitTokens(unit, parts))];
  const all = [...counted, ...truth.stamps.flatMap((unit) => unitTokens(unit, parts))];
  const found = readTokens(read, parts);
  const truthOf = align(formsOf(all), formsOf(found));
  const inBody = (j: number) => (truthOf[j] ?? -1) < body.length;
  const kept = new Set(truthOf);
  // The parts of a word that was left parted stand apart, but are not gone.
  const gone = [...counted.keys()].filter((i) => !kept.has(i) && counted[i]?.hyphen === null);
  return {
    paragraphs: startsOf(truth, units, begunAt(found, truthOf, body.length)),
    order: overlap(trigrams(formsOf(body)), trigrams(formsOf(found.filter((_, j) => inBody(j))))),
    furniture: {
      right: gone.filter((i) => i >= body.length).length,
      found: gone.length,
      wanted: counted.length - body.length,
    },
    hyphens: hyphensOf(body, found, truthOf),
  };
}

/** Sums of tallies, measure by measure. */
export function total(scores: readonly Score[]): Score {
  const sum = (measure: keyof Score): Tally =>
    scores.reduce(
      (sums, { [measure]: { right, found, wanted } }) => ({
        right: sums.right + right,
        found: sums.found + found,
        wanted: sums.wanted + wanted,
      }),
      { right: 0, found: 0, wanted: 0 },
    );
  return {
    paragraphs: sum('paragraphs'),
    order: sum('order'),
    furniture: sum('furniture'),
    hyphens: sum('hyphens'),
  };
}

/** Share of what was found that is right; null where nothing was found. */
export function precision({ right, found }: Tally): number | null {
  return found === 0 ? null : right / found;
}

/** Share of what was to be found that was; null where there was nothing. */
export function recall({ right, wanted }: Tally): number | null {
  return wanted === 0 ? null : right / wanted;
}

/** Harmonic mean of precision and recall; null where there was nothing to find and nothing was found. */
export function f1({ right, found, wanted }: Tally): number | null {
  return found + wanted === 0 ? null : (2 * right) / (found + wanted);
}

/** The two parts of every word that a line end parts. */
function partsOf(units: readonly TruthUnit[]): ReadonlySet<string> {
  const pairs = units.flatMap(({ words }) =>
    words.flatMap((word, w) => {
      const first = word.hyphen === null ? undefined : tokensOf(word.text).at(-1);
      const second = tokensOf(words[w + 1]?.text ?? '')[0];
      return first === undefined || second === undefined ? [] : [pairOf(first.form, second.form)];
    }),
  );
  return new Set(pairs);
}

/** The words of a unit; those that a line end parts are put together, as `reunited` does with what was read. */
function unitTokens({ words }: TruthUnit, parts: ReadonlySet<string>): readonly TruthToken[] {
  const tokens: TruthToken[] = [];
  let hyphen: TruthWord['hyphen'] = null;
  for (const word of words) {
    for (const { form } of tokensOf(word.text)) {
      const last = tokens.at(-1);
      if (last !== undefined && parts.has(pairOf(last.form, form))) {
        tokens[tokens.length - 1] = { form: last.form + form, hyphen };
      } else tokens.push({ form, hyphen: null });
      hyphen = null;
    }
    hyphen = word.hyphen;
  }
  return tokens;
}

/** A word as it was read, and whether a paragraph begins with it. */
type FoundToken = Token & { readonly begins: boolean };

/** The words of a page as it was read. A word parted between two paragraphs is put together too: only order counts. */
function readTokens(read: ReadPage, parts: ReadonlySet<string>): readonly FoundToken[] {
  const tokens = read.flatMap(({ text, begins }) =>
    tokensOf(`\n${text}`).map((token, t) => ({ ...token, begins: begins && t === 0 })),
  );
  return reunited(tokens, parts);
}

/** The words of the text with which paragraphs were begun; a paragraph of nothing but furniture begins none. */
function begunAt(
  found: readonly FoundToken[],
  truthOf: readonly number[],
  bodyLength: number,
): ReadonlySet<number> {
  const begun = new Set<number>();
  let begins = false;
  found.forEach((token, j) => {
    begins ||= token.begins;
    const i = truthOf[j] ?? -1;
    if (!begins || i < 0 || i >= bodyLength) return;
    begun.add(i);
    begins = false;
  });
  return begun;
}

function startsOf(
  { units, continues }: TruthPage,
  words: readonly (readonly TruthToken[])[],
  begun: ReadonlySet<number>,
): Tally {
  const wanted: number[] = [];
  const optional = new Set<number>();
  let at = 0;
  words.forEach((tokens, u) => {
    if (tokens.length === 0) return;
    if (units[u]?.optional === true) optional.add(at);
    else if (at > 0 || !continues) wanted.push(at);
    at += tokens.length;
  });
  const found = begun.difference(optional);
  return { right: wanted.filter((i) => found.has(i)).length, found: found.size, wanted: wanted.length };
}

/** A hyphen at a line end counts as found where its two parts were brought together, as one word or with a hyphen. */
function hyphensOf(body: readonly TruthToken[], found: readonly Token[], truthOf: readonly number[]): Tally {
  const foundAt = new Map(truthOf.map((i, j) => [i, j]));
  const right: Readonly<Record<'joined' | 'kept', Joint>> = { joined: 'joined', kept: 'hyphen' };
  const decisions = body.flatMap(({ hyphen }, i) => {
    const joint = found[foundAt.get(i) ?? -1]?.joint ?? 'parted';
    return hyphen === null ? [] : [{ joint, isRight: joint === right[hyphen] }];
  });
  return {
    right: decisions.filter(({ isRight }) => isRight).length,
    found: decisions.filter(({ joint }) => joint !== 'parted').length,
    wanted: decisions.length,
  };
}

function formsOf(tokens: readonly { readonly form: string }[]): readonly string[] {
  return tokens.map(({ form }) => form);
}

function trigrams(forms: readonly string[]): readonly string[] {
  return forms.slice(2).map((form, i) => `${forms[i]} ${forms[i + 1]} ${form}`);
}

/** How many items two bags share. */
function overlap(wanted: readonly string[], found: readonly string[]): Tally {
  const left = new Map<string, number>();
  for (const item of wanted) left.set(item, (left.get(item) ?? 0) + 1);
  let right = 0;
  for (const item of found) {
    const count = left.get(item) ?? 0;
    if (count === 0) continue;
    left.set(item, count - 1);
    right++;
  }
  return { right, found: found.length, wanted: wanted.length };
}
