import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { codesOf } from '../../../src/report/codes.ts';
import { evidenceTable } from '../../../src/report/tables/evidence.ts';
import { codePointLength, sliceCodePoints } from '../../../src/text/codepoints.ts';
import { buildResults } from '../../support/results.ts';

const results = buildResults();

function rowsOf(longest: number): Record<string, string>[] {
  const evidence = [...results.evidence].map((item) => ({ ...item, longest }));
  return parse([...evidenceTable(evidence, codesOf(results.categories), 5).content].join(''), {
    columns: true,
  });
}

describe('the table of evidence', () => {
  it('holds a passage in full, or a stretch of it that says where it begins', () => {
    const texts = new Map([...results.evidence].map(({ passage }) => [passage.id as string, passage.text]));
    for (const row of rowsOf(700)) {
      expect(row).toMatchObject({
        text: texts.get(row['passage'] ?? ''),
        text_start: '0',
        text_whole: 'true',
      });
    }
    let cut = 0;
    for (const { passage = '', text = '', text_start, text_whole } of rowsOf(60)) {
      const whole = texts.get(passage) ?? '';
      const start = Number(text_start);
      expect(codePointLength(text)).toBeLessThanOrEqual(60);
      expect(sliceCodePoints(whole, start, start + codePointLength(text))).toBe(text);
      expect(text_whole).toBe(String(text === whole));
      if (text !== whole) cut++;
    }
    expect(cut).toBeGreaterThan(10);
  });
});
