import { useCallback, useEffect, useMemo } from 'react';
import { navigate, useLocationProperty, useSearch } from 'wouter/use-browser-location';

type Said = URLSearchParams | Readonly<Record<string, string>>;
type Saying = (
  said: Said | ((old: URLSearchParams) => Said),
  options?: { readonly replace?: boolean },
) => void;

/**
 * What stands behind the question mark of the address, and the way to put another in its place. That of wouter itself decodes it
 * once too often: a name with a comma or a percent sign in it came as another.
 */
export function useSearchParams(): readonly [URLSearchParams, Saying] {
  const text = useSearch();
  const search = useMemo(() => new URLSearchParams(text), [text]);
  const say = useCallback<Saying>((said, options) => {
    const { pathname, search: now } = window.location;
    const next = typeof said === 'function' ? said(new URLSearchParams(now)) : said;
    navigate(`${pathname}?${new URLSearchParams(next)}`, options);
  }, []);
  return [search, say];
}

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

/** Goes to the place of a screen that the address names behind its `#`, once the screen has it. */
export function usePlace(isThere: boolean): void {
  const hash = useLocationProperty(() => window.location.hash);
  useEffect(() => {
    const place = isThere && hash !== '' ? document.getElementById(hash.slice(1)) : null;
    place?.scrollIntoView();
    place?.focus({ preventScroll: true });
  }, [isThere, hash]);
}
