import { type CurveDrawer, drawn, joined, partsOf } from '../app/curve-draws.ts';
import { openPool } from '../queue/pool.ts';

/**
 * Draws curves in child processes, at most so many at a time, and in this one what takes fewer than `few` steps; a child
 * that dies costs its part being drawn again here.
 */
export function curveProcesses(processes: number, few?: number): CurveDrawer {
  return async (draws) => {
    const parts = partsOf(draws, processes, few);
    if (parts.length < 2) return drawn(draws);
    const pool = openPool({
      worker: new URL(`../../workers/curve${import.meta.url.slice(-3)}`, import.meta.url),
      reach: null,
      setup: null,
      processes: parts.length,
      seconds: Number.POSITIVE_INFINITY,
      megabytes: Number.POSITIVE_INFINITY,
    });
    try {
      const all = parts.map(async (part) => {
        const { result, failure } = await pool.perform(part);
        return failure === null ? (result as ReturnType<typeof drawn>) : drawn(part);
      });
      return joined(await Promise.all(all));
    } finally {
      await pool.close();
    }
  };
}
