import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSpeechRow, speechOfRows, speechRows } from '../../src/lexicon/speech-rows.ts';
import { Speech } from '../../src/model/speech.ts';
import { readLexicons } from '../lexicons/read.ts';

const words = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 });
const parts = fc.record({
  polarity: fc.record({ not: words, deny: words }),
  verdicts: fc.record({ right: words }),
  finite: fc.string(),
  articles: words,
});

describe('rows of speech', () => {
  it('hold all that the shipped cues say, in their order', () => {
    const { speech = {} } = readLexicons();
    const rows = [...speechRows(speech)];
    expect(rows.length).toBeGreaterThan(3000);
    const back = speechOfRows(rows);
    expect(Speech.parse(back)).toEqual(speech);
    expect(JSON.stringify(back['es']?.['polarity'])).toBe(JSON.stringify(speech.es?.polarity));
  });

  it('come back as they went, whatever the words are', () => {
    fc.assert(
      fc.property(parts, parts, (es, pt) => {
        // The rows are of what no schema has looked at yet.
        const speech = { es, pt } as unknown as Speech;
        expect(speechOfRows(speechRows(speech))).toEqual(speech);
      }),
    );
  });

  it('are refused where they would be lost', () => {
    const row = (kind: string) => ({ language: 'es', kind, text: 'x' }) as const;
    expect(isSpeechRow(row('polarity.not'), [row('polarity.not')])).toBe(true);
    expect(isSpeechRow(row('polarity.not.deep'), [])).toBe(false);
    expect(isSpeechRow(row(''), [])).toBe(false);
    expect(isSpeechRow(row('finite'), [])).toBe(true);
    expect(isSpeechRow(row('finite'), [row('finite')])).toBe(false);
  });
});
