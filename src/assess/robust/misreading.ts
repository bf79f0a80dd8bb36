import type { CodedPassage, SideName } from '../../model/coding.ts';
import { sides } from '../../model/coding.ts';
import type { Pair } from '../../stats/logratio.ts';
import { binomialDraw } from '../../stats/simulate.ts';
import type { Substream } from '../../stats/substream.ts';
import { sum } from '../../stats/sum.ts';

/** How a lexicon reads passages with one category, and how many of them are coded. */
export type Misreading = {
  /** Share of the passages with it that the lexicon finds, and false hits for each passage with either pole. */
  readonly sensitivity: number;
  readonly falsely: number;
  /** Chance of being coded, of a hit and of a passage with it that the lexicon missed. */
  readonly hit: number;
  readonly missed: number;
};

/** Of both poles on either side. */
export type Misreadings = Readonly<Record<SideName, { readonly a: Misreading; readonly b: Misreading }>>;

/**
 * How a study's lexicon misreads both poles of a contrast, by what people coded, each passage weighed by how many it
 * stands for; null where on one side nobody saw either pole in any passage.
 */
export function misreadingsOf(
  passages: readonly Pick<CodedPassage, 'side' | 'truth' | 'predicted' | 'probability'>[],
  numerator: string,
  denominator: string,
): Misreadings | null {
  const of = (side: SideName) => {
    const own = passages.filter((one) => one.side === side);
    const framed = weightOf(own.filter(({ truth }) => truth[numerator] === 1 || truth[denominator] === 1));
    if (framed === 0) return null;
    return { a: misreading(own, numerator, framed), b: misreading(own, denominator, framed) };
  };
  const [source, policy] = sides.map(of);
  return source == null || policy == null ? null : { source, policy };
}

type Coded = Pick<CodedPassage, 'truth' | 'predicted' | 'probability'>;

function misreading(own: readonly Coded[], code: string, framed: number): Misreading {
  const hits = own.filter(({ predicted }) => predicted[code] === 1);
  const others = own.filter(({ predicted }) => predicted[code] !== 1);
  const isThere = ({ truth }: Coded) => truth[code] === 1;
  const [right, lost] = [weightOf(hits.filter(isThere)), weightOf(others.filter(isThere))];
  const wrong = weightOf(hits) - right;
  return {
    sensitivity: right + lost === 0 ? 1 : right / (right + lost),
    falsely: Math.min(1, wrong / framed),
    hit: chanceIn(hits),
    missed: chanceIn(others),
  };
}

function weightOf(some: readonly Coded[]): number {
  return sum(some.map(({ probability }) => 1 / probability));
}

/** The share that is coded of what some coded passages stand for; 1 of none, where nothing is to be weighed. */
function chanceIn(some: readonly Coded[]): number {
  return some.length === 0 ? 1 : some.length / weightOf(some);
}

/** What becomes of a document's true counts: as the lexicon reads them, and corrected by the codes of people. */
export function readAs(
  truth: Pair,
  { a, b }: Misreadings[SideName],
  random: Substream,
): { readonly lexicon: Pair; readonly corrected: Pair } {
  const framed = truth.a + truth.b;
  const [one, other] = [readOne(truth.a, framed, a, random), readOne(truth.b, framed, b, random)];
  return {
    lexicon: { a: one.lexicon, b: other.lexicon },
    corrected: { a: one.corrected, b: other.corrected },
  };
}

/** `g + (R / probability) (Y - g)` over passages: a missed one that is coded adds, a false hit that is coded takes away. */
function readOne(
  there: number,
  framed: number,
  { sensitivity, falsely, hit, missed }: Misreading,
  random: Substream,
) {
  const found = binomialDraw(there, sensitivity, random);
  const wrong = binomialDraw(framed, falsely, random);
  const added = binomialDraw(there - found, missed, random) / missed;
  const taken = binomialDraw(wrong, hit, random) / hit;
  return { lexicon: found + wrong, corrected: found + wrong + added - taken };
}
