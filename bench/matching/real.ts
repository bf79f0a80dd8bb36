import { compile } from '../../src/tag/compile.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { tag } from '../../src/tag/tag.ts';
import { readLexicons } from '../../tests/lexicons/read.ts';
import { makePassage } from '../../tests/tag/make.ts';
import { readGold } from '../support/gold.ts';

/** This program's own lexicon on the real passages of `gold`, again and again; says by name that it is skipped without them. */
export async function realMatching(): Promise<void> {
  const real = process.env['TITRATE_REAL'];
  if (real === undefined) {
    console.log('SKIPPED real passages: TITRATE_REAL names no folder');
    return;
  }
  const matcher = compile(resolveLexicon(readLexicons()).lexicon, { object: 'SSE' });
  const passages = readGold(real).map(({ text, language }, i) => makePassage(text, language, i));
  const bytes = passages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const words = passages.reduce((sum, one) => sum + one.words, 0);
  let best = 0;
  let tags = 0;
  for (let round = 0; round < 30; round++) {
    const before = process.threadCpuUsage();
    tags = tag(passages, matcher).length;
    const { user, system } = process.threadCpuUsage(before);
    best = Math.max(best, bytes / (user + system));
  }
  console.log(
    `real: ${passages.length} passages in three languages, our lexicon: ${best.toFixed(1)} MB/s, ${((1000 * tags) / words).toFixed(0)} tags a 1,000 words`,
  );
}
