import type { HypothesisDetail } from '../../model/api/claims.ts';
import { type ContrastFinding, type Finding, isBalance } from '../../model/finding.ts';
import { powerWords, shortNumber } from '../../model/outcome.ts';
import type { Found } from '../../model/ports.ts';
import type { KeptResults } from '../../model/results.ts';
import type { PassageId } from '../../model/units.ts';
import {
  findingSentence,
  inSentence,
  labelsOf,
  sideLabel,
  tippingWords,
  verdictWords,
  warningWords,
} from '../../model/words.ts';
import { factorsDrawing } from '../../report/drawings/claims.ts';
import { capital } from '../../report/drawings/drawing.ts';
import { drawnOf, outcome, reachOf } from '../../report/figures/outcome.ts';
import { counted } from '../../report/numbers.ts';
import { sentence } from '../../report/sentence.ts';
import { verdictReason } from '../../report/verdict.ts';
import { evidenceAt, figureOf, hypothesisAt } from './cells.ts';
import { estimatesTable, gatesTable, groundsTables } from './grounds.ts';
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
  const figure = isBalance(finding) ? factorsDrawing(results, claim, finding.hypothesis) : null;
  const reach = reachOf(own.flatMap((one) => drawnOf(one) ?? []));
  return {
    claim: claim.id,
    hypothesis: finding.hypothesis,
    title: finding.title,
    anchor: claim.hypotheses.find(({ id }) => id === finding.hypothesis)?.anchor ?? '',
    statement: claim.statement,
    verdict: verdictWords(finding.verdict),
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
    rests: restsOf(finding, labels),
    warnings: finding.warnings.map((one) => sentence(warningWords(one))),
    estimates: estimatesTable([finding, ...companions], labels),
    gates: gatesTable(finding),
    grounds: [finding, ...companions].flatMap((one) => groundsTables(one, labels)),
    robustness: robustnessView(results, finding),
    quotes: isBalance(finding) ? quotesOf(results, finding, passagesOf) : [],
    before: next(at - 1),
    after: next(at + 1),
  };
}

function restsOf(finding: Finding, labels: (code: string) => string): string[] {
  const power = powerWords(finding);
  const tipping =
    finding.kind === 'contrast' && finding.verdict !== 'NOT_TESTABLE' ? tippingWords(finding, labels) : null;
  const about =
    finding.scope === 'A' ? 'it is about these institutions, not their type' : 'it is about their type';
  return [
    sentence(
      `${counted(finding.passages, 'passage')} about the object in ${counted(finding.documents, 'document')} of ${counted(finding.institutions, 'institution')}; ${about}`,
    ),
    ...(power === null ? [] : [sentence(`Power: ${power}`)]),
    ...(tipping === null ? [] : [sentence(`How wrong the lexicon would have to be: ${tipping}`)]),
  ];
}

/** The strongest passages of both sides: first what fits the claim, then what speaks against it. */
function quotesOf(
  results: KeptResults,
  finding: ContrastFinding,
  passagesOf: (ids: readonly PassageId[]) => Iterable<Found>,
): HypothesisDetail['quotes'] {
  const labels = labelsOf(results.categories);
  const [source, policy] = finding.sides;
  const { numerator, denominator } = finding;
  const wanted = [
    { side: source, code: numerator, fits: true },
    { side: policy, code: denominator, fits: true },
    { side: source, code: denominator, fits: false },
    { side: policy, code: numerator, fits: false },
  ].flatMap(({ side, code, fits }) => {
    const kept = results.quotes?.find(
      (one) => one.code === code && one.voices.join('\n') === side.voices.join('\n'),
    );
    return kept === undefined ? [] : [{ ...kept, side, fits }];
  });
  const ids = [...new Set(wanted.flatMap(({ passages }) => passages))];
  const found = new Map<string, Found>();
  for (const item of passagesOf(ids)) if (!found.has(item.passage.id)) found.set(item.passage.id, item);
  return wanted.map(({ side, code, fits, total, passages }) => {
    const [voice] = side.voices;
    return {
      title: `${capital(sideLabel(side))}: ${inSentence(labels(code))}`,
      fits,
      total,
      href:
        voice === undefined || side.voices.length > 1 || total === 0
          ? null
          : evidenceAt('voice', voice, code),
      shown: passages.flatMap((id) => {
        const item = found.get(id);
        return item === undefined ? [] : [quoteView(results, item)];
      }),
    };
  });
}
