import { gates as gateOrder } from '../model/claim.ts';
import type { Gate, IntervalVerdict, Tests, ThresholdFinding } from '../model/finding.ts';
import { unheld } from './gates.ts';
import { codedBy, noTests, type Question } from './question.ts';
import { verdictBefore } from './verdict.ts';

/**
 * A share of distinct units that people's codes of passages stand beside: neither alone decides. Distinct actors of a
 * corpus are no sum over passages, so that codes cannot correct their number; what codes can tell is how often passages
 * name either kind. The verdict stands where both intervals say it, with the larger of both p (docs/method.md 2.5).
 */
export function agreeing(units: Question, passages: Question): Question {
  return {
    add(parts) {
      units.add(parts);
      passages.add(parts);
    },
    finish() {
      const [own, coded] = [units.finish(), passages.finish()];
      return own.kind === 'threshold' && coded.kind === 'threshold' ? both(own, coded) : own;
    },
  };
}

function both(own: ThresholdFinding, coded: ThresholdFinding): ThresholdFinding {
  const told = together(own, coded);
  // What people coded of passages changes nothing where the units cannot be told, or the passages cannot.
  if (own.share === null) return { ...own, gates: told };
  const alone = unheld(coded.gates);
  if (alone !== null) return { ...own, gates: told, verdict: 'NOT_TESTABLE', reasons: [alone], ...untold };
  if (!coded.corrected || coded.intervalVerdict === null) return own;
  const intervalVerdict = alike(own.intervalVerdict, coded.intervalVerdict);
  const { bar } = codedBy(coded.gates);
  return {
    ...own,
    corrected: true,
    gates: told,
    ...verdictBefore({ stop: null, corrected: true, bar, intervalVerdict }),
    intervalVerdict,
    estimate: coded.estimate,
    uncorrected: coded.uncorrected,
    detectable: coded.detectable,
    tests: larger(own.tests, coded.tests),
    band: own.band.map(({ threshold, verdict }) => {
      const other = coded.band.find((one) => one.threshold === threshold)?.verdict ?? 'INCONCLUSIVE';
      return { threshold, verdict: alike(verdict, other) ?? 'INCONCLUSIVE' };
    }),
  };
}

/** Of a share that cannot be told. */
const untold = {
  intervalVerdict: null,
  tests: noTests,
  share: null,
  band: [],
  variants: [],
  detectableShare: null,
  needed: null,
  warnings: [],
} as const;

/** The gates of the codings, and what the units alone are held against: how their mentions are read is none of the codings' (`checksOf`). */
function together(own: ThresholdFinding, coded: ThresholdFinding): ThresholdFinding['gates'] {
  const isOfCodes = ({ gate }: Gate) => gate === 'reliability' || gate === 'validation';
  const alone = own.gates.filter((gate) => !isOfCodes(gate));
  return [...alone, ...coded.gates.filter(isOfCodes)].toSorted(
    (one, other) => gateOrder.indexOf(one.gate) - gateOrder.indexOf(other.gate),
  );
}

function alike(one: IntervalVerdict | null, other: IntervalVerdict): IntervalVerdict | null {
  return one === null || one === other ? one : 'INCONCLUSIVE';
}

function larger(one: Tests, other: Tests): Tests {
  const most = (a: number | null, b: number | null) => (a === null || b === null ? null : Math.max(a, b));
  return { ...one, claimed: most(one.claimed, other.claimed), against: most(one.against, other.against) };
}
