import {
  type End,
  type Estimate,
  type Finding,
  mostRealistic,
  type OrderFinding,
  type OverallFinding,
  type Share,
  type ThresholdFinding,
} from './finding.ts';

/** What a finding without two sides came to, as one clause without full stop; null without a number. */
export function numberSentence(finding: Exclude<Finding, OverallFinding>): string | null {
  switch (finding.kind) {
    case 'threshold':
      return thresholdSentence(finding);
    case 'minimum':
    case 'paired':
      return orderSentence(finding);
    case 'diversity':
    case 'activities':
      return finding.rows
        .map(
          ({ institution, values }) => `${institution} ${values[0] == null ? '–' : plainNumber(values[0])}`,
        )
        .join(', ')
        .replace(/^/, `${finding.columns[0] ?? ''}: `);
    case 'contrast':
    case 'untested':
      return null;
  }
}

/** The parts of a claim as a whole and how each came out. */
export function overallSentence({ ways }: OverallFinding): string {
  return ways
    .map(({ title, verdict, fragile, parts }) => {
      const open = parts.filter((part) => (verdict === 'CONTRADICTED' ? isAgainst(part) : !part.supports));
      const names = open.map(({ hypothesis }) => hypothesis).join(', ');
      const of = parts.map(({ hypothesis }) => hypothesis).join(' and ');
      return `${title} (${of}): ${verdict.toLowerCase()}${fragile.length === 0 ? '' : ' (fragile)'}${names === '' ? '' : ` by ${names}`}`;
    })
    .join('; ');
}

function isAgainst({ verdict }: OverallFinding['ways'][number]['parts'][number]): boolean {
  return verdict.startsWith('CONTRADICTED');
}

function thresholdSentence(finding: ThresholdFinding): string | null {
  const { share, uncorrectedShare, threshold, direction, unit, having, interval } = finding;
  if (share === null) return null;
  // Corrected documents are no counts.
  const isCounted = uncorrectedShare === null && interval === 'wilson';
  const counts = isCounted || Number.isInteger(share.x) ? `${share.x} of ${share.n} ${unit}` : unit;
  const more = neededWords(
    finding,
    (needed) => `; about ${needed} of the same share would decide it`,
    `; it is so near that no realistic number, up to ${mostRealistic}, would decide it`,
  );
  return `${counts} ${having}: ${shareWords(share)}, where the claim asks for ${direction === 'above' ? 'more' : 'less'} than ${hundredths(threshold)} %${more}`;
}

function orderSentence({ estimate, unit, having, kind }: OrderFinding): string | null {
  if (estimate === null) return null;
  const [value, lower, upper] = [estimate.value, estimate.lower, estimate.upper].map(factor);
  const what = kind === 'minimum' ? 'the smaller of the differences is' : 'the odds differ by';
  return `${unit} ${having}: ${what} a factor of ${value}, 95 % interval ${lower} to ${upper}, above 1 as claimed`;
}

/** A share in per cent with its interval: `60 % (31 to 83)`. */
export function shareWords({ value, lower, upper }: Pick<Share, 'value' | 'lower' | 'upper'>): string {
  return `${hundredths(value)} % (${hundredths(lower)} to ${hundredths(upper)})`;
}

/** A share as a whole number of hundredths; one decimal below one and above ninety-nine. */
export function hundredths(share: number): string {
  const value = share * 100;
  const coarse = (value >= 1 && value <= 99) || value === 0 || value === 100;
  return value.toFixed(coarse ? 0 : 1);
}

/** The number of a finding as a row shows it, short; null without one. */
export function shortNumber(finding: Finding): string | null {
  if (finding.verdict === 'NOT_TESTABLE') return null;
  switch (finding.kind) {
    case 'contrast': {
      if (finding.dilution === null) return null;
      const { value, lower, upper } = finding.dilution;
      return `${times(value)} × (${times(lower)} to ${times(upper)})`;
    }
    case 'threshold':
      return finding.share === null ? null : shareWords(finding.share);
    case 'minimum':
    case 'paired': {
      if (finding.estimate === null) return null;
      return factorRange(finding.estimate);
    }
    case 'diversity':
    case 'activities': {
      const values = finding.rows.flatMap(({ values: [first] }) => first ?? []);
      return values.length === 0 ? null : values.map(plainNumber).join(' · ');
    }
    case 'overall':
    case 'untested':
      return null;
  }
}

/** The number of the lexicon alone, beside one that codings correct; null without one. */
export function uncorrectedNumber(finding: Finding): string | null {
  if (finding.verdict === 'NOT_TESTABLE' || !finding.corrected) return null;
  // Log odds from a threshold are no factor that means anything by itself.
  if (finding.kind === 'threshold')
    return finding.uncorrectedShare === null ? null : shareWords(finding.uncorrectedShare);
  return finding.uncorrected === null ? null : factorRange(finding.uncorrected);
}

/**
 * What this study could have shown, beside whatever it left open: the smallest true effect that one of its size finds in
 * 80 of 100; null without one.
 */
export function powerWords(finding: Finding): string | null {
  const isOpen = finding.verdict === 'INCONCLUSIVE' || finding.intervalVerdict === 'INCONCLUSIVE';
  if (!isOpen) return null;
  if (finding.kind !== 'threshold')
    return finding.detectable === null ? null : `would find ${factor(finding.detectable)} times or more`;
  const { share, threshold, direction, detectableShare } = finding;
  if (share === null) return null;
  const side = direction === 'above' ? 'more' : 'less';
  const shown =
    detectableShare === null
      ? `too few to show any share of ${side} than ${hundredths(threshold)} %`
      : `would find a share of ${hundredths(detectableShare)} % or ${side}`;
  const more = neededWords(
    finding,
    (needed) => `; about ${needed} with this share would decide it`,
    `; too near ${hundredths(threshold)} % for any realistic number to decide`,
  );
  return `${shown}${more}`;
}

/** What a finding is with undecidable passages counted against the claim, and for it, as a clause; null without any. */
export function undecidableWords(finding: Finding): string | null {
  if (finding.undecidable == null) return null;
  const { items, against, favour } = finding.undecidable;
  const what = items === 1 ? 'the one coded item' : `the ${items} coded items`;
  return `${what} that nobody can decide ${items === 1 ? 'is' : 'are'} left out; counted against the claim it is ${endWords(against)}, for it ${endWords(favour)}, and a verdict stands only by all three`;
}

function endWords({ estimate, share }: End): string {
  if (share !== null) return shareWords(share);
  if (estimate === null) return 'no number';
  return factorRange(estimate);
}

/** Log odds with their interval as factors: `3.2 × (1.91 to 5.4)`. */
function factorRange({ value, lower, upper }: Pick<Estimate, 'value' | 'lower' | 'upper'>): string {
  return `${factor(value)} × (${factor(lower)} to ${factor(upper)})`;
}

/** What is said of how many units would decide a share, or of no realistic number doing so; nothing where it is decided. */
function neededWords(
  { share, interval, intervalVerdict, needed }: ThresholdFinding,
  words: (needed: number) => string,
  otherwise: string,
): string {
  if (share === null || interval !== 'wilson' || intervalVerdict !== 'INCONCLUSIVE') return '';
  if (needed === null) return otherwise;
  return needed <= share.n ? '' : words(upwards(needed));
}

/** A number rounded upwards to two digits. */
function upwards(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / step) * step;
}

function factor(logOdds: number): string {
  return times(Math.min(Math.max(Math.exp(logOdds), Number.MIN_VALUE), Number.MAX_VALUE));
}

function times(value: number): string {
  if (value >= 1000) return '> 999';
  if (value < 0.01) return '< 0.01';
  return value.toFixed(value < 2 ? 2 : value < 20 ? 1 : 0);
}

function plainNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

/** Documents of which institutions a finding lacks: `COSIPLAN, IIRSA`; null where it lacks none. */
export function missingWords({ gates }: Finding): string | null {
  const missing = gates.find(({ reason }) => reason === 'institution_missing');
  return missing === undefined ? null : `no ${missing.expected}`;
}
