import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

/** What an address says, by name; what is empty is not said at all. */
export type Sayings = Readonly<Record<string, string | null>>;

/** An address with some of it said otherwise. */
export function saying(search: URLSearchParams, sayings: Sayings): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(sayings)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/**
 * What stands behind the question mark of the address, and how to say some of it otherwise. What only arranges a screen takes the
 * place of what was said before; with `leaves` the way back leads there.
 */
export function useAddress({ leaves = false }: { readonly leaves?: boolean } = {}): {
  readonly search: URLSearchParams;
  readonly say: (sayings: Sayings) => void;
} {
  const [search, setSearch] = useSearchParams();
  const say = useCallback(
    (sayings: Sayings) => setSearch((old) => saying(old, sayings), { replace: !leaves }),
    [setSearch, leaves],
  );
  return { search, say };
}
