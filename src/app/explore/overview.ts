import type { HypothesisView, OverviewView, WholeView } from '../../model/api/results.ts';
import type { Claim } from '../../model/claim.ts';
import { type ContrastFinding, type Finding, isBalance } from '../../model/finding.ts';
import { estimateSentence } from '../../model/finding-words.ts';
import { exploratoryWords } from '../../model/freeze.ts';
import { shortNumber } from '../../model/outcome.ts';
import { presenceOf } from '../../model/profile.ts';
import type { KeptResults } from '../../model/results.ts';
import { inSentence, type Labels, labelsOf, sideLabel, standingWords } from '../../model/words.ts';
import { factorsDrawing } from '../../report/drawings/claims.ts';
import { type Fact, type FactPlace, facts } from '../../report/facts.ts';
import { drawnOf, outcome, reachOf } from '../../report/figures/outcome.ts';
import { count, counted } from '../../report/numbers.ts';
import { noteOn } from '../../report/page/hypotheses.ts';
import { sentence } from '../../report/sentence.ts';
import { headline, verdictReason } from '../../report/verdict.ts';
import { evidenceAt, figureOf, groundsAt, hypothesisAt } from './cells.ts';
import { balancesAt } from './grounds.ts';

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
      ...(run.freezing.state === 'exploratory' ? [`Exploratory: ${exploratoryWords(run.freezing)}.`] : []),
    ],
    rests: rests.map((fact) => factView(fact, run.run)),
    lacks: lacks.map((fact) => factView(fact, run.run)),
  };
}

function factView({ says, at }: Fact, run: string): OverviewView['rests'][number] {
  return { text: says, href: factAt(at, run) };
}

function factAt(place: FactPlace, run: string): string {
  switch (place) {
    case 'documents':
    case 'institutions':
    case 'time':
    case 'coding':
      return `/${place}`;
    case 'failed':
    case 'partial':
      return `/documents?${new URLSearchParams({ status: place })}`;
    case 'run':
      return `/runs/${encodeURIComponent(run)}`;
  }
}

function claimView(results: KeptResults, claim: Claim): OverviewView['claims'][number] {
  const own = results.findings.filter((finding) => finding.claim === claim.id);
  const balances = own.filter(isBalance);
  const first = balances.find(({ role }) => role === 'primary') ?? own.find(({ role }) => role === 'primary');
  const labels = labelsOf(results.categories);
  const number = first !== undefined && isBalance(first) ? headline(first) : null;
  const reading = first !== undefined && isBalance(first) ? estimateSentence(first, labels) : null;
  const drawing = factorsDrawing(results, claim, { hrefOf: balancesAt(results) });
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
            grounds: groundsAt(first.claim, first.hypothesis, results.claims.length < 2),
          },
    verdict: first === undefined ? 'no hypothesis could be assessed' : standingWords(first),
    reason: first === undefined ? '' : verdictReason(first),
    figure: drawing === null ? null : figureOf(drawing),
    passages:
      first !== undefined && isBalance(first) && number !== null ? passagesUnder(results, first, labels) : [],
    hypotheses: hypothesisViews(
      results,
      own.filter(({ role, kind }) => role === 'primary' && kind !== 'overall'),
    ),
    whole: wholeView(own),
  };
}

/** What a claim came to as a whole, and each way in which it could hold; null of one without. */
export function wholeView(findings: readonly Finding[]): WholeView | null {
  const whole = findings.find((one) => one.kind === 'overall' && one.role === 'primary');
  if (whole?.kind !== 'overall') return null;
  return {
    verdict: standingWords(whole),
    ways: whole.ways.map(({ title, parts, ...way }) =>
      sentence(
        `${title}: ${standingWords(way)} (${parts.map((part) => `${part.hypothesis} ${standingWords(part)}`).join(', ')})`,
      ),
    ),
  };
}

/** The passages of both poles on both sides, as many as the lexicon finds. */
function passagesUnder(
  { profiles }: KeptResults,
  { sides, numerator, denominator }: ContrastFinding,
  labels: Labels,
): OverviewView['claims'][number]['passages'] {
  return sides.flatMap((side) =>
    [numerator, denominator].flatMap((code) => {
      const total = side.voices.reduce((sum, voice) => {
        const profile = profiles.find(({ by, key }) => by === 'voice' && key === voice);
        return sum + (profile === undefined ? 0 : presenceOf(profile, code));
      }, 0);
      if (total === 0) return [];
      const text = `${count(total)} ${inSentence(labels(code))}, ${sideLabel(side)}`;
      return [{ text, href: evidenceAt('voice', side.voices.join(','), code) }];
    }),
  );
}

/** Hypotheses as rows that share one scale. */
export function hypothesisViews(results: KeptResults, findings: readonly Finding[]): HypothesisView[] {
  const reach = reachOf(findings.flatMap((finding) => drawnOf(finding) ?? []));
  return findings.map((finding) => {
    const drawn = drawnOf(finding);
    const number = shortNumber(finding);
    const words = standingWords(finding);
    return {
      claim: finding.claim,
      hypothesis: finding.hypothesis,
      title: finding.title,
      primary: finding.family === 'primary',
      verdict: finding.verdict,
      words,
      note: noteOn(finding),
      number,
      base:
        number === null
          ? null
          : `${counted(finding.passages, 'passage')}, ${counted(finding.institutions, 'institution')}`,
      grounds:
        number === null ? null : groundsAt(finding.claim, finding.hypothesis, results.claims.length < 2),
      corrected: finding.corrected,
      href: hypothesisAt(finding.claim, finding.hypothesis, results.claims.length < 2),
      svg:
        drawn === null
          ? null
          : String(
              outcome(drawn, reach, `${finding.hypothesis}, ${finding.title}: ${number ?? ''}, ${words}`),
            ),
    };
  });
}
