import { describe, expect, it } from 'vitest';
import { unsure, unsureProblems } from '../../src/tag/unsure.ts';
import { makePassage } from './make.ts';

describe('doubtful passages', () => {
  it('are those that OCR read with less confidence than asked for', () => {
    const passages = [null, 59.9, 60, 95].map((confidence, ordinal) => ({
      ...makePassage(`Las cooperativas ${ordinal}.`, 'es', ordinal),
      confidence,
    }));
    expect([...unsure(passages, 60)]).toEqual([passages[1]?.id]);
    expect(unsure(passages, 0).size).toBe(0);
  });

  it('are told by number, and whether they count', () => {
    const file = 'a.pdf';
    expect(unsureProblems(0, { confidence: 60, low: 'exclude' }, file)).toEqual([]);
    expect(unsureProblems(2, { confidence: 60, low: 'keep' }, file)).toEqual([
      { code: 'low_confidence', file, passages: 2, limit: 60 },
    ]);
    expect(unsureProblems(2, { confidence: 60, low: 'exclude' }, file)).toMatchObject([
      { code: 'low_confidence_excluded' },
    ]);
  });
});
