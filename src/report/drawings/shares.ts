import type { Column } from '../tables/table.ts';

/** A frame with the passages that have it, and their share. */
export type CountedShare = {
  readonly code: string;
  readonly label: string;
  readonly share: number;
  readonly presence: number;
};

/** The columns of shares of so many passages; `where` says which of those about the object are meant. */
export function shareColumns(passages: number, where = ''): readonly Column<CountedShare>[] {
  return [
    { name: 'frame', type: 'text', meaning: 'Code of the frame', value: ({ code }) => code },
    { name: 'label', type: 'text', meaning: 'Name of the frame', value: ({ label }) => label },
    {
      name: 'presence',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Passages about the object with the frame',
      value: ({ presence }) => presence,
    },
    {
      name: 'passages',
      type: 'whole number',
      unit: 'passages',
      meaning: `Passages about the object${where}`,
      value: () => passages,
    },
    {
      name: 'share',
      type: 'number',
      unit: '0 to 1',
      meaning: '`presence` as a share of `passages`',
      value: ({ share }) => share,
    },
  ];
}
