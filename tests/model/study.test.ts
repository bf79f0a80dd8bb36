import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ManifestRow, manifestColumns, PartialDate, periodOf, StudyFile } from '../../src/model/study.ts';

describe('a date', () => {
  it('is any day, month or year of the calendar and nothing else', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1500-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
        fc.constantFrom(4, 7, 10),
        (date, length) => {
          const text = date.toISOString().slice(0, length);
          expect(PartialDate.safeParse(text).success).toBe(true);
        },
      ),
    );
    for (const text of [
      '2009-13',
      '2009-00',
      '2009-2-3',
      '2009-02-30',
      '2010-02-29',
      '09',
      '2009-',
      ' 2009',
    ]) {
      expect(PartialDate.safeParse(text).success, text).toBe(false);
    }
  });
});

describe('the period of a date', () => {
  it('holds its year and begins at a multiple of its length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2999 }), fc.integer({ min: 2, max: 50 }), (year, years) => {
        const [first = 0, last = 0] = periodOf(`${year}-07`, years).split('-').map(Number);
        expect(first % years).toBe(0);
        expect(last - first).toBe(years - 1);
        expect(year).toBeGreaterThanOrEqual(first);
        expect(year).toBeLessThanOrEqual(last);
      }),
    );
  });

  it('is a single year, or undated', () => {
    expect(periodOf('2009-05-14', 1)).toBe('2009');
    expect(periodOf(null, 5)).toBe('undated');
  });
});

describe('a manifest row', () => {
  it('has the columns in which we write manifests', () => {
    expect(Object.keys(ManifestRow.shape)).toEqual([...manifestColumns]);
  });

  it('takes line breaks out of a title and an empty cell for nothing', () => {
    expect(ManifestRow.shape.title.parse(' Programa\r\n de  cooperativas\n')).toBe(
      'Programa de cooperativas',
    );
    expect(ManifestRow.shape.title.parse(' \n')).toBeNull();
    expect(ManifestRow.shape.language.parse('')).toBeNull();
  });
});

describe('a study file', () => {
  it('refuses a voice on both sides', () => {
    const contrast = { source: ['party', 'donor'], policy: ['donor'] };
    expect(StudyFile.safeParse({ title: 'a', contrast }).success).toBe(false);
  });
});
