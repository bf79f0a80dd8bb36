import type { HypothesisView, OverviewView } from '../../model/api/results.ts';
import type { Claim } from '../../model/claim.ts';
import { type Finding, isBalance } from '../../model/finding.ts';
import { shortNumber } from '../../model/outcome.ts';
import type { KeptResults } from '../../model/results.ts';
import { estimateSentence, labelsOf, verdictWords } from '../../model/words.ts';
import { facts } from '../../report/facts.ts';
import { drawnOf, outcome, reachOf } from '../../report/figures/outcome.ts';
import { claimDrawing } from '../../report/page/claim.ts';
import { sentence } from '../../report/page/context.ts';
import { noteOn } from '../../report/page/hypotheses.ts';
import { headline, verdictReason } from '../../report/verdict.ts';

/** The first screen of a run: each claim with its number and verdict, beside what the corpus is and lacks. */
export function overviewView(results: KeptResults): OverviewView {
  const { run } = results;
  const { rests, lacks } = facts(results);
  return {
    run: run.run,
    startedAt: run.startedAt,
    claims: results.claims.map((claim) => claimView(results, claim)),
    warnings: [
      ...(run.reproducible ? [] : [`Not exactly reproducible: a limit stopped ${run.limited.join(', ')}.`]),
      ...(run.freezing.state === 'exploratory'
        ? [`Exploratory: not as it was frozen (${run.freezing.changed.join(', ')}).`]
        : []),
    ],
    rests: [...rests],
    lacks: [...lacks],
  };
}

function claimView(results: KeptResults, claim: Claim): OverviewView['claims'][number] {
  const own = results.findings.filter((finding) => finding.claim === claim.id);
  const balances = own.filter(isBalance);
  const first = balances.find(({ role }) => role === 'primary') ?? own.find(({ role }) => role === 'primary');
  const labels = labelsOf(results.categories);
  const number = first !== undefined && isBalance(first) ? headline(first) : null;
  const reading = first !== undefined && isBalance(first) ? estimateSentence(first, labels) : null;
  const drawing = claimDrawing(balances, labels);
  return {
    id: claim.id,
    statement: claim.statement,
    headline:
      number === null || first === undefined
        ? null
        : {
            value: number.value,
            direction: number.direction,
            corrected: first.corrected,
            reading: reading === null ? '' : sentence(reading),
          },
    verdict: first === undefined ? 'no hypothesis could be assessed' : verdictWords(first.verdict),
    reason: first === undefined ? '' : verdictReason(first),
    figure:
      drawing === null
        ? null
        : {
            name: `claim-${claim.id}`,
            caption: drawing.caption,
            svg: String(drawing.wide),
            narrow: String(drawing.narrow),
          },
    hypotheses: hypothesisViews(own.filter(({ role, kind }) => role === 'primary' && kind !== 'overall')),
  };
}

/** Hypotheses as rows that share one scale. */
export function hypothesisViews(findings: readonly Finding[]): HypothesisView[] {
  const reach = reachOf(findings.flatMap((finding) => drawnOf(finding) ?? []));
  return findings.map((finding) => {
    const drawn = drawnOf(finding);
    const number = shortNumber(finding);
    const words = verdictWords(finding.verdict);
    return {
      claim: finding.claim,
      hypothesis: finding.hypothesis,
      title: finding.title,
      primary: finding.family === 'primary',
      verdict: finding.verdict,
      words,
      note: noteOn(finding),
      number,
      corrected: finding.corrected,
      svg:
        drawn === null
          ? null
          : String(
              outcome(drawn, reach, `${finding.hypothesis}, ${finding.title}: ${number ?? ''}, ${words}`),
            ),
    };
  });
}
