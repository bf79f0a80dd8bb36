import type { Command } from 'commander';
import { InputError } from '../model/input.ts';
import type { JobFailure } from '../model/ports.ts';
import { type FleetFlags, fleetOf, fleetOptions } from './fleet.ts';
import { exitCodes, say } from './talk.ts';

/** `titrate queue`: what waits, what failed for good, and what to do about it. */
export function addQueue(program: Command): void {
  fleetOptions(
    program
      .command('queue')
      .summary('list, retry or discard dead letters of a fleet')
      .description(
        'Without an action: what waits and runs, and the documents that failed in all attempts, each with its reason. `retry` and `discard` take ids, or all; `pause` and `resume` hold the whole fleet.',
      )
      .argument('[action]', 'list, retry, discard, pause or resume', 'list')
      .argument('[ids...]', 'ids of dead letters, or `all`'),
  )
    .option('--json', 'print counts and dead letters as JSON')
    .action(async (action: string, ids: string[], flags: FleetFlags & { json?: true }) => {
      const { broker } = await fleetOf({ root: '.', ...flags });
      const { openRedisQueue } = await import('../queue/redis/batches.ts');
      const queue = openRedisQueue({ ...broker, batch: 1, window: 1 });
      try {
        if (action === 'pause') await queue.pause();
        else if (action === 'resume') await queue.resume();
        else if (action === 'retry' || action === 'discard') {
          const letters = await queue.deadLetters();
          const wanted = ids.includes('all') ? letters.map(({ id }) => id) : ids;
          for (const id of wanted) {
            const known = letters.find((letter) => letter.id === id || letter.id.startsWith(id));
            if (known === undefined || !(await queue[action](known.id))) {
              throw new InputError([`queue ${action}: expected the id of a dead letter, got \`${id}\``]);
            }
            say(`  ${action === 'retry' ? 'put back' : 'discarded'}  ${known.file}`);
          }
        } else if (action !== 'list') {
          throw new InputError([`queue: expected list, retry, discard, pause or resume, got \`${action}\``]);
        }
        const [counts, letters] = await Promise.all([queue.counts(), queue.deadLetters()]);
        if (flags.json) say(JSON.stringify({ counts, deadLetters: letters }, null, 2));
        else {
          const { waiting, active, paused } = counts;
          say(
            `  ${waiting} waiting, ${active} at work${paused ? ', paused' : ''}, ${letters.length} given up`,
          );
          for (const { id, file, failure, attempts } of letters) {
            say(`    ${id.slice(0, 12)}  ${file}  ${reason(failure)}, ${attempts} attempts`);
          }
        }
        process.exitCode = exitCodes.done;
      } finally {
        await queue.close();
      }
    });
}

function reason(failure: JobFailure): string {
  switch (failure.kind) {
    case 'time_limit':
      return `stopped after ${failure.seconds} s`;
    case 'memory_limit':
      return `stopped at ${failure.megabytes} MB`;
    case 'crashed':
      return `crashed: ${failure.detail}`;
  }
}
