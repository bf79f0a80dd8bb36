import type { Claim } from '../model/claim.ts';
import {
  type Finding,
  type Fragility,
  fragilities,
  type OverallFinding,
  type Reason,
  type Verdict,
} from '../model/finding.ts';
import { holm } from '../stats/padjust.ts';
import { ALPHA, levelFor, ownLevels, withPower } from './power.ts';
import { nothingTested, type Setting } from './question.ts';

/**
 * Verdicts after the p-values of the claim's family have been adjusted by Holm, once for what supports and once for
 * what contradicts (docs/method.md 1.3). What could not be tested keeps its place in both, with a p of 1. A secondary statement is
 * described and never more, and so is a companion, which has no place in the family.
 */
export function decide(findings: readonly Finding[], claim: Claim): readonly Finding[] {
  const family = claim.hypotheses.filter((one) => one.family === 'primary').map(({ id }) => id);
  const primary = new Map(
    findings.flatMap((one) => (one.role === 'primary' ? [[one.hypothesis, one] as const] : [])),
  );
  const members = family.map((id) => primary.get(id));
  const entered = {
    claimed: members.map((one) => entering(one, 'claimed')),
    against: members.map((one) => entering(one, 'against')),
  };
  const [claimed, against] = [holm(entered.claimed), holm(entered.against)];
  const shown = (finding: Finding): Finding => {
    if (finding.role === 'companion' || finding.family === 'secondary') return withPower(finding, ownLevels);
    const at = family.indexOf(finding.hypothesis);
    const levels = { claimed: levelFor(at, entered.claimed), against: levelFor(at, entered.against) };
    return withPower(finding, levels);
  };
  return findings.map((found): Finding => {
    if (found.verdict === 'NOT_TESTABLE') return found;
    const finding = shown(found);
    if (finding.role === 'companion' || finding.family === 'secondary') {
      const reasons: readonly Reason[] = finding.reasons.includes('secondary')
        ? finding.reasons
        : ['secondary', ...finding.reasons];
      return { ...finding, verdict: 'DESCRIBED', reasons };
    }
    const place = family.indexOf(finding.hypothesis);
    const tests = {
      ...finding.tests,
      claimedAdjusted: claimed[place] ?? null,
      againstAdjusted: against[place] ?? null,
    };
    const [own, adjusted] = isSupported(finding.verdict)
      ? [tests.claimed, tests.claimedAdjusted]
      : isContradicted(finding.verdict)
        ? [tests.against, tests.againstAdjusted]
        : [0, 0];
    if (isSmall(adjusted)) return { ...finding, tests };
    return {
      ...finding,
      tests,
      verdict: 'INCONCLUSIVE',
      reasons: [isSmall(own) ? 'multiplicity' : 'p_too_large'],
    };
  });
}

/**
 * The p with which a finding enters its family: 1 where nothing can be concluded from it whatever its p, so that it makes
 * way for no other; null, which counts as 1, where it cannot be tested.
 */
function entering(finding: Finding | undefined, of: 'claimed' | 'against'): number | null {
  if (finding === undefined || finding.verdict === 'NOT_TESTABLE') return null;
  return finding.reasons.some((reason) => inconclusive.has(reason)) ? 1 : finding.tests[of];
}

/** Reasons for which no p makes a verdict. */
const inconclusive: ReadonlySet<Reason> = new Set<Reason>([
  'uncorrected',
  'unreliable_codings',
  'codings_open',
  'undecidable_codings',
]);

/** At most the level of one test, to which an interval of 95 % belongs. */
function isSmall(p: number | null): boolean {
  return p !== null && p <= ALPHA;
}

/** True of a verdict that speaks for the claim. */
export function isSupported(verdict: Verdict): boolean {
  return verdict.startsWith('SUPPORTED');
}

/** True of a verdict that speaks against it. */
export function isContradicted(verdict: Verdict): boolean {
  return verdict.startsWith('CONTRADICTED');
}

/**
 * The claim as a whole: supported where every part is by its own interval and p, since an intersection-union test needs no
 * adjustment; contradicted where a part is after adjustment; else inconclusive, also where a part cannot be tested.
 * Null for a claim that states none.
 */
export function overall(findings: readonly Finding[], claim: Claim, study: Setting): OverallFinding | null {
  if (claim.overall === undefined) return null;
  const { title, all, ways } = claim.overall;
  const primary = new Map(
    findings.flatMap((one) => (one.role === 'primary' ? [[one.hypothesis, one] as const] : [])),
  );
  const lists = [...(all.length > 0 ? [{ id: 'core', title: 'The contrast itself', all }] : []), ...ways];
  const told = lists.map((way) => {
    const parts = way.all.map((id) => {
      const found = primary.get(id);
      return {
        hypothesis: id,
        verdict: found?.verdict ?? ('NOT_TESTABLE' as const),
        fragile: found?.fragile ?? [],
        supports: found !== undefined && supports(found),
      };
    });
    const verdict = joined(parts);
    return { id: way.id, title: way.title, verdict, fragile: fragilityOf(verdict, parts), parts };
  });
  const parts = told.flatMap((way) => way.parts);
  const verdict = joined(parts);
  const named = [...new Set(parts.map(({ hypothesis }) => hypothesis))].flatMap(
    (id) => primary.get(id) ?? [],
  );
  return {
    claim: claim.id,
    hypothesis: 'overall',
    title,
    role: 'primary',
    family: 'secondary',
    unit: '',
    having: '',
    scope: 'A',
    kind: 'overall',
    ...nothingTested,
    fragile: fragilityOf(verdict, parts),
    corrected: named.length > 0 && named.every(({ corrected }) => corrected),
    verdict,
    reasons:
      verdict !== 'INCONCLUSIVE'
        ? []
        : parts.some((part) => part.verdict === 'NOT_TESTABLE')
          ? ['part_not_testable']
          : ['part_undecided'],
    documents: Math.max(0, ...named.map(({ documents }) => documents)),
    passages: Math.max(0, ...named.map(({ passages }) => passages)),
    institutions: Math.max(0, ...named.map(({ institutions }) => institutions)),
    falsifier: 'One of the parts is contradicted.',
    seed: study.settings.seed,
    ways: told,
  };
}

/** By its own interval and its own p, corrected, whatever the rest of the family does. */
function supports({ corrected, reasons, verdict, intervalVerdict, tests }: Finding): boolean {
  if (isSupported(verdict)) return true;
  return (
    corrected &&
    reasons[0] === 'multiplicity' &&
    isSmall(tests.claimed) &&
    intervalVerdict !== null &&
    isSupported(intervalVerdict)
  );
}

/** Supported, it is as fragile as any of its parts; contradicted, as the least fragile part that contradicts it. */
function fragilityOf(
  verdict: Verdict,
  parts: readonly Pick<OverallFinding['ways'][number]['parts'][number], 'verdict' | 'fragile'>[],
): readonly Fragility[] {
  const deciding = isContradicted(verdict) ? parts.filter((part) => isContradicted(part.verdict)) : parts;
  const isFirm = isContradicted(verdict) && deciding.some(({ fragile }) => fragile.length === 0);
  const why = new Set(deciding.flatMap(({ fragile }) => fragile));
  return verdict === 'INCONCLUSIVE' || isFirm ? [] : fragilities.filter((one) => why.has(one));
}

function joined(
  parts: readonly { readonly verdict: Verdict; readonly supports: boolean }[],
): 'SUPPORTED' | 'INCONCLUSIVE' | 'CONTRADICTED' {
  if (parts.some(({ verdict }) => isContradicted(verdict))) return 'CONTRADICTED';
  return parts.every((part) => part.supports) ? 'SUPPORTED' : 'INCONCLUSIVE';
}
