import { type Command, Option } from 'commander';
import { openStudy } from '../io/study.ts';
import { type AnalyseFlags, analyseNew, endOf } from './analyse.ts';
import { fetchingOf, fetchOptions } from './fetching.ts';
import { fleetOptions } from './fleet.ts';
import { onInterrupt } from './interrupts.ts';
import { studyOptions } from './options.ts';
import { optionsOf } from './place.ts';
import { workersOf } from './run.ts';
import { showAddition } from './show-addition.ts';
import { exitCodes, tell } from './talk.ts';

type AddFlags = AnalyseFlags & {
  readonly study: string;
  readonly manifest?: string;
  readonly institution?: string;
  readonly voice?: string;
  readonly kind?: string;
  readonly date?: string;
  readonly language?: string;
  readonly title?: string;
  readonly json?: true;
  readonly strict?: true;
};

/** `titrate add`: new documents into a corpus, and what they come to. */
export function addAdd(program: Command): void {
  fetchOptions(
    fleetOptions(
      studyOptions(
        program
          .command('add')
          .summary('take new documents into a study and say how they stand')
          .description(
            'Copies documents into the corpus, adds a row for each to its manifest, runs the study, and says how each stands against what its institution said so far and what changed in the findings. What is known of a document comes from its row in --manifest, else from the options, else from its name. A document that is in the corpus already is refused, and then nothing is done. Addresses are listed, not copied; their host needs --allow-host.',
          )
          .argument('[files...]', 'documents, or http(s) addresses of some')
          .option('--study <path>', 'folder or manifest', '.'),
      ),
    ),
  )
    .option('--manifest <csv>', 'rows for new documents, in the columns of a manifest; files relative to it')
    .option('--institution <name>', 'institution of the documents')
    .option('--voice <voice>', 'voice of the documents, such as regional_body')
    .option('--kind <kind>', 'kind of the documents, such as declaration')
    .option('--date <date>', 'date of the documents: 2009, 2009-05 or 2009-05-14')
    .option('--language <language>', 'language of the documents: en, es, pt')
    .option('--title <title>', 'title of the document')
    .addOption(
      new Option(
        '--workers <number>',
        'processes that read at a time (default: the number of cores)',
      ).argParser(workersOf),
    )
    .option('--json', 'print what the documents came to as JSON')
    .option('--quiet', 'no progress and no overview, only the path of the report')
    .option('--strict', `end with code ${exitCodes.incomplete} where a document is not in the numbers`)
    .action(async (files: readonly string[], flags: AddFlags) => {
      process.exitCode = await add(files, flags);
    });
}

async function add(files: readonly string[], flags: AddFlags): Promise<number> {
  const [{ readCorpus }, { readOffer }, { admit }, { meansOf }] = await Promise.all([
    import('../io/corpus.ts'),
    import('../io/incoming.ts'),
    import('../io/admit.ts'),
    import('../compose/open.ts'),
  ]);
  const options = { ...optionsOf(flags), ...fetchingOf(flags) };
  const place = await openStudy(flags.study, options);
  const { places, file, voices } = place;
  const means = meansOf(place, options);
  const stop = new AbortController();
  // From here on, so that the corpus is never left with half of what was to be added.
  const listenNoMore = onInterrupt(() => stop.abort());
  try {
    const offer = { files, manifest: flags.manifest, stated: flags };
    const incoming = await readOffer(offer, file, voices, means);
    const admitted = await admit(incoming, place, () => readCorpus(places, file, voices, means), means.hash);
    if (!flags.quiet) for (const one of admitted) tell(`  added     ${one.file}`);
    stop.signal.throwIfAborted();
    const added = new Set(admitted.map((one) => one.file));
    const news = { isNew: (row: { readonly file: string }) => added.has(row.file) };
    const analysed = await analyseNew(flags.study, flags, means, news, stop.signal);
    if (typeof analysed === 'number') return analysed;
    await showAddition(analysed, { ...flags, added: admitted });
    return endOf(analysed, flags.strict === true);
  } finally {
    listenNoMore();
  }
}
