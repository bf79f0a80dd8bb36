/** How often a job is tried, and how long between. */
export type Attempts = {
  /** Attempts in all, at least 1. */
  readonly attempts: number;
  /** Wait before the second attempt in milliseconds; doubled for every further one. */
  readonly backoffMs: number;
};

/** Share of a wait that chance may take off, so that what failed together does not come back together. */
export const jitter = 0.5;

/** The wait after a number of failed attempts, in milliseconds. */
export function backoff({ backoffMs }: Attempts, failed: number, chance: () => number = Math.random): number {
  return backoffMs * 2 ** (failed - 1) * (1 - jitter * chance());
}
