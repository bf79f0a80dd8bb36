import type { HypothesisDetail } from '../../model/api/claims.ts';
import { type Finding, isBalance } from '../../model/finding.ts';
import { findingSentence, tippingWords } from '../../model/finding-words.ts';
import { powerWords, shortNumber, undecidableWords } from '../../model/outcome.ts';
import { anchorWords, ownPopulationWords, populationWords } from '../../model/population.ts';
import type { Found } from '../../model/ports.ts';
import type { KeptResults } from '../../model/results.ts';
import type { PassageId } from '../../model/units.ts';
import { labelsOf, standingWords, warningWords } from '../../model/words.ts';
import { factorsDrawing } from '../../report/drawings/claims.ts';
import { drawnOf, outcome, reachOf } from '../../report/figures/outcome.ts';
import { counted } from '../../report/numbers.ts';
import { sentence } from '../../report/sentence.ts';
import { verdictReason } from '../../report/verdict.ts';
import { figureOf, hypothesisAt } from './cells.ts';
import { balancesAt, effectsTables, estimatesTable, gatesTable, groundsTables } from './grounds.ts';
import { quoteView } from './quotes.ts';
import { robustnessView } from './robustness.ts';

/** Which hypothesis of which claim; the first claim that has it where none is named. */
export type HypothesisAsked = { readonly hypothesis: string; readonly claim?: string | undefined };

/** One hypothesis with all that its verdict hangs on; null where the run has none of this name. */
export function hypothesisView(
  results: KeptResults,
  asked: HypothesisAsked,
  passagesOf: (ids: readonly PassageId[]) => Iterable<Found>,
): HypothesisDetail | null {
  const { claims, findings } = results;
  const isOne = (one: Finding) => one.role === 'primary' && one.kind !== 'overall';
  const finding = findings.find(
    (one) =>
      isOne(one) &&
      one.hypothesis === asked.hypothesis &&
      (asked.claim === undefined || one.claim === asked.claim),
  );
  const claim = claims.find(({ id }) => id === finding?.claim);
  if (finding === undefined || claim === undefined) return null;
  const statement = claim.hypotheses.find(({ id }) => id === finding.hypothesis);
  const own = findings.filter((one) => one.claim === claim.id && isOne(one));
  const at = own.indexOf(finding);
  const next = (place: number) => {
    const one = own[place];
    return one === undefined ? null : hypothesisAt(one.claim, one.hypothesis, claims.length < 2);
  };
  const drawn = drawnOf(finding);
  const labels = labelsOf(results.categories);
  const companions = findings.filter(
    (one) => one.claim === claim.id && one.hypothesis === finding.hypothesis && one.role === 'companion',
  );
  const figure = isBalance(finding)
    ? factorsDrawing(results, claim, { hypothesis: finding.hypothesis, hrefOf: balancesAt(results) })
    : null;
  const reach = reachOf(own.flatMap((one) => drawnOf(one) ?? []));
  const grounds = [
    ...effectsTables(finding),
    ...[finding, ...companions].flatMap((one) => groundsTables(results, one, labels)),
  ];
  return {
    claim: claim.id,
    hypothesis: finding.hypothesis,
    title: finding.title,
    anchor: statement === undefined ? '' : anchorWords(statement),
    statement: claim.statement,
    verdict: standingWords(finding),
    reason: verdictReason(finding),
    sentence: finding.verdict === 'NOT_TESTABLE' ? '' : sentence(findingSentence(finding, labels)),
    family: finding.family === 'primary' ? 'in the family of tests' : 'described beside it',
    svg:
      drawn === null
        ? null
        : String(
            outcome(drawn, reach, `${finding.hypothesis}, ${finding.title}: ${shortNumber(finding) ?? ''}`),
          ),
    figure: figure === null ? null : figureOf(figure),
    falsifier: finding.falsifier,
    rests: [
      ...restsOf(finding, labels),
      populationWords(claim),
      ...[statement === undefined ? null : ownPopulationWords(statement, finding)].flatMap(
        (words) => words ?? [],
      ),
    ],
    warnings: finding.warnings.map((one) => sentence(warningWords(one))),
    estimates: estimatesTable([finding, ...companions], labels),
    gates: gatesTable(finding, grounds.length > 0),
    grounds,
    robustness: robustnessView(results, finding),
    quotes: quotesOf(results, finding, passagesOf),
    before: next(at - 1),
    after: next(at + 1),
  };
}

function restsOf(finding: Finding, labels: (code: string) => string): string[] {
  const power = powerWords(finding);
  const undecidable = undecidableWords(finding);
  const tipping =
    finding.kind === 'contrast' && finding.verdict !== 'NOT_TESTABLE' ? tippingWords(finding, labels) : null;
  const about =
    finding.scope === 'A' ? 'it is about these institutions, not their type' : 'it is about their type';
  return [
    sentence(
      `${counted(finding.passages, 'passage')} about the object in ${counted(finding.documents, 'document')} of ${counted(finding.institutions, 'institution')}; ${about}`,
    ),
    ...(power === null ? [] : [sentence(`Power: ${power}`)]),
    ...(undecidable === null ? [] : [sentence(`Undecidable: ${undecidable}`)]),
    ...(tipping === null ? [] : [sentence(`How wrong the lexicon would have to be: ${tipping}`)]),
  ];
}

/** Most passages shown for and against each. */
const shownEach = 5;

/** The passages that the report names as speaking most for and most against it. */
function quotesOf(
  results: KeptResults,
  finding: Finding,
  passagesOf: (ids: readonly PassageId[]) => Iterable<Found>,
): HypothesisDetail['quotes'] {
  const own = (results.witnessed ?? []).filter(
    (one) => one.claim === finding.claim && one.hypothesis === finding.hypothesis,
  );
  if (own.length === 0) return [];
  const chosen = (['for', 'against'] as const).map((tells) => ({
    tells,
    passages: own.filter((one) => one.tells === tells).map(({ passage }) => passage),
  }));
  const found = new Map<string, Found>();
  for (const item of passagesOf(chosen.flatMap(({ passages }) => passages.slice(0, shownEach))))
    if (!found.has(item.passage.id)) found.set(item.passage.id, item);
  return chosen.map(({ tells, passages }) => ({
    title: tells === 'for' ? 'Speaks most for it' : 'Speaks most against it',
    fits: tells === 'for',
    shown: passages.flatMap((id) => {
      const item = found.get(id);
      return item === undefined ? [] : [quoteView(item)];
    }),
  }));
}
