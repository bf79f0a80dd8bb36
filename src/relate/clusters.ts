import { type Bond, relations } from '../model/same.ts';

/** Files that bonds hold together, with the bonds between them. */
export type Cluster = { readonly files: readonly string[]; readonly bonds: readonly Bond[] };

/** Puts files that bonds join, directly or through others, into one cluster; in the order of their first files. */
export function clusters(bonds: readonly Bond[]): readonly Cluster[] {
  const above = new Map<string, string>();
  const root = (file: string): string => {
    let at = file;
    for (let up = above.get(at); up !== undefined && up !== at; up = above.get(at)) at = up;
    // The next search for it is short.
    if (at !== file) above.set(file, at);
    return at;
  };
  const merged = mergeBonds(bonds);
  for (const { files } of merged) {
    const [a, b] = [root(files[0]), root(files[1])].toSorted();
    above.set(b ?? '', a ?? '');
    if (a !== undefined && !above.has(a)) above.set(a, a);
  }
  const files = Map.groupBy([...new Set(merged.flatMap((bond) => bond.files))].toSorted(), root);
  const own = Map.groupBy(merged, (bond) => root(bond.files[0]));
  return [...files].map(([at, some]) => ({ files: some, bonds: own.get(at) ?? [] }));
}

/** The bond that says most of a file's place: with the file that stands for the cluster, else the firmest. */
export function bondOf(file: string, stands: string, { bonds }: Cluster): Bond | null {
  const own = bonds.filter(({ files }) => files.includes(file));
  const direct = own.filter(({ files }) => files.includes(stands));
  const [best] = (direct.length > 0 ? direct : own).toSorted(
    (a, b) => firmness(a) - firmness(b) || (b.similarity ?? 0) - (a.similarity ?? 0),
  );
  return best ?? null;
}

function firmness({ evidence, relation }: Bond): number {
  return (evidence.includes('manifest') ? 0 : relations.length) + relations.indexOf(relation);
}

/** One bond a pair and relation, sorted, so that nothing depends on the order in which they were found. */
function mergeBonds(bonds: readonly Bond[]): readonly Bond[] {
  const pairs = Map.groupBy(bonds, ({ files }) => files.toSorted().join('\n'));
  return [...pairs]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, some]) => {
      const [first, ...others] = some.toSorted((a, b) => firmness(a) - firmness(b));
      if (first === undefined) throw new Error('Expected a bond in its group, got none');
      const evidence = [...new Set([first, ...others].flatMap((bond) => bond.evidence))];
      const similarity = some.map((bond) => bond.similarity).find((value) => value !== null) ?? null;
      return { ...first, evidence, similarity };
    });
}
