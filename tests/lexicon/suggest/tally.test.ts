import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tally } from '../../../src/lexicon/suggest/tally.ts';
import { createWording } from '../../../src/lexicon/suggest/words.ts';
import { foundIn, isTarget } from './make.ts';

const functionWords = new Set(['de', 'la']);
const settings = { window: 2, functionWords };
const wording = createWording(isTarget);
const vocabulary = [
  'coop',
  'pobreza',
  'extrema',
  'hambre',
  'paz',
  'de',
  'la',
  'casa',
  'mesa',
  'ñandú',
  '7',
  ',',
];

describe('tally', () => {
  it('counts as plain counting does', () => {
    const texts = fc.array(
      fc.array(fc.constantFrom(...vocabulary), { maxLength: 9 }).map((words) => words.join(' ')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(texts, (list) => {
        const passages = list.map((text, at) => foundIn(at % 2, text, at));
        const counted = tally(passages.map(wording), settings);
        // The oracle cuts at commas and looks phrases up in padded text.
        const tellsAlone = (word: string) => word.length > 2 && !functionWords.has(word);
        const strip = (text: string) => text.replace('ñandú', 'nandu').replaceAll('ñandú', 'nandu');
        const isHit = (at: number) =>
          passages[at]?.tags.some(({ category, blocked }) => category === 'a/x' && blocked === null) === true;
        const wordsOf = (text: string) => text.split(' ').filter((word) => word !== ',' && word !== '');
        const sum = (want: boolean) => list.filter((_, at) => isHit(at) === want).flatMap(wordsOf).length;
        expect([counted.target, counted.rest]).toEqual([sum(true), sum(false)]);
        const expected = new Map<string, { target: number; rest: number; documents: Set<number> }>();
        for (const [at, text] of list.entries()) {
          for (const part of strip(text).split(',')) {
            const words = part.split(' ').filter((word) => word !== '');
            for (let start = 0; start < words.length; start++) {
              for (let size = 1; size <= 3 && start + size <= words.length; size++) {
                const phrase = words.slice(start, start + size);
                if (!tellsAlone(phrase[0] ?? '') || !tellsAlone(phrase.at(-1) ?? '')) continue;
                const known = expected.get(phrase.join(' ')) ?? {
                  target: 0,
                  rest: 0,
                  documents: new Set<number>(),
                };
                known[isHit(at) ? 'target' : 'rest']++;
                known.documents.add(at % 2);
                expected.set(phrase.join(' '), known);
              }
            }
          }
        }
        expect([...counted.phrases.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
        for (const [phrase, { target, rest }] of expected)
          expect(counted.phrases.get(phrase)).toMatchObject({ target, rest });
      }),
    );
  });

  it('tells what is inside a hit, and what is near one', () => {
    const { phrases, near, hits } = tally(
      [wording(foundIn(1, 'coop una casa mesa pobreza extrema casa otra mesa'))],
      settings,
    );
    expect(phrases.get('pobreza extrema')).toMatchObject({ covered: 1, near: 0 });
    expect(phrases.get('casa')).toMatchObject({ target: 2, covered: 0, near: 2 });
    expect(phrases.get('mesa')).toMatchObject({ target: 2, near: 1 });
    expect(near).toBe(4);
    expect([...hits.values()]).toEqual([1]);
  });

  it('stays within its bound, drops the rarest first and says so', () => {
    const passages = [
      ...Array.from({ length: 40 }, (_, at) => foundIn(at, `coop palabra${at}`, at)),
      foundIn(99, 'coop hambre'),
    ];
    const { phrases, dropped } = tally(passages.map(wording), settings, 20);
    expect(phrases.size).toBeLessThanOrEqual(20);
    expect(phrases.get('coop')?.rest).toBe(40);
    expect(dropped).toBe(1);
    expect(tally(passages.map(wording), settings).dropped).toBe(0);
  });
});
