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
/** So many acts of coding of each of some samples, one sample after the other. */
const acts = (...some: readonly (readonly [sample: string, acts: number])[]) =>
  some
    .flatMap(([name, times]) => Array.from({ length: times }, () => ({ sample: name })))
    .map((value, at) => ({ line: at + 1, value }));
const changedIn = (now: Readonly<Record<string, string>>, samples = [sample], freezes = [frozen(parts)]) => {
  const freezing = freezingOf(now, freezes, samples, []);
  return freezing.state === 'not_frozen' ? null : freezing.changed;
};

describe('freezing', () => {
  it('says that nothing was frozen', () => {
    expect(freezingOf(parts, [], [sample], [])).toEqual({ state: 'not_frozen' });
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
    expect(freezeWords(freezingOf(parts, [frozen(parts)], [sample], acts(['sample-1', 4])))).toBe(
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

  const old = frozen({ ...parts, lexicon: 'before' });
  const late = (codings: number): Freeze => ({ ...frozen(parts, codings), at: '2026-03-04T00:00:00.000Z' });

  it('holds against the last freeze before codings were opened, whatever was frozen after', () => {
    const before = freezingOf(parts, [old, frozen(parts)], [sample], acts(['sample-1', 4]));
    expect(before).toMatchObject({ state: 'frozen', number: 2, later: null });
    const laundered = freezingOf(parts, [old, late(3)], [sample], acts(['sample-1', 4]));
    expect(laundered).toMatchObject({ state: 'exploratory', number: 1, changed: ['lexicon (changed)'] });
    expect(freezeWords(laundered)).toBe(
      'exploratory: not as in freeze 1 of 2026-02-03, made before any coding: lexicon (changed); freeze 2 of 2026-03-04 came after codings had been opened (3 by then) and cannot count',
    );
    // One act is enough to have opened them.
    expect(freezingOf(parts, [old, late(1)], [sample], acts(['sample-1', 1]))).toMatchObject({ number: 1 });
    // Frozen again as it was changes nothing.
    expect(freezingOf(parts, [frozen(parts), late(3)], [sample], acts(['sample-1', 4]))).toMatchObject({
      state: 'frozen',
      number: 1,
    });
    expect(freezeWords(freezingOf(parts, [old], [sample], []))).toBe(
      'exploratory: not as in freeze 1 of 2026-02-03, made before any coding: lexicon (changed)',
    );
  });

  it('is exploratory where codings were opened before anything was frozen', () => {
    const freezing = freezingOf(parts, [late(253)], [sample], acts(['sample-1', 300]));
    expect(freezing).toMatchObject({ state: 'exploratory', opened: 253, changed: [] });
    expect(freezeWords(freezing)).toBe(
      'exploratory: first frozen by freeze 1 of 2026-03-04, made after 253 of the codings that are used here had come in',
    );
    const changed = freezingOf({ ...parts, lexicon: 'x' }, [late(2)], [sample], acts(['sample-1', 2]));
    expect(freezeWords(changed)).toMatch(/had come in, and not as it was then: lexicon \(changed\)$/);
  });

  it('begins a new round with a sample that was drawn anew, frozen and only then coded', () => {
    const anew = sampleOf([keyOf('B')], { sample: 'sample-2', drawnAt: '2026-03-01T00:00:00.000Z' });
    const both = [sample, anew];
    const now = freezeParts(study, both);
    const second = { ...late(4), parts: now };
    const round = freezingOf(now, [old, second], both, acts(['sample-1', 4], ['sample-2', 5]));
    expect(round).toMatchObject({ state: 'frozen', number: 2, codings: 4, opened: 0, later: null });
    expect(freezeWords(round)).toBe(
      'frozen: nothing has changed since freeze 2 of 2026-03-04, made before any coding that is used here (4 of other samples had come in)',
    );
    // Coded before it was frozen, it is no new round.
    const mixed = freezingOf(
      now,
      [old, { ...second, codings: 6 }],
      both,
      acts(['sample-1', 4], ['sample-2', 5]),
    );
    expect(mixed).toMatchObject({ state: 'exploratory', number: 1, later: { number: 2, codings: 6 } });
    // One that extends a coded sample uses its codings, and so is none either.
    const more = sampleOf([keyOf('C')], {
      sample: 'sample-3',
      extends: 'sample-1',
      drawnAt: '2026-03-01T00:00:00.000Z',
    });
    const extended = freezingOf(
      freezeParts(study, [sample, more]),
      [old, { ...second, parts: freezeParts(study, [sample, more]) }],
      [sample, more],
      acts(['sample-1', 4], ['sample-3', 5]),
    );
    expect(extended).toMatchObject({ state: 'exploratory', number: 1, changed: ['lexicon (changed)'] });
  });
});
