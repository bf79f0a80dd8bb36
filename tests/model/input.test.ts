import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Claim } from '../../src/model/claim.ts';
import { check, InputError, shown } from '../../src/model/input.ts';
import { CategoryMap } from '../../src/model/lexicon.ts';
import { ManifestRow, StudyFile } from '../../src/model/study.ts';

describe('a value held against a schema', () => {
  it('comes back with its defaults filled in', () => {
    const { value, faults } = check(StudyFile, { title: 'a study' });
    expect(faults).toBeNull();
    expect(value).toMatchObject({ object: 'SSE', settings: { seed: 20140601, limits: { seconds: 60 } } });
  });

  it('gives every fault with its path, what was expected and what was found', () => {
    const { faults } = check(StudyFile, {
      title: null,
      tilte: 'a study',
      voices: 'movement',
      folders: ['voice', 'year'],
      settings: { seed: 1.5, smallest_effect: 1, period_years: 0, limits: { bytes: 'many', seconds: 0 } },
    });
    expect(faults).toEqual([
      { path: ['title'], expected: 'some text', found: 'nothing' },
      { path: ['voices'], expected: 'a list', found: '"movement"' },
      {
        path: ['folders', 1],
        expected: 'one of voice, institution, kind, language, ignore',
        found: '"year"',
      },
      { path: ['settings', 'seed'], expected: 'a whole number', found: '"1.5"' },
      { path: ['settings', 'period_years'], expected: 'at least 1', found: '"0"' },
      { path: ['settings', 'smallest_effect'], expected: 'more than 1', found: '"1"' },
      { path: ['settings', 'limits', 'seconds'], expected: 'more than 0', found: '"0"' },
      { path: ['settings', 'limits', 'bytes'], expected: 'a number', found: '"many"' },
      { path: ['tilte'], expected: 'no such key', found: '`tilte`' },
    ]);
  });

  it('names the alternatives, an empty cell last', () => {
    expect(check(ManifestRow.shape.date_precision, 'week').faults).toEqual([
      { path: [], expected: 'one of day, month, year, or nothing', found: '"week"' },
    ]);
    const { faults } = check(Claim, { id: 'a', title: '', hypotheses: [{ measure: { count: 'guess' } }] });
    expect(faults?.filter(({ path }) => path.length === 1 || path.length > 3)).toEqual([
      { path: ['title'], expected: 'some text', found: 'nothing' },
      { path: ['statement'], expected: 'some text', found: 'nothing' },
      { path: ['source'], expected: 'some text', found: 'nothing' },
      {
        path: ['hypotheses', 0, 'measure', 'count'],
        expected: expect.stringContaining('passages'),
        found: '"guess"',
      },
    ]);
  });

  it('names a key that cannot be one', () => {
    const { faults } = check(CategoryMap, { nep: { label: 'a', definition: 'b', from: ['c'] } });
    expect(faults).toEqual([
      { path: ['nep'], expected: 'a key of upper-case letters, digits and underscores', found: '`nep`' },
    ]);
  });

  it('has one fault a place: text that is no date is not also a date that does not exist', () => {
    expect(check(ManifestRow.shape.date, 'in May').faults).toHaveLength(1);
    expect(check(ManifestRow.shape.date, '2009-02-30').faults).toEqual([
      { path: [], expected: 'a date that exists', found: '"2009-02-30"' },
    ]);
    expect(check(ManifestRow.shape.date, '2008-02-29')).toEqual({ value: '2008-02-29', faults: null });
  });

  it.each([
    [undefined, 'nothing'],
    [null, 'nothing'],
    ['', 'nothing'],
    [[1, 'a'], '"[1,"a"]"'],
    [() => 1, '"() => 1"'],
    ['x'.repeat(100), `"${'x'.repeat(57)}..."`],
  ])('is shown short: %j', (value, expected) => {
    expect(shown(value)).toBe(expected);
  });

  it('gives the message of a rule that has its own', () => {
    const even = z.number().refine((value) => value % 2 === 0, 'an even number');
    expect(check(even, 3).faults).toEqual([{ path: [], expected: 'an even number', found: '"3"' }]);
  });
});

describe('an input error', () => {
  it('keeps its lines and reads as all of them', () => {
    const error = new InputError(['a:1  expected b', 'c:2  expected d']);
    expect(error.lines).toEqual(['a:1  expected b', 'c:2  expected d']);
    expect(error.message).toBe('a:1  expected b\nc:2  expected d');
  });
});
