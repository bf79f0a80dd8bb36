import type { Layer, Lexicon, Rule, Term } from '../../src/model/lexicon.ts';
import type { Passage } from '../../src/model/passage.ts';
import { sha256 } from '../../src/model/units.ts';
import { makePassage, makeTerm } from '../../tests/tag/make.ts';

/** Words that English text is held together by, in the order of their frequency: what negation and speech are told by. */
const common =
  'the of and to in a is that for it as was with be by on not he his but at are this have from which or had an they you were their one all we can her has there been if more when will would who so no out up into than them only other its time some could these two may then do first any my now such like our over man me even most made after also did many must before back through where much your way well down should because each just those people how too little state good very make world still own see men work long get here between both life being under never same another know while last might us great old year off come since against go came right used take three';

/** How many words the made-up vocabulary has. */
const types = 50_000;

/** Numbers from 0 to 1, the same ones every time (a linear congruential generator). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Common words first, then made-up ones that grow longer as they grow rarer. */
function vocabulary(chance: () => number): readonly string[] {
  const onsets = ['b', 'c', 'd', 'f', 'g', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'tr', 'pl', 'ch'];
  const nuclei = ['a', 'e', 'i', 'o', 'u', 'ea', 'io'];
  const endings = ['', '', 'n', 's', 'r', 'd', 'ing', 'ed', 'tion', 'ly', 'al'];
  const pick = (list: readonly string[]): string => list[Math.floor(chance() * list.length)] ?? '';
  const words = new Set(common.split(' '));
  while (words.size < types) {
    const syllables = 1 + Math.floor(chance() * Math.log10(words.size) * 0.75);
    let word = '';
    for (let i = 0; i < syllables; i++) word += pick(onsets) + pick(nuclei);
    words.add(word + pick(endings));
  }
  return [...words];
}

/** Text as passages of English: paragraphs whose words are drawn by the law of Zipf and Mandelbrot. */
export type Made = {
  readonly passages: readonly Passage[];
  /** Bytes of all passages in UTF-8. */
  readonly bytes: number;
  readonly words: number;
  readonly vocabulary: readonly string[];
};

/** Makes so many bytes of text in passages of `length` characters on average; the same ones for the same seed. */
export function makeText(bytes: number, seed: number, length = 600): Made {
  const chance = generator(seed);
  const words = vocabulary(generator(7));
  const reach = new Float64Array(words.length);
  let sum = 0;
  for (let rank = 0; rank < words.length; rank++) {
    sum += 1 / (rank + 3.7) ** 1.05;
    reach[rank] = sum;
  }
  const draw = (): string => {
    const wanted = chance() * sum;
    let low = 0;
    let high = words.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((reach[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };

  let count = 0;
  function sentence(): string {
    const size = 6 + Math.floor(chance() * 30);
    let text = capital(draw());
    for (let i = 1; i < size; i++) {
      const dice = chance();
      const word = dice < 0.01 ? String(Math.floor(chance() * 3000)) : dice < 0.04 ? capital(draw()) : draw();
      const before = dice > 0.94 ? ', ' : dice > 0.93 ? '-' : dice > 0.925 ? ' (' : dice > 0.92 ? '’s ' : ' ';
      text += before + word + (before === ' (' ? ')' : '');
    }
    count += size;
    return `${text}.`;
  }

  const passages: Passage[] = [];
  let made = 0;
  while (made < bytes) {
    const size = length * (0.2 + 1.6 * chance());
    let text = sentence();
    while (text.length < size) text += ` ${sentence()}`;
    passages.push(makePassage(text, 'en', passages.length));
    made += Buffer.byteLength(text);
  }
  return { passages, bytes: made, words: count, vocabulary: words };
}

/** How the terms of a made-up lexicon are spread and what rules they have. */
export type Plan = { readonly terms: number; readonly isFull: boolean };

/**
 * Terms over the words of a text: of ten, five are words, two word beginnings, two phrases that stand in the text, one a pattern
 * with alternatives, an optional word and a gap. A full lexicon has objects, frames with rules of every kind, actors, cues,
 * and masks; else all terms are objects.
 */
export function makeTerms({ passages, vocabulary: words }: Made, { terms, isFull }: Plan): readonly Term[] {
  const chance = generator(terms);
  /** A word that carries meaning: beyond the thousand commonest, rare ones as often as frequent ones (by order of magnitude). */
  const word = (): string => words[Math.floor(1000 * (words.length / 1000) ** chance())] ?? 'co';
  const patterns = new Set<string>();
  while (patterns.size < terms) {
    const kind = Math.floor(chance() * 10);
    if (kind < 5) patterns.add(word());
    else if (kind < 7) {
      const long = word();
      if (long.length > 6) patterns.add(`${long.slice(0, -2)}*`);
    } else if (kind < 9) {
      const phrase = phraseOf(passages[Math.floor(chance() * passages.length)]?.text ?? '', chance);
      if (phrase !== null) patterns.add(phrase);
    } else patterns.add(`(${word()}|${word()}|${word()}) [the] ~2 (${word()}|${word()})`);
  }
  return [...patterns].map((pattern, i) => termOf(pattern, i, isFull));
}

/** A lexicon of such terms, whose objects are what `SSE` measures. */
export function lexiconOf(terms: readonly Term[]): Lexicon {
  const categories = [0, 1, 2, 3, 4].map((number) => `made/object${number}`);
  const measured = [{ code: 'SSE', label: 'SSE', definition: 'made up', categories }];
  return { hash: sha256('0'.repeat(64)), terms, measured, actors: [], overlap: 'layer', speech: {} };
}

const layers: readonly Layer[] = ['object', 'frame', 'frame', 'frame', 'frame', 'actor', 'cue', 'mask'];

const rules: readonly (readonly Rule[])[] = [
  [],
  [{ code: 'near', within: 12, categories: ['made/cue0', 'made/cue1', 'made/cue2'], patterns: ['people'] }],
  [{ code: 'not_near', within: 'sentence', categories: ['made/cue3'], patterns: [] }],
  [{ code: 'not_after', within: 2, categories: [], patterns: ['no', 'against'] }],
  [{ code: 'object_far', within: 25, categories: [], patterns: [] }],
];

function termOf(pattern: string, i: number, isFull: boolean): Term {
  const layer = isFull ? (layers[i % layers.length] ?? 'object') : 'object';
  const category = `${layer}${Math.floor(i / layers.length) % 5}`;
  return makeTerm(pattern, {
    id: `made/${category}.en.${String(i).padStart(6, '0')}`,
    theme: 'made',
    category,
    layer,
    language: 'en',
    rules: layer === 'frame' ? (rules[i % rules.length] ?? []) : [],
    blocks: layer === 'mask' ? (i % 16 < 8 ? ['frame', 'object'] : ['frame']) : [],
  });
}

/** Two or three words that stand side by side in a text. */
function phraseOf(text: string, chance: () => number): string | null {
  const size = chance() < 0.6 ? 2 : 3;
  const words = text.split(' ');
  const from = Math.floor(chance() * (words.length - size));
  const phrase = words
    .slice(from, from + size)
    .join(' ')
    .toLowerCase();
  return /^[a-z]{2,} [a-z]{4,}( [a-z]+)?$/.test(phrase) ? phrase : null;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
