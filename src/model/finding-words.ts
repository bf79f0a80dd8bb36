import { comparedInstitutions, scopeWords } from './decision.ts';
import type { ContrastFinding, Factor, Finding, Side } from './finding.ts';
import { numberSentence, overallSentence } from './outcome.ts';
import { inSentence, type Labels, reasonWords, sideLabel } from './words.ts';

/**
 * A factor with its interval: `6.2`, `3.9`, `12.8`. Two decimals below 2, because thresholds lie at 1 and
 * about 1.5; one below 20; none above.
 */
export function factorWords({ value, lower, upper }: Factor): Record<keyof Factor, string> {
  return { value: times(value), lower: times(lower), upper: times(upper) };
}

/** The outcome of a hypothesis as one clause, without full stop, at the scope at which it was tested. */
export function findingSentence(finding: Finding, labels: Labels): string {
  if (finding.verdict === 'NOT_TESTABLE') return `not testable: ${notTestableWords(finding)}`;
  if (finding.kind === 'overall') return scoped(finding, overallSentence(finding));
  const estimate =
    finding.kind === 'contrast'
      ? estimateSentence(finding, labels)
      : scoped(finding, numberSentence(finding));
  if (estimate === null) return 'no estimate could be made';
  return finding.corrected || finding.verdict === 'DESCRIBED'
    ? estimate
    : `${estimate}; ${reasonWords('uncorrected').what}, therefore inconclusive until passages are coded`;
}

/** The estimate with its interval and scope as one clause, without full stop; null where there is none. */
export function estimateSentence(finding: ContrastFinding, labels: Labels): string | null {
  return finding.dilution === null
    ? null
    : scoped(
        finding,
        finding.balance
          ? balanceSentence(finding, finding.dilution, labels)
          : oddsSentence(finding, finding.dilution),
      );
}

function scoped<Clause extends string | null>(finding: Finding, clause: Clause): Clause | string {
  return clause === null ? clause : `${scopeWords(finding.scope, comparedInstitutions(finding))}: ${clause}`;
}

function balanceSentence(finding: ContrastFinding, dilution: Factor, labels: Labels): string {
  const [source, policy] = finding.sides;
  const speaker = `${sideLabel(policy)} ${isPlural(policy) ? 'have' : 'has'}`;
  const passages = `${inSentence(labels(finding.numerator))} passages`;
  const base = `for each ${inSentence(labels(finding.denominator))} passage`;
  const { amount, interval } = comparison(dilution);
  return `${base}, ${speaker} ${amount[0]} ${passages} ${amount[1]} ${sideLabel(source)}, 95 % interval ${interval}`;
}

/** A contrast of one kind with all others: the odds of it on the side that the claim expects to have more. */
function oddsSentence({ unit, having, more, sides }: ContrastFinding, dilution: Factor): string {
  const [source, policy] = sides;
  const [own, other] = more === 'source' ? [source, policy] : [policy, source];
  const { amount, interval } = comparison(dilution, ['lower', 'higher']);
  return `the odds that ${unit} ${having} are ${amount[0]} for ${sideLabel(own)} ${amount[1]} for ${sideLabel(other)}, 95 % interval ${interval}`;
}

/** The factor and its interval the way round that reads above 1: `6.2 times fewer`, `3.9 to 9.8`. */
function comparison(
  factor: Factor,
  [more_, fewer_]: readonly [string, string] = ['more', 'fewer'],
): {
  readonly amount: readonly [string, string];
  readonly interval: string;
} {
  const more = factor.value < 1;
  const turned = more ? invert(factor) : factor;
  const amount: readonly [string, string] =
    decimals(turned.value, 2) === '1.00'
      ? [more_ === 'more' ? 'as many' : 'as high', 'as']
      : [`${factorWords(turned).value} times ${more ? more_ : fewer_}`, 'than'];
  if (turned.lower >= 1) {
    const words = factorWords(turned);
    return { amount, interval: `${words.lower} to ${words.upper}` };
  }
  const [back, forth] = more ? [fewer_, more_] : [more_, fewer_];
  const interval = `from ${times(1 / turned.lower)} times ${back} to ${times(turned.upper)} times ${forth}`;
  return { amount, interval };
}

/** Why a hypothesis cannot be tested and what would change that, as one clause without full stop. */
export function notTestableWords(finding: Finding): string {
  const [reason] = finding.reasons;
  if (reason === undefined) return 'not with this corpus';
  const failed = finding.gates.find((gate) => gate.passed === false && gate.reason === reason);
  const { what, remedy } = reasonWords(reason);
  const asked = failed === undefined ? '' : ` (expected ${failed.expected}, found ${failed.found})`;
  return `${what}${asked}: ${remedy}`;
}

/**
 * How wrong the lexicon would have to be, and in whose texts, for the difference to be its artefact;
 * null without an estimate.
 */
export function tippingWords(finding: ContrastFinding, labels: Labels): string | null {
  if (finding.tippingPoint === null) return null;
  const [source, policy] = finding.sides;
  const { toZero, toSmallestEffect } = finding.tippingPoint;
  const frame = inSentence(labels(finding.numerator));
  return (
    `the difference would vanish if the lexicon recognised ${frame} passages of ${sideLabel(policy)} ` +
    `${toZero < 1 ? 'only ' : ''}${hundred(toZero)} % as well as those of ${sideLabel(source)}; ` +
    `at ${hundred(toSmallestEffect)} % it would fall to the smallest effect that matters`
  );
}

function hundred(ratio: number): string {
  return decimals(ratio * 100, ratio < 0.1 ? 1 : 0);
}

function invert({ value, lower, upper }: Factor): Factor {
  return { value: 1 / value, lower: 1 / upper, upper: 1 / lower };
}

function isPlural(side: Side): boolean {
  return side.voices.length > 1 || sideLabel(side).endsWith('s');
}

function times(factor: number): string {
  return decimals(factor, factor < 2 ? 2 : factor < 20 ? 1 : 0);
}

function decimals(value: number, places: number): string {
  return value.toFixed(places);
}
