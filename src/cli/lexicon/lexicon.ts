import type { Command } from 'commander';
import { addCoverage } from './coverage.ts';
import { addDiff } from './diff.ts';
import { addExport } from './export.ts';
import { addImport } from './import.ts';
import { addLint } from './lint.ts';
import { addSuggest } from './suggest.ts';

/** `titrate lexicon`: work on what is looked for. */
export function addLexicon(program: Command): void {
  const lexicon = program
    .command('lexicon')
    .summary('lint, cover, compare and extend a lexicon; import and export dictionaries')
    .description('Works on lexicons: what they hold, what they find, and how other programs write them.');
  for (const add of [addLint, addCoverage, addDiff, addSuggest, addImport, addExport]) add(lexicon);
}
