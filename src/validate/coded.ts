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

/** Final codes of an item as they may be: the same in both but for what nobody can decide, which is 0 in one and 1 in the other. */
export type Ends = {
  readonly low: CodedPassage['truth'];
  readonly high: CodedPassage['truth'];
};

/** A passage of which whoever decides says that nobody can tell some code; `probability` as if all such had a code. */
export type Undecidable = Omit<CodedPassage, 'truth'> & Ends;

/** Codings fit for correcting a lexicon, and what is wrong with the others. */
export type Coded = {
  readonly passages: readonly CodedPassage[];
  /** The categories of which all these passages have a final code, unions of them included. */
  readonly codes: readonly string[];
  /** The strata of the draws that these passages come from. */
  readonly strata: readonly SampleStratum[];
  /** By code: passages on which coders differ, or could not tell, and nobody has decided. */
  readonly open: ReadonlyMap<string, number>;
  /** Passages that are left out as undecidable, and the chance of every other one if they were not. */
  readonly undecidable: readonly Undecidable[];
  readonly chanceWith: (one: Stratified) => number;
  readonly problems: readonly Problem[];
};

/**
 * The final codes of a sample and of all that it extends, as one draw. A passage without a final code for a category is
 * left out; the chances of the others are lowered by the share of their stratum that is left, since sheets are
 * shuffled. What is left out as undecidable is told apart, with what it may be. Passages that are gone, disputed, or not yet coded are Problems.
 */
export function codedPassages(
  chain: readonly Sample[],
  log: readonly CodingAct[],
  { measured, lexicon, origins }: CodedIn,
): Coded {
  const last = chain.at(-1)?.design;
  if (last === undefined)
    return {
      passages: [],
      codes: [],
      strata: [],
      open: new Map(),
      undecidable: [],
      chanceWith: () => 0,
      problems: [],
    };
  const problems: Problem[] = [];
  const undecided = new Map<string, number>();
  const finals: {
    sample: string;
    key: SampleKey;
    ends: Ends;
    predicted: CodedPassage['predicted'];
    origin: Origin;
  }[] = [];
  for (const sample of chain) {
    const { design, keys } = sample;
    const items = codesByItem(log, design.sample, origins);
    let [open, missing, undecidable] = [0, 0, 0];
    for (const key of keys) {
      const codes = items.get(key.item);
      if (codes === undefined) {
        missing++;
        continue;
      }
      const ends = endsOf(codes, design, measured);
      const found = lexicon(key);
      if (ends === 'open') {
        open++;
        countOpen(undecided, codes, design, measured);
      } else if (ends === null) missing++;
      else if (found === null) {
        problems.push({ code: 'coded_passage_gone', file: key.file, sample: design.sample, item: key.item });
      } else {
        const predicted = Object.fromEntries(
          Object.keys(ends.low).map((code): [string, 0 | 1] => [code, found.has(code) ? 1 : 0]),
        );
        if (!isDecided(ends)) undecidable++;
        finals.push({ sample: design.sample, key, ends, predicted, origin: originOf(codes) });
      }
    }
    problems.push(...unfinished(sample, open, missing, undecidable));
  }
  const decided = finals.filter(({ ends }) => isDecided(ends));
  const left = leftOf(
    last,
    decided.map(({ key }) => key),
  );
  const { chanceOf: chanceWith } = leftOf(
    last,
    finals.map(({ key }) => key),
  );
  return {
    passages: decided.map(({ ends, ...one }) => ({
      ...placed(one),
      probability: left.chanceOf(one.key),
      truth: ends.low,
    })),
    undecidable: finals
      .filter(({ ends }) => !isDecided(ends))
      .map(({ ends, ...one }) => ({ ...placed(one), probability: chanceWith(one.key), ...ends })),
    chanceWith,
    codes: codesOf(last, measured),
    strata: last.strata,
    open: undecided,
    problems: [...problems, ...left.problems],
  };
}

/**
 * What is left of a draw where only some of it has final codes: their chances, lowered by the share of their stratum that
 * is left, and a Problem for each stratum of which nothing is.
 */
export function leftOf(
  { sample, strata }: SampleDesign,
  coded: readonly Stratified[],
): { readonly chanceOf: (one: Stratified) => number; readonly problems: readonly Problem[] } {
  const counts = new Map<string, number>();
  for (const one of coded) counts.set(stratumName(one), (counts.get(stratumName(one)) ?? 0) + 1);
  const sizes = new Map(strata.map((stratum) => [stratumName(stratum), stratum.size]));
  const empty = coded.length === 0 ? [] : strata.filter((one) => !counts.has(stratumName(one)));
  return {
    chanceOf: (one) => (counts.get(stratumName(one)) ?? 0) / (sizes.get(stratumName(one)) ?? 1),
    problems: empty.map(({ side, pattern, language }) => ({
      code: 'stratum_uncoded',
      file: `codings/${sample}`,
      stratum: `${side}, ${pattern}, ${language}`,
    })),
  };
}

/** What is wrong with a sample of which items are disputed, undecidable, or not yet coded. */
export function unfinished(
  { design, keys }: Sample,
  open: number,
  missing: number,
  undecidable: number,
): readonly Problem[] {
  const file = `codings/${design.sample}`;
  return [
    ...(open > 0 ? [{ code: 'codings_open' as const, file, items: open }] : []),
    ...(undecidable > 0 ? [{ code: 'codings_undecidable' as const, file, items: undecidable }] : []),
    ...(missing > 0 ? [{ code: 'codings_incomplete' as const, file, items: missing, of: keys.length }] : []),
  ];
}

/**
 * Samples of one unit that extend one another, each with the one it extends before it: the latest such chain of which
 * something is coded, since what has been drawn and lies there takes nothing from what was coded before; else the latest.
 */
export function latestChain(
  all: readonly Sample[],
  log: readonly Pick<CodingAct, 'sample'>[],
  unit: 'passages' | 'documents' = 'passages',
): readonly Sample[] {
  const samples = all.filter(({ design }) => (design.unit ?? 'passages') === unit);
  const byName = new Map(samples.map((sample) => [sample.design.sample, sample]));
  const extended = new Set(samples.map(({ design }) => design.extends));
  const ends = samples.filter(({ design }) => !extended.has(design.sample));
  const coded = new Set(log.map(({ sample }) => sample));
  const chains = ends
    .toSorted((a, b) => (a.design.drawnAt < b.design.drawnAt ? 1 : -1))
    .map((end) => {
      const chain: Sample[] = [];
      for (let at: Sample | undefined = end; at !== undefined && !chain.includes(at); ) {
        chain.unshift(at);
        at = at.design.extends === null ? undefined : byName.get(at.design.extends);
      }
      return chain;
    });
  return chains.find((chain) => chain.some(({ design }) => coded.has(design.sample))) ?? chains[0] ?? [];
}

/**
 * Final codes of all categories, `open` where one is disputed, null where one has not been coded. What is undecidable is 0
 * at one end and 1 at the other; of a passage that may not be about the object, every category is.
 */
export function endsOf(
  item: ItemCodes,
  design: SampleDesign,
  measured: readonly MeasuredCategory[],
): Ends | 'open' | null {
  const finals = new Map<string, string | null>();
  for (const column of design.columns.filter(isCategory))
    finals.set(column.code, finalCode(item, column.code, design));
  const apart = new Map(aloneIn(design).map((code) => [code, finalCode(item, code, design)]));
  const about = finals.get(design.object);
  const values = [...(about === '0' ? ['0'] : finals.values()), ...apart.values()];
  if (values.includes('open')) return 'open';
  if (values.includes(null)) return null;
  const endOf = (yes: ReadonlySet<string>) => {
    const isYes = (value: string | null | undefined) => value != null && yes.has(value);
    const holds = (code: string) => isYes(about) && isYes(finals.get(code));
    return Object.fromEntries(
      codesOf(design, measured).map((code): [string, 0 | 1] => {
        if (apart.has(code)) return [code, isYes(apart.get(code)) ? 1 : 0];
        return [code, partsOf(code, design, measured).some(holds) ? 1 : 0];
      }),
    );
  };
  return { low: endOf(new Set(['1'])), high: endOf(new Set(['1', 'undecidable'])) };
}

/** Whether an item has one code for every category, whatever the undecidable ones are. */
export function isDecided({ low, high }: Ends): boolean {
  return Object.keys(low).every((code) => low[code] === high[code]);
}

/** Counts an item that is open under every code that it is open for; one that may not be about the object under all that need it. */
export function countOpen(
  counts: Map<string, number>,
  item: ItemCodes,
  design: SampleDesign,
  measured: readonly MeasuredCategory[],
): void {
  const isOpen = (code: string) => finalCode(item, code, design) === 'open';
  const about = finalCode(item, design.object, design);
  const alone = new Set(aloneIn(design));
  for (const code of codesOf(design, measured)) {
    const isOpenFor = alone.has(code)
      ? isOpen(code)
      : about === 'open' || (about !== '0' && partsOf(code, design, measured).some(isOpen));
    if (isOpenFor) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
}

function placed({
  sample,
  key,
  predicted,
  origin,
}: Pick<CodedPassage, 'sample' | 'predicted' | 'origin'> & { readonly key: SampleKey }) {
  const { item, document, passage, file, side, pattern, language } = key;
  return { sample, item, document, passage, file, side, pattern, language, predicted, origin };
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

/** What tells the stratum of a draw that something is in. */
export type Stratified = Pick<SampleStratum, 'side' | 'pattern' | 'language'>;

/** What a stratum is told by. */
export function stratumName({ side, pattern, language }: Stratified): string {
  return `${side}/${pattern}/${language}`;
}
