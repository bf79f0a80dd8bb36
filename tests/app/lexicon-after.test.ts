import { describe, expect, it } from 'vitest';
import { lexiconAfterCodings } from '../../src/app/lexicon-after.ts';
import type { Freezing } from '../../src/model/freeze.ts';
import { keyOf, sampleOf } from '../support/codings.ts';

const sample = sampleOf([keyOf('A')], { lexicon: 'first' });
const more = sampleOf([keyOf('B')], { sample: 'sample-2', extends: 'sample-1', lexicon: 'second' });
const whole = sampleOf([keyOf('C')], { sample: 'sample-3', unit: 'documents', lexicon: 'first' });
const acts = [{ sample: 'sample-1' }];
const none: Freezing = { state: 'not_frozen' };
const frozen = (opened: number, changed: readonly string[]): Freezing => ({
  state: changed.length === 0 && opened === 0 ? 'frozen' : 'exploratory',
  at: '2026-01-01T00:00:00.000Z',
  number: 1,
  codings: opened,
  opened,
  changed,
  later: null,
});
const told = (lexicon: string, samples = [sample], log = acts, freezing: Freezing = none) =>
  lexiconAfterCodings(lexicon, samples, log, freezing).map(({ code, file }) => `${code} ${file}`);

describe('a lexicon mended on codings', () => {
  it('is told where it is another than passages were drawn with and codings have come in', () => {
    expect(told('first')).toEqual([]);
    expect(told('second')).toEqual(['lexicon_after_codings codings/sample-1']);
    expect(told('second', [sample], [])).toEqual([]);
    expect(told('second', [])).toEqual([]);
  });

  it('is told of a sample that extends one of another lexicon, and of documents apart', () => {
    expect(told('second', [sample, more])).toEqual(['lexicon_after_codings codings/sample-2']);
    expect(told('second', [sample, whole], [...acts, { sample: 'sample-3' }])).toEqual([
      'lexicon_after_codings codings/sample-1',
      'lexicon_after_codings codings/sample-3',
    ]);
  });

  it('is held against what was frozen before the codings, where something was', () => {
    expect(told('second', [sample], acts, frozen(0, []))).toEqual([]);
    expect(told('second', [sample], acts, frozen(0, ['settings (changed)']))).toEqual([]);
    expect(told('first', [sample], acts, frozen(0, ['lexicon (changed)']))).toHaveLength(1);
    expect(told('second', [sample], acts, frozen(1, []))).toHaveLength(1);
  });
});
