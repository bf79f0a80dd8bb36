/**
 * Does something with each item, as many at a time as `lanes` says whenever one has ended. The first error ends it
 * once what is under way has ended, and is thrown.
 */
export async function inLanes<T>(
  items: readonly T[],
  lanes: () => number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  const errors: unknown[] = [];
  for (const item of items) {
    while (underWay.size >= Math.max(1, lanes())) await Promise.race(underWay);
    if (errors.length > 0) break;
    const one: Promise<void> = work(item)
      .catch((error: unknown) => {
        errors.push(error);
      })
      .finally(() => underWay.delete(one));
    underWay.add(one);
  }
  await Promise.all(underWay);
  if (errors.length > 0) throw errors[0];
}
