/** A number for each of the things that can be the case, always in the same order; chances sum to 1. */
export type Chances = readonly number[];

/** The same numbers with 1 as their sum; `values` are not negative and not all 0. */
export function shares(values: Chances): Chances {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}

/**
 * The chances of each state at every step of a sequence, given all of it: forward-backward algorithm of a
 * hidden Markov model (Rabiner 1989). `seen` has the likelihood of what was seen in each state, by step, up
 * to a factor. The first state is drawn from `prior`; a step keeps the state before with chance `stay`
 * (from 0 to 1) and draws from `prior` otherwise.
 */
export function smooth(seen: readonly Chances[], prior: Chances, stay: number): readonly Chances[] {
  const forward: Chances[] = [];
  let before = prior;
  for (const likelihood of seen) {
    const came = before;
    before = shares(
      likelihood.map((value, i) => value * (stay * (came[i] ?? 0) + (1 - stay) * (prior[i] ?? 0))),
    );
    forward.push(before);
  }
  const smoothed: Chances[] = [];
  let after: Chances = prior.map(() => 1);
  for (const [at, likelihood] of [...seen.entries()].toReversed()) {
    const follows = after;
    smoothed.push(shares((forward[at] ?? []).map((value, i) => value * (follows[i] ?? 0))));
    const ahead = likelihood.map((value, i) => value * (follows[i] ?? 0));
    const drawn = ahead.reduce((sum, value, i) => sum + value * (prior[i] ?? 0), 0);
    after = shares(ahead.map((value) => stay * value + (1 - stay) * drawn));
  }
  return smoothed.toReversed();
}
