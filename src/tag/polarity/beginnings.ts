import type { Token } from './tokens.ts';

/** Most words of texts that are remembered. */
const mostWords = 20_000;

/** Of each finder what may begin with a word; null where nothing does, as with nearly every word. */
type Begun<T> = readonly (readonly T[])[] | null;

/** What several finders have in common: what of each may begin at a token is looked up once for all of them. */
export type Beginnings<T> = {
  /** Adds a finder by what of it begins with a word; gives its number. */
  readonly add: (beginningWith: (plain: string) => readonly T[]) => number;
  /** For each token what of the finders, by their numbers, may begin there. */
  readonly of: (tokens: readonly Token[]) => readonly Begun<T>[];
};

/** Makes beginnings without finders; what is said of a word and of a list of tokens is remembered. */
export function createBeginnings<T>(): Beginnings<T> {
  const finders: ((plain: string) => readonly T[])[] = [];
  const known = new Map<string, Begun<T>>();
  let ofTokens = new WeakMap<readonly Token[], readonly Begun<T>[]>();

  function begun({ plain }: Token): Begun<T> {
    const found = known.get(plain);
    if (found !== undefined) return found;
    if (known.size === mostWords) known.clear();
    const lists = finders.map((beginningWith) => beginningWith(plain));
    const made = lists.every(({ length }) => length === 0) ? null : lists;
    known.set(plain, made);
    return made;
  }

  return {
    add(beginningWith) {
      known.clear();
      ofTokens = new WeakMap();
      return finders.push(beginningWith) - 1;
    },
    of(tokens) {
      const found = ofTokens.get(tokens);
      if (found !== undefined) return found;
      const made = tokens.map(begun);
      ofTokens.set(tokens, made);
      return made;
    },
  };
}
