import { describe, expect, it } from 'vitest';
import { refuseChangedOrigins } from '../../src/app/codings.ts';
import type { Origin, Sample } from '../../src/model/coding.ts';
import { changedOrigins as changedIn } from '../../src/validate/origins.ts';
import { readSheet } from '../../src/validate/read.ts';
import { describeRefusal } from '../../src/validate/refusal.ts';
import { keyOf, sampleOf } from '../support/codings.ts';

const act = (origin: Origin, coder = 'ana', sample = 'sample-1') => ({ origin, coder, sample });
const numbered = <T>(values: readonly T[]) => values.map((value, at) => ({ line: at + 1, value }));
const changedOrigins = (log: readonly ReturnType<typeof act>[], samples: readonly Sample[]) =>
  changedIn(numbered(log), samples);
const line = {
  at: '2026-01-01T00:00:00.000Z',
  act: 'code' as const,
  role: 'coder' as const,
  item: 'A',
  passage: 'p',
  codes: {},
  from: 'a.csv',
};
const plain = sampleOf([keyOf('A')]);
const simulated = sampleOf([keyOf('A')], { simulated: true });

describe('origins of codings', () => {
  it('are what they were where each coder has one', () => {
    expect(changedOrigins([act('human'), act('machine', 'llm'), act('human')], [plain])).toEqual([]);
    expect(changedOrigins([act('simulated'), act('machine', 'llm')], [simulated])).toEqual([]);
    expect(changedOrigins([], [])).toEqual([]);
  });

  it('are no person’s in a sample that was drawn for simulated coders, however many lines were changed', () => {
    expect(changedOrigins([act('simulated'), act('human'), act('human', 'ben')], [simulated])).toEqual([
      { line: 2, expected: 'simulated, as the design of sample-1 says', found: 'human' },
      { line: 3, expected: 'simulated, as the design of sample-1 says', found: 'human' },
    ]);
    // In another sample a person may code.
    expect(changedOrigins([act('human', 'ben', 'sample-2')], [simulated])).toEqual([]);
  });

  it('are refused by row where a person codes such a sample', () => {
    const cells = { item: 'A', text: 'x', coder: 'ana', sample: 'sample-1' };
    const context = { samples: [simulated], log: [], at: '', from: 'a.csv', revise: false };
    const read = readSheet([{ row: 2, cells }], { ...context, origin: 'human' });
    expect(read.refusals).toMatchObject([{ row: 2, why: 'simulated_sample', found: 'sample-1' }]);
    expect(describeRefusal('a.csv', { row: 2, why: 'simulated_sample', found: 'sample-1' })).toMatch(
      /^a\.csv:2 {2}sample: expected one that was drawn for people, got .*sample-1/,
    );
    expect(
      readSheet([{ row: 2, cells }], { ...context, origin: 'simulated' }).refusals.map(({ why }) => why),
    ).not.toContain('simulated_sample');
  });

  it('stop a study by line', () => {
    const log = numbered([act('simulated'), act('human')].map((one) => ({ ...line, ...one })));
    expect(() => refuseChangedOrigins('codings.jsonl', log, [simulated])).toThrow(
      /codings\.jsonl:2 {2}origin: expected simulated, as the design of sample-1 says, got human/,
    );
    expect(() => refuseChangedOrigins('codings.jsonl', log.slice(0, 1), [simulated])).not.toThrow();
  });

  it('are one of each coder', () => {
    expect(
      changedOrigins([act('machine', 'llm'), act('human', 'llm'), act('machine', 'llm')], [plain]),
    ).toEqual([{ line: 2, expected: 'machine, as in earlier lines of llm', found: 'human' }]);
  });
});
