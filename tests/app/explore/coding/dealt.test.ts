import { describe, expect, it } from 'vitest';
import { contested, dealtTo, doneBy } from '../../../../src/app/explore/coding/dealt.ts';
import type { CodingSource } from '../../../../src/app/explore/coding/source.ts';
import type { CodingAct } from '../../../../src/model/coding.ts';
import { act, keyOf, sampleOf } from '../../../support/codings.ts';
import { plainStudy } from '../../../support/study.ts';

const keys = ['i1', 'i2', 'i3', 'i4', 'i5'].map((item) => keyOf(item));
const sample = sampleOf([...keys, keyOf('i6', { coders: ['ben'] })]);

function sourceOf(log: readonly CodingAct[]): Pick<CodingSource, 'study'> {
  return {
    study: { file: plainStudy, codings: { samples: [sample], log } } as unknown as CodingSource['study'],
  };
}

const namesOf = (found: ReturnType<typeof dealtTo>) => found?.map(({ item }) => item);

describe('what is whose', () => {
  it('gives coders what they were dealt, and strangers nothing', () => {
    const source = sourceOf([]);
    const own = namesOf(dealtTo(source, sample, { coder: 'ana', role: 'coder' }));
    expect(own?.toSorted()).toEqual(['i1', 'i2', 'i3', 'i4', 'i5']);
    expect(dealtTo(source, sample, { coder: 'eve', role: 'coder' })).toBeNull();
    expect(dealtTo(source, sample, { coder: 'carla', role: 'adjudicator' })).toEqual([]);
  });

  it('holds a decider done with an item once nobody differs on it, however little was answered', () => {
    const carla = { coder: 'carla', role: 'adjudicator' } as const;
    const log = [act('i2', 'ana', '1100'), act('i2', 'ben', '1000'), act('i3', 'ana', '1?00')];
    const done = (more: readonly CodingAct[]) => [...doneBy(sourceOf([...log, ...more]), sample, carla)];
    expect(done([])).toEqual([]);
    expect(done([act('i2', 'carla', '.1..', { role: 'adjudicator' })])).toEqual(['i2']);
    expect([...doneBy(sourceOf(log), sample, { coder: 'ana', role: 'coder' })]).toEqual(['i2', 'i3']);
  });

  it('gives a decider what coders differ on or could not tell, and keeps what was decided', () => {
    const log = [
      act('i1', 'ana', '1100'),
      act('i1', 'ben', '1100'),
      act('i2', 'ana', '1100'),
      act('i2', 'ben', '1000'),
      act('i3', 'ana', '1?00'),
      act('i4', 'ana', '0...'),
      // A category that was left empty without the object counts as no, and not as another answer.
      act('i4', 'ben', '0000'),
      act('i5', 'ana', '1...'),
    ];
    const open = (of: readonly CodingAct[]) =>
      contested(sourceOf(of), sample).map(({ key, isDecided }) => [key.item, isDecided]);
    expect(open(log)).toEqual([
      ['i2', false],
      ['i3', false],
    ]);
    const decided = [...log, act('i3', 'carla', '1000', { role: 'adjudicator' })];
    expect(open(decided)).toEqual([
      ['i2', false],
      ['i3', true],
    ]);
    expect(open([...decided, act('i2', 'ben', '1100')])).toEqual([['i3', true]]);
  });

  it('keeps the order of a decider while coders go on', () => {
    const log = keys.flatMap(({ item }) => [act(item, 'ana', '1100'), act(item, 'ben', '1000')]);
    const carla = { coder: 'carla', role: 'adjudicator' } as const;
    const all = namesOf(dealtTo(sourceOf(log), sample, carla)) ?? [];
    const some = namesOf(dealtTo(sourceOf(log.slice(0, 6)), sample, carla)) ?? [];
    expect(some.length).toBe(3);
    expect(all.filter((item) => some.includes(item))).toEqual(some);
  });

  it('lets no coder decide what they have coded or are still to code', () => {
    const log = [
      act('i1', 'ben', '1?00'),
      act('i2', 'ben', '1?00'),
      act('i2', 'ana', '1100'),
      act('i6', 'ben', '1?00'),
    ];
    const namesFor = (coder: string) =>
      namesOf(dealtTo(sourceOf(log), sample, { coder, role: 'adjudicator' }));
    expect(namesFor('ana')).toEqual(['i6']);
    expect(namesFor('ben')).toEqual([]);
    expect(namesFor('carla')?.toSorted()).toEqual(['i1', 'i2', 'i6']);
  });

  it('takes no machine for a coder', () => {
    const log = [act('i1', 'ana', '1100'), act('i1', 'gpt', '1000', { origin: 'machine' })];
    expect(contested(sourceOf(log), sample)).toEqual([]);
  });
});
