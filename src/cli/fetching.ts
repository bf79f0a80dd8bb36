import type { Command } from 'commander';
import { hostsOf } from '../io/hosts.ts';
import type { StudyOptions } from '../io/study.ts';

/** The options that let a command fetch what addresses in a manifest name. */
export type FetchFlags = {
  readonly allowHost?: readonly string[];
  readonly allowPrivate?: true;
  readonly refetch?: true;
};

/** Adds the options that let a command fetch; without them nothing goes out. */
export function fetchOptions(command: Command): Command {
  return command
    .option(
      '--allow-host <host...>',
      'hosts that files may be fetched from where the manifest names addresses; fetched once, then kept',
    )
    .option(
      '--allow-private',
      'let those hosts be this machine or lie in a private network, which is refused otherwise',
    )
    .option('--refetch', 'fetch again what was fetched before');
}

/** What may be fetched, from the flags; throws an InputError for a host that is none. */
export function fetchingOf({
  allowHost,
  allowPrivate,
  refetch,
}: FetchFlags): Pick<StudyOptions, 'hosts' | 'allowPrivate' | 'refetch'> {
  return { hosts: hostsOf(allowHost ?? []), allowPrivate, refetch };
}
