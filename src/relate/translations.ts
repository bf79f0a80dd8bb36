import { type Bond, distinct, type Resemblance } from '../model/same.ts';
import { correlation } from '../stats/correlation.ts';
import { type Likeness, likeness } from '../stats/sample.ts';
import { commonTraits, type Read, type Trait, traits } from './member.ts';
import { namePattern } from './names.ts';
import { sampleSize } from './sketch.ts';

/** How much two versions of an act in two languages share at least; found on real ones, see docs/extraction.md. */
const alike = { numbers: 0.25, names: 0.2, dates: 0.5 } as const;
/** Fewest shared numbers or names that say anything, and fewest articles. */
const fewest = { shared: 4, articles: 5 } as const;
/** Standard errors by which the lengths of articles go together: beside something else, and alone. */
const articles = { beside: 4, alone: 6 } as const;
/** The shorter has at least this share of the longer's words. */
const lengths = 0.6;
/** So many numbers of which so few are shared speak against one act. */
const against = { seen: 12, jaccard: 0.1 } as const;
/** What more documents than this have leads to too many pairs to look at: a number or name, and any other key. */
const mostSharing = { half: 40, whole: 200 } as const;

type Scored = { readonly bond: Bond; readonly score: number; readonly applied: boolean };

/**
 * Versions of one act in two languages. Two files are one act where at least two of these agree: numbers, dates,
 * names, lengths of articles; or one of them and the name without its language, or institution, kind and day, or
 * number of the act; or, of many articles, the lengths alone. `unsure` are those of which only name or act say
 * so, and there is nothing to check it by. Each file goes with at most one of every language: the one that it
 * resembles most, and that resembles it most.
 */
export function translations(members: readonly Read[]): {
  readonly sure: readonly Bond[];
  readonly unsure: readonly Bond[];
} {
  const able = members.filter(({ translation_of }) => translation_of !== distinct);
  if (new Set(able.map(({ speaks }) => speaks)).size < 2) return { sure: [], unsure: [] };
  const isCommon = commonTraits(able);
  const rare = able.map((member) => ({
    ...member,
    ...Object.fromEntries(
      traits.map((trait) => [trait, member[trait].filter((hash) => !isCommon(trait, hash))]),
    ),
    pattern: namePattern(member.file),
  }));
  const found: Scored[] = [];
  for (const [one, others] of candidates(rare)) {
    for (const other of others) {
      const [a, b] = [rare[one], rare[other]];
      const scored = a === undefined || b === undefined ? null : compare(a, b);
      if (scored !== null) found.push(scored);
    }
  }
  const speaks = new Map(rare.map((member) => [member.file, member.speaks]));
  const best = mutual(found, (file) => speaks.get(file) ?? 'und');
  return {
    sure: best.filter(({ applied }) => applied).map(({ bond }) => bond),
    unsure: best.filter(({ applied }) => !applied).map(({ bond }) => bond),
  };
}

type Rare = Read & { readonly pattern: ReturnType<typeof namePattern> };

/** For each member the later ones in another language that could be the same act, without looking at all pairs. */
function* candidates(members: readonly Rare[]): Generator<readonly [number, ReadonlySet<number>]> {
  const keys = members.map((member) => keysOf(member));
  const holders = new Map<string | number, number[]>();
  for (const [at, own] of keys.entries()) {
    for (const { key } of own) {
      const known = holders.get(key);
      if (known === undefined) holders.set(key, [at]);
      else known.push(at);
    }
  }
  for (const [at, own] of keys.entries()) {
    const weights = new Map<number, number>();
    for (const { key, weight } of own) {
      const sharing = holders.get(key) ?? [];
      if (sharing.length > (weight < 1 ? mostSharing.half : mostSharing.whole)) continue;
      for (const other of sharing) {
        if (other <= at || members[other]?.speaks === members[at]?.speaks) continue;
        weights.set(other, (weights.get(other) ?? 0) + weight);
      }
    }
    yield [at, new Set([...weights].filter(([, weight]) => weight >= 1).map(([other]) => other))];
  }
}

/** Keys that two versions have in common; a number or name counts half, so that one alone leads to nothing. */
function keysOf({ numbers, dates, names, pattern, sketch, institution, kind, date }: Rare) {
  const half = [...numbers, ...dates, ...names].map((key) => ({ key, weight: 0.5 }));
  const whole = [`name ${pattern.pattern}`];
  if (sketch.articles.length >= fewest.articles) whole.push(...articleKeys(sketch.articles));
  if (sketch.act !== null) whole.push(`act ${sketch.act.kind} ${sketch.act.number}`);
  if (institution !== null && date?.length === 10) whole.push(`day ${institution} ${kind} ${date}`);
  return [...half, ...whole.map((key) => ({ key, weight: 1 }))];
}

/** Versions have as many articles, and one of the two longest at the same place. */
function articleKeys(lengths: readonly number[]): readonly string[] {
  const places = [...lengths.keys()].toSorted((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0) || a - b);
  return places.slice(0, 2).map((place) => `articles ${lengths.length} ${place}`);
}

function compare(a: Rare, b: Rare): Scored | null {
  const [short, long] = [a.sketch.words, b.sketch.words].toSorted((one, other) => one - other);
  if ((short ?? 0) < lengths * (long ?? 0)) return null;
  const measured = (trait: Trait) => likeness(a[trait], b[trait], sampleSize[trait]);
  const [numbers, dates, names] = [measured('numbers'), measured('dates'), measured('names')];
  const together = articlesTogether(a, b);
  const evidence: Resemblance[] = [];
  if (agrees(numbers, alike.numbers)) evidence.push('numbers');
  if (dates.jaccard >= alike.dates && (dates.shared > 1 || dates.seen === dates.shared))
    evidence.push('dates');
  if (agrees(names, alike.names)) evidence.push('names');
  if (together >= articles.beside) evidence.push('articles');
  const structure = evidence.length;
  if (a.pattern.pattern === b.pattern.pattern && a.pattern.marked !== b.pattern.marked) evidence.push('name');
  if (isSameAct(a, b)) evidence.push('act');
  const certain = together >= articles.alone;
  if (!certain && numbers.seen >= against.seen && numbers.jaccard < against.jaccard) return null;
  const applied = certain || structure > 1 || (structure === 1 && evidence.length > 1);
  const blind = structure === 0 && evidence.length > 0 && numbers.seen + names.seen < fewest.shared;
  if (!applied && !blind) return null;
  const score =
    numbers.jaccard +
    names.jaccard +
    dates.jaccard / 2 +
    Math.min(together, 10) / 10 +
    (evidence.length - structure) / 2;
  const seen = numbers.seen + names.seen + dates.seen;
  const similarity = seen === 0 ? null : (numbers.shared + names.shared + dates.shared) / seen;
  const files = [a.file, b.file] as const;
  return { bond: { files, relation: 'translation', similarity, evidence }, score, applied };
}

function agrees({ jaccard, shared }: Likeness, least: number): boolean {
  return jaccard >= least && shared >= fewest.shared;
}

/** How surely long articles of one are long in the other, in standard errors; 0 where their numbers differ. */
function articlesTogether(a: Rare, b: Rare): number {
  const [one, other] = [a.sketch.articles, b.sketch.articles];
  if (one.length !== other.length || one.length < fewest.articles) return 0;
  const logs = (words: readonly number[]) => words.map((count) => Math.log(count + 1));
  return Math.max(0, correlation(logs(one), logs(other))?.z ?? 0);
}

function isSameAct(a: Rare, b: Rare): boolean {
  const sameDay = a.date === b.date && a.date?.length === 10;
  if (a.institution !== null && a.institution === b.institution && a.kind === b.kind && sameDay) return true;
  const [one, other] = [a.sketch.act, b.sketch.act];
  if (one === null || other === null || one.kind !== other.kind || one.number !== other.number) return false;
  return a.date === null || b.date === null || a.date.slice(0, 4) === b.date.slice(0, 4);
}

/** The pairs in which each is the other's best of its language; of equals the first by file. */
function mutual(found: readonly Scored[], speaks: (file: string) => string): readonly Scored[] {
  const best = new Map<string, Scored>();
  const keyOf = (file: string, other: string) => `${file}\n${speaks(other)}`;
  const sorted = found.toSorted(
    (a, b) => b.score - a.score || (a.bond.files.join('\n') < b.bond.files.join('\n') ? -1 : 1),
  );
  for (const scored of sorted) {
    const [one, other] = scored.bond.files;
    for (const key of [keyOf(one, other), keyOf(other, one)]) if (!best.has(key)) best.set(key, scored);
  }
  return sorted.filter((scored) => {
    const [one, other] = scored.bond.files;
    return best.get(keyOf(one, other)) === scored && best.get(keyOf(other, one)) === scored;
  });
}
