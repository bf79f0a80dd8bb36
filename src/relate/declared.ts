import type { Problem } from '../model/problem.ts';
import { type Bond, distinct } from '../model/same.ts';
import type { Member } from './member.ts';

/** The columns of a manifest in which a file names another that holds the same act. */
export const columns = ['translation_of', 'version_of'] as const;

/** What the manifest says of files that hold one act, with a Problem for each file whose references go in a circle. */
export function declared(members: readonly Member[]): {
  readonly bonds: readonly Bond[];
  readonly problems: readonly Problem[];
} {
  const known = new Set(members.map(({ file }) => file));
  const bonds = members.flatMap((member) =>
    columns.flatMap((column): Bond[] => {
      const target = targetOf(member, column, known);
      const relation = column === 'translation_of' ? 'translation' : 'version';
      return target === null
        ? []
        : [{ files: [member.file, target], relation, similarity: null, evidence: ['manifest'] }];
    }),
  );
  const problems = columns.flatMap((column) => circles(members, column, known));
  return { bonds, problems };
}

function circles(
  members: readonly Member[],
  column: (typeof columns)[number],
  known: ReadonlySet<string>,
): readonly Problem[] {
  const next = new Map(members.map((member) => [member.file, targetOf(member, column, known)]));
  const settled = new Set<string>();
  const inCircle = new Set<string>();
  for (const { file } of members) {
    const way: string[] = [];
    let at: string | null = file;
    while (at !== null && !settled.has(at) && !way.includes(at)) {
      way.push(at);
      at = next.get(at) ?? null;
    }
    if (at !== null && way.includes(at)) for (const one of way.slice(way.indexOf(at))) inCircle.add(one);
    for (const one of way) settled.add(one);
  }
  return members.flatMap(({ file }): Problem[] =>
    inCircle.has(file) ? [{ code: 'reference_circle', file, column, of: next.get(file) ?? file }] : [],
  );
}

function targetOf(
  member: Member,
  column: (typeof columns)[number],
  known: ReadonlySet<string>,
): string | null {
  const target = member[column];
  return target === null || target === distinct || target === member.file || !known.has(target)
    ? null
    : target;
}
