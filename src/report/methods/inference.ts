import { aloneWords } from '../../model/alone-words.ts';
import type { Claim } from '../../model/claim.ts';
import { decisionWords } from '../../model/decision.ts';
import type { Finding } from '../../model/finding.ts';
import { effectsIn } from '../../model/finding-effects.ts';
import { findingSentence, notTestableWords } from '../../model/finding-words.ts';
import { undecidableWords } from '../../model/outcome.ts';
import { anchorWords, ownPopulationWords, populationWords } from '../../model/population.ts';
import type { Results } from '../../model/results.ts';
import {
  gateOutcome,
  gateWords,
  labelsOf,
  reasonWords,
  sideLabel,
  standingWords,
} from '../../model/words.ts';
import { grid, plain } from '../inert.ts';
import { count, counted } from '../numbers.ts';
import type { Citing } from './citing.ts';

/** What each claim says, how each of its hypotheses is decided, and how it was. */
export function claimMethods(results: Results): readonly string[] {
  const { claims, findings, categories, study } = results;
  if (claims.length === 0) return ['No claim was tested.'];
  const labels = labelsOf(categories);
  const poles = Object.entries(study.poles)
    .flatMap(([pole, code]) => (code === undefined ? [] : [`${pole} ${plain(labels(code))} (\`${code}\`)`]))
    .join(', ');
  const { source, policy } = study.contrast;
  return [
    `Source side: ${plain(sideLabel({ voices: source }))}; policy side: ${plain(sideLabel({ voices: policy }))}. Poles: ${poles}.`,
    ...claims.flatMap((claim) => {
      const own = findings.filter((one) => one.claim === claim.id);
      return [
        '',
        `**${plain(claim.title)}** (\`${claim.id}\`, hash \`${results.run.claims[claim.id] ?? 'not known'}\`). ${plain(claim.statement)} Source: ${plain(claim.source)} ${plain(populationWords(claim))}`,
        '',
        ...own.flatMap((finding) => [...decided(finding, claim, labels), ...opened(finding, claim)]),
        ...(claim.not_testable.length === 0
          ? []
          : ['', 'What no text can settle:', '', ...claim.not_testable.map((one) => `- ${plain(one)}`)]),
      ];
    }),
  ];
}

function decided(finding: Finding, claim: Claim, labels: ReturnType<typeof labelsOf>): readonly string[] {
  const statement = claim.hypotheses.find(({ id }) => id === finding.hypothesis);
  const anchor =
    statement === undefined
      ? undefined
      : [anchorWords(statement), ownPopulationWords(statement, finding) ?? []].flat().join(' ');
  const against =
    finding.role === 'companion' && finding.kind === 'contrast'
      ? `, against ${plain(labels(finding.denominator))} (companion)`
      : '';
  const name = finding.kind === 'overall' ? 'The claim as a whole' : finding.hypothesis;
  const failed = finding.gates.filter(({ passed }) => passed === false);
  return [
    `- **${name}**${against}, ${plain(finding.title)}${finding.family === 'secondary' && finding.kind !== 'overall' ? ' (secondary)' : ''}. ${anchor === undefined || against !== '' ? '' : `${plain(anchor)} `}Rule: ${plain(decisionWords(finding))}. Outcome: **${standingWords(finding)}**; ${plain(finding.verdict === 'NOT_TESTABLE' ? notTestableWords(finding) : findingSentence(finding, labels))}.${failed.length === 0 ? '' : ` Gates not met: ${failed.map((gate) => `${gateWords(gate.gate)} (${gateOutcome(gate)}; asked ${plain(gate.expected)}, found ${plain(gate.found)})`).join('; ')}.`}`,
  ];
}

/** Why a verdict is open where the numbers before it would have a reader expect one. */
function opened(finding: Finding, claim: Claim): readonly string[] {
  if (finding.kind === 'overall' || finding.kind === 'untested') return [];
  const alone = aloneWords(finding);
  const undecidable = undecidableWords(finding);
  const measure = claim.hypotheses.find(({ id }) => id === finding.hypothesis)?.measure;
  const isBoth = finding.corrected && finding.kind === 'threshold' && measure?.count === 'actors';
  const isOpen = finding.reasons.includes('interval_includes_zero');
  const p = finding.tests.claimed;
  const why = [
    ...(undecidable === null ? [] : [undecidable]),
    ...(alone === null || finding.verdict === 'DESCRIBED' ? [] : [alone]),
    ...(isBoth && finding.verdict !== 'NOT_TESTABLE'
      ? [
          `distinct units and coded passages must both say so${isOpen ? ', and one of them leaves it open' : ''}${p === null ? '' : `; the larger of their one-sided p is ${p < 0.001 ? 'below .001' : p.toFixed(3)}`}`,
        ]
      : []),
    ...(finding.verdict === 'INCONCLUSIVE'
      ? finding.reasons
          .filter((reason) => reason !== 'uncorrected' && !(isBoth && reason === 'interval_includes_zero'))
          .map((reason) => reasonWords(reason).what)
      : []),
  ];
  return why.length === 0 ? [] : [`  Mind: ${plain(why.join('; '))}.`];
}

/** How estimates, intervals, tests and verdicts come about: only what these findings used. */
export function inferenceMethods({ findings, run, study }: Results, { cite }: Citing): readonly string[] {
  const tested = findings.filter(({ verdict }) => verdict !== 'NOT_TESTABLE');
  const kinds = new Set(tested.map(({ kind }) => kind));
  const isWilson = tested.some((one) => one.kind === 'threshold' && one.interval === 'wilson');
  const isClustered =
    kinds.has('contrast') ||
    kinds.has('minimum') ||
    kinds.has('paired') ||
    tested.some((one) => one.kind === 'threshold' && one.interval === 'jackknife');
  const family = new Set(
    findings
      .filter(({ family: of, kind, role }) => of === 'primary' && kind !== 'overall' && role === 'primary')
      .map(({ claim, hypothesis }) => `${claim}\n${hypothesis}`),
  );
  const smallest = [
    ...new Set(
      findings.flatMap((one) =>
        'smallestEffect' in one ? [Number(Math.exp(one.smallestEffect).toFixed(2))] : [],
      ),
    ),
  ].toSorted((one, other) => one - other);
  return [
    'Scope. Findings are about the institutions of this corpus (scope A): these are fixed, and documents are the sampled unit. Nothing about types of institutions in general (scope B) follows from them; where that is asked, it is a test of its own with institutions as the sample, and said to be so.',
    ...(findings.length === 0
      ? []
      : [
          '',
          `Gates come before verdicts: ${gatesOf(findings)}. Documents are counted as they are and by Kish's effective number ${cite('kish1965')}.`,
        ]),
    ...(isClustered
      ? [
          '',
          `Balances are log odds of passages within an institution, with documents as clusters and a delete-one-document jackknife ${cite('tukey1958')}; institutions weigh the same, degrees of freedom follow Satterthwaite ${cite('satterthwaite1946')}, intervals are Student's t at 95 %.`,
        ]
      : []),
    ...(kinds.has('contrast')
      ? [
          '',
          `Contrasts are compared within languages and periods of ${counted(study.settings.period_years, 'year')} that both sides have, beside a Mantel–Haenszel log odds ratio ${cite('mantel1959')}. Too small to matter is decided by two one-sided tests ${cite('schuirmann1987')}.`,
        ]
      : []),
    ...effectsMethods(tested, run.settings.robustness, cite),
    ...(isWilson
      ? ['', `Shares of distinct units have Wilson's interval ${cite('wilson1927')} and an exact binomial p.`]
      : []),
    ...(kinds.has('minimum') || kinds.has('overall')
      ? [
          '',
          `Where all of several parts have to hold, each is tested at its own level (intersection-union test) ${cite('berger1982')}.`,
        ]
      : []),
    ...(kinds.has('paired')
      ? [
          '',
          `Pairs within an institution are tested by flipping the signs of the differences of documents ${cite('fisher1935')}.`,
        ]
      : []),
    ...(smallest.length === 0
      ? []
      : ['', `Smallest effects that matter, as ratios of odds: ${smallest.join(', ')}.`]),
    ...(family.size === 0 ? [] : ['', familyWords(family.size, cite)]),
    '',
    `Seed of all random draws: ${run.seed}.`,
  ];
}

/** What contrasts are told in beside log odds, and by how many draws. */
function effectsMethods(
  tested: readonly Finding[],
  { replicates }: Results['run']['settings']['robustness'],
  cite: Citing['cite'],
): readonly string[] {
  const own = tested.filter((one) => effectsIn(one).length > 0 && one.role === 'primary');
  if (own.length === 0) return [];
  const all = own.flatMap(effectsIn);
  const isDrawn = all.some(({ effects }) => effects.draws > 0);
  const dominance = all.some(({ effects, uncorrectedEffects }) =>
    [effects, uncorrectedEffects].some((one) => one?.cliff != null),
  );
  return [
    '',
    `${own.map(({ hypothesis }) => plain(hypothesis)).join(', ')} ${own.length === 1 ? 'is' : 'are'} also told as odds ratios and differences of shares${dominance ? `, and by Cliff's delta over documents ${cite('cliff1993')}` : ''}${isDrawn ? `; intervals are from draws of documents within institutions, ${count(replicates)} asked for` : ''}. Nothing is decided by them.`,
  ];
}

/** How the p-values of a family of hypotheses are held against their level. */
function familyWords(size: number, cite: Citing['cite']): string {
  const secondary = 'Secondary ones are described and never called supported.';
  return size === 1
    ? `There is one primary hypothesis, whose one-sided p-values, for the claim and against it, are held against .025. ${secondary}`
    : `The one-sided p-values of ${size} primary hypotheses are adjusted together by Holm ${cite('holm1979')} and held against .025, those for the claim and those against it in a family each; hypotheses that cannot be tested keep their place. ${secondary}`;
}

function gatesOf(findings: readonly Finding[]): string {
  const names = new Set(findings.flatMap(({ gates }) => gates.map(({ gate }) => gateWords(gate))));
  return names.size === 0 ? 'none was asked for' : [...names].join('; ');
}

/** All hypotheses in one table, for a reader who looks for one number. */
export function verdictTable({ findings }: Results): readonly string[] {
  const own = findings.filter(({ role }) => role === 'primary');
  if (own.length === 0) return ['Nothing was assessed.'];
  return grid(
    ['', 'hypothesis', 'scope', 'documents', 'institutions', 'corrected', 'verdict'],
    own.map((one) => [
      one.kind === 'overall' ? 'all' : one.hypothesis,
      one.title,
      one.scope,
      count(one.documents),
      count(one.institutions),
      one.corrected ? 'yes' : 'no',
      standingWords(one),
    ]),
  );
}
