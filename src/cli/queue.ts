import type { Command } from 'commander';
import { InputError } from '../model/input.ts';
import type { DeadLetter, JobFailure } from '../model/queue.ts';
import { brokerOptions, type FleetFlags, serverOf } from './fleet.ts';
import { exitCodes, harmless, say, tell } from './talk.ts';

/** `titrate queue`: what waits, what failed for good, and what to do about it. */
export function addQueue(program: Command): void {
  brokerOptions(
    program
      .command('queue')
      .summary('list, retry or discard dead letters of a fleet')
      .description(
        'Without an action: what waits and runs, and the documents that failed in all attempts, each with its reason. `retry` and `discard` take ids, or all; a document put back is in the numbers of the next run. `pause` and `resume` hold the whole fleet.',
      )
      .argument('[action]', 'list, retry, discard, pause or resume', 'list')
      .argument('[ids...]', 'ids of dead letters, or their beginnings, or `all`'),
  )
    .option('--json', 'print counts and dead letters as JSON')
    .action(async (action: string, ids: string[], flags: FleetFlags & { json?: true }) => {
      await act(action, ids, flags);
      process.exitCode = exitCodes.done;
    });
}

async function act(action: string, ids: readonly string[], flags: FleetFlags & { json?: true }) {
  const { broker } = serverOf(flags);
  const [{ openRedisQueue }, { members }] = await Promise.all([
    import('../queue/redis/batches.ts'),
    import('../queue/redis/fleet.ts'),
  ]);
  await members(broker.url);
  const queue = openRedisQueue({ ...broker, batch: 1, window: 1 });
  try {
    switch (action) {
      case 'list':
        break;
      case 'pause':
      case 'resume':
        await queue[action]();
        break;
      case 'retry':
      case 'discard':
        for (const { id, file } of wanted(action, ids, await queue.deadLetters())) {
          const found = await queue[action](id);
          tell(
            `  ${found ? (action === 'retry' ? 'put back' : 'discarded') : 'gone meanwhile'}  ${harmless(file)}`,
          );
        }
        break;
      default:
        throw new InputError([`queue: expected list, retry, discard, pause or resume, got \`${action}\``]);
    }
    const [counts, letters] = await Promise.all([queue.counts(), queue.deadLetters()]);
    if (flags.json) return say(JSON.stringify({ counts, deadLetters: letters }, null, 2));
    const { waiting, active, paused } = counts;
    say(`  ${waiting} waiting, ${active} at work${paused ? ', paused' : ''}, ${letters.length} given up`);
    for (const letter of letters) say(`    ${letterLine(letter)}`);
  } finally {
    await queue.close();
  }
}

/** One dead letter as a line: the beginning of its id, its file, why it was given up. */
export function letterLine({ id, file, failure, attempts }: DeadLetter): string {
  return harmless(`${id.slice(0, 12)}  ${file}  ${reason(failure)}, ${attempts} attempts`);
}

function wanted(action: string, ids: readonly string[], letters: readonly DeadLetter[]) {
  if (ids.includes('all')) return letters;
  if (ids.length === 0) {
    throw new InputError([`queue ${action}: expected ids of dead letters or \`all\`, got none`]);
  }
  return ids.map((id) => {
    const [known, ...more] = letters.filter((letter) => letter.id.startsWith(id));
    if (known !== undefined && more.length === 0) return known;
    throw new InputError([
      `queue ${action}: expected the id of one dead letter, got \`${id}\`, which ${known === undefined ? 'none has' : `${more.length + 1} begin with`}: \`titrate queue\` lists them`,
    ]);
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
    case 'engine_missing':
      return `no OCR: ${failure.detail}`;
  }
}
