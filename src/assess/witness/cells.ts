import type { Claim, Measure, TestedHypothesis } from '../../model/claim.ts';
import type { Finding } from '../../model/finding.ts';
import type { Described, StudyFile } from '../../model/study.ts';
import type { Telling } from '../../model/witness.ts';
import { measured } from '../measure.ts';
import { isNamed } from '../on.ts';

/** Whose words of which kind speak for or against a hypothesis. */
export type WitnessCell = {
  readonly tells: Telling;
  readonly kind: 'a' | 'b';
  /** Its poles are codes. */
  readonly measure: Measure;
  readonly isWanted: (source: Pick<Described, 'institution' | 'voice'>) => boolean;
};

type Wanted = WitnessCell['isWanted'];

/**
 * Where to look for witnesses: what the hypothesis says there is more of where it says so speaks for it, the same on the
 * other side against it, and the other kind the other way round, unless that is but the absence of the first. A mix or
 * a list of activities has none: no single passage speaks for it.
 */
export function witnessCells(
  claim: Pick<Claim, 'institutions'>,
  hypothesis: TestedHypothesis,
  finding: Finding,
  study: Pick<StudyFile, 'poles' | 'contrast'>,
): readonly WitnessCell[] {
  const { comparison } = hypothesis;
  const measure = resolved(hypothesis.id, hypothesis.measure, study);
  const cell = (tells: Telling, kind: 'a' | 'b', isWanted: Wanted, of: Measure = measure): WitnessCell => ({
    tells,
    kind,
    measure: of,
    isWanted,
  });
  const out = leftOut(finding);
  const on = (side: string): Wanted => {
    if (side !== 'source' && side !== 'policy') {
      const named = isNamed(claim.institutions[side] ?? []);
      return ({ institution }) => named(institution);
    }
    const voices = study.contrast[side];
    return ({ institution, voice }) =>
      voice !== null && voices.includes(voice) && !out.has(institution ?? '(none)');
  };
  const two = (more: Wanted, less: Wanted): readonly WitnessCell[] => [
    cell('for', 'a', more),
    ...(hasOther(measure) ? [cell('for', 'b', less)] : []),
    cell('against', 'a', less),
    ...(hasOther(measure) ? [cell('against', 'b', more)] : []),
  ];
  switch (comparison.by) {
    case 'contrast':
      return two(on(comparison.more), on(comparison.more === 'source' ? 'policy' : 'source'));
    case 'minimum': {
      const more = comparison.of.map(on);
      return two((source) => more.some((isOne) => isOne(source)), on(comparison.than));
    }
    case 'threshold': {
      const claimed = comparison.above === undefined ? 'b' : 'a';
      const other = claimed === 'a' ? 'b' : 'a';
      return [cell('for', claimed, on(comparison.on)), cell('against', other, on(comparison.on))];
    }
    case 'paired': {
      const done = resolved(hypothesis.id, comparison.with, study);
      const side = on(comparison.on);
      return [
        cell('for', 'a', side),
        cell('for', 'b', side, done),
        cell('against', 'b', side),
        cell('against', 'a', side, done),
      ];
    }
    case 'diversity':
    case 'none':
      return [];
  }
}

/** Whether what is not of the claimed kind is itself named in the text, and not told by silence. */
function hasOther(measure: Measure): boolean {
  switch (measure.count) {
    case 'passages':
      return measure.against !== undefined;
    case 'mentions':
    case 'beneficiaries':
    case 'actors':
    case 'objectives':
      return true;
    case 'documents':
    case 'substantive_documents':
    case 'activities':
      return false;
  }
}

function resolved(hypothesis: string, measure: Measure, study: Pick<StudyFile, 'poles'>): Measure {
  return measured(hypothesis, measure, study.poles).measure;
}

/** Institutions that a tested number does not rest on. */
function leftOut(finding: Finding): ReadonlySet<string> {
  if (finding.verdict === 'NOT_TESTABLE') return new Set();
  const parts =
    finding.kind === 'contrast'
      ? finding.sides.flatMap(({ institutions }) => institutions)
      : finding.kind === 'threshold'
        ? finding.parts
        : [];
  return new Set(parts.flatMap((part) => (part.leftOut === null ? [] : [part.institution])));
}
