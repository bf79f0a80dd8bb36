import { describe, expect, it } from 'vitest';
import { freezeParts, freezingOf } from '../../src/app/freeze.ts';
import { type Freeze, freezeWords } from '../../src/model/freeze.ts';
import type { Lexicon } from '../../src/model/lexicon.ts';
import { sha256 } from '../../src/model/units.ts';
import { keyOf, sampleOf } from '../support/codings.ts';
import { plainStudy } from '../support/study.ts';

const lexicon = {
  hash: sha256('a'.repeat(64)),
  terms: [],
  measured: [],
  actors: [],
  overlap: 'layer' as const,
  speech: {},
} satisfies Lexicon;
const study = { claimHashes: { dilution: 'c1' }, lexicon, file: plainStudy };
const sample = sampleOf([keyOf('A')]);
const frozen = (parts: Freeze['parts'], codings = 0): Freeze => ({
  at: '2026-02-03T04:05:06.000Z',
  act: 'freeze',
  parts,
  codings,
});
const parts = freezeParts(study, [sample]);
const changedIn = (now: Readonly<Record<string, string>>, samples = [sample], freezes = [frozen(parts)]) => {
  const freezing = freezingOf(now, freezes, samples);
  return freezing.state === 'not_frozen' ? null : freezing.changed;
};

describe('freezing', () => {
  it('says that nothing was frozen', () => {
    expect(freezingOf(parts, [], [sample])).toEqual({ state: 'not_frozen' });
    expect(freezeWords({ state: 'not_frozen' })).toMatch(/^not frozen: .*exploratory$/);
  });

  it('holds while all is as it was, whatever is no part of it', () => {
    expect(changedIn(parts)).toEqual([]);
    const file = {
      ...plainStudy,
      title: 'another title',
      privacy: { names: 'shown' as const, quote_length: 50 },
    };
    expect(freezeParts({ ...study, file }, [sample])).toEqual(parts);
    expect(freezeWords(freezingOf(parts, [frozen(parts)], [sample]))).toBe(
      'frozen: nothing has changed since freeze 1 of 2026-02-03, made before any coding',
    );
  });

  it.each([
    ['claim dilution (changed)', { ...study, claimHashes: { dilution: 'c2' } }],
    ['claim dilution (gone)', { ...study, claimHashes: {} }],
    ['claim other (new)', { ...study, claimHashes: { dilution: 'c1', other: 'c3' } }],
    ['lexicon (changed)', { ...study, lexicon: { ...lexicon, hash: sha256('b'.repeat(64)) } }],
    [
      'settings (changed)',
      { ...study, file: { ...plainStudy, settings: { ...plainStudy.settings, period_years: 4 } } },
    ],
    ['comparison (changed)', { ...study, file: { ...plainStudy, object: 'COOP' } }],
  ])('says that the %s', (change, other) => {
    expect(changedIn(freezeParts(other, [sample]))).toEqual([change]);
  });

  it('notices a key that was touched, a sample that is gone, and one drawn beside it', () => {
    const touched = sampleOf([keyOf('A', { probability: 0.5 })]);
    expect(changedIn(freezeParts(study, [touched]), [touched])).toEqual(['sample sample-1 (changed)']);
    expect(changedIn(freezeParts(study, []), [])).toEqual(['sample sample-1 (gone)']);
    const beside = sampleOf([keyOf('B')], { sample: 'sample-2' });
    expect(changedIn(freezeParts(study, [sample, beside]), [sample, beside])).toEqual([
      'sample sample-2 (new)',
    ]);
  });

  it('lets a frozen sample be added to, and one be drawn after a freeze without any', () => {
    const second = sampleOf([keyOf('B')], { sample: 'sample-2', extends: 'sample-1' });
    const third = sampleOf([keyOf('C')], { sample: 'sample-3', extends: 'sample-2' });
    const all = [sample, second, third];
    expect(changedIn(freezeParts(study, all), all)).toEqual([]);
    expect(changedIn(parts, [sample], [frozen(freezeParts(study, []))])).toEqual([]);
  });

  it('holds against the last freeze, and says how late it was', () => {
    const old = frozen({ ...parts, lexicon: 'before' });
    const freezing = freezingOf(parts, [old, frozen(parts, 253)], [sample]);
    expect(freezing).toMatchObject({ state: 'frozen', number: 2, codings: 253 });
    expect(freezeWords(freezing)).toContain('freeze 2 of 2026-02-03, made after 253 codings had come in');
    expect(freezeWords(freezingOf(parts, [old], [sample]))).toBe(
      'exploratory: not as in freeze 1 of 2026-02-03, made before any coding: lexicon (changed)',
    );
  });
});
