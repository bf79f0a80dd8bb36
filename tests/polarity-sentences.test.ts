import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { lexiconLanguages } from '../src/model/passage.ts';

const file = 'tests/fixtures/polarity.yaml';
/** Of the file as frozen. Rules are judged by these passages; whoever changes one changes what was measured. */
const frozen = '7ad51863a94cf71139454da87a56fb629f427a89f6592be981683a36ef4d104f';

const frames = ['NEP', 'PE', 'ADD', 'INT', 'MAIN'] as const;
const polarities = ['affirmed', 'negated', 'hedged'] as const;
const voices = ['own', 'endorsed', 'neutral', 'rejected'] as const;

const Item = z.strictObject({
  id: z.string().regex(/^(es|pt|en)-\d{3}$/),
  language: z.enum(lexiconLanguages),
  frame: z.enum(frames),
  polarity: z.enum(polarities),
  voice: z.enum(voices),
  speaker: z.string().min(1).nullable(),
  target: z.string().min(1),
  text: z.string().min(1),
  note: z.string().min(1),
});
type Item = z.infer<typeof Item>;

const bytes = readFileSync(file);
const items = z.array(Item).parse(parse(bytes.toString('utf8')));

/** Least and most passages of a kind in one language. */
const bounds = {
  frame: { NEP: [22, 28], PE: [22, 28], ADD: [18, 24], INT: [14, 20], MAIN: [10, 16] },
  polarity: { affirmed: [42, 48], negated: [27, 33], hedged: [22, 28] },
  voice: { own: [42, 48], endorsed: [15, 21], neutral: [17, 23], rejected: [14, 20] },
} as const;

describe('the passages for polarity and voice', () => {
  it('stay as they were frozen', () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(frozen);
  });

  it('are three hundred, each with an id and a text of its own', () => {
    expect(items).toHaveLength(300);
    expect(new Set(items.map(({ id }) => id)).size).toBe(300);
    expect(new Set(items.map(({ text }) => text)).size).toBe(300);
    expect(items.filter(({ id, language }) => !id.startsWith(`${language}-`))).toEqual([]);
  });

  it('hold their target once, so that its place is certain', () => {
    expect(items.filter(({ text, target }) => text.split(target).length !== 2)).toEqual([]);
    expect(items.filter(({ text, target }) => text !== text.normalize() || target !== target.trim())).toEqual(
      [],
    );
  });

  it('name the speaker in words of the text, and none for the own voice', () => {
    expect(items.filter(({ text, speaker }) => speaker !== null && !text.includes(speaker))).toEqual([]);
    expect(items.filter(({ voice, speaker }) => voice === 'own' && speaker !== null)).toEqual([]);
    const nameless = items.filter(({ voice, speaker }) => voice !== 'own' && speaker === null);
    expect(new Set(nameless.map(({ voice }) => voice))).toEqual(new Set(['neutral']));
  });

  describe.each(lexiconLanguages)('in %s', (language) => {
    const own = items.filter((item) => item.language === language);

    it('are one hundred', () => {
      expect(own).toHaveLength(100);
    });

    it.each(['frame', 'polarity', 'voice'] as const)('spread over every %s', (field) => {
      for (const [value, [least, most]] of Object.entries(bounds[field])) {
        const count = own.filter((item) => item[field] === value).length;
        expect(count, value).toBeGreaterThanOrEqual(least);
        expect(count, value).toBeLessThanOrEqual(most);
      }
    });

    it('hold each polarity in each voice', () => {
      const count = (polarity: Item['polarity'], voice: Item['voice']) =>
        own.filter((item) => item.polarity === polarity && item.voice === voice).length;
      for (const polarity of polarities) {
        for (const voice of voices) expect(count(polarity, voice), `${polarity} ${voice}`).toBeGreaterThan(2);
      }
    });
  });
});
