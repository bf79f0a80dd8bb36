import { aloneWords, toldFirst } from '../model/alone-words.ts';
import type { Claim } from '../model/claim.ts';
import type { Finding } from '../model/finding.ts';
import { missingWords, powerWords, shortNumber, uncorrectedNumber } from '../model/outcome.ts';
import { severity, simulatedItems } from '../model/problem.ts';
import type { IngestRow, Results } from '../model/results.ts';
import type { Source } from '../model/study.ts';
import { inSentence, labelsOf, reasonWords, standingWords, verdictWords } from '../model/words.ts';

/** `1 document`, `2 documents`; a plural that is not regular is given. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** How a text is made to stand out; where nothing can, the text as it is. */
export type Emphasis = (text: string) => string;

/** The corpus in one line: documents, institutions, languages, years. */
export function corpusLine(title: string, sources: readonly Source[], strong: Emphasis): string {
  const institutions = new Set(sources.flatMap(({ institution }) => institution ?? []));
  const languages = Map.groupBy(sources, ({ language }) => language ?? 'unknown');
  const spoken = [...languages]
    .toSorted(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))
    .map(([language, rows]) => `${language} ${rows.length}`);
  const years = sources.flatMap(({ date }) => date?.slice(0, 4) ?? []).toSorted();
  const [first, last] = [years[0], years.at(-1)];
  const span = first === undefined ? 'undated' : first === last ? first : `${first} to ${last}`;
  return [
    strong(title),
    counted(sources.length, 'document'),
    counted(institutions.size, 'institution'),
    spoken.join(', '),
    span,
  ].join(' · ');
}

/** Width of a title in the terminal; longer ones go on as they are. */
const titleWidth = 36;
const numberWidth = 24;

/** Findings as the terminal shows them: a row a hypothesis, its verdict in capitals only where one was reached. */
export function findingLines(
  results: Pick<Results, 'categories' | 'claims' | 'findings' | 'problems'>,
  strong: Emphasis,
): readonly string[] {
  const hypotheses = results.claims.reduce((sum, claim) => sum + claim.hypotheses.length, 0);
  const open = results.findings.some(({ reasons }) => reasons.includes('uncorrected'));
  const isCorrected = results.findings.some(({ corrected }) => corrected);
  const simulated = simulatedItems(results.problems);
  const uncorrected = isCorrected
    ? 'What is not said to be corrected still has the errors of the lexicon in it, and is no more than inconclusive'
    : "Uncorrected for the lexicon's errors, so that nothing is more than inconclusive";
  return [
    `${counted(results.claims.length, 'claim')}, ${counted(hypotheses, 'hypothesis', 'hypotheses')}`,
    ...results.claims.flatMap((claim) => claimLines(claim, results)),
    ...(open
      ? wrapped(
          `${uncorrected}: ${reasonWords('uncorrected').remedy}. What the interval alone would say stands behind.`,
          100,
        )
      : []),
    ...(results.findings.some((finding) => noteOn(finding).includes('would find'))
      ? wrapped(
          'What a row “would find” is the smallest true effect that a study of this size finds in 80 of 100.',
          100,
        )
      : []),
    ...(simulated === 0
      ? []
      : wrapped(
          `Corrected by ${simulated} items of samples that simulated coders coded, and not people: good for this made-up study alone.`,
          100,
        )),
  ];

  function claimLines(claim: Claim, { findings, categories }: Pick<Results, 'findings' | 'categories'>) {
    const own = findings.filter((finding) => finding.claim === claim.id);
    const labels = labelsOf(categories);
    return own.flatMap((finding) => {
      const name = finding.kind === 'overall' ? '' : finding.role === 'primary' ? finding.hypothesis : '';
      const title =
        finding.role === 'companion' && finding.kind === 'contrast'
          ? `  against ${inSentence(labels(finding.denominator))}`
          : finding.title;
      const row = [
        strong(name.padEnd(4)),
        title.padEnd(titleWidth),
        (shortNumber(finding) ?? '–').padEnd(numberWidth),
        `${strong(standingWords(finding))}${noteOn(finding)}`,
      ].join(' ');
      return finding.kind !== 'overall'
        ? [row]
        : [
            `${strong('all'.padEnd(4))} ${title.padEnd(titleWidth)} ${' '.repeat(numberWidth)} ${strong(standingWords(finding))}`,
            ...finding.ways.map(
              (way) =>
                `     ${`  ${way.title}`.padEnd(titleWidth + numberWidth + 1)} ${standingWords(way)} (${way.parts.map((part) => part.hypothesis).join(', ')})`,
            ),
          ];
    });
  }
}

/** Why a verdict is not more, in as few words as a row holds. */
function noteOn(finding: Finding): string {
  return `${whyOf(finding)}${correctedFrom(finding)}`;
}

/** What the lexicon alone would have said, beside a corrected number. */
function correctedFrom(finding: Finding): string {
  const alone = uncorrectedNumber(finding);
  return alone === null ? '' : `; uncorrected ${alone}`;
}

function whyOf(finding: Finding): string {
  const [reason] = finding.reasons;
  if (finding.verdict === 'NOT_TESTABLE')
    return reason === undefined ? '' : `: ${missingWords(finding) ?? reasonWords(reason).what}`;
  const { verdict, intervalVerdict } = finding;
  const power = powerWords(finding);
  if (reason !== undefined && toldFirst.has(reason)) return `: ${reasonWords(reason).what}`;
  if (verdict === 'DESCRIBED') return '';
  if (aloneWords(finding) !== null && intervalVerdict !== null)
    return ` (its interval alone, which decides nothing: ${verdictWords(intervalVerdict)})`;
  return power === null ? '' : `, ${power}`;
}

/** What is not in the numbers, or null where everything is: `5 of 214 documents ...: no text 3, encrypted 2`. */
export function missingLine(ingest: readonly IngestRow[]): string | null {
  const failed = ingest.filter((row) => row.status === 'failed' && !isElsewhere(row));
  const pages = ingest.reduce((sum, row) => sum + row.sources.unread, 0);
  const unread = pages === 0 ? null : `${counted(pages, 'page')} unread`;
  if (failed.length === 0) return unread;
  const causes = Map.groupBy(
    failed,
    (row) => row.problems.find((problem) => severity(problem) === 'failed')?.code,
  );
  const listed = [...causes]
    .map(([code, rows]) => `${String(code).replaceAll('_', ' ')} ${rows.length}`)
    .toSorted();
  return `${failed.length} of ${counted(ingest.length, 'document')} ${failed.length === 1 ? 'is' : 'are'} not in these numbers: ${listed.join(', ')}${unread === null ? '' : `; ${unread}`}`;
}

/** Acts that several files hold, or null where each file holds one of its own. */
export function sameLine(ingest: readonly IngestRow[]): string | null {
  const elsewhere = ingest.filter(isElsewhere);
  const proposed = ingest.filter(({ problems }) => problems.some(({ code }) => code === 'perhaps_same_act'));
  const acts = new Set(elsewhere.flatMap(({ same }) => same.map(({ of }) => of))).size;
  const parts = [
    ...(acts > 0 ? [`${counted(acts, 'act')} in ${acts + elsewhere.length} files, counted once`] : []),
    ...(proposed.length > 0
      ? [`${counted(proposed.length, 'file')} much like another, counted beside it`]
      : []),
  ];
  return parts.length === 0 ? null : `${parts.join('; ')}: tables/groups.csv`;
}

/** True where the act is in the numbers, with another file. */
function isElsewhere({ problems }: IngestRow): boolean {
  const fatal = problems.filter((problem) => severity(problem) === 'failed');
  return fatal.length > 0 && fatal.every(({ code }) => code === 'same_act');
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
