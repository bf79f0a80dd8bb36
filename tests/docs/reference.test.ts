import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lexiconReference, readMeasured } from '../../docs/lexicons.ts';
import { cliReference, problemReference } from '../../docs/reference.ts';
import { citedBy, withReferences } from '../../docs/references.ts';
import { references } from '../../src/report/methods/references.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { readLexicons } from '../lexicons/read.ts';

describe('the documentation', () => {
  it.each([
    ['command line', 'cli.md', cliReference],
    ['problem codes', 'problems.md', problemReference],
    ['lexicons', 'lexicon-coverage.md', lexiconReference],
    ['sources of the method', 'method.md', () => withReferences('method.md')],
    ['sources of validation', 'validation.md', () => withReferences('validation.md')],
  ])('describes the %s as the program has it (npm run docs writes it)', (_, file, made) => {
    const written = readFileSync(join(import.meta.dirname, '..', '..', 'docs', file), 'utf8');
    expect(written).toBe(made());
  });

  it.each(['method.md', 'validation.md'] as const)('names in the text of %s whomever it lists', (file) => {
    const text =
      readFileSync(join(import.meta.dirname, '..', '..', 'docs', file), 'utf8').split('## References')[0] ??
      '';
    for (const key of citedBy[file]) {
      const surname = references[key].authors[0]?.split(',')[0] ?? '';
      expect(text, key).toContain(surname);
    }
  });

  it('tells only of terms that the lexicons have (node bench/gold.ts --terms measures anew)', () => {
    const known = new Set(resolveLexicon(readLexicons()).lexicon.terms.map(({ id }) => id));
    const measured = readMeasured().map(({ term }) => term);
    expect(measured.length).toBeGreaterThan(100);
    expect(measured.filter((term) => !known.has(term))).toEqual([]);
  });
});
