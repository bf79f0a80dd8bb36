/**
 * Where an increasing function is zero between two bounds, to the last bit that halving reaches; null
 * where it is not below zero at the lower and above zero at the upper bound.
 */
export function bisect(f: (x: number) => number, lower: number, upper: number): number | null {
  if (!(f(lower) < 0 && f(upper) > 0)) return null;
  let low = lower;
  let high = upper;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
}
