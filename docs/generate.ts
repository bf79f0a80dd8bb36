import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliReference } from './reference.ts';

writeFileSync(join(import.meta.dirname, 'cli.md'), cliReference());
