import { type Beginnings, createBeginnings } from './beginnings.ts';
import { parsePattern, type Sequence, type Step } from './notation.ts';
import type { Token } from './tokens.ts';

/** Words that say something about the wording near them: what, and their place, `end` excluded, in tokens. */
export type Cue<K extends string> = { readonly kind: K; readonly start: number; readonly end: number };

/** Of each kind of cue, its patterns. */
export type CueTable<K extends string> = Readonly<Partial<Record<K, readonly string[]>>>;

/** A pattern of a cue: the words that it begins with, and what follows. */
export type CuePattern = { readonly kind: string; readonly head: readonly Step[]; readonly rest: Sequence };

/**
 * Makes a function that finds the cues of a table: from left to right the longest at each place, none inside another;
 * of equally long ones the first of the table. Finders that share `beginnings` look each word up once. Throws a
 * RangeError on a pattern that is none.
 */
export function createFinder<K extends string>(
  table: CueTable<K>,
  beginnings: Beginnings<CuePattern> = createBeginnings(),
): (tokens: readonly Token[]) => readonly Cue<K>[] {
  const byWord = new Map<string, CuePattern[]>();
  const byBeginning = new Map<string, CuePattern[]>();
  for (const kind of Object.keys(table) as K[]) {
    for (const written of table[kind] ?? []) {
      const sequence = parsePattern(written);
      const pattern = { kind, ...parted(sequence) };
      for (const step of firstSteps(sequence, written)) {
        const map = step.prefix ? byBeginning : byWord;
        const key = step.prefix ? step.plain.slice(0, 3) : step.plain;
        const list = map.get(key) ?? [];
        if (!list.includes(pattern)) list.push(pattern);
        map.set(key, list);
      }
    }
  }
  const own = beginnings.add((plain) => [
    ...(byWord.get(plain) ?? []),
    ...(byBeginning.get(plain.slice(0, 3)) ?? []),
  ]);
  return (tokens) => {
    const begun = beginnings.of(tokens);
    const found: Cue<K>[] = [];
    for (let i = 0; i < tokens.length; ) {
      let best: Cue<K> | null = null;
      for (const pattern of begun[i]?.[own] ?? []) {
        const end = endOf(tokens, i, pattern);
        if (end > (best?.end ?? i)) best = { kind: pattern.kind as K, start: i, end };
      }
      if (best !== null) found.push(best);
      i = best?.end ?? i + 1;
    }
    return found;
  };
}

function parted(sequence: Sequence): Omit<CuePattern, 'kind'> {
  const head: Step[] = [];
  for (const part of sequence) {
    if (!('word' in part)) break;
    head.push(part.word);
  }
  return { head, rest: sequence.slice(head.length) };
}

/** The furthest end of a pattern that begins at a place; -1 if it does not. Its first words alone rule out most. */
function endOf(tokens: readonly Token[], start: number, { head, rest }: CuePattern): number {
  let place = start;
  for (const word of head) {
    if (place > start && !fits(tokens[place], word)) place = pastInsertion(tokens, place);
    if (!fits(tokens[place], word)) return -1;
    place++;
  }
  return rest.length === 0 ? place : Math.max(-1, ...endsOf(tokens, [place], rest));
}

/** Where a sequence may end that begins at one of some places. */
function endsOf(tokens: readonly Token[], starts: readonly number[], sequence: Sequence): readonly number[] {
  let places = starts;
  for (const part of sequence) {
    const reached: number[] = [];
    for (const place of places) {
      const known = reached.length;
      step(reached, tokens, place, part);
      const behind = reached.length === known ? pastInsertion(tokens, place) : place;
      if (behind > place) step(reached, tokens, behind, part);
    }
    if (reached.length === 0) return reached;
    places = reached;
  }
  return places;
}

/** Adds where one part of a sequence may end that begins at a place. */
function step(reached: number[], tokens: readonly Token[], place: number, part: Sequence[number]): void {
  const token = tokens[place];
  if ('word' in part) {
    if (fits(token, part.word)) add(reached, place + 1);
  } else if ('upTo' in part) {
    for (const end of reach(tokens, place, part.upTo)) add(reached, end);
  } else {
    if (token !== undefined && part.words.has(token.plain)) add(reached, place + 1);
    for (const branch of part.oneOf) {
      if (branch.length === 0) add(reached, place);
      else if (mayBegin(token, branch)) for (const end of endsOf(tokens, [place], branch)) add(reached, end);
    }
  }
}

/** Behind an insertion between commas that begins at a place, `deixou, em 2018, de ser`; the place itself where there is none. */
function pastInsertion(tokens: readonly Token[], place: number): number {
  if (tokens[place]?.plain !== ',' || names.test(tokens[place + 1]?.plain ?? '')) return place;
  for (let i = place + 1; i < Math.min(tokens.length, place + longestInsertion); i++) {
    const { plain, isWord } = tokens[i] ?? { plain: '', isWord: false };
    if (plain === ',') return i > place + 1 ? i + 1 : place;
    if (!isWord && plain !== '(' && plain !== ')') return place;
  }
  return place;
}

/** What begins an insertion that names somebody, which is a cue of its own. */
const names = /^(?:as|according|como|segun|segundo|conforme)$/u;

/** Tokens of an insertion that may part the words of a pattern. */
const longestInsertion = 10;

/** Whether a branch that begins with a word may begin at a token: most fail here. */
function mayBegin(token: Token | undefined, [first]: Sequence): boolean {
  return first === undefined || !('word' in first) || fits(token, first.word);
}

function add(list: number[], value: number): void {
  if (!list.includes(value)) list.push(value);
}

function reach(tokens: readonly Token[], from: number, upTo: number): readonly number[] {
  const places = [from];
  for (let i = from; i < from + upTo && tokens[i]?.isWord === true; i++) places.push(i + 1);
  return places;
}

function fits(token: Token | undefined, { plain, lower, exact, prefix }: Step): boolean {
  if (token === undefined) return false;
  const [word, wanted] = exact ? [token.lower, lower] : [token.plain, plain];
  return prefix ? word.startsWith(wanted) : word === wanted;
}

/** The words that a sequence may begin with. */
function firstSteps(sequence: Sequence, written: string): readonly Step[] {
  const found: Step[] = [];
  for (const part of sequence) {
    if ('word' in part) return [...found, part.word];
    if ('upTo' in part) break;
    found.push(...[...part.words].map((plain) => ({ plain, lower: plain, exact: false, prefix: false })));
    found.push(
      ...part.oneOf.filter((branch) => branch.length > 0).flatMap((branch) => firstSteps(branch, written)),
    );
    if (part.oneOf.every((branch) => branch.length > 0)) return found;
  }
  throw new RangeError(`expected a pattern to begin with a word, got \`${written}\``);
}
