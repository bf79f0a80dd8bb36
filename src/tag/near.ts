import type { Actor } from '../model/lexicon.ts';
import { type Language, lexiconLanguages } from '../model/passage.ts';
import { edits } from './edits.ts';
import { type NameWord, nameKey, nameWords, nameWordTest } from './name-words.ts';
import type { Mentions } from './read.ts';

/** A place in a text, in UTF-16 units, where a name stands that is nearly one of an actor's own. */
export type NearActor = {
  readonly start: number;
  readonly end: number;
  readonly actor: Actor;
  /** `<theme>/<category>` of the term that finds the name as it should be. */
  readonly category: string;
};

type Alias = {
  readonly words: readonly string[];
  /** Which of its words begin with a capital. */
  readonly capitals: readonly boolean[];
  readonly isLoud: boolean;
  readonly actor: Actor;
  readonly category: string;
  /** Most edits in all its words together. */
  readonly most: number;
};

type Candidate = NearActor & { readonly cost: number };

/** Shorter words have too many neighbours that are words too (`del` and `dos`, `Sur` and `Sul`). */
const shortest = 5;
/** Small words of names, of which none is another misspelt. */
const small: ReadonlySet<string> = new Set(
  'a al and da das de del do dos e el en for la las los o of on os para the y'.split(' '),
);
/** From so many letters on a word may have two edits. */
const long = 12;
/** One edit for so many letters of a name, and one in any. */
const lettersPerEdit = 10;
/** Shortest word by which a name is looked up. */
const anchor = 4;

/** What scans take for one another, to one form; both sides of a comparison go through it. */
const faces: readonly (readonly [RegExp, string])[] = [
  [/rn/gu, 'm'],
  [/vv/gu, 'w'],
  [/cl/gu, 'd'],
  [/[1ij]/gu, 'l'],
  [/0/gu, 'o'],
  [/5/gu, 's'],
  [/8/gu, 'b'],
];

/**
 * Makes a finder of names that are misspelt or misread: of two words or more anywhere, of one word only where OCR
 * read the text, and then only by letters that scans take for one another. One word at least has to be as it should,
 * words under five letters too but for such letters and small words, capitals stand where the name has them, and a name has one edit
 * for ten letters at most. Where two actors are equally near, none is given. What is exactly a name is not near one.
 * `read` tells the categories of names, as a compiled lexicon does.
 */
export function nearActors(
  actors: readonly Actor[],
  read: (text: string, language: Language) => Mentions,
): (text: string, isScanned: boolean) => readonly NearActor[] {
  const exact = new Set(actors.flatMap((actor) => actor.aliases.map(nameKey)));
  const anchors = new Map<string, { alias: Alias; at: number }[]>();
  const lone = new Map<string, Alias[]>();
  for (const alias of actors.flatMap((actor) => aliasesOf(actor, read))) {
    const [only = '', second] = alias.words;
    if (second === undefined) {
      if (only.length >= shortest) put(lone, faceOf(only), alias);
    } else
      for (const [at, word] of alias.words.entries())
        if (word.length >= anchor) put(anchors, word, { alias, at });
  }
  const mayName = nameWordTest((folded) => anchors.has(folded));
  return (text, isScanned) => {
    // A lone name may be misread in every letter; any other has a word that is as it should be.
    if (!isScanned && !mayName(text)) return [];
    const words = nameWords(text);
    const found: Candidate[] = [];
    for (const [i, { folded }] of words.entries()) {
      for (const { alias, at } of anchors.get(folded) ?? []) {
        const candidate = candidateAt(text, words, i - at, alias);
        if (candidate !== null) found.push(candidate);
      }
      if (isScanned && folded.length >= shortest - 1)
        for (const alias of lone.get(faceOf(folded)) ?? []) {
          const candidate = candidateAt(text, words, i, alias);
          if (candidate !== null) found.push(candidate);
        }
    }
    return chosen(found.filter(({ start, end }) => !exact.has(nameKey(text.slice(start, end)))));
  };
}

function put<Value>(into: Map<string, Value[]>, key: string, value: Value): void {
  const known = into.get(key);
  if (known === undefined) into.set(key, [value]);
  else known.push(value);
}

function aliasesOf(actor: Actor, read: (text: string, language: Language) => Mentions): readonly Alias[] {
  return actor.aliases.flatMap((alias) => {
    const term = lexiconLanguages
      .flatMap((language) => read(alias, language).open)
      .find(({ start, end, term }) => term.layer === 'actor' && start === 0 && end === alias.length)?.term;
    if (term === undefined) return [];
    const words = nameWords(alias);
    const folded = words.map((word) => word.folded);
    const letters = folded.reduce((sum, word) => sum + word.length, 0);
    return {
      words: folded,
      capitals: words.map(({ start }) => /\p{Lu}/u.test(alias.charAt(start))),
      isLoud: alias === alias.toUpperCase(),
      actor,
      category: `${term.theme}/${term.category}`,
      most: Math.max(1, Math.floor(letters / lettersPerEdit)),
    };
  });
}

/** The name whose first word is one of a text's, where it is near one and not that itself. */
function candidateAt(text: string, words: readonly NameWord[], from: number, alias: Alias): Candidate | null {
  const { length } = alias.words;
  const [first, last] = [words[from], words[from + length - 1]];
  if (first === undefined || last === undefined) return null;
  const off: number[] = [];
  for (let i = 0; i < length; i++) {
    const { folded, start, broken } = words[from + i] as NameWord;
    if (broken && i > 0) return null;
    if (alias.capitals[i] && !/[\p{Lu}\p{N}l]/u.test(text.charAt(start))) return null;
    if (folded !== alias.words[i]) off.push(i);
    if (off.length > alias.most) return null;
  }
  if (alias.isLoud && /[\p{Ll}--[lij]]/v.test(text.slice(first.start, last.end))) return null;
  let cost = 0;
  for (const i of off) {
    cost += costOf((words[from + i] as NameWord).folded, alias.words[i] as string);
    if (cost > alias.most) return null;
  }
  const { actor, category } = alias;
  return cost === 0 ? null : { start: first.start, end: last.end, actor, category, cost };
}

/** Edits between a word and one that it is not; infinite where it can hardly be meant. */
function costOf(word: string, meant: string): number {
  if (/\d/u.test(meant)) return Number.POSITIVE_INFINITY;
  const [face, meantFace] = [faceOf(word), faceOf(meant)];
  if (face === meantFace) return 1;
  const isSmall = small.has(meant) && meant.length > 1 && !small.has(word);
  if (meant.length < shortest && !isSmall) return Number.POSITIVE_INFINITY;
  const most = meant.length < long ? 1 : 2;
  if (Math.abs(word.length - meant.length) > most + 1) return Number.POSITIVE_INFINITY;
  const cost = Math.min(edits(word, meant), edits(face, meantFace));
  return cost > most ? Number.POSITIVE_INFINITY : cost;
}

function faceOf(word: string): string {
  return faces.reduce((text, [sign, to]) => text.replace(sign, to), word);
}

/** Of candidates that overlap the longest, then the nearest; none where that leaves two actors. */
function chosen(found: readonly Candidate[]): readonly NearActor[] {
  const ordered = found.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || a.cost - b.cost,
  );
  const taken: Candidate[] = [];
  const kept: NearActor[] = [];
  for (const one of ordered) {
    if (taken.some(({ start, end }) => start < one.end && one.start < end)) continue;
    taken.push(one);
    const isContested = ordered.some(
      (other) =>
        other.actor.id !== one.actor.id &&
        other.end - other.start === one.end - one.start &&
        other.start < one.end &&
        one.start < other.end &&
        other.cost === one.cost,
    );
    const { start, end, actor, category } = one;
    if (!isContested) kept.push({ start, end, actor, category });
  }
  return kept.sort((a, b) => a.start - b.start);
}
