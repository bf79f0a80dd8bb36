import type { IngestRow, Results } from '../../model/results.ts';
import { languageLabel, voiceLabel } from '../../model/words.ts';
import { compareText } from '../../text/compare.ts';
import { facts } from '../facts.ts';
import { grid, plain } from '../inert.ts';
import { count, counted } from '../numbers.ts';

/** What was read: documents by institution, language, kind and year, and what is missing and why. */
export function corpusMethods(results: Results): readonly string[] {
  const { ingest, problems } = results;
  const read = ingest.filter(({ status }) => status !== 'failed');
  const { lacks } = facts(results);
  const files = (status: IngestRow['status']) => ingest.filter((row) => row.status === status).length;
  const passages = sum(read, (row) => row.passages);
  const object = sum(read, (row) => row.objectPassages);
  const all = [...problems, ...ingest.flatMap((row) => row.problems)];
  const unlisted = all.filter(({ code }) => code === 'not_in_manifest').length;
  const codes = tally(all.map(({ code }) => code));
  return [
    `The corpus has ${counted(ingest.length, 'file')}: ${count(files('ok'))} were read in full, ${count(files('partial'))} in part, and ${count(files('failed'))} are not in the numbers. They hold ${counted(passages, 'passage')}, ${count(object)} of them about the object (\`${results.study.object}\`). Documents were chosen by the researchers; the program looks for none.${unlisted === 0 ? '' : ` ${counted(unlisted, 'file')} of the study's folder ${unlisted === 1 ? 'is' : 'are'} in the corpus but not in its manifest.`}`,
    '',
    ...(read.length === 0
      ? ['No document was read.']
      : [
          ...grid(
            ['institution', 'voice', 'documents', 'languages', 'kinds', 'years', 'passages about the object'],
            institutions(read),
          ),
        ]),
    '',
    'Missing, or to be known before reading on:',
    '',
    ...(lacks.length === 0
      ? ['- nothing that a program can see']
      : lacks.map(({ says }) => `- ${plain(says)}`)),
    '',
    codes === ''
      ? 'No file gave rise to a problem.'
      : `Problems by code: ${plain(codes)}. Each stands in \`tables/problems.csv\` with its file, and what each code means in the program's documentation.`,
  ];
}

function institutions(read: readonly IngestRow[]): readonly (readonly string[])[] {
  const groups = Map.groupBy(read, ({ institution, voice }) =>
    JSON.stringify([voice ?? 'voice not known', institution ?? 'institution not known']),
  );
  return [...groups]
    .toSorted(([one], [other]) => compareText(one, other))
    .map(([key, rows]) => {
      const [voice = '', institution = ''] = JSON.parse(key) as readonly string[];
      return [
        institution,
        voiceLabel(voice),
        count(rows.length),
        tally(rows.map(({ language }) => languageLabel(language ?? 'und'))),
        tally(rows.map(({ kind }) => kind ?? 'not known')),
        years(rows),
        count(sum(rows, (row) => row.objectPassages)),
      ];
    });
}

function years(rows: readonly IngestRow[]): string {
  const known = rows.flatMap(({ date }) => date?.slice(0, 4) ?? []).toSorted();
  const undated = rows.length - known.length;
  const [first, last] = [known[0], known.at(-1)];
  const span = first === undefined ? '' : first === last ? first : `${first} to ${last}`;
  return [span, ...(undated > 0 ? [`${count(undated)} undated`] : [])]
    .filter((part) => part !== '')
    .join(', ');
}

/** What there is of each: `minutes 3, article 1`, the most frequent first; empty for nothing. */
export function tally(names: readonly string[]): string {
  return [...Map.groupBy(names, (name) => name)]
    .map(([name, some]) => ({ name, times: some.length }))
    .toSorted((one, other) => other.times - one.times || compareText(one.name, other.name))
    .map(({ name, times }) => `${name} ${count(times)}`)
    .join(', ');
}

function sum(rows: readonly IngestRow[], value: (row: IngestRow) => number): number {
  return rows.reduce((total, row) => total + value(row), 0);
}
