import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../src/model/problem-codes.ts';

describe('the list of problem codes', () => {
  it('has every code of the type once', () => {
    const typeOf = (file: string, name: string) => {
      const source = readFileSync(file, 'utf8');
      const from = source.indexOf(`export type ${name} =`);
      return source.slice(from, source.indexOf('\n\n', from));
    };
    const types =
      typeOf('src/model/problem.ts', 'Problem') + typeOf('src/model/coding-problem.ts', 'CodingProblem');
    const written = [...types.matchAll(/readonly code: '([a-z_]+)'/g)].map(([, code]) => code);
    expect(written.length).toBeGreaterThan(20);
    expect(problemCodes.map(({ code }) => code).toSorted()).toEqual(written.toSorted());
  });

  it.each(problemCodes)('says of $code where it is and what to do', ({ code, status, example }) => {
    expect(['ok', 'partial', 'failed']).toContain(status);
    const [where, ...rest] = example.split(': ');
    expect(where).toMatch(
      /^(documents\/|https:\/\/|manifest\.csv$|sources\.csv$|codings\/(sample-1|codings\.jsonl)$|\(row 7\)$)/,
    );
    // What was found, then the remedy after a colon.
    expect(rest.length, code).toBeGreaterThanOrEqual(2);
    expect(rest.at(-1), code).toMatch(
      /\b(add|delete|copy|allow|check|split|raise|fetch|convert|rename|save|run|compare|simplify|correct|fill|put|draw|import|adjudicate)\b/,
    );
    expect(example, code).not.toMatch(/undefined|null|NaN|\[object|\.$/);
    expect(rest[0], code).toMatch(/^[^A-Z]/);
  });
});
