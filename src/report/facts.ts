import { isBalance } from '../model/finding.ts';
import { freezeWords } from '../model/freeze.ts';
import { type ProblemCode, severity, simulatedItems } from '../model/problem.ts';
import type { Profile } from '../model/profile.ts';
import type { IngestRow, KeptResults } from '../model/results.ts';
import { languageLabel, sideLabel, voiceLabel } from '../model/words.ts';
import { ranges } from '../text/ranges.ts';
import { count, counted, percent } from './numbers.ts';

/**
 * Where what a clause counts is shown: all files, those not or only partly read, the institutions, the years, what was coded,
 * or the run itself.
 */
export type FactPlace = 'documents' | 'failed' | 'partial' | 'institutions' | 'time' | 'coding' | 'run';

/** A short clause on the corpus, and where its numbers lead. */
export type Fact = { readonly says: string; readonly at: FactPlace };

/** What the corpus is and what it lacks, in short clauses, most important first. */
export type Facts = {
  readonly rests: readonly Fact[];
  readonly lacks: readonly Fact[];
  /** Files that are not, or not wholly, in the numbers. */
  readonly lost: readonly IngestRow[];
};

const withoutLexicon: readonly string[] = ['other', 'und'];

/** Describes a corpus by what a reader has to know before the numbers. */
export function facts(results: KeptResults): Facts {
  const read = results.ingest.filter(({ status }) => status !== 'failed');
  const lost = results.ingest.filter(({ status }) => status !== 'ok');
  return { rests: rests(results, read), lacks: lacks(results, read, lost), lost };
}

function profilesBy(results: KeptResults, by: Profile['by']): readonly Profile[] {
  return results.profiles.filter((profile) => profile.by === by && profile.documents > 0);
}

function rests(results: KeptResults, read: readonly IngestRow[]): Fact[] {
  const institutions = new Set(read.flatMap(({ institution }) => institution ?? [])).size;
  const years = yearsOf(read);
  const languages = profilesBy(results, 'language')
    .filter(({ key }) => !withoutLexicon.includes(key))
    .toSorted((a, b) => b.documents - a.documents || (a.key < b.key ? -1 : 1))
    .map((profile) => `${languageLabel(profile.key)} ${count(profile.documents)}`);
  const passages = read.reduce((sum, row) => sum + row.passages, 0);
  const object = read.reduce((sum, row) => sum + row.objectPassages, 0);
  const simulated = simulatedItems(results.problems);
  const shared = results.ingest.flatMap(({ same }) => same.filter(({ state }) => state === 'counted')).length;
  return [
    said(`${counted(read.length, 'document')} of ${counted(institutions, 'institution')}`, 'documents'),
    ...(languages.length > 0 ? [said(languages.join(', '), 'documents')] : []),
    ...(years.length > 0 ? [said(span(years), 'time')] : []),
    said(`${counted(object, 'passage')} about the object, of ${count(passages)}`, 'institutions'),
    ...(simulated > 0
      ? [said(`${counted(simulated, 'item')} of samples coded by simulated coders, not by people`, 'coding')]
      : []),
    ...(results.run.freezing.state === 'frozen' ? [said(freezeWords(results.run.freezing), 'run')] : []),
    ...(shared > 0
      ? [said(`${counted(shared, 'act')} in more than one file, counted once`, 'documents')]
      : []),
  ];
}

function lacks(results: KeptResults, read: readonly IngestRow[], lost: readonly IngestRow[]): Fact[] {
  const { contrast } = results.study;
  const voices = new Set(read.flatMap(({ voice }) => voice ?? []));
  const missing = [...contrast.source, ...contrast.policy].filter((voice) => !voices.has(voice));
  const failed = lost.filter(({ status }) => status === 'failed');
  const partial = lost.length - failed.length;
  const voiceless = read.filter(({ voice }) => voice === null).length;
  const undated = read.filter(({ date }) => date === null).length;
  const pages = results.ingest.reduce((sum, row) => sum + row.pages, 0);
  const unreadPages = results.ingest.reduce((sum, row) => sum + row.sources.unread, 0);
  const doubtful = read
    .flatMap(({ problems }) => problems)
    .reduce((sum, problem) => sum + (problem.code === 'low_confidence' ? problem.passages : 0), 0);
  const gaps = emptyYears(yearsOf(read));
  const uncoded = !results.findings.some(({ corrected }) => corrected) && results.findings.length > 0;
  const apart = results.findings
    .filter(isBalance)
    .find(({ strata }) => strata.length > 0 && !strata.some((one) => one.compared));
  const unread = profilesBy(results, 'language').filter(({ key }) => withoutLexicon.includes(key));
  return [
    ...(missing.length > 0
      ? [said(`no document of ${missing.map(voiceLabel).join(' or ')}`, 'documents')]
      : []),
    ...(failed.length > 0
      ? [
          said(
            `${count(failed.length)} of ${counted(results.ingest.length, 'file')} not in the numbers: ${causes(failed)}`,
            'failed',
          ),
        ]
      : []),
    ...(partial > 0
      ? [
          said(
            `${counted(partial, 'file')} only in part: ${causes(lost.filter(({ status }) => status === 'partial'))}`,
            'partial',
          ),
        ]
      : []),
    ...(unreadPages > 0
      ? [said(`${count(unreadPages)} of ${counted(pages, 'page')} unread, in no denominator`, 'documents')]
      : []),
    ...(doubtful > 0
      ? [
          said(
            `${counted(doubtful, 'passage')} of which OCR is not sure, counted like the others`,
            'documents',
          ),
        ]
      : []),
    ...(apart === undefined
      ? []
      : [
          said(
            `${sideLabel(apart.sides[0])} and ${sideLabel(apart.sides[1])} share no language and period`,
            'documents',
          ),
        ]),
    ...(results.run.freezing.state === 'frozen' ? [] : [said(freezeWords(results.run.freezing), 'run')]),
    ...(results.problems.some(({ code }) => code === 'lexicon_after_codings')
      ? [said('a lexicon changed after codings had come in, which they cannot correct in full', 'coding')]
      : []),
    ...(uncoded
      ? [said('no passages coded by hand, so the errors of the lexicon are not corrected', 'coding')]
      : []),
    ...unread.map((profile) =>
      said(
        `${counted(profile.passages, 'passage')} no lexicon reads: ${languageLabel(profile.key)}`,
        'documents',
      ),
    ),
    ...(voiceless > 0
      ? [said(`${counted(voiceless, 'document')} without a voice, in no contrast`, 'documents')]
      : []),
    ...(undated > 0
      ? [
          said(
            `${counted(undated, 'document')} without a date (${percent(undated / read.length)})`,
            'documents',
          ),
        ]
      : []),
    ...(gaps.length > 0 ? [said(`no document of ${ranges(gaps).join(', ')}`, 'time')] : []),
  ];
}

function said(says: string, at: FactPlace): Fact {
  return { says, at };
}

/** What kept files out, most frequent first: `no text 3, encrypted 1`. */
function causes(rows: readonly IngestRow[]): string {
  const tally = new Map<ProblemCode, number>();
  for (const { problems, status } of rows) {
    const cause = problems.find((problem) => severity(problem) === status);
    if (cause !== undefined) tally.set(cause.code, (tally.get(cause.code) ?? 0) + 1);
  }
  return [...tally]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([code, times]) => `${code.replaceAll('_', ' ')} ${count(times)}`)
    .join(', ');
}

function yearsOf(rows: readonly IngestRow[]): number[] {
  return [...new Set(rows.flatMap(({ date }) => (date === null ? [] : [Number(date.slice(0, 4))])))].sort(
    (a, b) => a - b,
  );
}

function span(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)];
  return first === last ? `${first}` : `${first} to ${last}`;
}

function emptyYears(years: readonly number[]): number[] {
  const present = new Set(years);
  const [first = 0, last = -1] = [years[0], years.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (year) => !present.has(year),
  );
}
