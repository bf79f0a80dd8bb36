import { describe, expect, it } from 'vitest';
import { framings } from '../../src/app/framings.ts';
import type { TaggedPassage } from '../../src/model/framing.ts';
import { StudyFile } from '../../src/model/study.ts';
import type { Tag } from '../../src/model/tag.ts';

const measured = [{ code: 'SSE', label: 'SSE', definition: '', categories: ['objects/one'] }];
const study = StudyFile.parse({ title: 'Made up' });
const text = 'La economía nace aquí. Otra frase habla 😀 de pobreza.';
const tag = (surface: string, category: string, values: object = {}) =>
  ({
    term: `${category}.es.0`,
    category,
    start: [...text.slice(0, text.indexOf(surface))].length,
    blocked: null,
    ...values,
  }) as unknown as Tag;
const passage = (values: Partial<TaggedPassage>): TaggedPassage => ({
  file: 'a.txt',
  institution: 'Red',
  voice: 'civil_society',
  kind: null,
  date: '2011',
  language: 'es',
  zone: 'body',
  ordinal: 0,
  text,
  tags: [],
  ...values,
});
const read = (...passages: readonly TaggedPassage[]) => [
  ...framings(study, measured, { framings: () => passages }),
];

describe('framings', () => {
  it('tell object, sentence and words of a passage', () => {
    const [one] = read(passage({ tags: [tag('economía', 'objects/one'), tag('pobreza', 'poor/one')] }));
    expect(one).toMatchObject({ object: true, period: '2010-2014' });
    const [object, poor] = one?.marks ?? [];
    expect(object?.sentence).toBe(0);
    expect(poor?.sentence).toBe(4);
    expect(one?.words).toContain('economia');
  });

  it('leave out what can never count, and keep what may under another way', () => {
    const [one] = read(
      passage({
        tags: [
          tag('pobreza', 'poor/one', { blocked: 'mask' }),
          tag('pobreza', 'poor/one', { blocked: 'no_object' }),
          tag('pobreza', 'poor/one', { blocked: 'negated', polarity: 'negated', voice: 'own' }),
          tag('pobreza', 'poor/one', { blocked: 'attributed', polarity: 'affirmed', voice: 'neutral' }),
        ],
      }),
    );
    expect(one?.object).toBe(false);
    expect(one?.words).toEqual([]);
    expect(one?.marks.map(({ polarity, voice }) => [polarity, voice])).toEqual([
      ['affirmed', 'own'],
      ['negated', 'own'],
      ['affirmed', 'neutral'],
    ]);
  });

  it('are of the two sides alone, and of zones that speak', () => {
    expect(
      read(passage({ voice: 'donor' }), passage({ voice: null }), passage({ zone: 'signature' })),
    ).toEqual([]);
  });
});
