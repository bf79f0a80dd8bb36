import type { Zone } from '../../model/passage.ts';
import { plain } from '../../text/fold.ts';
import { isPoint, type Sight } from './sight.ts';
import type { Steps } from './steps.ts';

type State = 'front' | 'attendance' | 'agenda' | 'open' | 'decisions' | 'closed';

/** Points of one agreement stand at most this many passages apart. */
const farthest = 25;

/** A passage with more words than this is prose, not an entry of a list. */
const entry = 25;

/**
 * Reads minutes from front to closing: who was there, what was to be spoken of, what was said, what was decided.
 * A point of the agenda belongs to the agenda wherever its title stands.
 */
export function minutesZones(sights: readonly Sight[], titled: boolean): Steps {
  let state: State = 'front';
  let clauses = false;
  let floor = false;
  const agenda: string[] = [];
  const known = new Set<string>();
  const list = (title: string) => {
    if (known.has(key(title))) return;
    known.add(key(title));
    agenda.push(title);
  };
  const starts = sights.some(({ minutes }) => minutes === 'attendance' || minutes === 'agenda');

  const enclosed = enclosedBy(sights);

  function step(sight: Sight, next: Sight | undefined, place: number): Zone {
    const { minutes, title, item, passage } = sight;
    const points = sight.decision === 'clause' || enclosed.has(place) || (clauses && isPoint(sight));
    clauses =
      sight.proposal ||
      (/:\s*$/u.test(sight.text) && (sight.decision !== null || points)) ||
      (points && clauses);
    if (minutes === 'closing') {
      state = 'closed';
      return 'body';
    }
    if (minutes === 'attendance') {
      state = title || sight.roll || /:\s*$/u.test(sight.text) ? 'attendance' : state;
      return 'attendance';
    }
    if (minutes === 'agenda') {
      state = title || /:\s*$/u.test(sight.text) ? 'agenda' : state;
      return 'agenda';
    }
    const entered = item !== null && (state === 'agenda' || opens(sight));
    if (title && minutes === 'proceedings' && !entered) {
      state = 'open';
      floor = false;
      return 'body';
    }
    if (title && minutes === 'decisions') {
      state = 'decisions';
      return 'decision';
    }
    if (minutes === 'opening' && (state === 'front' || state === 'attendance') && place < 40) {
      if (state === 'attendance') state = 'open';
      return 'front';
    }
    if (state === 'attendance') {
      if (sight.roll && !opens(sight)) return 'attendance';
      state = 'open';
    }
    if (state === 'front') {
      const prose = passage.words > entry && minutes !== 'opening' && !title;
      if (
        (!prose || (titled && place === 0)) &&
        !opens(sight) &&
        (starts || (titled && place < 4)) &&
        sight.decision === null
      )
        return 'front';
      state = 'open';
    }
    if (state === 'agenda') {
      const listed =
        item?.title ?? (passage.words <= entry ? sight.text.replace(/^\P{L}+|[\s.;]+$/gu, '') : null);
      const again = listed !== null && known.has(key(listed));
      if (listed !== null && !again && item?.runIn !== true && (item !== null || isEntry(sight))) {
        for (const one of partedItems(listed)) list(one);
        if (next !== undefined && next.passage.words > entry && next.item === null) state = 'open';
        return 'agenda';
      }
      state = 'open';
    }
    return open(sight, points);
  }

  function open(sight: Sight, points: boolean): Zone {
    const { item, title, speeches, turns } = sight;
    if (item !== null && opens(sight)) {
      list(item.title);
      state = 'open';
      floor = false;
      if (!item.runIn) return 'agenda';
    } else if (title && sight.passage.form === 'heading') {
      floor = false;
      if (state === 'decisions' && sight.decision === null) state = 'open';
    }
    if (sight.provision === 'recital' || (sight.provision === 'reason' && sight.decision === null))
      return 'recital';
    if (turns.length > 0) {
      floor = true;
      return 'intervention';
    }
    if (state === 'decisions' || sight.decision === 'decision' || points) {
      floor = false;
      return 'decision';
    }
    if (speeches.some((speech) => speech?.kind === 'floor')) floor = true;
    if (speeches.some((speech) => speech !== null && speech.speaker !== null && speech.kind !== 'source'))
      return 'intervention';
    if (speeches[0]?.kind === 'continues' || floor) return 'intervention';
    return 'body';
  }

  /** True for the title of a point of the agenda, known already or standing as a heading. */
  function opens({ item, title, minutes }: Sight): boolean {
    return (
      item !== null && (minutes === 'item' || known.has(key(item.title)) || (title && item.number !== null))
    );
  }

  return {
    step,
    mayEnd: () => state === 'closed' || state === 'open' || state === 'decisions',
    agenda: () => agenda,
  };
}

/** Passages between two points of one agreement, which belong to the first: tables, lists, what explains it. */
function enclosedBy(sights: readonly Sight[]): ReadonlySet<number> {
  const within = new Set<number>();
  let from: number | null = null;
  sights.forEach(({ decision, minutes, provision, speeches }, i) => {
    if (decision === 'clause') {
      if (from !== null) for (let j = from + 1; j < i; j++) within.add(j);
      from = i;
    } else if (
      decision !== null ||
      minutes !== null ||
      provision === 'recital' ||
      speeches[0]?.kind === 'turn'
    )
      from = null;
    else if (from !== null && i - from > farthest) from = null;
  });
  return within;
}

/** Items that stand in one passage, parted where the next number follows. */
function partedItems(text: string): readonly string[] {
  const titles = text.split(/\s+(?=\d{1,2}[.)]\s+\p{Lu})/u);
  return titles.map((title) => title.replace(/^\d{1,2}[.)]\s+/u, ''));
}

function isEntry({ passage, title }: Sight): boolean {
  return (
    passage.form === 'list_item' || passage.form === 'table_row' || (title && passage.form !== 'heading')
  );
}

function key(title: string): string {
  return plain(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
