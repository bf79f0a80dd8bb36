/** Where a function with one peak between two bounds is largest, to about eight digits (golden section, Kiefer 1953). */
export function maximum(f: (x: number) => number, lower: number, upper: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [lower, upper];
  let [one, other] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [below, above] = [f(one), f(other)];
  while (high - low > 1e-9 * Math.max(1, Math.abs(low), Math.abs(high))) {
    if (below < above) {
      low = one;
      [one, below] = [other, above];
      other = low + ratio * (high - low);
      above = f(other);
    } else {
      high = other;
      [other, above] = [one, below];
      one = high - ratio * (high - low);
      below = f(one);
    }
  }
  return (low + high) / 2;
}
