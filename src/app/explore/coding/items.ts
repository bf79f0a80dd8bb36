import type { ItemsView } from '../../../model/api/coding.ts';
import type { Sample } from '../../../model/coding.ts';
import { columnViews } from './columns.ts';
import { dealtTo, doneBy } from './dealt.ts';
import { isUnsure } from './done.ts';
import { type CodingSource, type Somebody, saidBy } from './source.ts';

/** What somebody has to code or decide, by opaque id; null for a coder that the sample was not dealt to. */
export function itemsView(source: CodingSource, sample: Sample, somebody: Somebody): ItemsView | null {
  const dealt = dealtTo(source, sample, somebody);
  if (dealt === null) return null;
  const { design } = sample;
  const said = saidBy(source.study.codings.log, design.sample, somebody);
  const done = doneBy(source, sample, somebody);
  return {
    sample: design.sample,
    coder: somebody.coder,
    role: somebody.role,
    columns: columnViews(design, source),
    items: dealt.map(({ item }) => {
      const { codes } = said.get(item) ?? { codes: {} };
      return { item, done: done.has(item), unsure: isUnsure(codes) };
    }),
  };
}
