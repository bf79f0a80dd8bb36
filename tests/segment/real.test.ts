import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import type { Document } from '../../src/model/document.ts';
import type { Language } from '../../src/model/passage.ts';
import { sha256 } from '../../src/model/units.ts';
import { languagesOf } from '../../src/segment/language.ts';
import { segment } from '../../src/segment/segment.ts';
import { countWords } from '../../src/segment/words.ts';
import { real } from '../support/requires.ts';
import { expectWhole } from './invariants.ts';

const folder = real ?? '';

async function documentAt(path: string): Promise<Document> {
  const bytes = new Uint8Array(readFileSync(path));
  const hash = sha256(createHash('sha256').update(bytes).digest('hex'));
  const { value } = await extract(bytes, { file: path, hash, characters: 50_000_000 });
  if (value === null) throw new Error(`expected a document in ${path}, got none`);
  return value;
}

function filesBelow(...parts: readonly string[]): string[] {
  const place = join(folder, 'data', ...parts);
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:pdf|txt|md)$/u.test(name))
    .toSorted()
    .map((name) => join(place, name));
}

function texts(name: string): { language: Language; text: string }[] {
  const path = join(folder, name);
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe.skipIf(real === null)('segment on real documents', { timeout: 120_000 }, () => {
  for (const kind of ['minutes', 'policy']) {
    it(`loses nothing of ${kind}, and cuts no passage above 400 words`, async () => {
      for (const file of filesBelow(kind)) {
        const document = await documentAt(file);
        const found = segment(document, { language: null });
        expectWhole(document, found);
        for (const { words } of found.passages) expect(words).toBeLessThanOrEqual(400);
      }
    });
  }

  it('tells the language of at least 99 in 100 coded passages, with and without the manifest', () => {
    const coded = texts('gold/passages.jsonl').filter(({ text }) => countWords(text) >= 20);
    expect(coded.length).toBeGreaterThan(200);
    for (const told of [true, false]) {
      const right = coded.filter(
        ({ language, text }) => languagesOf([text], told ? language : null)[0] === language,
      );
      expect(right.length / coded.length).toBeGreaterThanOrEqual(0.99);
    }
  });

  it('takes furniture off every page of a constitution and leaves its articles at the heads of passages', async () => {
    const document = await documentAt(join(folder, 'data/policy/ChatGPT/CF88.pdf'));
    const { passages, removals } = segment(document, { language: 'pt' });
    const cleared = new Set(
      removals.filter(({ reason }) => reason === 'page_number').map(({ page }) => page),
    );
    expect(cleared.size).toBeGreaterThan(0.9 * document.pages.length);
    const articles = new Set(passages.flatMap(({ text }) => /^Art\. (\d+)/u.exec(text)?.[1] ?? []));
    for (let article = 1; article <= 250; article++)
      expect([article, articles.has(String(article))]).toEqual([article, true]);
  });
});
