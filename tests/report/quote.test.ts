import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tag } from '../../src/model/tag.ts';
import { documentId, offset, pageIndex, passageId, sha256 } from '../../src/model/units.ts';
import { quote } from '../../src/report/quote.ts';

const hash = sha256('a'.repeat(64));

function tag(start: number, end: number, term = 't', blocked: Tag['blocked'] = null): Tag {
  return {
    document: documentId(hash),
    passage: passageId(`${'a'.repeat(16)}-${'b'.repeat(12)}`),
    start: offset(start),
    end: offset(end),
    page: pageIndex(0),
    pageStart: offset(start),
    endPage: pageIndex(0),
    pageEnd: offset(end),
    zone: 'body',
    surface: '',
    term,
    category: 'a/b',
    theme: 'a',
    layer: 'frame',
    blocked,
    polarity: null,
    voice: null,
    because: [],
  };
}

const whole = (text: string, tags: readonly Tag[]) =>
  quote(text, tags)
    .stretches.map((one) => one.text)
    .join('');

describe('quote', () => {
  it('keeps a short passage whole', () => {
    const made = quote('otra economía es posible', [tag(0, 13)]);
    expect(made.stretches.map((one) => [one.text, one.tags.length])).toEqual([
      ['otra economía', 1],
      [' es posible', 0],
    ]);
    expect([made.cutBefore, made.cutAfter]).toEqual([false, false]);
  });

  it('counts offsets in code points', () => {
    const made = quote('🌱🌱 otra economía', [tag(3, 7)]);
    expect(made.stretches.find((one) => one.tags.length === 1)?.text).toBe('otra');
  });

  it('splits where tags overlap', () => {
    const made = quote('abcdef', [tag(0, 4, 'x'), tag(2, 6, 'y')]);
    expect(made.stretches.map((one) => [one.text, one.tags.map(({ term }) => term).join('')])).toEqual([
      ['ab', 'x'],
      ['cd', 'xy'],
      ['ef', 'y'],
    ]);
  });

  it('does not mark a tag that is blocked', () => {
    expect(quote('abc', [tag(0, 3, 'x', 'mask')]).stretches.flatMap((one) => one.tags)).toEqual([]);
  });

  it('cuts a long passage around its tags, between words, and says so', () => {
    const text = `${'antes '.repeat(300)}OTRA ECONOMÍA ${'después '.repeat(300)}`;
    const start = 'antes '.repeat(300).length;
    const made = quote(text, [tag(start, start + 13)]);
    expect([made.cutBefore, made.cutAfter]).toEqual([true, true]);
    expect(made.stretches.find((one) => one.tags.length > 0)?.text).toBe('OTRA ECONOMÍA');
    expect(whole(text, [tag(start, start + 13)])).toMatch(/^antes .* después$/s);
  });

  it('is a stretch of the passage of at most 700 code points, whatever the tags', () => {
    const spans = fc.array(fc.tuple(fc.nat(1999), fc.integer({ min: 1, max: 900 })), { maxLength: 6 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 1500 }), spans, (text, places) => {
        const length = [...text].length;
        const tags = places
          .filter(([start]) => start < length)
          .map(([start, size], index) => tag(start, Math.min(length, start + size), `t${index}`));
        const made = whole(text, tags);
        expect(text.includes(made)).toBe(true);
        expect([...made].length).toBeLessThanOrEqual(700);
        if (length <= 700) expect(made).toBe(text);
      }),
    );
  });

  it('chooses the window with the most different terms', () => {
    const text = 'x'.repeat(3000);
    const tags = [tag(0, 5, 'a'), tag(20, 25, 'a'), tag(2000, 2005, 'b'), tag(2100, 2105, 'c')];
    const marked = quote(text, tags).stretches.flatMap((one) => one.tags.map(({ term }) => term));
    expect(marked).toEqual(['b', 'c']);
  });
});
