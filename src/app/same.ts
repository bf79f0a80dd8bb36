import type { CorpusFile } from '../model/ports.ts';
import { type Problem, statusOf } from '../model/problem.ts';
import type { IngestRow } from '../model/results.ts';
import type { Sketch } from '../model/sketch.ts';
import { relate } from '../relate/relate.ts';
import { counted } from './overview.ts';

/** Tells every row of the groups of files with one act that it is in, by manifest and sketches. */
export function markSame(
  rows: readonly IngestRow[],
  sketches: ReadonlyMap<string, Sketch>,
): readonly IngestRow[] {
  const related = relate(
    rows.map((row) => ({
      ...row,
      readable: row.status !== 'failed',
      sketch: sketches.get(row.file) ?? null,
    })),
    copiesOf(rows),
  );
  return rows.map((row) => {
    const found = related.get(row.file);
    if (found === undefined) return row;
    const problems = [...row.problems, ...found.problems];
    return { ...row, problems, status: statusOf(problems), same: found.same };
  });
}

/**
 * What is known of files that hold one act before anything has been read: how many the manifest, or the same bytes,
 * put together, and the Problems of a manifest that contradicts itself.
 */
export function declaredSame(corpus: readonly CorpusFile[]): {
  readonly line: string | null;
  readonly problems: readonly Problem[];
} {
  const members = corpus.map(({ source, path }) => ({ ...source, readable: path !== null, sketch: null }));
  const related = [...relate(members, copiesOf(corpus)).values()];
  const places = related.flatMap(({ same }) => same);
  const acts = places.filter(({ state }) => state === 'counted').length;
  return {
    line:
      acts === 0
        ? null
        : `${counted(acts, 'act')} in ${places.length} files, by manifest or equal bytes; a run looks for more`,
    problems: related.flatMap(({ problems }) => problems.filter(({ code }) => code === 'reference_circle')),
  };
}

function copiesOf(rows: readonly { readonly problems: readonly Problem[] }[]) {
  return rows.flatMap(({ problems }) => problems.filter((problem) => problem.code === 'duplicate'));
}
