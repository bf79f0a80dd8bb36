import type { Claim, Hypothesis } from './claim.ts';
import type { Finding } from './finding.ts';

/** Where a hypothesis stands in its source, in our own words, with the section where the claim names it. */
export function anchorWords({ anchor, section }: Pick<Hypothesis, 'anchor' | 'section'>): string {
  return section === undefined ? anchor : `${anchor} (Section: ${section}.)`;
}

/** Whom a claim is about, as a sentence; one that does not say is about what the corpus holds. */
export function populationWords({ population }: Pick<Claim, 'population'>): string {
  return population === undefined
    ? 'The claim names no population, so that it is about the documents of this corpus.'
    : `The claim is about ${population}.`;
}

/**
 * Whom a hypothesis is about where the claim does not say it, and as types at scope B where it could be tested at all; null
 * where there is nothing to add.
 */
export function ownPopulationWords(
  { population, types }: Pick<Hypothesis, 'population' | 'types'>,
  { verdict }: Pick<Finding, 'verdict'>,
): string | null {
  const told = [
    ...(population === undefined ? [] : [`About ${population}.`]),
    ...(types === undefined || verdict === 'NOT_TESTABLE'
      ? []
      : [`The test on types of institutions beside it (scope B) is about ${types}.`]),
  ];
  return told.length === 0 ? null : told.join(' ');
}
