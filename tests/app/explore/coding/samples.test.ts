import { describe, expect, it } from 'vitest';
import { columnAgreement, drawOf, isSimulated } from '../../../../src/app/explore/coding/agreement.ts';
import { isDone, isUnsure } from '../../../../src/app/explore/coding/done.ts';
import { samplesView } from '../../../../src/app/explore/coding/samples.ts';
import type { CodingSource } from '../../../../src/app/explore/coding/source.ts';
import type { CodingAct, Sample } from '../../../../src/model/coding.ts';
import { StudyFile } from '../../../../src/model/study.ts';
import { act, documentOf, keyOf, measured, passageOf, sampleOf } from '../../../support/codings.ts';
import { plainStudy } from '../../../support/study.ts';

const keys = [1, 2, 3, 4].map((number) =>
  keyOf(`i${number}`, { document: documentOf(number), passage: passageOf(number, number) }),
);
const sample = sampleOf(keys);
const madeUp = StudyFile.parse({ title: 'made up', synthetic: { statement: 'made up' } });

function sourceOf(log: readonly CodingAct[], samples: readonly Sample[] = [sample], file = plainStudy) {
  const study = { file, claims: [], lexicon: { measured }, codings: { samples, log } };
  return { study } as unknown as CodingSource;
}

describe('when a passage is done', () => {
  it.each([
    [{}, false],
    [{ SSE: '1' }, false],
    [{ SSE: '0' }, true],
    [{ SSE: '?' }, false],
    [{ SSE: '1', NEP: '1', ADD: '0', PE: '?' }, true],
    [{ NEP: '1', ADD: '0', PE: '0' }, false],
  ])('%j: %s', (codes, done) => {
    expect(isDone(codes, sample.design)).toBe(done);
  });

  it('is unsure wherever somebody could not tell', () => {
    expect(isUnsure({ SSE: '1', PE: '?' })).toBe(true);
    expect(isUnsure({ SSE: '1', PE: '0' })).toBe(false);
  });
});

describe('the samples of a study', () => {
  it('says how far everybody has come, machines and deciders included', () => {
    const log = [
      act('i1', 'ana', '1100'),
      act('i2', 'ana', '0...'),
      act('i3', 'ana', '1?..'),
      act('i1', 'ben', '1000'),
      act('i1', 'gpt', '1100', { origin: 'machine' }),
      act('i1', 'carla', '1100', { role: 'adjudicator' }),
    ];
    const [view] = samplesView(sourceOf(log)).samples;
    expect(view).toMatchObject({ items: 4, double: 4, contested: 2, decided: 1 });
    expect(
      view?.coders.map(({ coder, role, origin, items, done, unsure }) =>
        [coder, role, origin, items, done, unsure].join(' '),
      ),
    ).toEqual([
      'ana coder human 4 2 1',
      'ben coder human 4 1 0',
      'gpt coder machine 1 1 0',
      'carla adjudicator human 2 1 0',
    ]);
  });

  it('has the newest first', () => {
    const later = sampleOf(keys, { sample: 'sample-0', drawnAt: '2026-05-01T00:00:00.000Z' });
    const { samples } = samplesView(sourceOf([], [sample, later]));
    expect(samples.map((one) => one.sample)).toEqual(['sample-0', 'sample-1']);
  });

  it('takes a simulation for people in a made-up study alone', () => {
    const log = ['ana', 'ben'].map((coder) => act('i1', coder, '1100', { origin: 'simulated' }));
    const nep = { code: 'NEP', values: ['1', '0'] };
    const passages = (source: CodingSource) => columnAgreement(source, [sample], nep).passages;
    const [real, made] = [sourceOf(log), sourceOf(log, [sample], madeUp)];
    expect([passages(real), isSimulated(real, [sample])]).toEqual([0, false]);
    expect([passages(made), isSimulated(made, [sample])]).toEqual([1, true]);
    expect(samplesView(made).samples[0]?.coders[0]).toMatchObject({ coder: 'ana', origin: 'simulated' });
  });
});

describe('agreement as it builds', () => {
  const nep = { code: 'NEP', values: ['1', '0'] };

  it('says why there is none yet', () => {
    const view = columnAgreement(sourceOf([act('i1', 'ana', '1100')]), [sample], nep);
    expect(view).toMatchObject({ code: 'NEP', title: 'New paradigm', passages: 0 });
    expect(view.alpha).toEqual({ value: null, interval: null, reason: 'nothing is coded by two yet' });
  });

  it('is what is computed by hand', () => {
    // Four passages, one of them with two answers: observed disagreement 1/4, expected 2 * 5 * 3 / (8 * 7).
    const log = [
      ...['i1', 'i2'].flatMap((item) => [act(item, 'ana', '11'), act(item, 'ben', '11')]),
      ...[act('i3', 'ana', '10'), act('i3', 'ben', '10')],
      ...[act('i4', 'ana', '11'), act('i4', 'ben', '10')],
    ];
    const view = columnAgreement(sourceOf(log), [sample], nep);
    expect(view.alpha.value).toBeCloseTo(1 - 1 / 4 / (30 / 56), 12);
    // Both say yes to (3/4)(2/4) and no to (1/4)(2/4) by chance.
    expect(view.kappa.value).toBeCloseTo((3 / 4 - 1 / 2) / (1 - 1 / 2), 12);
    expect(view.alpha.interval?.lower).toBeLessThan(view.alpha.value ?? 0);
  });

  it('is of a sample with those that it adds to, and of no other', () => {
    const more = sampleOf([], { sample: 'more', extends: 'sample-1', drawnAt: '2026-02-01T00:00:00.000Z' });
    const other = sampleOf([], { sample: 'other', drawnAt: '2026-03-01T00:00:00.000Z' });
    const source = sourceOf([], [more, other, sample]);
    const names = (of: Sample) => drawOf(source, of).map(({ design }) => design.sample);
    expect(names(sample)).toEqual(['sample-1']);
    expect(names(more)).toEqual(['sample-1', 'more']);
    expect(names(other)).toEqual(['other']);
  });
});
