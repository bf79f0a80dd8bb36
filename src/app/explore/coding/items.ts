import type { ItemsView } from '../../../model/api/coding.ts';
import type { Sample } from '../../../model/coding.ts';
import { columnViews } from './columns.ts';
import { dealtTo } from './dealt.ts';
import { isDone, isUnsure } from './done.ts';
import { type CodingSource, type Somebody, saidBy } from './source.ts';

/** What somebody has to code or decide, by opaque id; null for a coder that the sample was not dealt to. */
export function itemsView(source: CodingSource, sample: Sample, somebody: Somebody): ItemsView | null {
  const dealt = dealtTo(source, sample, somebody);
  if (dealt === null) return null;
  const { design } = sample;
  const said = saidBy(source.study.codings.log, design.sample, somebody);
  return {
    sample: design.sample,
    coder: somebody.coder,
    role: somebody.role,
    columns: columnViews(design, source),
    items: dealt.map(({ item }) => {
      const { codes } = said.get(item) ?? { codes: {} };
      return { item, done: isDone(codes, design), unsure: isUnsure(codes) };
    }),
  };
}
