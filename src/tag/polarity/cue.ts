import { parsePattern, type Sequence, type Step } from './notation.ts';
import { at, type Token } from './tokens.ts';

/** Words that say something about the wording near them: what, and their place, `end` excluded, in tokens. */
export type Cue<K extends string> = { readonly kind: K; readonly start: number; readonly end: number };

/** Of each kind of cue, its patterns. */
export type CueTable<K extends string> = Readonly<Partial<Record<K, readonly string[]>>>;

type Pattern<K> = { readonly kind: K; readonly sequence: Sequence };

/**
 * Makes a function that finds the cues of a table: from left to right the longest at each place, none inside another;
 * of equally long ones the first of the table. Throws a RangeError on a pattern that is none.
 */
export function createFinder<K extends string>(
  table: CueTable<K>,
): (tokens: readonly Token[]) => readonly Cue<K>[] {
  const byWord = new Map<string, Pattern<K>[]>();
  const byBeginning = new Map<string, Pattern<K>[]>();
  for (const kind of Object.keys(table) as K[]) {
    for (const written of table[kind] ?? []) {
      const sequence = parsePattern(written);
      for (const step of firstSteps(sequence, written)) {
        const map = step.prefix ? byBeginning : byWord;
        const key = step.prefix ? step.plain.slice(0, 3) : step.plain;
        const list = map.get(key) ?? [];
        if (!list.some((one) => one.sequence === sequence)) list.push({ kind, sequence });
        map.set(key, list);
      }
    }
  }
  return (tokens) => {
    const found: Cue<K>[] = [];
    for (let i = 0; i < tokens.length; ) {
      const { plain } = at(tokens, i);
      let best: Cue<K> | null = null;
      for (const list of [byWord.get(plain), byBeginning.get(plain.slice(0, 3))]) {
        for (const { kind, sequence } of list ?? []) {
          const end = Math.max(i, ...endsOf(tokens, [i], sequence));
          if (end > (best?.end ?? i)) best = { kind, start: i, end };
        }
      }
      if (best !== null) found.push(best);
      i = best?.end ?? i + 1;
    }
    return found;
  };
}

/** Where a sequence may end that begins at one of some places. */
function endsOf(tokens: readonly Token[], starts: readonly number[], sequence: Sequence): readonly number[] {
  let places = starts;
  for (const part of sequence) {
    if (places.length === 0) return places;
    const reached =
      'word' in part
        ? places.filter((place) => fits(tokens[place], part.word)).map((place) => place + 1)
        : 'upTo' in part
          ? places.flatMap((place) => reach(tokens, place, part.upTo))
          : part.oneOf.flatMap((branch) => endsOf(tokens, places, branch));
    places = [...new Set(reached)];
  }
  return places;
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
    found.push(
      ...part.oneOf.filter((branch) => branch.length > 0).flatMap((branch) => firstSteps(branch, written)),
    );
    if (part.oneOf.every((branch) => branch.length > 0)) return found;
  }
  throw new RangeError(`expected a pattern to begin with a word, got \`${written}\``);
}
