import { f1, measures, precision, recall, type Score } from './score.ts';

/** The figure of each measure that is held against its bar. */
export const judged = { paragraphs: f1, order: f1, furniture: f1, hyphens: precision } as const;

/** The lowest figures that are good enough: issue of evidence-grade text. */
export const bars = { paragraphs: 0.9, order: 0.95, furniture: 0.95, hyphens: 0.98 } as const;

const names = {
  paragraphs: 'paragraph boundaries',
  order: 'word order (3-grams)',
  furniture: 'headers and footers removed',
  hyphens: 'hyphens repaired',
} as const;

/** The bars that a score misses, in words; a measure with nothing to judge misses none. */
export function missed(score: Score): readonly string[] {
  return measures.flatMap((measure) => {
    const figure = judged[measure](score[measure]);
    if (figure === null || figure >= bars[measure]) return [];
    const which = measure === 'hyphens' ? 'precision' : 'F1';
    return [
      `${names[measure]}: expected ${which} of at least ${bars[measure].toFixed(2)}, got ${figure.toFixed(4)}`,
    ];
  });
}

/** One row a reader and measure: precision, recall, F1 and the number of items. */
export function tableOf(
  scores: Readonly<Record<string, Score>>,
): readonly Readonly<Record<string, string | number>>[] {
  return measures.flatMap((measure) =>
    Object.entries(scores).map(([reader, score]) => ({
      measure: names[measure],
      reader,
      precision: shown(precision(score[measure])),
      recall: shown(recall(score[measure])),
      F1: shown(f1(score[measure])),
      items: score[measure].wanted,
      bar:
        reader === 'titrate'
          ? `${measure === 'hyphens' ? 'precision' : 'F1'} ${bars[measure].toFixed(2)}`
          : '',
    })),
  );
}

/** A figure to three places; a dash where there was nothing to count. */
export function shown(figure: number | null): string {
  return figure === null ? '–' : figure.toFixed(3);
}
