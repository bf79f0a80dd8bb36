import { aloneWords, toldFirst } from '../model/alone-words.ts';
import type { ContrastFinding, Factor, Finding, Reason } from '../model/finding.ts';
import { factorWords, notTestableWords } from '../model/finding-words.ts';
import { fragilityWords, isFragile, reasonWords, verdictMeaning, verdictWords } from '../model/words.ts';

/** The number of the first screen, always the way round that is at least 1. */
export type Headline = { readonly value: string; readonly interval: string; readonly direction: string };

/** The dilution as a large number; null without an estimate, or where a verdict forbids to show one. */
export function headline(finding: ContrastFinding): Headline | null {
  const { dilution } = finding;
  if (dilution === null || finding.verdict === 'NOT_TESTABLE') return null;
  if (dilution.value >= 1) {
    const words = factorWords(dilution);
    return { value: words.value, interval: `${words.lower} to ${words.upper}`, direction: 'diluted' };
  }
  const words = factorWords({
    value: 1 / dilution.value,
    lower: 1 / dilution.upper,
    upper: 1 / dilution.lower,
  });
  return {
    value: words.value,
    interval: `${words.lower} to ${words.upper}`,
    direction: 'the other way round',
  };
}

/** Log odds without an interval as a factor. */
export function pointFactor(logOdds: number): Factor {
  const value = Math.exp(logOdds);
  return { value, lower: value, upper: value };
}

/** The smallest effect that matters, as a factor; 1 where a claim states a magnitude itself. */
export function smallestOf(finding: Finding): number {
  return 'smallestEffect' in finding ? Number(Math.exp(finding.smallestEffect).toFixed(2)) : 1;
}

/** Why the verdict is what it is, and what overturns it, in a few sentences. */
export function verdictReason(finding: Finding): string {
  const why = reasonFor(finding);
  if (!isFragile(finding)) return why;
  return `${why} Fragile: ${finding.fragile.map(fragilityWords).join(', and ')}.`;
}

function reasonFor(finding: Finding): string {
  const smallest = smallestOf(finding);
  if (finding.verdict === 'NOT_TESTABLE') return capital(`${notTestableWords(finding)}.`);
  const [reason] = finding.reasons;
  if (reason !== undefined && (toldFirst.has(reason) || finding.kind === 'overall')) return told(reason);
  if (finding.verdict === 'DESCRIBED') {
    const alone = aloneWords(finding);
    return `${told('secondary')}${alone === null ? '' : ` ${capital(alone)}.`}`;
  }
  if (finding.verdict !== 'INCONCLUSIVE' || !finding.reasons.includes('uncorrected')) {
    return capital(`${verdictMeaning(finding.verdict, smallest)}.`);
  }
  const { what, remedy } = reasonWords('uncorrected');
  const because = finding.reasons.includes('population_changed')
    ? `The number is ${what}. ${told('population_changed')}`
    : `The number is ${what}: ${remedy}.`;
  return finding.intervalVerdict === null
    ? because
    : `${because} Were the lexicon without error, the interval would say: ${verdictWords(finding.intervalVerdict)}.`;
}

function told(reason: Reason): string {
  const { what, remedy } = reasonWords(reason);
  return capital(`${what}: ${remedy}.`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
