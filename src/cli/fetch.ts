import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { openStudy, type Study } from '../io/study.ts';
import { InputError } from '../model/input.ts';
import type { ListedSource } from '../model/sources.ts';
import { fetchingOf } from './fetching.ts';
import { onInterrupt } from './interrupts.ts';
import { exitCodes, harmless, say, strong, tell } from './talk.ts';

type Flags = {
  readonly sources?: string;
  readonly allowHost?: readonly string[];
  readonly allListedHosts?: true;
  readonly allowPrivate?: true;
  readonly refetch?: true;
  readonly contact?: string;
  readonly state?: string;
  readonly quiet?: true;
  readonly strict?: true;
};

/** `titrate fetch`: the documents that a list of sources names, into the corpus. */
export function addFetch(program: Command): void {
  program
    .command('fetch')
    .summary('download the documents that a list of sources names')
    .description(
      "Downloads what corpus/sources.csv lists into the corpus, adds a row for each to its manifest, and writes down address, time and checksum in corpus/fetched.csv. Goes only to hosts that are named; without any, lists those that it would go to. Asks one file at a time of a host, with a second between, or what its robots.txt says, which is obeyed; goes on with what came in part; tries the archive's address second. What was taken in before is not asked for again.",
    )
    .argument('[study]', 'folder or manifest', '.')
    .option('--sources <csv>', 'list of sources (default: sources.csv in the corpus)')
    .option('--allow-host <host...>', 'hosts that may be asked, such as www.example.org web.archive.org')
    .option('--all-listed-hosts', 'allow every host in the list, archives included')
    .option(
      '--allow-private',
      'let those hosts be this machine or lie in a private network, which is refused otherwise',
    )
    .option('--contact <address>', 'mail or page where hosts can reach you; sent along with each request')
    .option('--refetch', 'ask again for what was taken in before')
    .option('--state <folder>', 'where copies are kept (default: .titrate/ in the study)')
    .option('--quiet', 'no talk while it goes on, only what became of each source')
    .option('--strict', `end with code ${exitCodes.incomplete} where a source is not in the corpus`)
    .action(async (study: string, flags: Flags) => {
      process.exitCode = await fetchStudy(study, flags);
    });
}

async function fetchStudy(path: string, flags: Flags): Promise<number> {
  const place = await openStudy(path, { state: flags.state });
  refuseSynthetic(place);
  const [{ listOf, openCollector }, { listedHosts }, { describe }, { sourceLines }] = await Promise.all([
    import('../compose/collect.ts'),
    import('../io/listed-hosts.ts'),
    import('../model/problem.ts'),
    import('../app/source-lines.ts'),
  ]);
  const list = flags.sources === undefined ? join(place.places.base, 'sources.csv') : resolve(flags.sources);
  const { value: sources, problems } = await listOf(list, place);
  for (const problem of problems) tell(`  ${harmless(describe(problem))}`);
  const listed = listedHosts(sources);
  const named = [...(flags.allowHost ?? []), ...(flags.allListedHosts ? listed.map(({ host }) => host) : [])];
  if (named.length === 0) return showHosts(sources, listed, path);
  const { hosts, allowPrivate = false, refetch = false } = fetchingOf({ ...flags, allowHost: named });
  const stop = new AbortController();
  const listenNoMore = onInterrupt(() => stop.abort());
  try {
    const collect = openCollector(place, {
      hosts: hosts ?? [],
      allowPrivate,
      refetch,
      contact: contactOf(flags.contact),
      signal: stop.signal,
      tell: (source, isThere) => {
        if (!flags.quiet) tell(`  ${isThere ? 'came    ' : 'not here'}  ${harmless(source.address)}`);
      },
    });
    const { ends, problems: torn } = await collect(sources);
    for (const problem of torn) tell(`  ${harmless(describe(problem))}`);
    for (const line of sourceLines(ends, (text) => strong(harmless(text))))
      say(line === '' ? '' : `  ${line}`);
    const isMissing = ends.some(({ outcome }) => outcome === 'failed');
    return isMissing && flags.strict ? exitCodes.incomplete : exitCodes.done;
  } finally {
    listenNoMore();
  }
}

/** Real documents among made-up ones would be neither a sample nor a study. */
function refuseSynthetic({ file }: Study): void {
  if (file.synthetic === undefined) return;
  throw new InputError([
    'study.yaml  expected a study of real documents, got a synthetic one: make your own with `titrate init my-study --sources`, and fetch into that',
  ]);
}

/** What a header can hold; a line break in it would be another header. */
function contactOf(contact: string | undefined): string | undefined {
  if (contact === undefined || /^[\x21-\x7e][\x20-\x7e]*$/.test(contact)) return contact;
  throw new InputError([
    `--contact: expected a mail address or a page in plain letters, got "${harmless(contact)}"`,
  ]);
}

/** Nothing goes out unasked: says where it would go, and how to allow it. */
function showHosts(
  sources: readonly ListedSource[],
  listed: ReturnType<typeof import('../io/listed-hosts.ts').listedHosts>,
  study: string,
): number {
  const width = Math.max(0, ...listed.map(({ host }) => host.length));
  for (const { host, first, archive } of listed) {
    const counts = [
      ...(first === 0 ? [] : [String(first).padStart(4)]),
      ...(archive === 0 ? [] : [`${String(archive).padStart(4)} as second try`]),
    ];
    say(`  ${host.padEnd(width)} ${counts.join(' ')}`);
  }
  tell(
    `  ${sources.length} sources on ${listed.length} hosts; nothing was asked for, since no host is allowed`,
  );
  tell(`  next     titrate fetch ${study} --all-listed-hosts, or --allow-host for each that you allow`);
  return exitCodes.input;
}
