import type {
  CodedPassage,
  CodingAct,
  Origin,
  Sample,
  SampleDesign,
  SampleKey,
  SampleStratum,
} from '../model/coding.ts';
import type { MeasuredCategory } from '../model/lexicon.ts';
import type { Problem } from '../model/problem.ts';
import { codesByItem, finalCode, type ItemCodes, isCategory } from './adjudicate.ts';

/** What the corpus holds now of what was coded. */
export type CodedIn = {
  readonly measured: readonly MeasuredCategory[];
  /** The codes that the lexicon finds in a passage; null where the index no longer holds it. */
  readonly lexicon: (key: SampleKey) => ReadonlySet<string> | null;
  /** Whose codings are taken as people's. */
  readonly origins: readonly Origin[];
};

/** Codings fit for correcting a lexicon, and what is wrong with the others. */
export type Coded = {
  readonly passages: readonly CodedPassage[];
  /** The categories of which all these passages have a final code, unions of them included. */
  readonly codes: readonly string[];
  /** The strata of the draws that these passages come from. */
  readonly strata: readonly SampleStratum[];
  readonly problems: readonly Problem[];
};

/**
 * The final codes of a sample and of all that it extends, as one draw. A passage without a final code for a category is
 * left out; the chances of the others are lowered by the share of their stratum that is left, since sheets are
 * shuffled. Passages that are gone, disputed, or not yet coded are Problems.
 */
export function codedPassages(
  chain: readonly Sample[],
  log: readonly CodingAct[],
  { measured, lexicon, origins }: CodedIn,
): Coded {
  const last = chain.at(-1)?.design;
  if (last === undefined) return { passages: [], codes: [], strata: [], problems: [] };
  const problems: Problem[] = [];
  const finals: {
    sample: string;
    key: SampleKey;
    truth: CodedPassage['truth'];
    predicted: CodedPassage['predicted'];
    origin: Origin;
  }[] = [];
  for (const { design, keys } of chain) {
    const file = `codings/${design.sample}`;
    const items = codesByItem(log, design.sample, origins);
    let [open, missing] = [0, 0];
    for (const key of keys) {
      const codes = items.get(key.item);
      if (codes === undefined) {
        missing++;
        continue;
      }
      const truth = truthOf(codes, design, measured);
      const found = lexicon(key);
      if (truth === 'open') open++;
      else if (truth === null) missing++;
      else if (found === null) {
        problems.push({ code: 'coded_passage_gone', file: key.file, sample: design.sample, item: key.item });
      } else {
        const predicted = Object.fromEntries(
          Object.keys(truth).map((code): [string, 0 | 1] => [code, found.has(code) ? 1 : 0]),
        );
        finals.push({ sample: design.sample, key, truth, predicted, origin: originOf(codes) });
      }
    }
    if (open > 0) problems.push({ code: 'codings_open', file, items: open });
    if (missing > 0) problems.push({ code: 'codings_incomplete', file, items: missing, of: keys.length });
  }
  const coded = new Map<string, number>();
  for (const { key } of finals) coded.set(stratumName(key), (coded.get(stratumName(key)) ?? 0) + 1);
  if (finals.length > 0) {
    for (const stratum of last.strata) {
      if (coded.has(stratumName(stratum))) continue;
      const { side, pattern, language } = stratum;
      problems.push({
        code: 'stratum_uncoded',
        file: `codings/${last.sample}`,
        stratum: `${side}, ${pattern}, ${language}`,
      });
    }
  }
  const sizes = new Map(last.strata.map((stratum) => [stratumName(stratum), stratum.size]));
  return {
    passages: finals.map(({ sample, key, truth, predicted, origin }): CodedPassage => {
      const { item, document, passage, file, side, pattern, language } = key;
      const probability = (coded.get(stratumName(key)) ?? 0) / (sizes.get(stratumName(key)) ?? 1);
      return {
        sample,
        item,
        document,
        passage,
        file,
        side,
        pattern,
        language,
        probability,
        truth,
        predicted,
        origin,
      };
    }),
    codes: codesOf(last, measured),
    strata: last.strata,
    problems,
  };
}

/** Samples of one unit that extend one another, each with the one it extends before it; the latest such chain. */
export function latestChain(
  all: readonly Sample[],
  unit: 'passages' | 'documents' = 'passages',
): readonly Sample[] {
  const samples = all.filter(({ design }) => (design.unit ?? 'passages') === unit);
  const byName = new Map(samples.map((sample) => [sample.design.sample, sample]));
  const extended = new Set(samples.map(({ design }) => design.extends));
  const ends = samples.filter(({ design }) => !extended.has(design.sample));
  const last = ends.toSorted((a, b) => (a.design.drawnAt < b.design.drawnAt ? -1 : 1)).at(-1);
  const chain: Sample[] = [];
  for (let at = last; at !== undefined && !chain.includes(at); ) {
    chain.unshift(at);
    at = at.design.extends === null ? undefined : byName.get(at.design.extends);
  }
  return chain;
}

/** Final codes of all categories, `open` where one is disputed, null where one has not been coded. */
export function truthOf(
  item: ItemCodes,
  design: SampleDesign,
  measured: readonly MeasuredCategory[],
): Readonly<Record<string, 0 | 1>> | 'open' | null {
  const finals = new Map<string, string | null>();
  for (const column of design.columns.filter(isCategory))
    finals.set(column.code, finalCode(item, column.code, design));
  const apart = new Map(aloneIn(design).map((code) => [code, finalCode(item, code, design)]));
  const isAbout = finals.get(design.object);
  const values = [...(isAbout === '0' ? ['0'] : finals.values()), ...apart.values()];
  if (values.includes('open')) return 'open';
  if (values.includes(null)) return null;
  const holds = (code: string) => isAbout === '1' && finals.get(code) === '1';
  return Object.fromEntries(
    codesOf(design, measured).map((code) => {
      if (apart.has(code)) return [code, apart.get(code) === '1' ? 1 : 0];
      const parts = partsOf(code, design, measured);
      return [code, parts.some(holds) ? 1 : 0];
    }),
  );
}

/** The columns of a sample that are categories, and every union that consists of some of them wholly. */
function codesOf(design: SampleDesign, measured: readonly MeasuredCategory[]): readonly string[] {
  const own = design.columns.filter(isCategory).map(({ code }) => code);
  const unions = measured
    .map(({ code }) => code)
    .filter((code) => !own.includes(code) && partsOf(code, design, measured).length > 0);
  return [...own, ...unions, ...aloneIn(design)];
}

/** Columns that are asked whether or not a passage is about the object. */
function aloneIn({ columns }: Pick<SampleDesign, 'columns'>): readonly string[] {
  return columns.filter(({ alone }) => alone === true).map(({ code }) => code);
}

/** The coded categories that a category consists of: itself, or those that make it up without a rest. */
function partsOf(
  code: string,
  design: SampleDesign,
  measured: readonly MeasuredCategory[],
): readonly string[] {
  const own = design.columns.filter(isCategory).map((column) => column.code);
  if (own.includes(code)) return [code];
  const whole = measured.find((one) => one.code === code)?.categories ?? [];
  const parts = measured.filter(
    (one) =>
      own.includes(one.code) &&
      one.code !== design.object &&
      one.categories.length > 0 &&
      one.categories.every((name) => whole.includes(name)),
  );
  const covered = new Set(parts.flatMap(({ categories }) => categories));
  return whole.length > 0 && whole.every((name) => covered.has(name)) ? parts.map((part) => part.code) : [];
}

/** Whose judgement the codes of an item are. */
export function originOf({ said }: ItemCodes): Origin {
  return said.some(({ origin }) => origin !== 'human') ? 'simulated' : 'human';
}

/** What a stratum is told by. */
export function stratumName({
  side,
  pattern,
  language,
}: Pick<SampleStratum, 'side' | 'pattern' | 'language'>): string {
  return `${side}/${pattern}/${language}`;
}
