import type { Problem } from '../model/problem.ts';
import { type Bond, distinct, type Membership } from '../model/same.ts';
import { bondOf, clusters } from './clusters.ts';
import { declared } from './declared.ts';
import { type Member, type Read, readMembers } from './member.ts';
import { standing } from './stands.ts';
import { translations } from './translations.ts';
import { versions } from './versions.ts';

/** What is said of one file: the groups that it is in, and what has to be told of it. */
export type Related = { readonly same: readonly Membership[]; readonly problems: readonly Problem[] };

/**
 * Finds the files that hold one act. What the manifest says, equal texts and versions in other languages make one
 * cluster, of which one file is counted and the others are told to be counted there; what only shares much of its
 * wording is proposed and counted as before. Files with nothing to say of are left out. Whatever the order of the
 * members, the result is the same. `copies` are files with the same bytes.
 */
export function relate(
  members: readonly Member[],
  copies: readonly { readonly file: string; readonly of: string }[] = [],
): ReadonlyMap<string, Related> {
  const sorted = members.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const read = readMembers(sorted);
  const stated = declared(sorted);
  const spoken = translations(read);
  const stands = standing(sorted);
  const readable = new Set(sorted.filter((member) => member.readable).map(({ file }) => file));
  const found = new Map<string, { same: Membership[]; problems: Problem[] }>();
  const noted = (file: string) => {
    const known = found.get(file) ?? { same: [], problems: [] };
    found.set(file, known);
    return known;
  };

  for (const problem of stated.problems) noted(problem.file).problems.push(problem);
  const sure = [...stated.bonds, ...bytes(copies), ...equalTexts(read), ...spoken.sure];
  const elsewhere = group(sure, (file, of, bond) => {
    // What failed, or has the same bytes as another, has been told of already.
    if (!readable.has(file)) return;
    const { relation, evidence } = bond;
    noted(file).problems.push({ code: 'same_act', file, of, relation, evidence });
  });
  const standsAlone = (file: string) => !elsewhere.has(file);
  const unsure = spoken.unsure.filter(({ files }) => files.every(standsAlone));
  const reworded = versions(read.filter(({ file }) => standsAlone(file)));
  group(
    [...unsure, ...reworded],
    (file, of, { relation, similarity }) => {
      noted(file).problems.push({ code: 'perhaps_same_act', file, of, relation, similarity });
    },
    'proposed',
  );
  return found;

  /** Notes the places of all files that these bonds join; gives those that are not counted themselves. */
  function group(
    bonds: readonly Bond[],
    tell: (file: string, of: string, bond: Bond) => void,
    proposed?: 'proposed',
  ): ReadonlySet<string> {
    const others = new Set<string>();
    for (const cluster of clusters(bonds)) {
      const of = stands(cluster.files);
      if (of === null) continue;
      for (const file of cluster.files) {
        if (file === of) {
          const place = { relation: null, similarity: null, evidence: [] } as const;
          noted(file).same.push({ of, state: proposed ?? 'counted', ...place });
          continue;
        }
        const bond = bondOf(file, of, cluster);
        if (bond === null) continue;
        others.add(file);
        const { relation, similarity, evidence } = bond;
        noted(file).same.push({ of, state: proposed ?? 'elsewhere', relation, similarity, evidence });
        tell(file, of, bond);
      }
    }
    return others;
  }
}

function bytes(copies: readonly { readonly file: string; readonly of: string }[]): readonly Bond[] {
  return copies.map(({ file, of }) => ({
    files: [file, of],
    relation: 'copy',
    similarity: 1,
    evidence: ['bytes'],
  }));
}

/** Files with the same words in the same order, whatever their format; none that is to be counted by itself. */
function equalTexts(members: readonly Read[]): readonly Bond[] {
  const able = members.filter(({ version_of }) => version_of !== distinct);
  return [...Map.groupBy(able, ({ sketch }) => sketch.text).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : others.map(
          (other): Bond => ({
            files: [other.file, first.file],
            relation: 'copy',
            similarity: 1,
            evidence: ['text'],
          }),
        ),
  );
}
