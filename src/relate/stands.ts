import { columns } from './declared.ts';
import type { Member } from './member.ts';
import { stageOf } from './names.ts';

/**
 * Makes the rule by which one file of a group is counted for all: the one that the manifest points to; else the one
 * that has come furthest, drafts last; else the one in the language in which its institution has most documents;
 * else the earliest; else the first by name. Only files that could be read; null where none could.
 */
export function standing(members: readonly Member[]): (files: readonly string[]) => string | null {
  const known = new Map(members.map((member) => [member.file, member]));
  const pointedTo = new Set(members.flatMap((member) => columns.flatMap((column) => member[column] ?? [])));
  const spoken = new Map<string, number>();
  for (const member of members) {
    const key = voiceOf(member);
    if (key !== null) spoken.set(key, (spoken.get(key) ?? 0) + 1);
  }
  return (files) => {
    const able = files.flatMap((file) => known.get(file) ?? []).filter(({ readable }) => readable);
    const [first] = able.map((member) => ({ file: member.file, rank: rankOf(member) })).toSorted(byRank);
    return first?.file ?? null;
  };

  /** Smaller stands before larger. */
  function rankOf(member: Member): readonly (number | string)[] {
    const points = columns.some((column) => known.has(member[column] ?? ''));
    const key = voiceOf(member);
    return [
      pointedTo.has(member.file) && !points ? 0 : 1,
      -stageOf(member.file, member.title),
      key === null ? 0 : -(spoken.get(key) ?? 0),
      member.date ?? '9999',
      member.file,
    ];
  }
}

type Ranked = { readonly file: string; readonly rank: readonly (number | string)[] };

function byRank(a: Ranked, b: Ranked): number {
  for (const [at, one] of a.rank.entries()) {
    const other = b.rank[at] ?? 0;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

function voiceOf({ institution, language, sketch }: Member): string | null {
  const speaks = language ?? sketch?.language ?? null;
  return institution === null || speaks === null ? null : `${speaks} ${institution}`;
}
