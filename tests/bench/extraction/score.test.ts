import { describe, expect, it } from 'vitest';
import { f1, precision, type ReadPage, recall, score, total } from '../../../bench/extraction/score.ts';
import type { TruthPage, TruthUnit } from '../../../bench/extraction/truth.ts';

/** A unit of words; `-|` ends a line after a hyphen that goes, `-‖` after one that stays. */
function unit(text: string, optional = false): TruthUnit {
  const words = text.split(' ').map((word) => ({
    text: word.replace(/[|‖]$/u, ''),
    hyphen: word.endsWith('|') ? ('joined' as const) : word.endsWith('‖') ? ('kept' as const) : null,
  }));
  return { words, optional };
}

function page(units: readonly TruthUnit[], furniture: readonly string[] = []): TruthPage {
  return { page: 0, continues: false, units, furniture: furniture.map((text) => unit(text)), stamps: [] };
}

const read = (...texts: readonly string[]): ReadPage => texts.map((text) => ({ text, begins: true }));

const columns = page(
  [
    unit('Left one two three four five six seven.'),
    unit('Left again eight nine ten eleven twelve.'),
    unit('Right thirteen fourteen fifteen sixteen seventeen.'),
  ],
  ['Running header 12'],
);
const perfect = read(
  'Left one two three four five six seven.',
  'Left again eight nine ten eleven twelve.',
  'Right thirteen fourteen fifteen sixteen seventeen.',
);

describe('score', () => {
  it('gives 1 for a perfect reading', () => {
    const { paragraphs, order, furniture } = score(columns, perfect);
    expect([f1(paragraphs), f1(order), f1(furniture)]).toEqual([1, 1, 1]);
  });

  it('takes nothing for a perfect reading', () => {
    const { paragraphs, order, furniture, hyphens } = score(columns, []);
    expect([recall(paragraphs), recall(order), recall(furniture), precision(hyphens)]).toEqual([
      0,
      0,
      1,
      null,
    ]);
    expect(precision(furniture)).toBeLessThan(0.2);
  });

  it('lowers word order where columns are read across, but not where a column comes too early', () => {
    const across = read(
      'Left one two Right thirteen three four five fourteen fifteen six seven. sixteen seventeen.',
      'Left again eight nine ten eleven twelve.',
    );
    expect(f1(score(columns, across).order)).toBeLessThan(0.7);
    const swapped = score(
      columns,
      [perfect[2], perfect[0], perfect[1]].filter((part) => part !== undefined),
    );
    expect(f1(swapped.order)).toBeGreaterThan(0.85);
    expect(f1(swapped.paragraphs)).toBe(1);
  });

  it('lowers recall of boundaries where paragraphs are merged, precision where one is cut', () => {
    const merged = score(columns, read(perfect.map(({ text }) => text).join(' '))).paragraphs;
    expect([precision(merged), recall(merged)]).toEqual([1, 1 / 3]);
    const cut = score(
      columns,
      read('Left one two three', 'four five six seven.', ...perfect.slice(1).map(({ text }) => text)),
    );
    expect([precision(cut.paragraphs), recall(cut.paragraphs)]).toEqual([3 / 4, 1]);
    expect(f1(cut.order)).toBe(1);
  });

  it('does not count a boundary on which readers may differ, either way', () => {
    const truth = page([unit('Chapter one'), unit('Of the aims', true), unit('Text goes here.')]);
    expect(f1(score(truth, read('Chapter one', 'Of the aims', 'Text goes here.')).paragraphs)).toBe(1);
    expect(f1(score(truth, read('Chapter one Of the aims', 'Text goes here.')).paragraphs)).toBe(1);
    expect(score(truth, read('Chapter one Of the aims')).paragraphs.wanted).toBe(2);
  });

  it('counts furniture that stays as missed and text that goes as wrongly taken', () => {
    const stays = score(columns, [...read('Running header 12'), ...perfect]);
    expect(recall(stays.furniture)).toBe(0);
    expect([f1(stays.order), f1(stays.paragraphs)]).toEqual([1, 1]);
    const goes = score(columns, perfect.slice(1)).furniture;
    expect(recall(goes)).toBe(1);
    expect(precision(goes)).toBe(3 / 11);
  });

  it('counts the words of a stamp neither way', () => {
    const stamped = { ...columns, stamps: [unit('SIGNED by the clerk')] };
    for (const reading of [perfect, [...perfect, ...read('SIGNED by the clerk')]])
      expect(score(stamped, reading)).toEqual(score(columns, perfect));
  });

  it('counts words that are not on the page, or are given twice, against word order', () => {
    expect(precision(score(columns, [...perfect, ...perfect.slice(2)]).order)).toBeLessThan(0.8);
    expect(precision(score(columns, [...perfect, ...read('words that nobody sees')]).order)).toBeLessThan(
      0.85,
    );
  });

  it('counts a paragraph that begins within furniture as begun at its first word of text', () => {
    const inside = score(columns, [
      ...read('Running header 12 Left one two'),
      ...read('three four five six seven.'),
      ...perfect.slice(1),
    ]);
    expect(inside.paragraphs).toEqual({ right: 3, found: 4, wanted: 3 });
  });

  it('does not ask for a beginning where the paragraph began on the page before', () => {
    const truth = { ...columns, continues: true };
    const goesOn = perfect.map((part, p) => ({ ...part, begins: p > 0 }));
    expect(score(truth, goesOn).paragraphs).toEqual({ right: 2, found: 2, wanted: 2 });
    expect(precision(score(truth, perfect).paragraphs)).toBe(2 / 3);
    expect(recall(score(columns, goesOn).paragraphs)).toBe(2 / 3);
  });

  const broken = page([unit('La orga-| nización del plan socio-‖ económico y la organización.')]);

  it('tells hyphens repaired rightly, wrongly and not at all', () => {
    const decide = (text: string) => score(broken, read(text));
    const right = decide('La organización del plan socio-económico y la organización.');
    expect(right.hyphens).toEqual({ right: 2, found: 2, wanted: 2 });
    const wrong = decide('La orga-nización del plan socioeconómico y la organización.');
    expect(wrong.hyphens).toEqual({ right: 0, found: 2, wanted: 2 });
    const left = decide('La orga-\nnización del plan socio-\neconómico y la organización.');
    expect(left.hyphens).toEqual({ right: 0, found: 0, wanted: 2 });
    for (const { order, furniture } of [right, wrong, left]) {
      expect(f1(order)).toBe(1);
      expect(furniture.found).toBe(0);
    }
  });

  it('does not count a part that stands elsewhere as repaired, nor as taken out', () => {
    const apart = score(broken, read('La orga- del plan socio-económico y la organización.', 'nización'));
    expect(apart.hyphens).toEqual({ right: 1, found: 1, wanted: 2 });
    expect(apart.furniture.found).toBe(0);
    expect(f1(apart.order)).toBeLessThan(1);
  });

  it('takes a word parted between two paragraphs for one, still unrepaired', () => {
    const lines = score(broken, read('La orga-', 'nización del plan socio-', 'económico y la organización.'));
    expect(f1(lines.order)).toBe(1);
    expect(lines.hyphens.found).toBe(0);
  });

  it('tells two ways of parting one word apart', () => {
    const truth = page([unit('the per-| formance and perfor-| mance of')]);
    expect(score(truth, read('the performance and perfor- mance of')).hyphens).toEqual({
      right: 1,
      found: 1,
      wanted: 2,
    });
  });

  it('bears no words, no letters and no hyphen before the end of a page', () => {
    expect(score(page([]), []).order).toEqual({ right: 0, found: 0, wanted: 0 });
    expect(score(page([unit('*** —')]), read('***')).paragraphs).toEqual({ right: 0, found: 0, wanted: 0 });
    expect(score(page([unit('ends with orga-|')]), read('ends with orga-')).hyphens.wanted).toBe(0);
  });
});

describe('figures', () => {
  it('adds tallies and says nothing where there is nothing to count', () => {
    const one = score(columns, perfect);
    expect(total([one, one]).paragraphs).toEqual({ right: 6, found: 6, wanted: 6 });
    expect(total([]).order).toEqual({ right: 0, found: 0, wanted: 0 });
    const none = { right: 0, found: 0, wanted: 0 };
    expect([precision(none), recall(none), f1(none)]).toEqual([null, null, null]);
    expect(f1({ right: 0, found: 3, wanted: 0 })).toBe(0);
  });
});
