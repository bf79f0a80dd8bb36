import { comparedRuns, type Side } from '../../app/explore/compared-runs.ts';
import { runRow, runView } from '../../app/explore/runs.ts';
import { readFindings } from '../../io/kept-results.ts';
import type { runsApi } from '../../model/api/runs.ts';
import type { Finding } from '../../model/finding.ts';
import { sha256 } from '../../model/units.ts';
import type { Desk } from '../desk.ts';
import type { HandlersOf } from '../handler.ts';
import { liveAnswer } from '../live.ts';

/** Runs listed at most, the newest. */
const mostRuns = 200;

/** What a report found never changes once it is there. */
const known = new WeakMap<Desk, Map<string, readonly Finding[]>>();

export const runsHandlers: HandlersOf<typeof runsApi> = {
  'GET /api/runs': async (desk) => {
    const runs = desk.runs().slice(-mostRuns).reverse();
    const rows = [];
    for (const one of runs) rows.push(runRow({ ...one, findings: await findingsOf(desk, one.folder) }));
    return { rows };
  },

  'GET /api/runs/compare': async (desk, { input: { a, b } }) =>
    comparedRuns(await sideOf(desk, a), await sideOf(desk, b)),

  'GET /api/runs/live': ({ work }) => liveAnswer(work),

  'POST /api/runs': ({ work }) => work.start(),

  'DELETE /api/runs/live': ({ work }) => work.stop(),

  'GET /api/runs/:run': async (desk, { input: { run } }) => runView(run, await desk.results(run)),
};

async function sideOf(desk: Desk, name: string): Promise<Side> {
  const one = desk.run(name);
  const findings = await findingsOf(desk, one.folder);
  return { ...one, findings, lexicon: await desk.lexicon(sha256(one.run.lexicon)) };
}

async function findingsOf(desk: Desk, folder: string): Promise<readonly Finding[] | null> {
  const held = known.get(desk) ?? new Map<string, readonly Finding[]>();
  known.set(desk, held);
  const found = held.get(folder) ?? (await readFindings(folder));
  if (found !== null) held.set(folder, found);
  return found;
}
