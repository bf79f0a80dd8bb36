import * as all from '../tests/fleet/faults.ts';
import { type Fault, undisturbed, withstand } from '../tests/fleet/stage.ts';
import { netns } from '../tests/support/netns.ts';
import { redisServer } from '../tests/support/redis.ts';

/**
 * What a fleet stands: each fault strikes real processes in the middle of a run, with locks as they are by default, and
 * one line says what came of it: seconds from the fault to the report, documents lost and doubled, and whether every
 * table is the same as that of an undisturbed embedded run. Ends with 1 where one is not. Linux, as root; needs
 * redis-server and iproute2. About ten minutes, never more than five for one fault.
 *
 * Run: node bench/chaos.ts [faults...], such as `killedServer storm`. LOCK_MS (15000), DOCUMENTS (60) and ELEMENTS
 * (20000, markup in the slow document) can be set.
 */
const scale = {
  documents: Number(process.env['DOCUMENTS'] ?? 60),
  elements: Number(process.env['ELEMENTS'] ?? 20_000),
  lockMs: Number(process.env['LOCK_MS'] ?? 15_000),
};
const boundMs = 300_000;

const stop = new AbortController();
// What was started goes with this process, however it ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const asked = process.argv.slice(2);
const faults = Object.entries(all).filter(([key]) => asked.length === 0 || asked.includes(key));
const calm = await undisturbed(scale);
let failed = redisServer === null || faults.length === 0;
for (const [key, fault] of faults) {
  if (stop.signal.aborted) failed = true;
  else if (key === 'cutNetwork' && !netns)
    process.stdout.write(`SKIPPED  ${fault.name}: no network namespaces here\n`);
  else if (!(await stands(fault))) failed = true;
}
process.exit(failed ? 1 : 0);

async function stands(fault: Fault): Promise<boolean> {
  try {
    const expected = fault.environment === undefined ? calm : await undisturbed(scale, fault.environment);
    const late = AbortSignal.any([stop.signal, AbortSignal.timeout(boundMs)]);
    const { recovered, whole, lost, doubled, identical, reports, left } = await withstand(
      fault,
      scale,
      expected,
      late,
    );
    const good = lost === 0 && doubled === 0 && identical && reports === 1 && left === 0;
    const figures = [
      `report ${recovered.toFixed(1)} s after the fault`,
      `${whole.toFixed(1)} s in all`,
      `${lost} lost`,
      `${doubled} doubled`,
      `tables identical: ${identical ? 'yes' : 'no'}`,
      `${reports} report`,
      `${left} left in queues`,
    ];
    process.stdout.write(`${good ? 'stands ' : 'FAILS  '}  ${fault.name}: ${figures.join(', ')}\n`);
    return good;
  } catch (error) {
    process.stdout.write(
      `FAILS    ${fault.name}: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return false;
  }
}
