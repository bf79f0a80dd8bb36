import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../src/model/problem-codes.ts';

describe('the list of problem codes', () => {
  it('has every code of the type once', () => {
    const source = readFileSync('src/model/problem.ts', 'utf8');
    const type = source.slice(
      source.indexOf('export type Problem ='),
      source.indexOf('export type ProblemCode'),
    );
    const written = [...type.matchAll(/readonly code: '([a-z_]+)'/g)].map(([, code]) => code);
    expect(written.length).toBeGreaterThan(20);
    expect(problemCodes.map(({ code }) => code).toSorted()).toEqual(written.toSorted());
  });

  it.each(problemCodes)('says of $code where it is and what to do', ({ code, status, example }) => {
    expect(['ok', 'partial', 'failed']).toContain(status);
    const [where, ...rest] = example.split(': ');
    expect(where).toMatch(/^(documents\/|https:\/\/|manifest\.csv$|sources\.csv$|\(row 7\)$)/);
    // What was found, then the remedy after a colon.
    expect(rest.length, code).toBeGreaterThanOrEqual(2);
    expect(rest.at(-1), code).toMatch(
      /\b(add|delete|copy|allow|check|split|raise|fetch|convert|rename|save|run|compare|simplify|correct|fill|put)\b/,
    );
    expect(example, code).not.toMatch(/undefined|null|NaN|\[object|\.$/);
    expect(rest[0], code).toMatch(/^[^A-Z]/);
  });
});
