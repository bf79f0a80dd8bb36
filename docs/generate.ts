import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexiconReference } from './lexicons.ts';
import { cliReference, problemReference } from './reference.ts';
import { citedBy, withReferences } from './references.ts';

writeFileSync(join(import.meta.dirname, 'cli.md'), cliReference());
writeFileSync(join(import.meta.dirname, 'problems.md'), problemReference());
writeFileSync(join(import.meta.dirname, 'lexicon-coverage.md'), lexiconReference());
for (const file of Object.keys(citedBy) as (keyof typeof citedBy)[])
  writeFileSync(join(import.meta.dirname, file), withReferences(file));
