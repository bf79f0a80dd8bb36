import { describe, expect, it } from 'vitest';
import { timeline } from '../../src/report/timeline.ts';
import { buildResults } from '../support/results.ts';
import { speakers } from '../support/speech.ts';

const [first] = speakers;
if (first === undefined) throw new Error('expected a speaker');

describe('timeline', () => {
  it('counts each passage of a dated document once, under its voice and year', () => {
    const results = buildResults();
    const { step, voices } = timeline(results);
    expect(step).toBe(1);
    expect(voices.map(({ voice }) => voice)).toEqual([
      'civil_society',
      'regional_body',
      'donor',
      'national_government',
    ]);
    for (const { voice, bins } of voices) {
      expect(bins.map(({ from }) => from)).toEqual(Array.from({ length: 17 }, (_, place) => 1998 + place));
      for (const { from, passages } of bins) {
        const own = [...results.evidence].filter(
          (item) => item.voice === voice && item.date?.startsWith(String(from)),
        );
        expect(passages).toBe(own.length);
      }
    }
  });

  it('keeps a year without documents as an empty bin', () => {
    const { voices } = timeline(buildResults({ speakers: [{ ...first, years: [2001, 2003] }] }));
    expect(voices[0]?.bins.map(({ passages }) => passages)).toEqual([9, 0, 9]);
  });

  it('widens its bins by whole periods where the years are many', () => {
    const { step, voices } = timeline(buildResults({ speakers: [{ ...first, years: [1956, 2025] }] }));
    expect(step).toBe(5);
    expect(voices[0]?.bins.map(({ label }) => label).slice(0, 2)).toEqual(['1955–59', '1960–64']);
    expect(voices[0]?.bins.reduce((sum, { passages }) => sum + passages, 0)).toBe(18);
  });

  it('is empty without dated documents', () => {
    expect(timeline(buildResults({ speakers: [] }))).toEqual({ step: 1, voices: [] });
  });
});
