import { expect } from 'vitest';
import { z } from 'zod';

/** One row of `tests/fixtures/reference.json`; its tolerance is absolute. */
export const Row = z.object({ id: z.string(), inputs: z.unknown(), expected: z.unknown(), tol: z.number() });
export type Row = z.infer<typeof Row>;

/** How rows are checked, by id or by what their ids begin with. */
export type Checks = Readonly<Record<string, (row: Row) => void>>;

export const numbers = z.array(z.number());
export const numberOrNull = z.number().nullable();

/** Nothing is drawn in rows that can be gone through wholly. */
export const none = { seed: 1, name: 'reference', from: 0, to: 0 };

/** Holds a number against the expected one. */
export function near(found: number | null | undefined, expected: number, { id, tol }: Row): void {
  if (found === null || found === undefined) throw new Error(`${id}: expected ${expected}, found nothing`);
  expect(Math.abs(found - expected), `${id}: ${found} against ${expected}`).toBeLessThanOrEqual(tol);
}

/** Holds a list against the expected one, place by place; null only where null is expected. */
export function allNear(
  found: readonly (number | null | undefined)[],
  expected: readonly (number | null)[],
  row: Row,
): void {
  expect(found.length).toBe(expected.length);
  expected.forEach((value, at) => {
    if (value === null) expect(found[at]).toBeNull();
    else near(found[at], value, row);
  });
}

/** Bounds as a list. */
export function pair(
  bounds: { readonly lower: number | null; readonly upper: number | null } | null | undefined,
) {
  return [bounds?.lower, bounds?.upper];
}
