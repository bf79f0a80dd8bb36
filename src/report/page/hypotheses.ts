import { aloneWords, toldFirst } from '../../model/alone-words.ts';
import type { Claim } from '../../model/claim.ts';
import { decisionWords, scopeWords } from '../../model/decision.ts';
import type { Finding, OverallFinding } from '../../model/finding.ts';
import { findingSentence, notTestableWords } from '../../model/finding-words.ts';
import { missingWords, powerWords, shareWords, shortNumber, undecidableWords } from '../../model/outcome.ts';
import { anchorWords, ownPopulationWords, populationWords } from '../../model/population.ts';
import { leftOutWords, reasonWords, standingWords, verdictWords } from '../../model/words.ts';
import { drawnOf, outcome, reachOf } from '../figures/outcome.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { counted, statistic } from '../numbers.ts';
import { otherEffects, otherEffectsWords } from '../other-effects.ts';
import { attributionWords } from '../robustness-lines.ts';
import { sentence } from '../sentence.ts';
import type { Context } from './context.ts';
import { effectsBlock } from './effects.ts';
import { citeEvidence } from './notes.ts';
import { witnessesBlock } from './witnesses.ts';

/** The id of a hypothesis on the page. */
export function placeOf({ claim, hypothesis }: Pick<Finding, 'claim' | 'hypothesis'>): string {
  return `hypothesis-${claim}-${hypothesis}`;
}

/** All hypotheses of a claim on one scale, a row each, so that the eye compares; nothing for a claim of one. */
export function hypothesisRows(context: Context, claim: Claim): Markup {
  const own = context.results.findings.filter(
    (finding) => finding.claim === claim.id && finding.role === 'primary',
  );
  const rows = own.filter(({ kind }) => kind !== 'overall');
  if (rows.length < 2) return nothing;
  const whole = own.find((finding) => finding.kind === 'overall');
  const drawn = rows.flatMap((finding) => drawnOf(finding) ?? []);
  const reach = reachOf(drawn);
  const open = rows.some(({ reasons }) => reasons.includes('uncorrected'));
  return markup`<div class="spread"><div class="scroll" role="region" tabindex="0" aria-label="Hypotheses of the claim"><table class="outcomes">
<thead><tr><th scope="col"><span class="unseen">short name</span></th><th scope="col">hypothesis</th><th scope="col"><span class="ends"><span>← against</span><span>as claimed →</span></span></th><th scope="col" class="n">number</th><th scope="col">verdict</th></tr></thead>
<tbody>${rows.map((finding) => row(finding, reach))}</tbody></table></div>
<p class="note">Lines are 95 % intervals in log odds; the upright line is no difference, or the share that the claim asks for; the band is what is too small to matter.${
    open
      ? ' Hollow points are uncorrected for the lexicon’s errors, so that no verdict is more than inconclusive until passages are coded; what the interval alone would say stands below it.'
      : ''
  } The p-values of the primary hypotheses are adjusted together; the others are described and never called supported.${
    rows.some((finding) => powerWords(finding) !== null)
      ? ' What an open row “would find” is the smallest true effect that a study of this size finds in 80 of 100.'
      : ''
  }</p>
${whole === undefined ? nothing : overall(whole)}${atOthers(own)}</div>`;
}

/** Whether verdicts hang on the smallest effect that the claim names, folded until it is asked for. */
function atOthers(own: readonly Finding[]): Markup {
  const found = otherEffects(own);
  if (found === null) return nothing;
  return markup`<details><summary>Would another smallest effect change a verdict?</summary>
<p class="note">${otherEffectsWords}</p>
<div class="scroll" role="region" tabindex="0" aria-label="Verdicts at other smallest effects"><table>
<thead><tr>${found.head.map((one) => markup`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>${found.rows.map(
    ([
      first,
      ...cells
    ]) => markup`<tr><th scope="row">${first}</th>${cells.map((one) => markup`<td>${one}</td>`)}</tr>
`,
  )}</tbody></table></div></details>`;
}

function row(finding: Finding, reach: number): Markup {
  const drawn = drawnOf(finding);
  const name = `${finding.hypothesis}, ${finding.title}`;
  const number = shortNumber(finding);
  const figure =
    drawn === null
      ? markup`<span class="empty">no interval</span>`
      : outcome(drawn, reach, `${name}: ${number ?? ''}, ${standingWords(finding)}`);
  const why = noteOn(finding);
  return markup`<tr class="${finding.family}"><th scope="row" class="id"><a href="#${placeOf(finding)}">${finding.hypothesis}</a></th><td>${finding.title}</td><td class="drawn">${figure}</td><td class="n">${number === null ? '–' : markup`<a href="#${placeOf(finding)}">${number}</a>`}</td><td><strong>${standingWords(finding)}</strong>${why === null ? nothing : markup`<small>${why}</small>`}</td></tr>
`;
}

/** Why a verdict is not more, short: what the head of the table has not said for all rows. */
export function noteOn(finding: Finding): string | null {
  const [reason] = finding.reasons;
  if (finding.verdict === 'NOT_TESTABLE')
    return reason === undefined ? null : (missingWords(finding) ?? reasonWords(reason).what);
  if (reason !== undefined && toldFirst.has(reason)) return reasonWords(reason).what;
  return aloneWords(finding) ?? powerWords(finding);
}

function overall(finding: OverallFinding): Markup {
  return markup`<div class="whole"><p><strong>${sentence(`The claim as a whole, ${scopeWords(finding.scope, finding.institutions)}: ${standingWords(finding)}`)}</strong> It is supported only where every part is.</p>
<ul>${finding.ways.map(
    (way) =>
      markup`<li>${way.title}: <strong>${standingWords(way)}</strong> <span class="note">${way.parts.map((part, at) => markup`${at === 0 ? '' : ', '}${part.hypothesis} ${standingWords(part)}`)}</span></li>`,
  )}</ul></div>`;
}

/** Each hypothesis in a section of its own: what it says, its numbers, and what would speak against it. */
export function hypothesesSection(context: Context): Markup {
  const { claims, findings } = context.results;
  const shown = claims.flatMap((claim) =>
    claim.hypotheses.flatMap((hypothesis) => {
      const own = findings.find(
        (one) => one.claim === claim.id && one.hypothesis === hypothesis.id && one.role === 'primary',
      );
      return own === undefined ? [] : [{ hypothesis, own }];
    }),
  );
  if (shown.length === 0) return nothing;
  const reach = reachOf(shown.flatMap(({ own }) => drawnOf(own) ?? []));
  return markup`<section id="hypotheses">
<h2>Hypothesis by hypothesis</h2>
${claims.map((claim) => markup`<p>${populationWords(claim)}</p>`)}
${shown.map(({ hypothesis, own }) => {
  const about = ownPopulationWords(hypothesis, own);
  const drawn = drawnOf(own);
  return markup`<section class="finding" id="${placeOf(own)}"><h3>${own.hypothesis} ${own.title} <small>${own.family === 'primary' ? 'in the family of tests' : 'described beside it'}</small></h3>
<p class="anchor">${anchorWords(hypothesis)}</p>
<p><strong>${sentence(standingWords(own))}</strong> ${sentence(said(own, context))}${own.kind === 'untested' ? nothing : citeEvidence(context, own)}</p>
${own.verdict === 'NOT_TESTABLE' && hypothesis.needs !== undefined ? markup`<p class="note">What to add: ${hypothesis.needs}</p>` : nothing}
${drawn === null ? nothing : outcome(drawn, reach, `${own.hypothesis}: ${shortNumber(own) ?? ''}`)}
${numbers(own)}
${beside(context, own)}
${parts(own)}
${effectsBlock(own)}
<p class="note">${about === null ? nothing : markup`${about}<br>`}What would speak against it: ${own.falsifier}<br>By the rule: ${decisionWords(own)}.</p>
${witnessesBlock(context, own)}
</section>`;
})}
</section>`;
}

/** What the finding came to; the verdict itself stands before it. */
function said(finding: Finding, { labels }: Context): string {
  return finding.verdict === 'NOT_TESTABLE' ? notTestableWords(finding) : findingSentence(finding, labels);
}

function numbers(finding: Finding): Markup {
  const { estimate, uncorrected, corrected, tests, verdict } = finding;
  if (verdict === 'NOT_TESTABLE') return nothing;
  const lines = [
    ...(estimate === null
      ? []
      : [
          `${corrected ? 'Corrected' : 'Uncorrected'} ${statistic(estimate.value)} (${statistic(estimate.lower)} to ${statistic(estimate.upper)}) in log odds`,
        ]),
    ...(corrected && uncorrected !== null
      ? [
          `uncorrected ${statistic(uncorrected.value)} (${statistic(uncorrected.lower)} to ${statistic(uncorrected.upper)})`,
        ]
      : []),
    ...(finding.kind === 'threshold' && finding.uncorrectedShare !== null
      ? [`uncorrected share ${shareWords(finding.uncorrectedShare)}`]
      : []),
    ...(tests.claimed === null
      ? []
      : [`one-sided p ${pWords(tests.claimed)} for the claim${adjusted(tests.claimedAdjusted)}`]),
    ...(tests.against === null
      ? []
      : [`${pWords(tests.against)} against it${adjusted(tests.againstAdjusted)}`]),
    ...(powerWords(finding) === null ? [] : [powerWords(finding)]),
    ...(undecidableWords(finding) === null ? [] : [undecidableWords(finding)]),
  ];
  const band = finding.kind === 'threshold' ? finding.band : [];
  const variants = finding.kind === 'threshold' ? finding.variants : [];
  const missed = finding.kind === 'threshold' ? finding.asymmetry : null;
  return markup`${lines.length === 0 ? nothing : markup`<p class="note">${lines.join('; ')}.</p>`}${
    band.length === 0
      ? nothing
      : markup`<p class="note">The interval alone, at other readings of the threshold: ${band.map((one, at) => `${at === 0 ? '' : ', '}${Math.round(one.threshold * 100)} % ${verdictWords(one.verdict)}`).join('')}.</p>`
  }${
    variants.length === 0
      ? nothing
      : markup`<p class="note">The interval alone, by other readings of who counts: ${variants.map(({ title, share, verdict }) => `${title}: ${share === null ? 'nobody is left' : `${share.x} of ${share.n}, ${verdictWords(verdict ?? 'INCONCLUSIVE')}`}`).join('; ')}.</p>`
  }${
    missed === null
      ? nothing
      : markup`<p class="note">Of ${counted(missed.object.documents, 'document')} about the object ${missed.object.naming?.x ?? 0} name the main projects with it; of ${counted(missed.projects.documents, 'document')} of the projects’ bodies ${missed.projects.naming?.x ?? 0} speak of the object.</p>`
  }`;
}

/** What else the number would be, by readings that are computed for the contrast that is varied. */
function beside({ results }: Context, own: Finding): Markup {
  const robust = results.robustness.find(
    ({ claim, hypothesis }) => claim === own.claim && hypothesis === own.hypothesis,
  );
  const told = robust === undefined || own.verdict === 'NOT_TESTABLE' ? [] : attributionWords(robust);
  return markup`${told.map((words) => markup`<p class="note">${words}</p>`)}`;
}

function adjusted(p: number | null): string {
  return p === null ? '' : `, ${pWords(p)} adjusted`;
}

function pWords(p: number): string {
  return p < 0.001 ? 'below 0.001' : p.toFixed(3);
}

function parts(finding: Finding): Markup {
  switch (finding.kind) {
    case 'threshold':
      return listing(
        finding.hypothesis,
        ['documents', 'of the kind', 'of all', 'share', standing],
        finding.parts.map((part) => [
          part.institution,
          String(part.documents),
          plain(part.a),
          plain(part.a + part.b),
          part.share === null
            ? '–'
            : `${Math.round(part.share.value * 100)} % (${Math.round(part.share.lower * 100)} to ${Math.round(part.share.upper * 100)})`,
          part.leftOut === null ? 'in' : `out: ${leftOutWords(part.leftOut)}`,
        ]),
      );
    case 'minimum':
    case 'paired':
      return listing(
        finding.hypothesis,
        ['documents', 'log odds', '95 % interval'],
        finding.figures.map((figure) => [
          figure.institution,
          String(figure.documents),
          figure.value === null ? '–' : statistic(figure.value),
          figure.lower === null || figure.upper === null
            ? '–'
            : `${statistic(figure.lower)} to ${statistic(figure.upper)}`,
        ]),
      );
    case 'diversity':
    case 'activities':
      return listing(
        finding.hypothesis,
        finding.columns,
        finding.rows.map(({ institution, values }) => [
          institution,
          ...values.map((value) => (value === null ? '–' : plain(value))),
        ]),
      );
    case 'contrast':
    case 'overall':
    case 'untested':
      return nothing;
  }
}

function plain(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

/** The column that says in words whether a row is in the number, where all others are numbers. */
const standing = 'in the number';

function look(column: string | undefined): string {
  return column === standing ? 'standing' : 'n';
}

function listing(name: string, head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  if (rows.length === 0) return nothing;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="Institutions, ${name}"><table>
<thead><tr><th scope="col">institution</th>${head.map((one) => markup`<th scope="col" class="${look(one)}">${one}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([
      first,
      ...others
    ]) => markup`<tr><th scope="row"><bdi>${first}</bdi></th>${others.map((one, at) => markup`<td class="${look(head[at])}">${one}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
}
