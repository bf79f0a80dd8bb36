import { stringify } from 'csv-stringify/sync';
import { manifestColumns } from '../src/model/study.ts';
import type { Composed } from './compose.ts';
import type { Draw } from './plan.ts';

/** Columns of `truth.csv`. */
export const truthColumns = [
  'file',
  'passage',
  'language',
  'object',
  'frames',
  'expressed',
  'decoy',
  'named',
  'start',
] as const;

/** What the manifest says of the listed documents, one row each in the order of their files. */
export function manifest(documents: readonly Composed[]): string {
  const rows = documents
    .filter((one) => one.planned.listed)
    .map(({ planned, title, institution }) => {
      const { organ, voice, slug } = planned.institution;
      const acts = planned.kind === 'decision' || planned.kind === 'programme';
      return {
        file: planned.file,
        title,
        institution,
        voice,
        kind: planned.kind,
        date: planned.date,
        date_precision: (['year', 'month', 'day'] as const)[planned.date.split('-').length - 1],
        language: planned.language,
        translation_of: '',
        version_of: '',
        body: organ?.[planned.language] ?? '',
        lead_ministry: acts && voice === 'national_government' ? institution : '',
        url: `https://${slug}.example/${planned.file.split('/').at(-1)}`,
        rights: 'CC0-1.0, synthetic',
      };
    });
  return stringify(rows, { header: true, columns: [...manifestColumns] });
}

/** What each passage truly is, one row each in the order of file and place. */
export function truth(documents: readonly Composed[]): string {
  const rows = documents.flatMap(({ planned, blocks }) =>
    blocks
      .filter((block) => block.kind === 'passage')
      .map(({ text, draw, named }, i) => ({
        file: planned.file,
        passage: i + 1,
        language: planned.language,
        object: draw.sort === 'plain' || draw.sort === 'trap' ? 0 : 1,
        ...framing(draw),
        decoy: draw.sort === 'decoy' ? 1 : 0,
        named: named.join(' '),
        start: Array.from(text).slice(0, 90).join(''),
      })),
  );
  return stringify(rows, { header: true, columns: [...truthColumns] });
}

function framing(draw: Draw): { readonly frames: string; readonly expressed: string } {
  return draw.sort === 'framed'
    ? { frames: draw.frames.join(' '), expressed: draw.expressed }
    : { frames: '', expressed: 'none' };
}
