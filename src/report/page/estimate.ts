import { type Balance, type ContrastFinding, factorOf, isBalance, type Side } from '../../model/finding.ts';
import { factorWords, tippingWords } from '../../model/finding-words.ts';
import {
  framesCountedWords,
  gateOutcome,
  gateWords,
  inSentence,
  languageLabel,
  leftOutWords,
  sideLabel,
  standingWords,
} from '../../model/words.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { count, counted, percent, statistic } from '../numbers.ts';
import { sentence } from '../sentence.ts';
import { verdictReason } from '../verdict.ts';
import type { Context } from './context.ts';

/** How each estimate comes about: checks, balances of institutions, strata, and what would overturn it. */
export function estimateSection(context: Context): Markup {
  const findings = context.results.findings.filter(isBalance);
  if (findings.length === 0) return nothing;
  return markup`<section id="estimate">
<h2>How the estimate comes about</h2>
${findings.map((finding) => one(context, finding))}
</section>`;
}

function one(context: Context, finding: ContrastFinding): Markup {
  const { labels } = context;
  const tipping = finding.verdict === 'NOT_TESTABLE' ? null : tippingWords(finding, labels);
  const name = `${finding.hypothesis}, ${inSentence(labels(finding.numerator))} against ${inSentence(labels(finding.denominator))}`;
  return markup`<section class="finding"><h3>${name} <small>${finding.role}</small></h3>
<p><strong>${sentence(standingWords(finding))}</strong> ${verdictReason(finding)} It looks at ${counted(finding.passages, 'passage')} about the object in ${counted(finding.documents, 'document')} of ${counted(finding.institutions, 'institution')}${finding.scope === 'A' ? ', and is about these institutions, not their type' : ', and is about their type'}.</p>
${finding.role === 'primary' ? markup`<p>What would speak against it: ${finding.falsifier}</p>` : nothing}
${gates(finding, name)}
${balances(context, finding, name)}
${formula(finding)}
${tipping === null ? nothing : markup`<p>How wrong the lexicon would have to be: ${tipping}.</p>`}
${strata(finding, name)}
</section>`;
}

function gates(finding: ContrastFinding, name: string): Markup {
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="Checks, ${name}"><table>
<caption>Checks made before the verdict</caption>
<thead><tr><th scope="col">check</th><th scope="col">asked</th><th scope="col">found</th><th scope="col">outcome</th></tr></thead>
<tbody>${finding.gates.map((gate) => markup`<tr><th scope="row">${gateWords(gate.gate)}</th><td>${gate.expected}</td><td>${gate.found}</td><td>${gate.passed === false ? markup`<strong>${gateOutcome(gate)}</strong>` : gateOutcome(gate)}</td></tr>`)}</tbody></table></div>`;
}

function balances(context: Context, finding: ContrastFinding, name: string): Markup {
  const { labels } = context;
  const linked = (balance: Balance, code: string, times: number) => {
    const anchor = context.anchor('institution', balance.institution, code);
    return anchor === null ? count(times) : markup`<a href="#${anchor}">${count(times)}</a>`;
  };
  const row = (
    balance: Balance,
  ) => markup`<tr><th scope="row"><bdi>${balance.institution}</bdi></th><td class="n">${count(balance.documents)}</td><td class="n">${count(balance.passages)}</td><td class="n">${count(balance.framedDocuments)}</td><td class="n">${linked(balance, finding.numerator, balance.numerator)}</td><td class="n">${linked(balance, finding.denominator, balance.denominator)}</td><td class="n">${balance.theta === null ? '–' : Math.exp(balance.theta).toFixed(2)}</td><td class="n">${statistic(balance.theta)}</td><td class="n">${balance.variance === null ? '–' : statistic(Math.sqrt(balance.variance))}</td><td>${balance.leftOut === null ? 'in' : `out: ${leftOutWords(balance.leftOut)}`}</td></tr>
`;
  const side = (
    of: Side,
  ) => markup`<tbody><tr class="side"><th scope="rowgroup" colspan="10">${sentence(sideLabel(of)).replace(/\.$/, '')}</th></tr>${of.institutions.map(row)}
<tr class="sum"><th scope="row">${of.institutions.length === 0 ? 'no institution' : 'all; mean of those that are in'}</th><td class="n">${count(of.documents)}</td><td class="n">${count(of.passages)}</td><td class="n">${count(of.framedDocuments)}</td><td class="n" colspan="2">${count(of.framedPassages)} together</td><td class="n">${of.theta === null ? '–' : Math.exp(of.theta).toFixed(2)}</td><td class="n">${statistic(of.theta)}</td><td></td><td>${of.effectiveDocuments.toFixed(1)} effective documents</td></tr></tbody>`;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="Balances, ${name}"><table>
<caption>The balance of each institution: passages with ${inSentence(labels(finding.numerator))} for each with ${inSentence(labels(finding.denominator))}. ${framesCountedWords(finding)}</caption>
<thead><tr><th scope="col">institution</th><th scope="col" class="n">documents</th><th scope="col" class="n">passages about the object</th><th scope="col" class="n">framed documents</th><th scope="col" class="n">${inSentence(labels(finding.numerator))}</th><th scope="col" class="n">${inSentence(labels(finding.denominator))}</th><th scope="col" class="n">for each</th><th scope="col" class="n">log odds</th><th scope="col" class="n">standard error</th><th scope="col">in the contrast</th></tr></thead>
${finding.sides.map(side)}</table></div>`;
}

function formula({ estimate, dilution, stratified, sides, verdict }: ContrastFinding): Markup {
  if (estimate === null || dilution === null || verdict === 'NOT_TESTABLE') return nothing;
  const words = factorWords(dilution);
  const pooled = stratified === null ? null : factorWords(factorOf(stratified));
  return markup`<p>The balance of ${sideLabel(sides[0])} less that of ${sideLabel(sides[1])} is ${statistic(estimate.value)} in log odds (standard error ${statistic(estimate.standardError)}, ${estimate.degreesOfFreedom.toFixed(1)} degrees of freedom), a factor of ${words.value} (${words.lower} to ${words.upper}). One half is added to every count; for the standard error documents with a framed passage are left out in turn.${pooled === null ? '' : ` Pooled over languages and periods (Mantel-Haenszel) the factor is ${pooled.value} (${pooled.lower} to ${pooled.upper}).`}</p>`;
}

function strata(finding: ContrastFinding, name: string): Markup {
  if (finding.strata.length === 0) return nothing;
  const { sides, shareNotCompared } = finding;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="Languages and periods, ${name}"><table>
<caption>Framed passages by language and period; only what both sides have is compared${shareNotCompared === null ? '' : `, ${percent(shareNotCompared)} is not`}</caption>
<thead><tr><th scope="col">language</th><th scope="col">period</th><th scope="col" class="n">${sideLabel(sides[0])}</th><th scope="col" class="n">${sideLabel(sides[1])}</th><th scope="col">compared</th></tr></thead>
<tbody>${finding.strata.map(
    (
      stratum,
    ) => markup`<tr><th scope="row">${languageLabel(stratum.language)}</th><td>${stratum.period}</td><td class="n">${count(stratum.source)}</td><td class="n">${count(stratum.policy)}</td><td>${stratum.compared ? 'yes' : 'no'}</td></tr>
`,
  )}</tbody></table></div>`;
}
