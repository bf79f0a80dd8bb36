/** Where a number stands above the line of an event, in years, and what it says. */
export type EventNumber = { readonly at: number; readonly number: string };

/** Room that a number takes, in pixels. */
const room = 16;

/**
 * Numbers of events from 1, at their places in years, which come in the order of time. Neighbours that would touch are
 * written as one, `2–4`, in the middle of their lines. `pixels` is the width of a year.
 */
export function eventNumbers(events: readonly number[], pixels: number): readonly EventNumber[] {
  const groups: number[][] = [];
  for (const [index, at] of events.entries()) {
    const group = groups.at(-1);
    const before = group === undefined ? Number.NEGATIVE_INFINITY : (events[group.at(-1) ?? 0] ?? 0);
    if (group !== undefined && (at - before) * pixels < room) group.push(index);
    else groups.push([index]);
  }
  return groups.map((group) => {
    const [first = 0, last = first] = [group[0], group.at(-1)];
    const at = ((events[first] ?? 0) + (events[last] ?? 0)) / 2;
    return { at, number: first === last ? String(first + 1) : `${first + 1}–${last + 1}` };
  });
}
