import type { ContestsView } from '../../model/api/evidence.ts';
import type { Contest } from '../../model/contest.ts';
import type { Found } from '../../model/ports.ts';
import { contestsPage } from '../../model/reader.ts';
import { documentOf } from '../../model/units.ts';
import { plain } from '../../text/fold.ts';

/** What is looked for among notes: words that all stand in one or in what it is about, whose they are, and from which on. */
export type ContestsAsked = {
  readonly words?: string | undefined;
  readonly by?: string | undefined;
  readonly from: number;
};

/** All that people said against tags, the newest first, some at a time, with what has become of each tag since. */
export function contestsView(
  held: readonly Contest[],
  { words = '', by, from }: ContestsAsked,
  passageOf: (id: string) => Found | string,
): ContestsView {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  const fits = (one: Contest) => {
    if (by !== undefined && one.by !== by) return false;
    if (wanted.length === 0) return true;
    const text = plain([one.note, one.by, one.surface, one.term].join(' '));
    return wanted.every((word) => text.includes(word));
  };
  // Of two at one time the one that was added later is the newer.
  const newest = held.filter(fits).toReversed();
  const people = [...Map.groupBy(held, (one) => one.by)].map(([name, own]) => ({ name, notes: own.length }));
  return {
    all: held.length,
    total: newest.length,
    from,
    people: people.toSorted((a, b) => b.notes - a.notes || (a.name < b.name ? -1 : 1)),
    rows: newest.slice(from, from + contestsPage).map((one) => rowOf(one, passageOf(one.passage))),
  };
}

function rowOf({ act: _, ...said }: Contest, found: Found | string): ContestsView['rows'][number] {
  const document = documentOf(said.passage);
  if (typeof found === 'string') {
    return { ...said, document, file: null, title: null, institution: null, page: null, since: 'no_passage' };
  }
  const { file, title, institution, page, tags } = found;
  const tag = tags.find(
    ({ start, end, term }) => start === said.start && end === said.end && term === said.term,
  );
  const since = tag === undefined ? 'no_tag' : tag.blocked === said.blocked ? 'same' : 'otherwise';
  return { ...said, document, file, title, institution, page, since };
}
