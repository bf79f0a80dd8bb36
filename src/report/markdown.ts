import { comparedInstitutions, decisionWords, scopeWords } from '../model/decision.ts';
import { type ContrastFinding, type Finding, isBalance } from '../model/finding.ts';
import { factorWords, findingSentence, tippingWords } from '../model/finding-words.ts';
import { exploratoryWords } from '../model/freeze.ts';
import { powerWords, shortNumber, uncorrectedNumber } from '../model/outcome.ts';
import { ownPopulationWords, populationWords } from '../model/population.ts';
import { describe, severity } from '../model/problem.ts';
import type { Profile } from '../model/profile.ts';
import type { Evidence, Results, Witness } from '../model/results.ts';
import { wordsReasonWords } from '../model/time-words.ts';
import {
  gateOutcome,
  gateWords,
  inSentence,
  labelsOf,
  languageLabel,
  leftOutWords,
  reasonWords,
  sideLabel,
  standingWords,
  warningWords,
} from '../model/words.ts';
import { uncorrectedShares } from './drawings/drawing.ts';
import { facts } from './facts.ts';
import { drawnFrames } from './frames.ts';
import type { Gathered } from './gather.ts';
import { grid, plain } from './inert.ts';
import { appendixLines, robustnessLines } from './markdown-lists.ts';
import { count, percent, statistic } from './numbers.ts';
import { otherEffects, otherEffectsWords } from './other-effects.ts';
import { courseWords } from './page/course.ts';
import { type Marked, quote } from './quote.ts';
import { sentence } from './sentence.ts';
import { headline, pointFactor, verdictReason } from './verdict.ts';
import { briefQuote, marksOf } from './witnesses.ts';

/** Most rows of a list in the text; all are in the tables. */
const listed = 20;

/** The core of the report as Markdown that reads well in a terminal. */
export function markdown(results: Results, gathered: Gathered): string {
  const { study, claims, run } = results;
  const { rests, lacks } = facts(results);
  const lines = [
    `# ${plain(study.title)}`,
    ...(study.synthetic === undefined
      ? []
      : ['', `**Made-up documents.** ${plain(study.synthetic.statement)}`]),
    ...(run.reproducible
      ? []
      : [
          '',
          `**Not exactly reproducible.** A limit of time or memory stopped ${run.limited.map(plain).join(', ')}.`,
        ]),
    ...(run.freezing.state === 'exploratory'
      ? ['', `**Exploratory.** ${sentence(plain(exploratoryWords(run.freezing)))}`]
      : []),
    ...claims.flatMap(({ id, statement }) => [
      '',
      '## The claim',
      '',
      plain(statement),
      ...verdicts(results, id),
      ...hypotheses(results, id),
    ]),
    ...(claims.length === 0
      ? ['', 'No claim was tested: write one into the folder `claims/` and run again.']
      : []),
    ...planted(results),
    ...section(
      'What this rests on',
      rests.map(({ says }) => `- ${plain(says)}`),
    ),
    ...section(
      'What it lacks',
      lacks.length === 0 ? ['Nothing that a program can see.'] : lacks.map(({ says }) => `- ${plain(says)}`),
    ),
    ...section('Institutions', institutions(results, gathered)),
    ...section('Who does what, with whose money, for whom', appendixLines(results)),
    ...section('Change over time', courses(results)),
    ...section('Strongest quotes', quotes(results, gathered)),
    ...section('Distinctive words', distinctive(results)),
    ...section(
      'How the estimate comes about',
      results.findings.filter(isBalance).flatMap((finding) => estimate(results, finding)),
    ),
    ...section('How much hangs on our choices', robustnessLines(results)),
    ...section(
      'What cannot be tested',
      claims.flatMap((claim) => claim.not_testable.map((one) => `- ${plain(one)}`)),
    ),
    ...section('Problems', problems(results)),
    '',
    `Run ${run.run}, lexicon ${run.lexicon.slice(0, 12)}, seed ${run.seed}. Tables beside this file hold every number and passage; \`tables/dictionary.csv\` explains their columns.`,
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
}

function verdicts(results: Results, claim: string): string[] {
  const labels = labelsOf(results.categories);
  return results.findings
    .filter((finding) => finding.claim === claim)
    .filter(isBalance)
    .flatMap((finding) => {
      const number = headline(finding);
      const against = `${finding.hypothesis} against ${inSentence(plain(labels(finding.denominator)))}, ${plain(scopeWords(finding.scope, comparedInstitutions(finding)))}`;
      const alone = uncorrectedNumber(finding);
      const factor =
        number === null
          ? ''
          : `**${number.value} times ${number.direction}** (${number.interval}${finding.corrected ? `, corrected${alone === null ? '' : `; uncorrected ${alone}`}` : ', uncorrected'}): `;
      return [
        '',
        `${against}: ${factor}**${standingWords(finding)}**`,
        ...(finding.role === 'primary' ? ['', plain(verdictReason(finding))] : []),
        ...(number === null ? [] : ['', `> ${plain(findingSentence(finding, labels))}`]),
        ...finding.warnings.map((warning) => `\nMind: ${warningWords(warning)}.`),
      ];
    });
}

/** All hypotheses of a claim, a row each, and what each of them says. */
function hypotheses({ findings, categories, claims, witnesses }: Results, claim: string): string[] {
  const own = findings.filter((finding) => finding.claim === claim && finding.role === 'primary');
  if (own.length === 0) return [];
  const labels = labelsOf(categories);
  const whole = claims.find(({ id }) => id === claim);
  return section('Hypotheses', [
    ...(whole === undefined ? [] : [plain(populationWords(whole)), '']),
    ...(own.length < 2
      ? []
      : [
          ...grid(
            ['', 'hypothesis', 'scope', 'corrected', 'uncorrected', 'verdict', 'why'],
            own.map((finding) => [
              finding.kind === 'overall' ? 'all' : finding.hypothesis,
              finding.title,
              finding.scope,
              (finding.corrected ? shortNumber(finding) : null) ?? '–',
              (finding.corrected ? uncorrectedNumber(finding) : shortNumber(finding)) ?? '–',
              standingWords(finding),
              whyWords(finding),
            ]),
          ),
          '',
        ]),
    ...atOthers(own),
    ...own.flatMap((finding) => {
      const { hypothesis } = finding;
      const statement = whole?.hypotheses.find(({ id }) => id === hypothesis);
      const needs = finding.verdict === 'NOT_TESTABLE' ? statement?.needs : undefined;
      const own = statement === undefined ? null : ownPopulationWords(statement, finding);
      const about = own === null ? '' : ` ${plain(own)}`;
      return [
        `- **${hypothesis}** ${plain(findingSentence(finding, labels))}.${needs === undefined ? '' : ` What to add: ${plain(needs)}`}${about} Against it would be: ${plain(finding.falsifier)} By the rule: ${plain(decisionWords(finding))}.`,
        ...telling(witnesses.filter((one) => one.claim === claim && one.hypothesis === hypothesis)),
      ];
    }),
  ]);
}

function atOthers(own: readonly Finding[]): readonly string[] {
  const found = otherEffects(own);
  return found === null ? [] : [otherEffectsWords, '', ...grid(found.head, found.rows), ''];
}

/** The strongest passage for a hypothesis and the strongest against it, each beneath it in its list. */
function telling(witnesses: readonly Witness[]): readonly string[] {
  return witnesses
    .filter(({ rank }) => rank === 1)
    .flatMap(({ tells, fired, item }) => [
      '',
      `  Speaks most ${tells === 'for' ? 'for' : 'against'} it:`,
      '',
      ...cited(item, marksOf(fired), Math.min(item.longest, briefQuote)).map((line) => `  ${line}`),
    ])
    .concat(witnesses.length === 0 ? [] : ['']);
}

function whyWords(finding: Finding): string {
  const [reason] = finding.reasons;
  const power = powerWords(finding);
  return [
    ...(reason === undefined ? [] : [reasonWords(reason).what]),
    ...(power === null ? [] : [power]),
  ].join('; ');
}

function planted({ planted: rows, categories }: Results): string[] {
  const labels = labelsOf(categories);
  const factor = (value: number | null) =>
    value === null ? 'not computed' : factorWords(pointFactor(value)).value;
  if (rows.length === 0) return [];
  const isCorrected = rows.some(({ uncorrected }) => uncorrected !== null);
  return section(
    'Planted against recovered',
    grid(
      ['contrast', 'planted', ...(isCorrected ? ['uncorrected', 'corrected'] : ['recovered'])],
      rows.map((row) => [
        `${labels(row.numerator)} / ${inSentence(labels(row.denominator))}`,
        factor(row.planted),
        ...(isCorrected ? [factor(row.uncorrected)] : []),
        factor(row.recovered),
      ]),
    ),
  );
}

function institutions(results: Results, { institutions: all }: Gathered): string[] {
  const frames = drawnFrames(results);
  const rows = all.slice(0, listed);
  if (rows.length === 0) return [];
  const cell = (profile: Profile, code: string) => {
    const frame = profile.frames.find((one) => one.code === code);
    return frame?.share == null ? '–' : `${percent(frame.share)} (${count(frame.presence)})`;
  };
  return [
    `Share of the passages about the object, and their number. ${uncorrectedShares}`,
    '',
    ...grid(
      ['institution', 'passages', ...frames.map(({ label }) => label)],
      rows.map((row) => [row.key, count(row.objectPassages), ...frames.map(({ code }) => cell(row, code))]),
    ),
    ...(rows.length < all.length
      ? ['', `${count(rows.length)} institutions of more; all in \`tables/profiles.csv\`.`]
      : []),
  ];
}

function courses(results: Results): string[] {
  const labels = labelsOf(results.categories);
  const rows = results.time.courses.filter(({ pole, documents }) => pole === 'primary' && documents > 0);
  if (rows.length === 0) return [];
  return [
    'Exploratory. What coincides with an event is not thereby its effect; all numbers are in `tables/time.csv`.',
    '',
    ...rows
      .slice(0, listed)
      .map(
        (one) => `- ${plain(one.institution)}: ${courseWords(one, { labels, results }).map(plain).join(' ')}`,
      ),
    ...(rows.length > listed ? ['', `${listed} of ${count(rows.length)} institutions shown.`] : []),
  ];
}

function distinctive({ distinctive: all, study }: Results): string[] {
  if (all.length === 0) return [];
  const { source, policy } = study.contrast;
  return [
    'Exploratory, a language at a time; z of the log odds in brackets, with `*` beyond the threshold of relabelled documents. All in `tables/words.csv`.',
    '',
    ...all.flatMap(({ language, found, reason }) =>
      found.length === 0
        ? [`- ${languageLabel(language)}: ${reason === null ? 'none differ' : wordsReasonWords(reason)}`]
        : (
            [
              ['source', source],
              ['policy', policy],
            ] as const
          ).map(([side, voices]) => {
            const words = found
              .filter((word) => word.side === side)
              .slice(0, 8)
              .map(
                ({ word, z, beyond }) =>
                  `${plain(word)} (${statistic(z[1] ?? null)}${beyond === true ? '\\*' : ''})`,
              );
            return `- ${languageLabel(language)}, ${plain(sideLabel({ voices }))}: ${words.join(', ') || 'none'}`;
          }),
    ),
  ];
}

function quotes({ study, categories }: Results, gathered: Gathered): string[] {
  const labels = labelsOf(categories);
  const { source, policy } = study.contrast;
  return [source, policy]
    .flatMap((voices) =>
      [study.poles.claimed, study.poles.diluted].flatMap((code) => {
        const item = gathered.quotes(voices, code).shown[0];
        return item === undefined
          ? []
          : [`${plain(sideLabel({ voices }))}, ${inSentence(plain(labels(code)))}:`, '', ...cited(item), ''];
      }),
    )
    .slice(0, -1);
}

function cited(item: Evidence, marks: readonly Marked[] = item.tags, longest = item.longest): string[] {
  const { stretches, cutBefore, cutAfter } = quote(item.passage.text, marks, longest);
  const text = stretches
    .map(({ text: words, tags }) =>
      tags.length === 0 || words.trim() === '' ? plain(words) : `**${plain(words)}**`,
    )
    .join('');
  return [
    `> ${cutBefore ? '… ' : ''}${text}${cutAfter ? ' …' : ''}`,
    '>',
    `> ${[item.institution ?? 'institution not known', item.title ?? item.file, item.date ?? 'undated', `page ${item.page}`].map(plain).join(', ')} (${item.passage.id})`,
  ];
}

function estimate(results: Results, finding: ContrastFinding): string[] {
  const labels = labelsOf(results.categories);
  const tipping = tippingWords(finding, labels);
  const rows = finding.sides.flatMap((side) =>
    side.institutions.map((one) => [
      one.institution,
      sideLabel(side),
      count(one.documents),
      count(one.numerator),
      count(one.denominator),
      one.theta === null ? '–' : Math.exp(one.theta).toFixed(2),
      one.leftOut === null ? '' : leftOutWords(one.leftOut),
    ]),
  );
  return [
    `### ${finding.hypothesis}, ${plain(labels(finding.numerator))} against ${inSentence(plain(labels(finding.denominator)))} (${finding.role})`,
    '',
    ...finding.gates.map(
      (gate) =>
        `- ${gateWords(gate.gate)}: ${gateOutcome(gate)} (asked ${plain(gate.expected)}; found ${plain(gate.found)})`,
    ),
    '',
    ...grid(
      ['institution', 'side', 'documents', finding.numerator, finding.denominator, 'for each', 'left out'],
      rows,
    ),
    ...(tipping === null ? [] : ['', `How wrong the lexicon would have to be: ${plain(tipping)}.`]),
    '',
  ];
}

function problems({ problems: own, ingest }: Results): string[] {
  const order = ['failed', 'partial', 'ok'];
  const all = [...own, ...ingest.flatMap((row) => row.problems)].toSorted(
    (a, b) => order.indexOf(severity(a)) - order.indexOf(severity(b)),
  );
  return [
    ...all.slice(0, listed).map((problem) => `- ${plain(describe(problem))}`),
    ...(all.length > listed
      ? ['', `${listed} of ${count(all.length)} shown; all in \`tables/problems.csv\`.`]
      : []),
  ];
}
