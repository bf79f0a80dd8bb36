import { describe, expect, it } from 'vitest';
import { comparedRuns, type Side } from '../../../src/app/explore/compared-runs.ts';
import type { RunRecord } from '../../../src/model/results.ts';
import { buildResults } from '../../support/results.ts';

const { run, findings } = buildResults();
const side = (change: Partial<RunRecord>): Side =>
  ({ run: { ...run, ...change }, findings, lexicon: null }) as Side;
const why = (a: Partial<RunRecord>, b: Partial<RunRecord>) =>
  comparedRuns(side(a), side(b)).why.map(({ part, words }) => `${part}: ${words}`);
const codings = (lines: number, sha256: string) => ({ codings: { lines, sha256 } });

describe('two runs compared', () => {
  it('say nothing where all that results depend on is the same', () => {
    expect(why({}, {})).toEqual([]);
    expect(why(codings(3, 'a'), codings(3, 'a'))).toEqual([]);
  });

  it('name codings and samples that came between them', () => {
    expect(why(codings(3, 'a'), codings(5, 'b'))).toEqual(['codings: 5 lines instead of 3 lines.']);
    expect(why(codings(3, 'a'), codings(3, 'b'))).toEqual(['codings: samples or lines are others.']);
    expect(why({}, codings(3, 'b'))).toEqual([
      'codings: one of the two runs does not say what people had coded.',
    ]);
  });

  it('say beside each hypothesis that changed what may have changed it, and where it comes about', () => {
    const [other = ''] = findings.flatMap(({ claim, role }) => (role === 'primary' ? claim : []));
    const verdicts = findings.map((one) => ({ ...one, verdict: 'NOT_TESTABLE' as const }));
    const codes = codings(5, 'b');
    const changed = (claims: Readonly<Record<string, string>>) =>
      comparedRuns(side({ claims }), {
        ...side({ ...codes, claims: { [other]: 'b', else: 'b' } }),
        findings: verdicts as unknown as Side['findings'],
      }).findings.filter(({ verdictChanged }) => verdictChanged);
    const [own] = changed({ [other]: 'a', else: 'b' });
    expect(own).toMatchObject({ because: ['claims', 'codings'], href: `/claims/${own?.hypothesis}` });
    const [strange] = changed({ [other]: 'b', else: 'a' });
    expect(strange?.because).toEqual(['codings']);
    const same = comparedRuns(side({}), side(codes)).findings;
    expect(same.every(({ because }) => because.length === 0)).toBe(true);
  });
});
