import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { adjudicationSheets, takeIn, trusted } from '../src/app/codings.ts';
import { freezeParts } from '../src/app/freeze.ts';
import { population } from '../src/app/population.ts';
import { refresh } from '../src/app/refresh.ts';
import { drawSample } from '../src/app/sample.ts';
import { drawDocuments } from '../src/app/sample-documents.ts';
import { embeddedEngine } from '../src/compose/engines.ts';
import { type Opened, openForWork } from '../src/compose/open.ts';
import { addLines } from '../src/io/lines.ts';
import { readSamples, writeSample } from '../src/io/samples.ts';
import { readSheetRows, writeSheet } from '../src/io/sheets.ts';
import { CodingAct, type CodingColumn, type Sample } from '../src/model/coding.ts';
import { Freeze } from '../src/model/freeze.ts';
import { codesByItem, finalCode } from '../src/validate/adjudicate.ts';
import {
  codedFrames,
  codedHypotheses,
  codedPerSide,
  codedTwice,
  codesBySimulation,
  codesByTruth,
  documentsPerSide,
  simulatedAdjudicator,
  simulatedCoders,
  type Told,
} from './coders.ts';
import { dice } from './dice.ts';

/** What is kept of a simulated coding; its sheets are not, since they hold nothing beyond these. */
export const codingFiles = [
  'codings.jsonl',
  'freezes.jsonl',
  'sample-1/design.json',
  'sample-1/key.csv',
  'sample-2/design.json',
  'sample-2/key.csv',
] as const;

/** When the sample is said to be drawn, coded and decided: the same in every run. */
const drawnAt = new Date('2016-02-01T09:00:00Z');
const codedAt = new Date('2016-02-15T09:00:00Z');
const decidedAt = new Date('2016-02-22T09:00:00Z');

/**
 * Has the sample study coded by a simulation, on the way that people's codings take: a sample is drawn from what the
 * program reads of it and frozen; sheets are filled in from the planted truth with a few slips and taken in; what coders
 * differ on is decided. Writes `codingFiles` into a folder, in place of those that are there; the same study, program and
 * lexicons give the same bytes. What has been read before is taken from `state`, where one is given.
 */
export async function code(study: string, into: string, state?: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'titrate-codings-'));
  const opened = await openForWork(study, { state: state ?? join(folder, 'state') }, embeddedEngine());
  try {
    await refresh(opened.input, await opened.corpus(), opened.ports, () => {});
    const codings = join(folder, 'codings');
    await codeInto(codings, opened);
    for (const file of codingFiles) {
      mkdirSync(dirname(join(into, file)), { recursive: true });
      cpSync(join(codings, file), join(into, file));
    }
  } finally {
    await opened.ports.queue.close();
    opened.ports.database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function codeInto(codings: string, { place, input, ports: { database } }: Opened): Promise<void> {
  const source = { study: input, codebook: place.lexicon, database, pseudonym: null };
  const { seed } = place.file.settings;
  const request = {
    extends: null,
    coders: simulatedCoders,
    seed,
    twice: codedTwice,
    simulated: true,
  } as const;
  const passages = drawSample(
    {
      ...request,
      sample: 'sample-1',
      budget: { perSide: codedPerSide },
      codes: [...codedFrames, ...codedHypotheses],
    },
    { ...source, earlier: [], now: drawnAt },
  );
  const documents = drawDocuments(
    { ...request, sample: 'sample-2', budget: { perSide: documentsPerSide } },
    { ...source, earlier: [passages.sample], now: drawnAt },
  );
  for (const { sample, sheets } of [passages, documents]) await writeSample(codings, sample, sheets);
  const samples = await readSamples(codings);
  const parts = freezeParts(input, samples);
  await addLines(join(codings, 'freezes.jsonl'), Freeze, () => [
    { at: drawnAt.toISOString(), act: 'freeze', parts, codings: 0 },
  ]);

  const log: CodingAct[] = [];
  const toldOf = new Map(
    samples.map((one) => [one.design.sample, truthOf(one, place.truth ?? '', input, database)]),
  );
  const told = (sample: string, item: string): Told => {
    const found = toldOf.get(sample)?.(item);
    if (found === undefined) throw new Error(`expected a sample ${sample}, got none`);
    return found;
  };
  for (const { design } of samples) {
    const { sample, columns, object, unit } = design;
    const of = unit === 'documents' ? 'codes of documents' : 'codes';
    for (const coder of simulatedCoders) {
      const draw = dice(seed, `${of}/${coder}`);
      const apart = dice(seed, `${of} of mentions/${coder}`);
      await take(sample, `${coder}.csv`, codedAt, (item) =>
        codesBySimulation(told(sample, item), columns, object, draw, apart),
      );
    }
  }
  for (const sheet of adjudicationSheets(simulatedAdjudicator, log, trusted(input), { ...source, samples })) {
    const design = samples.find((one) => one.design.sample === sheet.sample)?.design;
    if (design === undefined) continue;
    await writeSheet(join(codings, sheet.sample, 'sheets'), sheet);
    const items = codesByItem(log, sheet.sample, trusted(input));
    await take(sheet.sample, `${simulatedAdjudicator}-adjudicates.csv`, decidedAt, (item) => {
      const said = items.get(item);
      const isOpen = ({ code }: CodingColumn) =>
        said !== undefined && finalCode(said, code, design) === 'open';
      return codesByTruth(told(sheet.sample, item), decidedIn(design.columns, isOpen), design.object);
    });
  }

  async function take(
    sample: string,
    file: string,
    now: Date,
    codesOf: (item: string) => Readonly<Record<string, string>>,
  ): Promise<void> {
    const path = join(codings, sample, 'sheets', file);
    fill(path, codesOf);
    const rows = await readSheetRows(path);
    const added = await addLines(join(codings, 'codings.jsonl'), CodingAct, (held) => {
      const origin = 'simulated';
      const context = { study: input, samples, origin, revise: false, now } as const;
      const { acts, refused } = takeIn([{ file, rows }], held, context);
      if (refused.length > 0) throw new Error(`expected a sheet that is taken whole, got: ${refused[0]}`);
      return acts;
    });
    log.push(...added);
  }
}

/** Frames and mentions are decided apart: all of either where coders differ on one of them. */
function decidedIn(
  columns: readonly CodingColumn[],
  isOpen: (column: CodingColumn) => boolean,
): readonly CodingColumn[] {
  const [apart, framed] = [columns.filter(({ alone }) => alone), columns.filter(({ alone }) => !alone)];
  return [framed, apart].filter((some) => some.some(isOpen)).flat();
}

/** Writes codes into a sheet as a spreadsheet would. */
function fill(path: string, codesOf: (item: string) => Readonly<Record<string, string>>): void {
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true, bom: true });
  writeFileSync(
    path,
    stringify(
      rows.map((row) => ({ ...row, ...codesOf(row['item'] ?? '') })),
      { header: true },
    ),
  );
}

/**
 * What the items of a sample truly are: the row of the truth that a passage begins like. A passage without a row (titles,
 * lists of names, footnotes) is about nothing, and so is the rest of one that was parted at a page break.
 */
function truthOf(
  { keys }: Sample,
  truth: string,
  input: Opened['input'],
  database: Opened['ports']['database'],
): (item: string) => Told {
  const rows: Record<'file' | 'object' | 'frames' | 'named' | 'start', string>[] = parse(
    readFileSync(truth),
    {
      columns: true,
    },
  );
  const ofFile = Map.groupBy(rows, ({ file }) => file);
  const ids = keys.map(({ passage }) => passage);
  const told = new Map(
    [...population(input, database, ids)].map(({ found: { file, passage } }): [string, Told] => {
      const own = ofFile.get(file) ?? [];
      const row =
        own.find(({ start }) => passage.text.startsWith(start.trimEnd())) ??
        own.find(({ start }) => passage.text.startsWith(start.slice(0, 40)));
      return [
        passage.id,
        {
          object: row?.object === '1',
          frames: row?.frames.split(' ') ?? [],
          named: row?.named.split(' ') ?? [],
        },
      ];
    }),
  );
  const passageOf = new Map<string, string>(keys.map(({ item, passage }) => [item, passage]));
  return (item) => {
    const found = told.get(passageOf.get(item) ?? '');
    if (found === undefined) throw new Error(`expected a passage of item ${item}, got none`);
    return found;
  };
}
