import type { Claim } from '../model/claim.ts';
import type { Finding } from '../model/finding.ts';
import { severity } from '../model/problem.ts';
import type { IngestRow, Results } from '../model/results.ts';
import type { Source } from '../model/study.ts';
import { findingSentence, labelsOf, verdictWords } from '../model/words.ts';

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

/** Findings as the terminal shows them: one block a hypothesis, the verdict at the end of the sentence. */
export function findingLines(
  results: Pick<Results, 'categories' | 'claims' | 'findings'>,
  strong: Emphasis,
): readonly string[] {
  const labels = labelsOf(results.categories);
  const hypotheses = results.claims.reduce((sum, claim) => sum + claim.hypotheses.length, 0);
  return [
    `${counted(results.claims.length, 'claim')}, ${counted(hypotheses, 'hypothesis', 'hypotheses')}`,
    ...results.claims.flatMap((claim) => claimLines(claim, results.findings)),
  ];

  function claimLines(claim: Claim, findings: readonly Finding[]): readonly string[] {
    return findings
      .filter((finding) => finding.claim === claim.id)
      .flatMap((finding) => [
        `${finding.role === 'primary' ? strong(finding.hypothesis.padEnd(4)) : '    '}${finding.numerator}/${finding.denominator}  ${strong(verdictWords(finding.verdict))}`,
        ...wrapped(findingSentence(finding, labels), 92).map((line) => `      ${line}`),
      ]);
  }
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
