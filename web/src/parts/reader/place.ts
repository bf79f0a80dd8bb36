import { useMemo } from 'react';
import { type Sayings, saying, useAddress } from '../../address.ts';

/** Where a reader is in a document, as its address says it. */
export type ReaderPlace = {
  readonly passage: string | null;
  /** Place of the page from 0. */
  readonly page: number | null;
  readonly tag: string | null;
  readonly hidden: ReadonlySet<string>;
  /** Whether words that are neither of a frame nor of the object are to be seen too. */
  readonly others: boolean;
  /** What narrow screens show. */
  readonly view: 'text' | 'page';
};

/** The place in the address, and the way to another one; pages count from 1 there. */
export function useReaderPlace(): {
  readonly place: ReaderPlace;
  readonly addressOf: (changes: Sayings) => string;
  readonly go: (changes: Sayings) => void;
} {
  const { search, say } = useAddress({ leaves: true });
  // The same as long as the address is, so that a long text need not be drawn again.
  return useMemo(() => {
    const page = Number(search.get('page') ?? Number.NaN);
    return {
      place: {
        passage: search.get('passage'),
        page: Number.isInteger(page) && page > 0 ? page - 1 : null,
        tag: search.get('tag'),
        hidden: new Set((search.get('hide') ?? '').split(',').filter(Boolean)),
        others: search.get('show') === 'other',
        view: search.get('view') === 'page' ? 'page' : 'text',
      },
      addressOf: (changes) => `?${saying(search, changes)}`,
      go: say,
    };
  }, [search, say]);
}
