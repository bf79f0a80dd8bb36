import { builtPages } from '../src/io/pages.ts';

/** Builds the pages into `dist/web`, where `titrate serve` and the packed program take them from. */
await builtPages((text) => process.stderr.write(`${text}\n`));
