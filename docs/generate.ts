import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliReference, problemReference } from './reference.ts';

writeFileSync(join(import.meta.dirname, 'cli.md'), cliReference());
writeFileSync(join(import.meta.dirname, 'problems.md'), problemReference());
