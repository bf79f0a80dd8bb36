import type { Effects, Resampled } from '../model/effects.ts';
import type { Finding } from '../model/finding.ts';
import { type EffectsOf, effectsIn } from '../model/finding-effects.ts';
import { counted, percent } from './numbers.ts';
import { pText as p } from './robustness-lines.ts';
import { robustnessReasonWords } from './robustness-words.ts';
import { sentence } from './sentence.ts';

/** The measures that a contrast is told in beside its log odds, with their digits. */
const measures = [
  ['odds ratio', 'oddsRatio', 2],
  ['difference of shares, percentage points', 'points', 1],
  ["Cliff's delta over documents", 'cliff', 2],
  ['log odds, studentised bootstrap', 'studentised', 2],
] as const;

/** One measure with its value and interval, and the same without correction where there is one. */
export type EffectLine = {
  readonly measure: string;
  readonly numbers: readonly {
    readonly value: Resampled | null;
    readonly text: string;
    readonly interval: string;
  }[];
};

/** One contrast in other measures, for a table: `heads` are what its numbers are, by column. */
export type EffectTable = {
  /** Of what, where a finding has several contrasts. */
  readonly of: string | null;
  readonly heads: readonly ('' | 'corrected' | 'uncorrected')[];
  readonly lines: readonly EffectLine[];
  /** Where the intervals are from. */
  readonly caption: string;
  /** What a random document says, and the sharp null, in sentences; empty where neither can be told. */
  readonly note: string;
};

/** Every contrast of a finding in other measures; measures that none of it has are left out. */
export function effectTables(finding: Finding): readonly EffectTable[] {
  return effectsIn(finding).map((one) => tableOf(finding, one));
}

function tableOf(finding: Finding, { institution, effects, uncorrectedEffects }: EffectsOf): EffectTable {
  const both = uncorrectedEffects === null ? [effects] : [effects, uncorrectedEffects];
  return {
    of: institution,
    heads: both.length > 1 ? ['corrected', 'uncorrected'] : [finding.corrected ? 'corrected' : ''],
    lines: measures
      .map(([measure, key, digits]) => ({ measure, numbers: both.map((one) => number(one[key], digits)) }))
      .filter(({ numbers }) => numbers.some(({ value }) => value !== null)),
    caption: `About the named institutions; ${intervalsFrom(both[0] ?? effects)}`,
    note: [documentWords(finding, both), nullWords(both)].filter((one) => one !== '').join(' '),
  };
}

function intervalsFrom({ reason, draws }: Effects): string {
  if (reason === null)
    return `intervals of 95 % from ${counted(draws, 'draw')} of documents within institutions`;
  if (reason === 'distinct_units')
    return `the interval of the odds ratio is the estimate's own, that of Cliff's delta from ${counted(draws, 'draw')} of documents; none of shares: ${robustnessReasonWords(reason)}`;
  return `no intervals by draws: ${robustnessReasonWords(reason)}`;
}

/** What two documents picked at random, or one with both measures, would show. */
function documentWords(finding: Finding, both: readonly Effects[]): string {
  const known = both.find(({ commonLanguage }) => commonLanguage !== null)?.commonLanguage ?? null;
  if (known === null) return '';
  const blind = finding.corrected
    ? ', as the lexicon sees them: corrections are of totals, not of single documents'
    : '';
  if (finding.kind === 'paired')
    return sentence(
      `In ${percent(known)} of the documents that have both, ties halved, the first leans more to it than the second${blind}`,
    );
  if (finding.kind !== 'contrast')
    return sentence(
      `Of a document of either picked at random, that of the first has the larger share in ${percent(known)} of cases${blind}`,
    );
  const { more } = finding;
  const other = more === 'source' ? 'policy' : 'source';
  const has = finding.balance ? 'leans more to the claimed pole' : 'has the larger share';
  return sentence(
    `Of a ${more} document and a ${other} document picked at random, the ${more} one ${has} in ${percent(known)} of cases${blind}`,
  );
}

function nullWords([effects, uncorrected]: readonly Effects[]): string {
  if (effects === undefined || effects.sharpNull === null) return '';
  const before = uncorrected == null ? '' : ` (uncorrected ${p(uncorrected.sharpNull)})`;
  return `That it makes no difference at all whose a document is has p = ${p(effects.sharpNull)}${before}; differences between institutions of one side count against that too.`;
}

function number(value: Resampled | null, digits: number): EffectLine['numbers'][number] {
  if (value === null) return { value, text: '–', interval: '–' };
  const { lower, upper } = value;
  return {
    value,
    text: fixed(value.value, digits),
    interval: lower === null || upper === null ? '–' : `${fixed(lower, digits)} to ${fixed(upper, digits)}`,
  };
}

function fixed(value: number, digits: number): string {
  return Math.abs(value) > 99_999 ? '>99,999' : value.toFixed(digits).replace('-', '−');
}
