import { randomInt } from 'node:crypto';
import { env } from 'node:process';
import { configureGlobal } from 'fast-check';

/**
 * Properties draw the same values in every run, so that whoever repeats a red run sees it red again.
 * `TITRATE_SEED` draws others: a number, or `random`; a property that fails prints its seed.
 */
const asked = env['TITRATE_SEED'] ?? '1';
const seed = asked === 'random' ? randomInt(2 ** 31) : Number(asked);
if (!Number.isSafeInteger(seed))
  throw new Error(`TITRATE_SEED: expected a whole number or \`random\`, got "${asked}"`);
configureGlobal({ seed });
