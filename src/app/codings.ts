import type { CodingAct, CodingSheet, Origin, Sample, SheetRow } from '../model/coding.ts';
import { askedColumns } from '../model/document-codes.ts';
import { InputError, type Log, type LogLine } from '../model/input.ts';
import type { LexiconSource } from '../model/lexicon.ts';
import type { Problem } from '../model/problem.ts';
import { codesByItem, finalCode, isCodedBy } from '../validate/adjudicate.ts';
import { orderIn } from '../validate/draw.ts';
import { instructions, titled } from '../validate/instructions.ts';
import { changedOrigins } from '../validate/origins.ts';
import { type ReadSheet, readSheet } from '../validate/read.ts';
import { describeRefusal } from '../validate/refusal.ts';
import { lineWords, withoutStrays } from '../validate/strays.ts';
import { population } from './population.ts';
import { blindedAsDrawn, type SampleSource } from './sampling.ts';
import type { StudyInput } from './study.ts';

/** A sheet that came back, by the name of its file. */
export type Returned = { readonly file: string; readonly rows: readonly SheetRow[] };

/** What sheets came to together: lines for the log, and refusals in words. */
export type Intake = Omit<ReadSheet, 'refusals'> & { readonly refused: readonly string[] };

/**
 * Reads sheets one after the other, each with what those before it added. Throws an InputError of simulated codings in a
 * study that is not made up, where they could be taken for evidence.
 */
export function takeIn(
  sheets: readonly Returned[],
  log: readonly CodingAct[],
  context: {
    readonly study: Pick<StudyInput, 'file'>;
    readonly samples: readonly Sample[];
    readonly origin: Origin;
    readonly revise: boolean;
    readonly now: Date;
  },
): Intake {
  const { study, samples, origin, revise } = context;
  if (origin === 'simulated' && study.file.synthetic === undefined) {
    throw new InputError([
      '--origin: expected human or machine in a study of real documents, got "simulated": only a study that says in study.yaml that it is synthetic may be coded by a simulation',
    ]);
  }
  const held = [...log];
  const added: CodingAct[] = [];
  const refused: string[] = [];
  let [known, empty] = [0, 0];
  for (const { file, rows } of sheets) {
    const at = context.now.toISOString();
    const read = readSheet(rows, { samples, log: held, origin, at, from: file, revise });
    held.push(...read.acts);
    added.push(...read.acts);
    refused.push(...read.refusals.map((one) => describeRefusal(file, one)));
    known += read.known;
    empty += read.empty;
  }
  return { acts: added, refused, known, empty };
}

/**
 * Sheets for whoever decides where coders differ or could not tell, one for each sample that has such passages that are
 * not their own to code, with what each coder said. A passage that the corpus no longer holds is not on them.
 */
export function adjudicationSheets(
  by: string,
  log: readonly CodingAct[],
  origins: readonly Origin[],
  source: Pick<SampleSource, 'study' | 'database'> & {
    readonly pseudonym: ((name: string) => string) | null;
    readonly codebook: LexiconSource;
    readonly samples: readonly Sample[];
  },
): readonly CodingSheet[] {
  const { study, database, samples } = source;
  const mentions = askedColumns(study.claims);
  const codebook = { measured: study.lexicon.measured, source: source.codebook, mentions };
  return samples.flatMap(({ design, keys }): CodingSheet[] => {
    const items = codesByItem(log, design.sample, origins);
    const open = keys.filter(({ item, coders }) => {
      const codes = items.get(item);
      return (
        codes !== undefined &&
        !isCodedBy(by, { coders }) &&
        design.columns.some(({ code }) => finalCode(codes, code, design) === 'open')
      );
    });
    const found = [
      ...population(
        study,
        database,
        open.map(({ passage }) => passage),
      ),
    ];
    const there = open.flatMap((key) => {
      const candidate = found.find((one) => one.found.passage.id === key.passage);
      return candidate === undefined ? [] : [{ item: key.item, candidate, key }];
    });
    if (there.length === 0) return [];
    const texts = blindedAsDrawn(there, source);
    const said = (item: string) =>
      (items.get(item)?.said ?? [])
        .map(({ coder, codes, note }) => {
          const own = design.columns.flatMap(({ code }) =>
            codes[code] === undefined ? [] : [`${code} ${codes[code]}`],
          );
          return `${coder}: ${own.join(', ')}${note === '' ? '' : ` (${note})`}`;
        })
        .join('\n');
    return [
      {
        sample: design.sample,
        coder: by,
        role: 'adjudicator',
        columns: titled(design.columns, codebook),
        rows: orderIn(there, by, design).map(({ item }) => ({
          item,
          text: texts.get(item) ?? '',
          said: said(item),
        })),
        instructions: instructions(design.columns, design.object, codebook, true, 'sheet', design.unit),
      },
    ];
  });
}

/** Throws an InputError that names every line of the log at `path` whose origin is not what it was when it came in. */
export function refuseChangedOrigins(
  path: string,
  log: readonly LogLine<CodingAct>[],
  samples: readonly Sample[],
): void {
  const changed = changedOrigins(log, samples);
  if (changed.length === 0) return;
  throw new InputError(
    changed.map(
      ({ line, expected, found }) =>
        `${path}:${line}  origin: expected ${expected}, got ${found}: put the line back as it was; the log is only ever added to`,
    ),
  );
}

/**
 * What of a log can be used, and a Problem for each way in which some of it cannot. Throws an InputError where the origin of
 * a line was changed, since a simulation must never be taken for people.
 */
export function usableLog(
  { path, file }: { readonly path: string; readonly file: string },
  { lines, unread }: Log<CodingAct>,
  samples: readonly Sample[],
): { readonly log: readonly LogLine<CodingAct>[]; readonly problems: readonly Problem[] } {
  refuseChangedOrigins(path, lines, samples);
  const { log, problems } = withoutStrays(file, lines, samples);
  const [first] = unread;
  if (first === undefined) return { log, problems };
  const damaged = lineWords([...new Set(unread.map(({ line }) => line))]);
  return {
    log,
    problems: [{ code: 'coding_line_unread', file, lines: damaged, detail: first.value }, ...problems],
  };
}

/** Whose codings stand for people's: only people's own, and those of a simulation where the study is made up. */
export function trusted({ file }: Pick<StudyInput, 'file'>): readonly Origin[] {
  return file.synthetic === undefined ? ['human'] : ['human', 'simulated'];
}
