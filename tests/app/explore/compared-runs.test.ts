import { describe, expect, it } from 'vitest';
import { comparedRuns, type Side } from '../../../src/app/explore/compared-runs.ts';
import type { RunRecord } from '../../../src/model/results.ts';
import { buildResults } from '../../support/results.ts';

const { run, findings } = buildResults();
const side = (change: Partial<RunRecord>): Side =>
  ({ run: { ...run, ...change }, findings, lexicon: null }) as Side;
const why = (a: Partial<RunRecord>, b: Partial<RunRecord>) => comparedRuns(side(a), side(b)).why;
const codings = (lines: number, sha256: string) => ({ codings: { lines, sha256 } });

describe('two runs compared', () => {
  it('say nothing where all that results depend on is the same', () => {
    expect(why({}, {})).toEqual([]);
    expect(why(codings(3, 'a'), codings(3, 'a'))).toEqual([]);
  });

  it('name codings and samples that came between them', () => {
    expect(why(codings(3, 'a'), codings(5, 'b'))).toEqual(['Codings: 5 lines instead of 3 lines.']);
    expect(why(codings(3, 'a'), codings(3, 'b'))).toEqual(['Codings: samples or lines are others.']);
    expect(why({}, codings(3, 'b'))).toEqual([
      'Codings: one of the two runs does not say what people had coded.',
    ]);
  });
});
