import type { KeptResults } from '../../model/results.ts';
import { binLabel } from '../../model/time-words.ts';
import type { Course, TimeBin } from '../../model/trend.ts';
import { inSentence, labelsOf, sideLabel } from '../../model/words.ts';
import { course as draw } from '../figures/course.ts';
import { count, counted, percent } from '../numbers.ts';
import type { Column } from '../tables/table.ts';
import { type Drawing, dataOf, type LinkOf, nameOf, noLinks, uncorrectedShares } from './drawing.ts';
import { type PlacedEvent, pointLink, yearOf } from './time.ts';

/** Most institutions drawn, the sides of the contrast first, then those with the most documents. */
const panels = 12;

/** The course of one institution as a panel. */
export type CourseDrawing = Drawing & { readonly course: Course };

/** Courses between the study's two poles, the sides of the contrast first, then by their documents. */
export function coursesOf({ time }: Pick<KeptResults, 'time'>): readonly Course[] {
  const rank = { source: 0, policy: 1, other: 2 } as const;
  return time.courses
    .filter(({ pole, documents }) => pole === 'primary' && documents > 0)
    .toSorted((a, b) => rank[a.role] - rank[b.role] || b.documents - a.documents);
}

/** The courses of institutions on one scale, and the events that they are held against. */
export function courseDrawings(
  results: KeptResults,
  { institution, linkOf = noLinks }: { readonly institution?: string; readonly linkOf?: LinkOf } = {},
): { readonly drawings: readonly CourseDrawing[]; readonly events: readonly PlacedEvent[] } {
  const all = coursesOf(results);
  const labels = labelsOf(results.categories);
  const drawn =
    institution === undefined ? all.slice(0, panels) : all.filter((one) => one.institution === institution);
  const times = all.slice(0, panels).flatMap(({ bins }) => bins.map(({ from }) => from));
  const own = drawn.flatMap(({ bins }) => bins.map(({ from }) => from));
  if (own.length === 0) return { drawings: [], events: [] };
  const from = Math.floor(Math.min(...times, ...own));
  const until = Math.floor(Math.max(...times, ...own)) + 1;
  const events = results.time.events
    .map((event) => ({ ...event, at: yearOf(event.date) }))
    .filter(({ at }) => at >= from && at <= until);
  return {
    events,
    drawings: drawn.map((one) => {
      const alternative = told(one);
      const name = nameOf('course', all.indexOf(one), one.institution);
      return {
        kind: 'course',
        name,
        course: one,
        title: one.institution,
        note: `${one.voice === '' ? '' : `${sideLabel({ voices: [one.voice] })}, `}${counted(one.documents, 'dated document')}${one.undated > 0 ? `, ${count(one.undated)} without a date` : ''}`,
        caption: `Share of the claimed pole among passages with either. Bars are 95 % intervals that allow for documents differing among themselves; below stand the documents and their passages. Hollow points rest on fewer than three documents. No line runs through a time without documents. ${uncorrectedShares}`,
        alternative,
        svg: draw({
          bins: one.bins,
          step: one.step,
          from,
          until,
          events: events.map(({ at }) => at),
          changes: one.changes.found,
          linkOf: (bin) =>
            pointLink(bin, one.step, inSentence(labels(one.numerator)), (where) =>
              linkOf('institution', one.institution, one.numerator, {
                voice: one.voice || '(none)',
                ...where,
              }),
            ),
          alternative,
        }),
        narrow: null,
        data: dataOf(name, columnsOf(one), one.bins),
      };
    }),
  };
}

function told({ institution, bins, step }: Course): string {
  const clauses = bins
    .filter(({ share }) => share !== null)
    .map(
      ({ from, share, lower, upper, documents, framed }) =>
        `${binLabel(from, step)}: ${percent(share ?? 0)} (${percent(lower ?? 0)} to ${percent(upper ?? 1)}), ${counted(documents, 'document')}, ${counted(framed, 'passage')}`,
    );
  return `${institution}. ${clauses.join('; ')}.`;
}

function columnsOf(one: Course): readonly Column<TimeBin>[] {
  return [
    { name: 'institution', type: 'text', meaning: 'Institution', value: () => one.institution },
    { name: 'numerator', type: 'text', meaning: 'Code of the claimed pole', value: () => one.numerator },
    { name: 'denominator', type: 'text', meaning: 'Code of the other pole', value: () => one.denominator },
    {
      name: 'from',
      type: 'number',
      unit: 'year',
      meaning: 'Beginning of the bin; .5 is the second half of a year',
      value: ({ from }) => from,
    },
    {
      name: 'documents',
      type: 'whole number',
      unit: 'documents',
      meaning: 'Dated documents with either frame',
      value: ({ documents }) => documents,
    },
    {
      name: 'with_numerator',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Passages with the numerator',
      value: ({ numerator }) => numerator,
    },
    {
      name: 'with_either',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Passages with either, one with both twice',
      value: ({ framed }) => framed,
    },
    {
      name: 'share',
      type: 'number',
      unit: '0 to 1',
      meaning: '`with_numerator` of `with_either`; empty of an empty bin',
      value: ({ share }) => share,
    },
    {
      name: 'lower',
      type: 'number',
      unit: '0 to 1',
      meaning: "Lower bound of Wilson's 95 % interval of effective counts",
      value: ({ lower }) => lower,
    },
    {
      name: 'upper',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Its upper bound',
      value: ({ upper }) => upper,
    },
  ];
}
