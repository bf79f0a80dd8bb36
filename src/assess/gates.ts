import type { GateId } from '../model/claim.ts';
import type { Gate, Reason, Side, Stratum } from '../model/finding.ts';
import { sideLabel } from '../model/words.ts';
import { stratumName } from './gather.ts';

/** Least a side needs (docs/method.md 1.2). */
const DOCUMENTS = 5;
const EFFECTIVE_DOCUMENTS = 4;
const FRAMED_PASSAGES = 20;
/** Least share of framed passages in strata that both sides have. */
const OVERLAP = 0.5;

/** What the gates look at. */
export type Evidence = { readonly sides: readonly [Side, Side]; readonly strata: readonly Stratum[] };

/** Holds the evidence against one gate. Nothing has been coded by people, so two gates have nothing to check. */
export function gateOf(gate: GateId, evidence: Evidence): Gate {
  switch (gate) {
    case 'documents':
      return documents(evidence);
    case 'framed_passages':
      return framedPassages(evidence);
    case 'overlap':
      return overlap(evidence);
    case 'reliability':
      return {
        gate,
        passed: null,
        expected: "Krippendorff's alpha with a lower 95 % bound of 0.667 or more",
        found: 'no codings',
        reason: null,
      };
    case 'validation':
      return {
        gate,
        passed: null,
        expected: '100 coded passages a side, 30 of them without a hit',
        found: 'no codings',
        reason: 'uncorrected',
      };
  }
}

/**
 * Why a contrast cannot be tested, or null where it can: what the sides lack altogether before what they
 * have too little of, and this in the order of the gates.
 */
export function obstacle(evidence: Evidence, gates: readonly Gate[]): Reason | null {
  const { sides, strata } = evidence;
  if (sides.some((side) => side.documents === 0)) return 'no_documents';
  if (!sides.every(hasFrames)) return 'too_few_framed_passages';
  if (!strata.some(({ source, policy }) => source > 0 && policy > 0)) return 'no_common_support';
  const failed = gates.find(({ passed }) => passed === false);
  if (failed !== undefined) return failed.reason;
  return sides.some(({ theta }) => theta === null) ? 'too_few_documents' : null;
}

function documents({ sides }: Evidence): Gate {
  const empty = sides.some((side) => side.documents === 0);
  const few = sides.some((side) => side.framedDocuments < DOCUMENTS);
  const uneven = sides.some((side) => side.effectiveDocuments < EFFECTIVE_DOCUMENTS);
  return {
    gate: 'documents',
    passed: !few && !uneven,
    expected: `${DOCUMENTS} documents with framed passages a side, worth ${EFFECTIVE_DOCUMENTS} of equal size`,
    found: bySide(sides, (side) => {
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

function framedPassages({ sides }: Evidence): Gate {
  const few = sides.some((side) => side.framedPassages < FRAMED_PASSAGES);
  return {
    gate: 'framed_passages',
    passed: !few,
    expected: `${FRAMED_PASSAGES} framed passages a side`,
    found: bySide(sides, (side) => String(side.framedPassages)),
    reason: few ? 'too_few_framed_passages' : null,
  };
}

function overlap({ sides, strata }: Evidence): Gate {
  const { all, compared } = framedIn(strata);
  const passed = all > 0 && compared / all >= OVERLAP;
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
    expected: `${OVERLAP * 100} % of framed passages in languages and periods that both sides have`,
    found: passed ? share : `${share}; ${bySide(sides, held)}`,
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
function alone({ institutions }: Side): string {
  const left = institutions.filter(({ leftOut }) => leftOut === 'one_document').length;
  return left === 0 ? '' : ` (${left} left out as the only one of their institution)`;
}

function bySide(sides: readonly Side[], describe: (side: Side) => string): string {
  return sides.map((side) => `${sideLabel(side)}: ${describe(side)}`).join('; ');
}
