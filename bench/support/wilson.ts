/** The 95 % score interval of a share, `right` of `all` (Wilson 1927). */
export function wilson(right: number, all: number): { readonly low: number; readonly high: number } {
  const z = 1.959964;
  const share = right / all;
  const middle = (share + z ** 2 / (2 * all)) / (1 + z ** 2 / all);
  const half = (z / (1 + z ** 2 / all)) * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2));
  return { low: middle - half, high: middle + half };
}
