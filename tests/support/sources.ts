import type { ListedSource } from '../../src/model/sources.ts';

/** A source of which nothing is known but its address and what else is given. */
export function sourceAt(address: string, more: Partial<ListedSource> = {}): ListedSource {
  return {
    institution: 'Consejo del Sur',
    voice: 'regional_body',
    title: 'Acta',
    kind: 'minutes',
    date: '2012-09',
    language: 'es',
    address,
    archive_address: null,
    cited_in_paper: null,
    note: null,
    ...more,
  };
}
