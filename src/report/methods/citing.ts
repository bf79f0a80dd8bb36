import type { ReferenceKey } from './references.ts';

/** Cites sources in running text and remembers which. */
export type Citing = {
  /** Keys in brackets as pandoc reads them: `[@holm1979; @wilson1927]`. */
  readonly cite: (...keys: readonly ReferenceKey[]) => string;
  /** What has been cited so far, in the order of keys. */
  readonly cited: () => readonly ReferenceKey[];
};

/** Begins to remember what is cited. */
export function citing(): Citing {
  const keys = new Set<ReferenceKey>();
  return {
    cite(...some) {
      for (const key of some) keys.add(key);
      return `[${some.map((key) => `@${key}`).join('; ')}]`;
    },
    cited: () => [...keys].toSorted(),
  };
}
