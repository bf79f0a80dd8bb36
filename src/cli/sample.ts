import { relative } from 'node:path';
import { type Command, Option } from 'commander';
import { counted } from '../app/overview.ts';
import { openStudy } from '../io/study.ts';
import { doubleShare, sides, slug } from '../model/coding.ts';
import { InputError } from '../model/input.ts';
import { wholeNumber } from './numbers.ts';
import { openRun } from './open-run.ts';
import { studyOptions } from './options.ts';
import { optionsOf, type StudyFlags } from './place.ts';
import { exitCodes, say, tell } from './talk.ts';

type SampleFlags = StudyFlags & {
  readonly size?: number;
  readonly perSide?: number;
  readonly coders: string;
  readonly codes?: string;
  readonly documents?: true;
  readonly seed?: number;
  readonly twice?: number;
  readonly name?: string;
  readonly extend?: string;
  readonly json?: true;
};

/** `titrate sample`: passages for people to code. */
export function addSample(program: Command): void {
  studyOptions(
    program
      .command('sample')
      .summary('draw passages for people to code')
      .description(
        'Draws passages with known chances by what the lexicon says of them, side and language, a third or more of them without a hit, and writes a blind sheet for every coder, as XLSX and CSV, below codings/ in the study. Sheets show neither hits, institution, date nor file; key.csv says what the ids on them stand for: keep it from coders. A fifth of the passages, and at least 100, go to two coders. With --documents whole documents are drawn, as hypotheses about documents need.',
      )
      .argument('[study]', 'folder or manifest', '.'),
  )
    .requiredOption('--coders <names>', 'who codes: names with commas between, such as ana,ben')
    .addOption(
      new Option('--per-side <number>', 'passages a side (default: 150, or what strata of 30 need)')
        .argParser(wholeNumber('--per-side', 1))
        .conflicts('size'),
    )
    .addOption(
      new Option('--size <number>', 'passages of both sides together').argParser(wholeNumber('--size', 1)),
    )
    .option(
      '--codes <codes>',
      'what is coded beside the object: category codes, all, VOICE, POLARITY, mentions or hypotheses about them (default: the parts of the poles)',
    )
    .addOption(
      new Option(
        '--documents',
        'draw whole documents instead, each with all its passages, for hypotheses about documents; sizes count documents',
      ).conflicts('codes'),
    )
    .option('--extend <sample>', 'add to an earlier sample; sizes are those of both together')
    .option('--name <name>', 'name of the sample (default: sample-1, sample-2 and so on)')
    .addOption(
      new Option('--seed <number>', 'seed of the draw (default: that of the study)').argParser(
        wholeNumber('--seed', 0),
      ),
    )
    .addOption(
      new Option(
        '--twice <percent>',
        'how much of it two coders code, for frames that are rare (default: 20)',
      ).argParser(wholeNumber('--twice', 100 * doubleShare, 100)),
    )
    .option('--json', 'print the design as JSON')
    .action(async (path: string, flags: SampleFlags) => {
      await sample(path, flags);
      process.exitCode = exitCodes.done;
    });
}

async function sample(path: string, flags: SampleFlags): Promise<void> {
  const [
    { drawSample },
    { drawDocuments },
    { inputOf },
    { freeSampleName, readSamples, writeSample },
    { planFacts },
  ] = await Promise.all([
    import('../app/sample.ts'),
    import('../app/sample-documents.ts'),
    import('../compose/open.ts'),
    import('../io/samples.ts'),
    import('../app/plan.ts'),
  ]);
  const place = await openStudy(path, optionsOf(flags));
  const coders = namesOf(flags.coders);
  const name = flags.name ?? (await freeSampleName(place.codings));
  if (!slug.safeParse(name).success) {
    throw new InputError([`--name: expected lower-case letters, digits, - and _, got "${name}"`]);
  }
  const database = openRun(place.state, path);
  try {
    const study = await inputOf(place);
    const { size, perSide } = flags;
    const request = {
      sample: name,
      extends: flags.extend ?? null,
      budget: size !== undefined ? { total: size } : perSide !== undefined ? { perSide } : null,
      coders,
      seed: flags.seed ?? place.file.settings.seed,
      twice: flags.twice === undefined ? undefined : flags.twice / 100,
    };
    const source = {
      study,
      codebook: place.lexicon,
      database,
      earlier: await readSamples(place.codings),
      now: new Date(),
    };
    const codes = flags.codes?.split(',').map((code) => code.trim()) ?? [];
    const drawn = flags.documents
      ? drawDocuments(request, source)
      : drawSample({ ...request, codes }, source);
    const sheets = await writeSample(place.codings, drawn.sample, drawn.sheets);
    if (flags.json) {
      say(JSON.stringify({ design: drawn.sample.design, sheets }, null, 2));
      return;
    }
    const { keys, design } = drawn.sample;
    const whole = new Set(keys.map(({ document }) => document)).size;
    const of = design.unit === 'documents' ? ` of ${counted(whole, 'document')}` : '';
    say(`  ${name}  ${counted(keys.length, 'passage')}${of} for ${coders.join(', ')}`);
    for (const side of sides) say(`  ${planFacts(drawn.plan, side, design.unit)}`);
    for (const sheet of sheets.filter((one) => !one.endsWith('.csv')))
      say(`  sheet    ${relative(process.cwd(), sheet)}`);
    say(
      `  keep     ${relative(process.cwd(), place.codings)}/${name}/key.csv from coders: it says what the ids stand for`,
    );
    say(
      `  next     titrate freeze ${path}, then code: in \`titrate serve ${path}\`, or on the sheets and then: titrate codings import <sheets> --study ${path}`,
    );
    if (coders.length < 2) tell('  with one coder nothing is coded twice, and no agreement can be told');
  } finally {
    database.close();
  }
}

function namesOf(written: string): readonly string[] {
  const names = written.split(',').map((name) => name.trim());
  const wrong = names.find((name, at) => !slug.safeParse(name).success || names.indexOf(name) !== at);
  if (wrong === undefined) return names;
  throw new InputError([
    `--coders: expected different names of lower-case letters, digits, - and _, such as ana,ben, got "${written}"`,
  ]);
}
