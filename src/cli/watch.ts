import { existsSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { changeOf, type Listing, listingOf } from '../io/change.ts';
import { readCorpus } from '../io/corpus.ts';
import { indexPath } from '../io/database.ts';
import { openStudy, type Study } from '../io/study.ts';
import { InputError } from '../model/input.ts';
import { type AnalyseFlags, analyseNew, withIndex } from './analyse.ts';
import { fetchingOf, fetchOptions } from './fetching.ts';
import { fleetOptions } from './fleet.ts';
import { onInterrupt } from './interrupts.ts';
import { studyOptions } from './options.ts';
import { optionsOf } from './place.ts';
import { workersOf } from './run.ts';
import { showAddition } from './show-addition.ts';
import { exitCodes, tell, tellError } from './talk.ts';

type WatchFlags = AnalyseFlags & { readonly settle: number; readonly poll?: true; readonly json?: true };

/** `titrate watch`: new documents as they appear. */
export function addWatch(program: Command): void {
  fetchOptions(
    fleetOptions(
      studyOptions(
        program
          .command('watch')
          .summary('analyse new documents as they appear')
          .description(
            'Watches the documents and the manifest of a study until stopped. What appears, changes or goes is waited for until it is at rest, then the study is run, one run at a time, and each batch gets a report of its own and a word on how its documents stand. Earlier reports and results stay as they are.',
          )
          .argument('[study]', 'folder or manifest', '.'),
      ),
    ),
  )
    .option('--settle <seconds>', 'time for which files must not grow and nothing new may come', secondsOf, 2)
    .option('--poll', 'look again and again instead of waiting to be told: for network folders')
    .addOption(
      new Option(
        '--workers <number>',
        'processes that read at a time (default: the number of cores)',
      ).argParser(workersOf),
    )
    .option('--json', 'print what each batch came to as JSON, on one line')
    .option('--quiet', 'no progress and no overview, only the path of each report')
    .action(async (path: string, flags: WatchFlags) => {
      process.exitCode = await watch(path, flags);
    });
}

async function watch(path: string, flags: WatchFlags): Promise<number> {
  const [{ watchPaths }, { meansOf }] = await Promise.all([
    import('../io/watch.ts'),
    import('../compose/open.ts'),
  ]);
  const options = { ...optionsOf(flags), ...fetchingOf(flags) };
  const place = await openStudy(path, options);
  const means = meansOf(place, options);
  const { documents, manifest, skip } = place.places;
  const paths = [documents, manifest].filter((one) => one !== null);
  if (paths.length === 0) {
    throw new InputError([
      `${path}  expected documents or a manifest to watch, got neither: add one of them`,
    ]);
  }
  const own = [...skip.filter((one) => one !== manifest), place.output];
  const changes = await watchPaths(paths, {
    settleMs: flags.settle * 1000,
    poll: flags.poll === true,
    skip: own,
  });
  const stop = new AbortController();
  const listenNoMore = onInterrupt(() => stop.abort());
  try {
    let known = lastListing(place);
    tell(`  watching  ${paths.join(', ')}; Ctrl-C ends it`);
    for (;;) {
      try {
        known = await pass(known);
      } catch (error) {
        const code = tellError(error);
        if (stop.signal.aborted) return code;
      }
      if ((await changes.next(stop.signal)) === null) return exitCodes.done;
    }
  } finally {
    listenNoMore();
    await changes.close();
  }

  /** Brings the study up to date where it is not; gives what it holds now. */
  async function pass(known: Listing | null): Promise<Listing | null> {
    const { places, file, voices } = await openStudy(path, options);
    const corpus = await readCorpus(places, file, voices, means);
    const change = known === null ? null : changeOf(corpus, known);
    if (corpus.length === 0 || (known !== null && change === null)) return known;
    if (!flags.quiet) for (const gone of change?.gone ?? []) tell(`  gone      ${gone}`);
    if (!flags.quiet) for (const fresh of change?.fresh ?? []) tell(`  new       ${fresh}`);
    const isGrown = change === null || change.gone.length + change.described.length === 0;
    const { observed } = await import('../app/observed.ts');
    const news = {
      isNew: (row: { readonly file: string }) => change?.fresh.has(row.file) === true,
      ...(isGrown ? {} : { before: withIndex(place.state, (database) => [...observed(file, database)]) }),
    };
    const analysed = await analyseNew(path, flags, means, news, stop.signal);
    if (typeof analysed !== 'number') await showAddition(analysed, { ...flags, compact: true });
    return typeof analysed === 'number' ? known : listingOf(corpus.map(({ source }) => source));
  }
}

/** The corpus as the last run saw it; null where there was none. */
function lastListing({ state }: Study): Listing | null {
  if (!existsSync(indexPath(state))) return null;
  return withIndex(state, (database) => (database.runs().length === 0 ? null : listingOf(database.corpus())));
}

function secondsOf(text: string): number {
  const value = Number(text);
  if (!(value >= 0.05) || !Number.isFinite(value)) {
    throw new InputError([`--settle: expected seconds from 0.05, got "${text}"`]);
  }
  return value;
}
