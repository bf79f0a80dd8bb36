import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Carried, carriedIn, carriedInDocument } from '../../sample/carried.ts';
import { sampleSeed } from '../../sample/generate.ts';
import { plan } from '../../sample/plan.ts';
import { readPublishers } from '../../sample/texts.ts';
import { extract } from '../../src/extract/extract.ts';
import { openStudy } from '../../src/io/study.ts';
import { sha256 } from '../../src/model/units.ts';
import { mentions } from '../../src/profile/mention/mentions.ts';
import { portrait } from '../../src/profile/portrait.ts';
import { segment } from '../../src/segment/segment.ts';
import { compile } from '../../src/tag/compile.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { tag } from '../../src/tag/tag.ts';
import { actorsOf } from '../support/actors.ts';
import { corpus, root } from './corpus.ts';

const publishers = readPublishers();
const programmes = (seed: number) => plan(publishers, seed).filter(({ kind }) => kind === 'programme');

/** What is dealt to documents of a voice. */
function dealtTo(voice: string, seed: number): readonly Carried[] {
  const dealt = carriedIn(plan(publishers, seed), publishers, seed);
  return programmes(seed)
    .filter(({ institution }) => institution.voice === voice)
    .flatMap(({ file }) => dealt.get(file) ?? []);
}

describe('what is dealt to the documents called programme', () => {
  it('has the shares of each voice, to the nearest whole number, whatever the seed', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.constantFrom(...Object.keys(publishers.voices)), (seed, voice) => {
        const chances = publishers.voices[voice]?.carried;
        const dealt = dealtTo(voice, seed);
        const documents = programmes(seed).filter(({ institution }) => institution.voice === voice).length;
        expect(dealt).toHaveLength(documents * carriedInDocument);
        for (const money of ['public', 'donor', 'own'] as const) {
          const exact = dealt.length * (chances?.[money] ?? 0);
          expect(Math.abs(dealt.filter((one) => one.money === money).length - exact)).toBeLessThan(1);
        }
        const social = dealt.filter(({ by }) => by === 'social').length;
        expect(Math.abs(social - dealt.length * (chances?.social ?? 0))).toBeLessThan(1);
      }),
      { numRuns: 20 },
    );
  });

  it('is what the program reads: as many kinds of money in the documents of regional bodies as were planted', async () => {
    const { lexicon } = resolveLexicon((await openStudy(root)).lexicon);
    const matcher = compile(lexicon, { object: 'SSE' });
    const actors = actorsOf(lexicon, matcher);
    const found = new Set<string>();
    const planted = new Set<string>();
    const dealt = carriedIn(plan(publishers, sampleSeed), publishers, sampleSeed);
    for (const { file, institution, language } of programmes(sampleSeed)) {
      if (institution.voice !== 'regional_body') continue;
      const read = await extract(readFileSync(corpus + file), {
        file,
        hash: sha256('0'.repeat(64)),
        characters: 1_000_000,
      });
      if (read.value === null) throw new Error(`${file} could not be read`);
      const { passages } = segment(read.value, { language });
      const tags = tag(passages, matcher);
      const { doings } = portrait(passages, tags, mentions(passages, tags, actors), {
        measured: lexicon.measured,
        object: 'SSE',
        above: () => [],
      });
      for (const { role, category } of doings) {
        if (role !== 'funding') continue;
        if (category === 'markers/funding_own') found.add(`${file} own`);
        if (category === 'markers/funding_state') found.add(`${file} public`);
        if (category === 'actors/donors') found.add(`${file} donor`);
      }
      for (const { money } of dealt.get(file) ?? []) planted.add(`${file} ${money}`);
    }
    expect([...planted].some((one) => one.endsWith('own'))).toBe(true);
    expect([...found].sort()).toEqual([...planted].sort());
  }, 60_000);
});
