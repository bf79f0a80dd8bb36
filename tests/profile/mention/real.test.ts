import { describe, expect, it } from 'vitest';
import { mentions } from '../../../src/profile/mention/mentions.ts';
import { tag } from '../../../src/tag/tag.ts';
import { noActors } from '../../support/actors.ts';
import { marksOf, ratesOf, type Score, score, sumOf } from '../../support/mentions.ts';
import { realMarked } from '../../support/real-mentions.ts';
import { real } from '../../support/requires.ts';
import { matcher } from './make.ts';

describe.skipIf(real === null)('passages of real documents marked by hand', { timeout: 120_000 }, () => {
  it('give up four in five of their mentions, and little else', async () => {
    const scores = new Map<string, Score>();
    const marked = await realMarked(real ?? '');
    for (const { passage, marks } of marked)
      score(marksOf(mentions([passage], tag([passage], matcher), noActors)), marks, scores);
    expect(marked.length).toBeGreaterThanOrEqual(40);
    expect(ratesOf(sumOf(scores.values())).f1).toBeGreaterThan(0.8);
  });
});
