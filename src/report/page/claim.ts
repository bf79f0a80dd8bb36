import type { Claim } from '../../model/claim.ts';
import { type ContrastFinding, type Factor, factorOf, isBalance } from '../../model/finding.ts';
import { estimateSentence, factorWords, findingSentence } from '../../model/finding-words.ts';
import type { Planted } from '../../model/results.ts';
import { inSentence, type Labels, sideLabel, standingWords, warningWords } from '../../model/words.ts';
import { type Fact, type FactPlace, facts } from '../facts.ts';
import { type IntervalRow, intervals } from '../figures/intervals.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { statistic } from '../numbers.ts';
import { sentence } from '../sentence.ts';
import { headline, pointFactor, smallestOf, verdictReason } from '../verdict.ts';
import type { Context } from './context.ts';
import { hypothesisRows, placeOf } from './hypotheses.ts';
import { citeEvidence } from './notes.ts';

/** The first screen: each claim with its number and verdict, beside what the corpus is and lacks. */
export function claimSection(context: Context): Markup {
  const { claims } = context.results;
  return markup`<section id="claim" class="first">
<div class="claims">${
    claims.length === 0
      ? markup`<h2>No claim was tested</h2><p>Write one into the folder <code>claims/</code> and run again. The profiles below stand without it.</p>`
      : claims.map((claim) => oneClaim(context, claim))
  }</div>
${corpus(context)}
${claims.map((claim) => hypothesisRows(context, claim))}
</section>`;
}

function oneClaim(context: Context, claim: Claim): Markup {
  const findings = context.results.findings.filter((finding) => finding.claim === claim.id).filter(isBalance);
  const [first] = findings.filter(({ role }) => role === 'primary');
  return markup`<article class="claim">
<h2><span class="eyebrow">The claim</span> ${claim.statement}</h2>
${first === undefined ? (context.results.findings.some((one) => one.claim === claim.id) ? nothing : markup`<p class="verdict">No hypothesis of this claim could be assessed.</p>`) : verdict(context, first)}
${drawing(context, findings)}
${findings
  .flatMap(({ warnings }) => warnings)
  .filter(unique)
  .map((warning) => markup`<p class="note">Mind: ${warningWords(warning)}.</p>`)}
</article>`;
}

function verdict(context: Context, finding: ContrastFinding): Markup {
  const number = headline(finding);
  const reading = estimateSentence(finding, context.labels);
  return markup`<div class="result">${
    number === null
      ? nothing
      : markup`<div class="number"><p class="figure">${number.value}<span class="times">×</span></p>
<p class="reading"><span class="unit">${number.direction}, ${finding.corrected ? "corrected for the lexicon's errors" : markup`<em>uncorrected</em>`}</span> ${reading === null ? nothing : sentence(reading)}${citeEvidence(context, finding)}</p></div>`
  }
<p class="verdict"><strong>${sentence(standingWords(finding))}</strong> ${verdictReason(finding)}</p></div>`;
}

function drawing({ labels }: Context, findings: readonly ContrastFinding[]): Markup {
  const drawn = claimDrawing(findings, labels, (finding) => `#${placeOf(finding)}`);
  if (drawn === null) return nothing;
  return markup`<figure class="intervals">
<div class="wide">${drawn.wide}</div>
<div class="narrow">${drawn.narrow}</div>
<figcaption>${drawn.caption}</figcaption>
${findings.filter(({ verdict: is, role }) => is === 'NOT_TESTABLE' && role === 'companion').map((finding) => markup`<p class="note">Against ${inSentence(labels(finding.denominator))}: ${findingSentence(finding, labels)}.</p>`)}
</figure>`;
}

/** The factors of a claim on one scale, for wide and narrow screens, and what the drawing shows; null without one. `hrefOf` says where a factor leads. */
export function claimDrawing(
  findings: readonly ContrastFinding[],
  labels: Labels,
  hrefOf: (finding: ContrastFinding) => string | null = () => null,
): {
  readonly wide: Markup;
  readonly narrow: Markup;
  readonly caption: string;
  readonly alternative: string;
} | null {
  const drawn = findings.flatMap((finding) =>
    finding.dilution === null || finding.verdict === 'NOT_TESTABLE'
      ? []
      : [{ ...finding, dilution: finding.dilution }],
  );
  const [first] = drawn;
  if (first === undefined) return null;
  const rows = drawn.map((finding) => ({
    label: `${finding.hypothesis} against ${inSentence(labels(finding.denominator))}`,
    number: numberOf(finding.dilution),
    factor: finding.dilution,
    corrected: finding.corrected,
    primary: finding.role === 'primary',
    before: beforeOf(finding),
    href: hrefOf(finding),
  }));
  const frame = inSentence(labels(first.numerator));
  const policy = sideLabel(first.sides[1]);
  const alternative = `Intervals on a log scale, no difference at 1, smallest effect that matters at ${smallestOf(first)}. ${rows.map(said).join('. ')}.`;
  const options = { smallest: smallestOf(first), alternative, less: 'the other way', more: 'more diluted' };
  const hollow = drawn.some(({ corrected }) => !corrected)
    ? ' Hollow points are uncorrected: errors of the lexicon are still in them.'
    : rows.some(({ before }) => before !== null)
      ? ' Filled points are corrected by what coders read; the lighter, hollow ones below them are of the lexicon alone, with its errors in them.'
      : '';
  const missing = drawn.length < findings.length ? ' Hypotheses without an interval are not drawn.' : '';
  return {
    wide: intervals(rows, { ...options, width: 640 }),
    narrow: intervals(rows, { ...options, width: 330 }),
    alternative,
    caption: `How many times fewer ${frame} passages ${policy} of this corpus have for each passage it is weighed against; lines are 95 % intervals.${hollow} Companions are thinner.${missing}`,
  };
}

/** A factor with its interval in words. */
function numberOf(factor: Factor): string {
  const { value, lower, upper } = factorWords(factor);
  return `${value} (${lower} to ${upper})`;
}

/** The factor of a corrected finding as it was before; null where nothing was corrected. */
export function beforeOf({
  corrected,
  uncorrected,
}: Pick<ContrastFinding, 'corrected' | 'uncorrected'>): IntervalRow['before'] {
  if (!corrected || uncorrected === null) return null;
  const factor = factorOf(uncorrected);
  return { factor, number: numberOf(factor) };
}

function said({ label, number, before }: IntervalRow): string {
  return before === null
    ? `${label}: ${number}`
    : `${label}: corrected ${number}, uncorrected ${before.number}`;
}

function corpus({ results }: Context): Markup {
  const { rests, lacks } = facts(results);
  return markup`<aside aria-label="The corpus">
<h2>What this rests on</h2>
<ul>${rests.map(fact)}</ul>
<h2>What it lacks</h2>
${lacks.length === 0 ? markup`<p>Nothing that a program can see.</p>` : markup`<ul>${lacks.map(fact)}</ul>`}
<p><a href="#problems">Every file and problem</a></p>
</aside>`;
}

/** Where on the page a fact is counted. */
const sections: Readonly<Record<FactPlace, string>> = {
  documents: 'problems',
  failed: 'problems',
  partial: 'problems',
  institutions: 'institutions',
  time: 'time',
  coding: 'method',
  run: 'method',
};

function fact({ says, at }: Fact): Markup {
  return markup`<li><a href="#${sections[at]}">${says}</a></li>`;
}

/** Planted truth beside what was recovered, for a made-up corpus. */
export function plantedSection({ results, labels }: Context): Markup {
  if (results.planted.length === 0) return nothing;
  const factor = (value: number | null) =>
    value === null ? 'not computed' : `${factorWords(pointFactor(value)).value}×`;
  const isCorrected = results.planted.some(({ uncorrected }) => uncorrected !== null);
  const row = ({ numerator, denominator, planted, uncorrected, recovered }: Planted) =>
    markup`<tr><th scope="row">${labels(numerator)} against ${inSentence(labels(denominator))}</th><td class="n">${factor(planted)}</td>${isCorrected ? markup`<td class="n">${factor(uncorrected)}</td>` : nothing}<td class="n">${factor(recovered)}</td><td class="n">${statistic(planted === null || recovered === null ? null : recovered - planted)}</td></tr>
`;
  return markup`<section id="planted">
<h2>Planted against recovered</h2>
<p>The documents are made up, so the true dilution is known: the same estimator, given the planted frames instead of the lexicon's tags. ${isCorrected ? 'What the uncorrected number differs by is the error of the lexicon; what the corrected one does, the chance of which passages were coded, and slips of the coders.' : 'What differs is the error of the lexicon.'}</p>
<div class="scroll" role="region" tabindex="0" aria-label="Planted against recovered"><table>
<caption>Dilution as a factor</caption>
<thead><tr><th scope="col">contrast</th><th scope="col" class="n">planted</th>${isCorrected ? markup`<th scope="col" class="n">uncorrected</th>` : nothing}<th scope="col" class="n">${isCorrected ? 'corrected' : 'recovered'}</th><th scope="col" class="n">difference in log odds</th></tr></thead>
<tbody>${results.planted.map(row)}</tbody></table></div>
</section>`;
}

function unique<T>(value: T, index: number, all: readonly T[]): boolean {
  return all.indexOf(value) === index;
}
