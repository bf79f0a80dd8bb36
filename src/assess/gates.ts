import { type Bars, protocolBars } from '../model/bars.ts';
import type { GateId } from '../model/claim.ts';
import { doubleShare, fewestDouble } from '../model/coding.ts';
import type { Reliability } from '../model/correction.ts';
import { type FieldQuality, f1Words, fieldLabel, standing } from '../model/field.ts';
import type { Gate, Reason, Side, Stratum } from '../model/finding.ts';
import { sideLabel } from '../model/words.ts';
import { effectiveNumber } from '../stats/kish.ts';
import { stratumName } from './gather.ts';

/** What people coded for a measure: the agreement on its worst category, and passages by side. */
export type Codings = {
  /** What was coded; passages where left out. */
  readonly unit?: 'passages' | 'documents';
  readonly reliability: Reliability | null;
  /** Of these, those that two people or more coded. */
  readonly twice: number;
  /** Items that were coded and not decided: coders differ, or one could not tell. None where left out. */
  readonly open?: number;
  readonly coded: readonly {
    readonly passages: number;
    readonly nonHits: number;
    readonly isSimulated: boolean;
    /** Of documents: whether they are all that there are, and all without a hit. */
    readonly isAll?: boolean;
    readonly areAllNonHits?: boolean;
  }[];
};

/** What of a side the gates count: of one side of a contrast, of one measure, or of one institution. */
export type Amount = Pick<Side, 'documents' | 'framedDocuments' | 'framedPassages' | 'effectiveDocuments'> & {
  readonly label: string;
  /** Documents left out as the only one of their institution. */
  readonly alone: number;
};

/** Two sides that are compared with one another, and where they stand. */
export type Compared = { readonly sides: readonly Side[]; readonly strata: readonly Stratum[] };

/** What the gates look at: both sides of a contrast, or the one of a threshold. */
export type Evidence = Compared & {
  /** What is counted where it is not what sides are made of. */
  readonly amounts?: readonly Amount[];
  /** Where more than two are compared: each two of them. */
  readonly pairs?: readonly Compared[];
  /** Null where nothing was coded. */
  readonly codings?: Codings | null;
  /** How well each field is read that the numbers are made of; null for one that people were not asked about. */
  readonly extraction?: readonly (FieldQuality | null)[];
};

/** Holds the evidence against one gate, by the numbers that the claim asks for. Without codings three gates have nothing to check. */
export function gateOf(gate: GateId, evidence: Evidence, bars: Bars = protocolBars): Gate {
  const found = checked(gate, evidence, bars);
  const theirs = checked(gate, evidence, protocolBars).expected;
  // A bar that the claim sets itself is never told without the one that it departs from.
  return theirs === found.expected
    ? found
    : { ...found, expected: `${found.expected} (the protocol: ${theirs})` };
}

function checked(gate: GateId, evidence: Evidence, bars: Bars): Gate {
  switch (gate) {
    case 'documents':
      return documents(evidence, bars);
    case 'framed_passages':
      return framedPassages(evidence, bars);
    case 'overlap':
      return overlap(evidence, bars);
    case 'extraction':
      return extraction(evidence, bars);
    case 'reliability':
      return reliability(evidence, bars);
    case 'validation':
      return validation(evidence, bars);
  }
}

/** The worst of its fields decides; where one was not coded at all, a field that is known to be misread still fails it. */
function extraction({ extraction: fields = [] }: Evidence, { f1 }: Bars): Gate {
  const known = fields.flatMap((one) => one ?? []);
  const isPoor = known.some((one) => standing(one, f1) === 'poor');
  const isUnknown = known.some((one) => standing(one, f1) === 'unknown');
  const isWhole = known.length > 0 && known.length === fields.length;
  return {
    gate: 'extraction',
    passed: isPoor || isUnknown ? false : isWhole ? true : null,
    expected: `F1 of every field with a lower 95 % bound of ${f1} or more`,
    found:
      known.length === 0
        ? 'no codings'
        : `${known.map((one) => `${fieldLabel(one.field)}: ${f1Words(one)}`).join('; ')}${isWhole ? '' : '; others not coded'}${known.some(({ isSimulated }) => isSimulated) ? ', simulated coders' : ''}`,
    reason: isPoor ? 'extraction_inaccurate' : isUnknown ? 'extraction_unvalidated' : null,
  };
}

function reliability({ codings = null }: Evidence, { alpha }: Bars): Gate {
  const expected = `Krippendorff's alpha with a lower 95 % bound of ${alpha} or more, and every difference decided`;
  if (codings === null)
    return { gate: 'reliability', passed: null, expected, found: 'no codings', reason: null };
  const { reliability: found } = codings;
  if (found === null)
    return {
      gate: 'reliability',
      passed: false,
      expected,
      found: `none${by(codings)}: ${missingAgreement(codings)}`,
      reason: 'agreement_unknown',
    };
  const { open = 0 } = codings;
  const isAgreed = found.lower >= alpha;
  // Of a rare code the interval says how little was coded twice, and not that coders differ.
  const few =
    isAgreed || found.alpha < alpha
      ? ''
      : `; enough by itself, with too wide an interval: have more ${codings.unit ?? 'passages'} coded twice that hold it`;
  return {
    gate: 'reliability',
    passed: isAgreed && open === 0,
    expected,
    found: `${found.alpha.toFixed(3)} (${found.lower.toFixed(3)} to ${found.upper.toFixed(3)})${open === 0 ? '' : `, ${open} of the passages not decided`}${few}${by(codings)}`,
    reason: !isAgreed ? 'unreliable_codings' : open > 0 ? 'codings_open' : null,
  };
}

/** What remains to be coded before coders can be held against each other: a fifth, and a hundred where there are as many. */
function missingAgreement({ unit = 'passages', twice, coded }: Codings): string {
  const all = coded.reduce((sum, one) => sum + one.passages, 0);
  const wanted = Math.min(
    all,
    Math.max(unit === 'passages' ? fewestDouble : 0, Math.ceil(doubleShare * all)),
  );
  if (wanted > twice)
    return `a second coder must code ${wanted - twice}${twice === 0 ? '' : ' more'} of the ${all} coded ${unit}`;
  return `the ${twice} ${unit} that two people coded do not differ enough; have some coded twice that hold it and some that do not`;
}

function validation({ sides, codings }: Evidence, bars: Bars): Gate {
  const coded = codings?.coded ?? null;
  const ofDocuments = codings?.unit === 'documents';
  const [least, leastNonHits] = ofDocuments
    ? [bars.coded_documents, bars.document_non_hits]
    : [bars.coded_passages, bars.non_hits];
  const isEnough = ({ passages, nonHits, isAll, areAllNonHits }: Codings['coded'][number]) =>
    passages > 0 &&
    (passages >= least || isAll === true) &&
    (nonHits >= leastNonHits || areAllNonHits === true);
  const passed = coded === null ? null : coded.length > 0 && coded.every(isEnough);
  return {
    gate: 'validation',
    passed,
    expected: ofDocuments
      ? `${least} documents coded whole a side, ${leastNonHits} of them without a hit, or all that there are`
      : `${least} coded passages a side, ${leastNonHits} of them without a hit`,
    found:
      coded === null
        ? 'no codings'
        : `${coded
            .map((one, at) => {
              const side = sides[at];
              return `${side === undefined ? 'coded' : sideLabel(side)}: ${one.passages}, ${one.nonHits} of them without a hit`;
            })
            .join('; ')}${by(codings)}`,
    reason: passed === true ? null : 'uncorrected',
  };
}

/** Coders who are none are told apart wherever codings are. */
function by(codings: Codings | null | undefined): string {
  return codings?.coded.some(({ isSimulated }) => isSimulated) ? ', simulated coders' : '';
}

/** An amount from what each document counts that counts anything, of so many documents. */
export function amountOf(label: string, documents: number, counts: readonly number[]): Amount {
  return {
    label,
    documents,
    framedDocuments: counts.length,
    framedPassages: counts.reduce((sum, count) => sum + count, 0),
    effectiveDocuments: effectiveNumber(counts),
    alone: 0,
  };
}

/** Why there is too little for a test, by the first gate that counts and fails; null where there is enough. */
export function tooLittle(gates: readonly Gate[]): Reason | null {
  const isCounting = ({ gate }: Gate) => gate === 'documents' || gate === 'framed_passages';
  return gates.find((gate) => isCounting(gate) && gate.passed === false)?.reason ?? null;
}

/**
 * Why a contrast cannot be tested, or null where it can: what the sides lack altogether before what they
 * have too little of, and this in the order of the gates.
 */
export function obstacle({ sides, strata }: Compared, gates: readonly Gate[]): Reason | null {
  if (sides.some((side) => side.documents === 0)) return 'no_documents';
  if (!sides.every(hasFrames)) return 'too_few_framed_passages';
  if (sides.length > 1 && !strata.some(({ source, policy }) => source > 0 && policy > 0))
    return 'no_common_support';
  const failed = gates.find(({ gate, passed }) => passed === false && !isOfCodings(gate));
  if (failed !== undefined) return failed.reason;
  const alone = unheld(gates);
  if (alone !== null) return alone;
  return sides.some(({ theta }) => theta === null) ? 'too_few_documents' : null;
}

/**
 * Why codes cannot correct an estimate though there are enough of them: whether coders agree is not known. Null where they
 * are too few, since the estimate is then uncorrected whoever coded.
 */
export function unheld(gates: readonly Gate[]): Reason | null {
  const isValidated = gates.some(({ gate, passed }) => gate === 'validation' && passed === true);
  return isValidated && gates.some(({ reason }) => reason === 'agreement_unknown')
    ? 'agreement_unknown'
    : null;
}

/**
 * Gates on codes that correct an estimate forbid no test, but where nobody knows whether coders agree (`unheld`): they keep
 * its verdict from being more than inconclusive. That on how mentions are read does, once people have shown it.
 */
function isOfCodings(gate: GateId): boolean {
  return gate === 'reliability' || gate === 'validation';
}

function amountsIn({ sides, amounts }: Evidence): readonly Amount[] {
  return (
    amounts ??
    sides.map((side) => ({
      ...side,
      label: sideLabel(side),
      alone: side.institutions.filter(({ leftOut }) => leftOut === 'one_document').length,
    }))
  );
}

function documents(evidence: Evidence, bars: Bars): Gate {
  const amounts = amountsIn(evidence);
  const empty = amounts.some((side) => side.documents === 0);
  const few = amounts.some((side) => side.framedDocuments < bars.documents);
  const uneven = amounts.some((side) => side.effectiveDocuments < bars.effective_documents);
  return {
    gate: 'documents',
    passed: !few && !uneven,
    expected: `${bars.documents} documents with framed passages a side, worth ${bars.effective_documents} of equal size`,
    found: told(amounts, (side) => {
      if (side.documents === 0) return 'no documents';
      return `${side.framedDocuments} of ${side.documents}, worth ${side.effectiveDocuments.toFixed(1)}${alone(side)}`;
    }),
    reason: empty
      ? 'no_documents'
      : few
        ? 'too_few_documents'
        : uneven
          ? 'too_few_effective_documents'
          : null,
  };
}

function framedPassages(evidence: Evidence, { framed_passages: least }: Bars): Gate {
  const amounts = amountsIn(evidence);
  const few = amounts.some((side) => side.framedPassages < least);
  return {
    gate: 'framed_passages',
    passed: !few,
    expected: `${least} framed passages a side`,
    found: told(amounts, ({ framedPassages: count }) => String(Math.floor(count))),
    reason: few ? 'too_few_framed_passages' : null,
  };
}

function overlap({ pairs, ...evidence }: Evidence, { overlap: least }: Bars): Gate {
  const [first, ...others] = (pairs ?? [evidence]).map((pair) => overlapOf(pair, least));
  return (
    others.find(({ passed }) => passed === false && first?.passed !== false) ??
    first ??
    overlapOf(evidence, least)
  );
}

function overlapOf({ sides, strata }: Compared, least: number): Gate {
  const { all, compared } = framedIn(strata);
  const passed = all > 0 && compared / all >= least;
  // Rounded down, so that a share just short of what is asked for never reads as if it were enough.
  const share = `${all === 0 ? 0 : Math.floor((100 * compared) / all)} %`;
  const held = (side: Side) =>
    strata
      .filter((stratum) => stratum[side.role] > 0)
      .map(stratumName)
      .join(', ') || 'no framed passages';
  return {
    gate: 'overlap',
    passed,
    expected: `${Number((least * 100).toFixed(6))} % of framed passages in languages and periods that both sides have`,
    found: passed
      ? share
      : `${share}; ${sides.map((side) => `${sideLabel(side)}: ${held(side)}`).join('; ')}`,
    reason: passed ? null : 'no_common_support',
  };
}

/** Framed passages of both sides in all strata and in the compared ones. */
export function framedIn(strata: readonly Stratum[]): { readonly all: number; readonly compared: number } {
  const sum = (some: readonly Stratum[]) =>
    some.reduce((total, { source, policy }) => total + source + policy, 0);
  return { all: sum(strata), compared: sum(strata.filter(({ compared }) => compared)) };
}

function hasFrames({ institutions }: Side): boolean {
  return institutions.some(({ leftOut }) => leftOut !== 'no_framed_passage');
}

/** Names what a reader would otherwise miss in the count. */
function alone({ alone: left }: Amount): string {
  return left === 0 ? '' : ` (${left} left out as the only one of their institution)`;
}

function told(amounts: readonly Amount[], describe: (amount: Amount) => string): string {
  return amounts.map((amount) => `${amount.label}: ${describe(amount)}`).join('; ');
}
