import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edits } from '../../src/tag/edits.ts';

/** All words one edit away, by writing each of them out. */
function neighbours(word: string, letters: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i <= word.length; i++) {
    const [left, right] = [word.slice(0, i), word.slice(i)];
    for (const letter of letters) {
      found.add(left + letter + right);
      if (right !== '') found.add(left + letter + right.slice(1));
    }
    if (right !== '') found.add(left + right.slice(1));
    if (right.length > 1) found.add(left + right.charAt(1) + right.charAt(0) + right.slice(2));
  }
  return found.add(word);
}

describe('edits between words', () => {
  it('are one for each word that one edit writes, and more for all others', () => {
    const letters = ['a', 'b', 'c'];
    const word = fc.stringMatching(/^[abc]{0,5}$/u);
    fc.assert(
      fc.property(word, word, (one, other) => {
        const cost = edits(one, other);
        expect(cost).toBe(edits(other, one));
        expect(cost === 0).toBe(one === other);
        expect(cost <= 1).toBe(neighbours(one, letters).has(other));
      }),
    );
  });

  it.each([
    ['desarrollo', 'desarollo', 1],
    ['desarrollo', 'desarorllo', 1],
    ['confederacion', 'federacion', 3],
    ['', 'abc', 3],
    ['ca', 'abc', 3],
  ])('%s and %s: %i', (one, other, expected) => {
    expect(edits(one, other)).toBe(expected);
  });

  it('come from a part of a package that prints nothing, leaves the environment alone and opens nothing', async () => {
    const module = join(import.meta.dirname, '..', '..', 'src', 'tag', 'edits.ts');
    const code = `
      const before = JSON.stringify(process.env);
      await import(${JSON.stringify(module)});
      if (JSON.stringify(process.env) !== before) process.stdout.write('environment');
      const open = process.getActiveResourcesInfo().filter((name) => /TCP|Pipe|Timeout/u.test(name) && !/PipeWrap/u.test(name));
      process.stdout.write(open.join(' '));`;
    const printed = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code]);
    expect(printed).toEqual({ stdout: '', stderr: '' });
  });
});
