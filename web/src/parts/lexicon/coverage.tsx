import type { LexiconView } from '../../../../src/model/api/lexicon.ts';
import type { TableView } from '../../../../src/model/api/views.ts';
import { columns, said, told } from '../../../../src/model/cells.ts';
import { SortedTable } from '../table.tsx';

const amount = (value: number) => value.toLocaleString('en');
const share = (value: number) => `${Math.round(100 * value)} %`;

/** How much of each theme is found, by how many of its terms, and how often people agreed with it. */
export function Coverage({ themes }: Pick<LexiconView, 'themes'>) {
  const rows = themes.flatMap(({ theme, label, coverage }): TableView['rows'] => {
    if (coverage === null) return [];
    const { hits, terms, unseen, topTen, read } = coverage;
    const at = `/lexicon?${new URLSearchParams({ theme })}`;
    return [
      [
        said(label, at),
        told(hits, amount, null, hits === 0 ? null : `/search?${new URLSearchParams({ frame: theme })}`),
        told(terms, amount, null, at),
        told(unseen, amount, null, unseen === 0 ? null : `${at}&found=no`),
        told(topTen, share),
        told(read?.precision ?? null, share, read === null ? null : `${read.right} of ${read.passages}`),
      ],
    ];
  });
  if (rows.length === 0) return null;
  return (
    <SortedTable
      table={{
        name: 'coverage',
        caption: 'What of it is found',
        columns: columns(
          'theme',
          '#hits',
          '#terms',
          '#never found',
          '#by the ten most frequent',
          '#precision',
        ),
        rows,
        note: 'Hits that count. Precision: of the passages that people read for its terms, those that carry the frame.',
      }}
    />
  );
}
