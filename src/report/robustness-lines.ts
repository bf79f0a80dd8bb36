import { attributionBounds, type Robustness, type SpecificationRow } from '../model/robustness.ts';
import { type Labels, verdictWords } from '../model/words.ts';
import { count, counted, statistic } from './numbers.ts';
import { robustnessReasonWords, variationName } from './robustness-words.ts';
import { sentence } from './sentence.ts';

/** The joint tests of all ways of counting, in sentences; empty without a curve. */
export function jointWords({ curve }: Robustness): string {
  if (curve === null) return '';
  const { named, typed, correctedTests } = curve;
  const scopeA =
    named.reason === null
      ? `one joint test of all ways of counting, documents of these institutions drawn anew, gives p = ${pText(named.median)} for the middle estimate and ${pText(named.stouffer)} for the sum (${count(named.draws)} draws)`
      : `no joint test of all ways of counting for these institutions: ${robustnessReasonWords(named.reason)}`;
  const scopeB =
    typed.reason === null
      ? `About types of institutions instead, ${typed.exact ? 'all' : 'random'} ${count(typed.draws)} relabellings give p = ${pText(typed.median)} and ${pText(typed.stouffer)}`
      : `About types of institutions there is no joint test: ${robustnessReasonWords(typed.reason)}`;
  const corrected =
    correctedTests === null
      ? ''
      : ` The corrected ways alone give p = ${pText(correctedTests.named.median)} and ${pText(correctedTests.named.stouffer)} for these institutions, ${pText(correctedTests.typed.median)} and ${pText(correctedTests.typed.stouffer)} about types.`;
  return `${sentence(scopeA)} ${sentence(scopeB)}${corrected} Ways of counting the same texts are not so many pieces of evidence: each is one test.`;
}

/** Which term the estimate hangs on most, in a sentence; none where terms were not left out in turn. */
export function influenceWords(
  { mostInfluential: most }: Robustness,
  labels: Labels,
  patternOf: (term: string) => string | null,
): string[] {
  if (most === null || most.change === null || most.estimate === null) return [];
  const where = most.passages === null ? '' : `, which is in ${counted(most.passages, 'passage')},`;
  return [
    `Of all terms ${variationName(most, labels, patternOf)}${where} moves the estimate most: without it it is ${logFactor(most.estimate.value)} times (${statistic(most.change)} in log odds).`,
  ];
}

/** What the estimate is by either extreme reading of what is said in another's name, in a sentence; none where it is not known. */
export function attributionWords(of: Robustness): string[] {
  const bounds = attributionBounds(of);
  if (bounds === null || bounds.none.value === null) return [];
  const told = ({ value, lower, upper }: SpecificationRow) =>
    value === null ? 'no number' : `${logFactor(value)} times (${logFactor(lower)} to ${logFactor(upper)})`;
  return [
    `Attributed frames are what a text says in another's name: counted for nobody, as here, ${told(bounds.none)}; all counted as the author's own, ${told(bounds.all)}${of.corrected ? ', both uncorrected, since people coded what authors say themselves' : ''}.`,
  ];
}

/** Whether lexicons of random words would have done as well, in a sentence. */
export function placeboWords({ placebo, uncorrected, corrected }: Robustness): string {
  if (placebo.reason !== null || placebo.median === null)
    return sentence(`No random lexicons: ${robustnessReasonWords(placebo.reason ?? 'no_contrast')}`);
  return `Would any lexicon have done? ${count(placebo.draws)} lexicons of random words, each as frequent as the term it stands for, give ${logFactor(placebo.median)} times in the middle and ${logFactor(placebo.lower)} to ${logFactor(placebo.upper)} in 95 of 100; ${logFactor(uncorrected?.value ?? null)} times or more${corrected ? ', which the lexicon gives uncorrected as these are,' : ''} comes about with p = ${pText(placebo.p)}.`;
}

/** What the institutions say of their types, with its heading; empty where no balances are known. */
export function scopeBWords(of: Robustness): string {
  const { difference } = of.typeTest;
  return of.reason !== null && difference === null
    ? ''
    : `About types of institutions (scope B). ${typeWords(of)}`;
}

/** What the institutions say, taken as a sample of their types, in sentences. */
export function typeWords({ typeTest }: Robustness): string {
  const { institutions, welch } = typeTest;
  const verdict = `${verdictWords(typeTest.verdict)}${typeTest.reason === null ? '' : `: ${robustnessReasonWords(typeTest.reason)}`}`;
  const numbers = [
    ...(typeTest.minimumP === null
      ? []
      : [
          `the least p that ${institutions[0]} against ${institutions[1]} can give is ${pText(typeTest.minimumP)}`,
        ]),
    ...(typeTest.p === null
      ? []
      : [
          `relabelling ${typeTest.exact ? 'in all' : 'at random in'} ${count(typeTest.relabellings)} ways gives ${pText(typeTest.p)}`,
        ]),
    ...(welch === null
      ? []
      : [`Welch's 90 % interval is ${logFactor(welch.lower)} to ${logFactor(welch.upper)} times`]),
    ...(typeTest.wildP === null ? [] : [`wild bootstrap p = ${pText(typeTest.wildP)}`]),
    ...(typeTest.cr2 === null ? [] : [`CR2 p = ${pText(typeTest.cr2.p)}`]),
  ];
  return `Taken as a sample of their types, the ${institutions[0] + institutions[1]} institutions say: ${sentence(verdict)} ${numbers.length === 0 ? '' : sentence(numbers.join('; '))}${typeTest.alone === null ? '' : ` Were the lexicon without error: ${verdictWords(typeTest.alone)}.`}`;
}

/** A p-value for a table on screen. */
export function pText(value: number | null): string {
  return value === null ? '–' : value < 0.001 ? '<0.001' : value.toFixed(3);
}

/** Log odds as a factor for a table on screen. */
export function logFactor(logarithm: number | null): string {
  if (logarithm === null) return '–';
  const times = Math.exp(logarithm);
  return times > 999 ? '>999' : times.toFixed(2);
}
