import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markedDocuments } from '../../../bench/extraction/documents.ts';
import { score } from '../../../bench/extraction/score.ts';
import { real } from '../../support/requires.ts';

describe.skipIf(real === null)('real pages marked by hand', () => {
  it.each(markedDocuments())('read back as they were marked: $name', async ({ file, sha256, truths }) => {
    const bytes = readFileSync(join(real ?? '', file));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    for (const truth of await truths(bytes)) {
      expect(truth.units.every(({ words }) => words.length > 0)).toBe(true);
      const read = truth.units.map(({ words }, u) => ({
        text: words.map(({ text, hyphen }) => `${text}${hyphen === null ? ' ' : ''}`).join(''),
        begins: u > 0 || !truth.continues,
      }));
      const { paragraphs, order, furniture } = score(truth, read);
      for (const tally of [paragraphs, order, furniture])
        expect(tally).toEqual({ right: tally.wanted, found: tally.wanted, wanted: tally.wanted });
    }
  });
});
