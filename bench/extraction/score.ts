import { align } from './align.ts';
import { type Joint, jointOf, type Token, tokensOf, withParts } from './tokens.ts';
import type { TruthPage, TruthWord } from './truth.ts';

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

/** Compares a page as it was read with the truth. */
export function score(truth: TruthPage, read: ReadPage): Score {
  const parts = new Map<string, string>();
  const flowOf = (units: TruthPage['units']) => units.map(({ words }) => unitTokens(words, parts));
  const [wantedUnits, leftOut] = [flowOf(truth.units), flowOf(truth.furniture)];
  const units = wantedUnits.map((unit) => partHyphens(unit, parts));
  const body = units.flat();
  const all = [...body, ...leftOut.flatMap((unit) => partHyphens(unit, parts))];
  const paragraphs = read.map(({ text }) => withParts(tokensOf(`\n${text}`), parts));
  const found = paragraphs.flat();
  const truthOf = align(formsOf(all), formsOf(found));
  const optional = new Set(truth.units.flatMap((unit, u) => (unit.optional ? [u] : [])));
  const places = startsOf(units);
  const starts = places
    .filter(({ at, unit }) => !optional.has(unit) && (at > 0 || !truth.continues))
    .map(({ at }) => at);
  const ignored = new Set(places.filter(({ unit }) => optional.has(unit)).map(({ at }) => at));
  const foundStarts = foundStartsOf(paragraphs, read, truthOf, body.length).difference(ignored);
  const inBody = found.filter((_, j) => (truthOf[j] ?? -1) < body.length);
  const kept = new Set(truthOf);
  const gone = all.map((_, i) => i).filter((i) => !kept.has(i));
  return {
    paragraphs: {
      right: starts.filter((i) => foundStarts.has(i)).length,
      found: foundStarts.size,
      wanted: starts.length,
    },
    order: overlap(trigrams(formsOf(body)), trigrams(formsOf(inBody))),
    furniture: {
      right: gone.filter((i) => i >= body.length).length,
      found: gone.length,
      wanted: all.length - body.length,
    },
    hyphens: hyphensOf(body, found, truthOf),
  };
}

/** Sums of tallies, measure by measure. */
export function total(scores: readonly Score[]): Score {
  const sum = (measure: keyof Score) =>
    scores.reduce(
      (sums, one) => ({
        right: sums.right + one[measure].right,
        found: sums.found + one[measure].found,
        wanted: sums.wanted + one[measure].wanted,
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

/** A token of the truth; where it is the second part of a word that was parted, what it was parted as. */
type TruthToken = Token & { readonly hyphen: TruthWord['hyphen'] };

/** The tokens of a unit, parted at hyphens at line ends; the parts are added to `parts`, by what they make whole. */
function unitTokens(unit: readonly TruthWord[], parts: Map<string, string>): readonly TruthToken[] {
  let hyphen: TruthWord['hyphen'] = null;
  let last = '';
  return unit.flatMap((word) => {
    const tokens = tokensOf(word.text).map(({ form }, i) => {
      const second = i === 0 ? hyphen : null;
      if (second !== null) parts.set(last + form, last);
      last = form;
      return { form, before: ' ', hyphen: second };
    });
    if (tokens.length > 0) hyphen = word.hyphen;
    return tokens;
  });
}

/** Parts words in mid-line that elsewhere on the page are parted at a line end. */
function partHyphens(unit: readonly TruthToken[], parts: ReadonlyMap<string, string>): readonly TruthToken[] {
  return unit.flatMap((token) => {
    const split = withParts([token], parts);
    return split.map(({ form, before }, i) => ({ form, before, hyphen: i === 0 ? token.hyphen : null }));
  });
}

/** The word with which each unit begins; a unit without words begins nowhere. */
function startsOf(
  units: readonly (readonly TruthToken[])[],
): readonly { readonly at: number; readonly unit: number }[] {
  let end = 0;
  return units.flatMap((tokens, unit) => {
    const at = end;
    end += tokens.length;
    return tokens.length > 0 ? [{ at, unit }] : [];
  });
}

/** The words of the truth's text with which paragraphs were begun; a paragraph of nothing but furniture begins none. */
function foundStartsOf(
  paragraphs: readonly (readonly Token[])[],
  read: ReadPage,
  truthOf: readonly number[],
  bodyLength: number,
): ReadonlySet<number> {
  const starts = new Set<number>();
  let at = 0;
  paragraphs.forEach((tokens, p) => {
    const places = truthOf.slice(at, at + tokens.length);
    at += tokens.length;
    const start = places.find((i) => i >= 0 && i < bodyLength);
    if (start !== undefined && read[p]?.begins !== false) starts.add(start);
  });
  return starts;
}

/** A hyphen at a line end counts as found where its two parts were brought together, as one word or with a hyphen. */
function hyphensOf(body: readonly TruthToken[], found: readonly Token[], truthOf: readonly number[]): Tally {
  const foundAt = new Map(truthOf.map((i, j) => [i, j]));
  const right: Readonly<Record<'joined' | 'kept', Joint>> = { joined: 'joined', kept: 'hyphen' };
  const tally = { right: 0, found: 0, wanted: 0 };
  body.forEach(({ hyphen }, i) => {
    if (hyphen === null) return;
    tally.wanted++;
    const [first, second] = [foundAt.get(i - 1), foundAt.get(i)];
    const token = second === undefined ? undefined : found[second];
    if (token === undefined || first === undefined || second !== first + 1) return;
    const joint = jointOf(token);
    if (joint === 'parted') return;
    tally.found++;
    if (joint === right[hyphen]) tally.right++;
  });
  return tally;
}

function formsOf(tokens: readonly Token[]): readonly string[] {
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
