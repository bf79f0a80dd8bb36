import { plain } from '../../text/fold.ts';

/** A word of a pattern. */
export type Step = {
  readonly plain: string;
  readonly lower: string;
  /** Whether accents are compared. */
  readonly exact: boolean;
  /** Whether a word need only begin so. */
  readonly prefix: boolean;
};

/** What a pattern asks for, one part after another. */
export type Sequence = readonly (
  | { readonly word: Step }
  | { readonly upTo: number }
  /** Branches; those of one plain word, which most are, stand in `words` alone. */
  | { readonly oneOf: readonly Sequence[]; readonly words: ReadonlySet<string> }
)[];

/**
 * Reads a pattern: words, `(a|b c)` for one of several, `[a|b]` for at most one, `a*` for a beginning, `~2` for up to two
 * words of any kind; `=a` compares accents, which other words do not. Throws a RangeError on brackets that do not match.
 */
export function parsePattern(pattern: string): Sequence {
  const parts = pattern.match(/[()[\]|]|[^\s()[\]|]+/g) ?? [];
  let next = 0;
  const branches = (close: string | undefined): readonly Sequence[] => {
    const all: Sequence[] = [];
    let current: Sequence[number][] = [];
    for (;;) {
      const part = parts[next++];
      if (part === undefined || part === ')' || part === ']') {
        if (part !== close) throw new RangeError(`expected brackets that match, got \`${pattern}\``);
        return [...all, current];
      }
      if (part === '|') {
        all.push(current);
        current = [];
      } else if (part === '(') current.push(choice(branches(')')));
      else if (part === '[') current.push(choice([...branches(']'), []]));
      else if (/^~\d$/.test(part)) current.push({ upTo: Number(part[1]) });
      else current.push({ word: parseWord(part) });
    }
  };
  const [sequence, another] = branches(undefined);
  if (sequence === undefined || another !== undefined)
    throw new RangeError(`expected alternatives in brackets, got \`${pattern}\``);
  return sequence;
}

function choice(branches: readonly Sequence[]): Sequence[number] {
  const words = new Set<string>();
  const oneOf = branches.filter(([first, ...rest]) => {
    if (first === undefined || rest.length > 0 || !('word' in first)) return true;
    if (first.word.exact || first.word.prefix) return true;
    words.add(first.word.plain);
    return false;
  });
  return { oneOf, words };
}

/** Reads a word of a pattern: `word`, `=word` with accents, `word*` for a beginning. */
export function parseWord(written: string): Step {
  const exact = written.startsWith('=');
  const prefix = written.endsWith('*');
  const word = written.slice(exact ? 1 : 0, prefix ? -1 : undefined);
  return { plain: plain(word), lower: word.toLowerCase().normalize('NFC'), exact, prefix };
}
