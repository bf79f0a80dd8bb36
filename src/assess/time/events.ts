import type { Claim } from '../../model/claim.ts';
import type { StudyFile } from '../../model/study.ts';
import type { TimeEvent } from '../../model/trend.ts';

/**
 * The events that series are held against, in the order of their dates: those of the study, and where it names none,
 * those of its claims. They are data and fixed before any series is read; none is ever looked for in one. An event
 * without an id is named by its date, the same id twice by a number too.
 */
export function eventsOf(
  study: Pick<StudyFile, 'events'>,
  claims: readonly Pick<Claim, 'events'>[],
): readonly TimeEvent[] {
  const own = study.events.length > 0 ? study.events : claims.flatMap(({ events }) => events ?? []);
  const times = new Map<string, number>();
  return own
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.name < b.name ? -1 : 1))
    .map(({ id, date, name }) => {
      const wanted = id ?? date;
      const nth = (times.get(wanted) ?? 0) + 1;
      times.set(wanted, nth);
      return { id: nth === 1 ? wanted : `${wanted}_${nth}`, date, name };
    });
}
