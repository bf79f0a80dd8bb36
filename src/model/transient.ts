import type { Problem, ProblemCode } from './problem.ts';

const transient: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'time_limit',
  'memory_limit',
  'crashed',
  'engine_missing',
]);

/** True for limits of time and memory and what else depends on the machine, and is therefore never kept. */
export function isTransient(problem: Problem): boolean {
  return transient.has(problem.code);
}
