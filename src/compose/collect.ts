import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Collected, collect } from '../io/collect.ts';
import { readCorpus } from '../io/corpus.ts';
import { agentOf } from '../io/fetch.ts';
import { noFetcher } from '../io/fetched.ts';
import { rememberHashes } from '../io/hashes.ts';
import type { Host } from '../io/hosts.ts';
import { locked } from '../io/lock.ts';
import { type Clock, machineClock, openManners } from '../io/manners.ts';
import { readRobots } from '../io/robots.ts';
import { readSources } from '../io/sources.ts';
import type { Study } from '../io/study.ts';
import { InputError } from '../model/input.ts';
import type { Outcome } from '../model/problem.ts';
import type { ListedSource } from '../model/sources.ts';
import { archivesOf, fetchSeconds } from './open.ts';

/** What a person allows and wants of fetching sources. */
export type CollectOptions = {
  readonly hosts: readonly Host[];
  readonly allowPrivate: boolean;
  readonly refetch: boolean;
  readonly contact: string | undefined;
  readonly signal: AbortSignal;
  readonly tell: (source: ListedSource, isThere: boolean) => void;
};

/** The sources that a list names; throws an InputError where there is no list, with how to come by one. */
export async function listOf(path: string, { voices }: Study): Promise<Outcome<readonly ListedSource[]>> {
  if (existsSync(path)) return readSources(path, voices);
  throw new InputError([
    `${path}  expected a list of sources, got nothing there: write one, or copy the one that \`titrate init my-study --sources\` gives`,
  ]);
}

/** What takes the sources of a list into a study; one at a time does so. */
export function openCollector(
  place: Study,
  { tell, contact, signal, refetch, ...permission }: CollectOptions,
  clock: Clock = machineClock,
): (sources: readonly ListedSource[]) => Promise<Collected> {
  const { places, file, voices, state } = place;
  const agent = agentOf(contact);
  const limits = { ...permission, bytes: file.settings.limits.bytes, seconds: fetchSeconds };
  const { gate, hold } = openManners(clock, (origin) => readRobots(origin, permission, { agent, signal }));
  const hash = rememberHashes();
  return async (sources) => {
    await mkdir(state, { recursive: true });
    const work = () =>
      collect(sources, place, {
        limits,
        agent,
        gate,
        hold,
        signal,
        refetch,
        hash,
        folder: join(state, 'fetched'),
        now: () => new Date(),
        corpus: () =>
          readCorpus(places, file, voices, { hash, fetch: noFetcher, unpack: archivesOf(place, hash) }),
        tell: (source, { copy }) => tell(source, copy !== null),
      });
    return locked(join(state, '.fetch.lock'), work, 'fetching sources');
  };
}
