import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseChangedLog } from '../../src/app/codings.ts';
import type { CodingAct } from '../../src/model/coding.ts';
import { strayCodings } from '../../src/validate/strays.ts';
import { keyOf, sampleOf } from '../support/codings.ts';

const keys = ['I1', 'I2', 'I3'].map((item) => keyOf(item));
const sample = sampleOf(keys);
const act = (item: string, values: Partial<CodingAct> = {}): CodingAct => ({
  at: '2026-01-01T00:00:00.000Z',
  act: 'code',
  origin: 'human',
  role: 'coder',
  coder: 'ana',
  sample: 'sample-1',
  item,
  passage: keyOf(item).passage,
  codes: {},
  from: 'a.csv',
  ...values,
});

describe('codings of nothing that was drawn', () => {
  it('are told by line, by what is wrong with them', () => {
    const log = [
      act('I1'),
      act('I9'),
      act('I2', { passage: keyOf('I3').passage }),
      act('I3', { sample: 'sample-7' }),
    ];
    expect(strayCodings(log, [sample])).toMatchObject([
      { line: 2, field: 'item', expected: 'an item of sample-1', found: 'I9' },
      { line: 3, field: 'passage', found: keyOf('I3').passage },
      { line: 4, field: 'sample', expected: 'a sample of this study (sample-1)', found: 'sample-7' },
    ]);
    expect(strayCodings([act('I1')], [])).toMatchObject([{ expected: 'a sample of this study (none)' }]);
    expect(() => refuseChangedLog('codings.jsonl', log, [sample])).toThrow(
      /codings\.jsonl:2 {2}item: expected an item of sample-1, got I9: put the line back as it was/,
    );
  });

  it('name a few of many', () => {
    const log = Array.from({ length: 1000 }, () => act('I9'));
    expect(() => refuseChangedLog('codings.jsonl', log, [sample])).toThrow(/and 980 more lines like these/);
  });

  it('are those alone whose item does not stand for their passage', () => {
    const items = fc.constantFrom('I1', 'I2', 'I3', 'I4', '__proto__');
    fc.assert(
      fc.property(fc.array(fc.tuple(items, items)), (pairs) => {
        const log = pairs.map(([item, own]) => act(item, { passage: keyOf(own).passage }));
        const right = keys.map(({ item, passage }) => `${item} ${passage}`);
        const wrong = log.flatMap(({ item, passage }, at) =>
          right.includes(`${item} ${passage}`) ? [] : [at + 1],
        );
        expect(strayCodings(log, [sample]).map(({ line }) => line)).toEqual(wrong);
      }),
    );
  });
});
