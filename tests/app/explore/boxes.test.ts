import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageBoxes } from '../../../src/app/explore/boxes.ts';
import type { Line, Page } from '../../../src/model/document.ts';
import type { ReadPassage } from '../../../src/model/glance.ts';
import { pageIndex } from '../../../src/model/units.ts';

const top = (index: number) => 50 + index * 20;

function pageOf(texts: readonly string[], right = 400): Page {
  const lines = texts.map(
    (text, index): Line => ({
      text,
      box: { left: 100, top: top(index), right, bottom: top(index) + 12 },
      ...{ size: 12, bold: false, role: null, level: null, unseen: null, words: null },
    }),
  );
  return { index: pageIndex(0), label: null, width: 600, height: 800, source: 'text', lines };
}

/** A passage that takes the lines of a page as they are, joined by spaces, with one tag. */
function passageOf(texts: readonly string[], start: number, end: number): ReadPassage {
  let at = 0;
  const runs = texts.map((text) => {
    const length = [...text].length;
    const run = { at, length, page: 0, start: at };
    at += length + 1;
    return run;
  });
  const tag = { start, end, term: 't', category: 'a/b', layer: 'frame', blocked: null };
  return {
    passage: { id: 'p', ordinal: 0, runs, text: texts.join(' ') },
    tags: [tag],
  } as unknown as ReadPassage;
}

describe('places on a page', () => {
  it('are the lines of a passage, and the part of a line that a tag takes', () => {
    const texts = ['aaaa bbbb cccc', 'dddd eeee'];
    const { passages, width, height } = pageBoxes(pageOf(texts), [passageOf(texts, 5, 9)]);
    expect([width, height]).toEqual([600, 800]);
    expect(passages[0]?.boxes.map((box) => box.top)).toEqual([top(0), top(1)]);
    const [box] = passages[0]?.tags[0]?.boxes ?? [];
    expect(box?.left).toBeGreaterThan(170);
    expect(box?.left).toBeLessThan(210);
    expect(box?.right).toBeGreaterThan(290);
    expect(box?.right).toBeLessThan(330);
  });

  it('go over the end of a line', () => {
    const texts = ['una economía', 'solidaria'];
    const [passage] = pageBoxes(pageOf(texts), [passageOf(texts, 4, 22)]).passages;
    expect(passage?.tags[0]?.boxes.map((box) => box.top)).toEqual([top(0), top(1)]);
    expect(passage?.tags[0]?.boxes[0]?.left).toBeGreaterThan(100);
    expect(passage?.tags[0]?.boxes[1]?.left).toBe(100);
  });

  it('are none where the file does not say where its lines are, or on another page', () => {
    const page = pageOf(['eins zwei']);
    const placeless = { ...page, lines: page.lines.map((line) => ({ ...line, box: null })) };
    const passage = passageOf(['eins zwei'], 0, 4);
    expect(pageBoxes(placeless, [passage]).passages[0]).toMatchObject({ boxes: [], tags: [] });
    expect(pageBoxes({ ...page, index: pageIndex(1) }, [passage]).passages[0]).toMatchObject({
      boxes: [],
      tags: [],
    });
  });

  it('never leave the page, keep the order of words, and lie in their lines, whatever the letters', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 900 }), (parts, right) => {
        const clean = parts.map((part) => part.replaceAll(/\s/gu, 'x'));
        const text = clean.join(' ');
        const page = pageOf([text], right);
        let at = 0;
        let before = -1;
        for (const word of clean) {
          const length = [...word].length;
          const [found] = pageBoxes(page, [passageOf([text], at, at + length)]).passages;
          const [box] = found?.tags[0]?.boxes ?? [];
          if (box === undefined) throw new Error(`expected a box of "${word}"`);
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(600);
          if (right > 100) {
            expect(box.left).toBeGreaterThanOrEqual(before);
            expect(box.right).toBeGreaterThanOrEqual(box.left);
            before = box.left;
          }
          at += length + 1;
        }
      }),
    );
  });
});
