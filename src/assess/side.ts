import type { Balance, Side } from '../model/finding.ts';
import { logOdds } from '../model/units.ts';
import { effectiveNumber } from '../stats/kish.ts';
import { balanceVariance, logRatio, type Pair, totalOf } from '../stats/logratio.ts';
import type { Cluster, Speaker } from './gather.ts';
import { clustersIn, hasSpread, isIn } from './support.ts';

/** One side as a table shows it, and what of it the contrast is computed from. */
export type ComparedSide = {
  readonly side: Side;
  /** The institutions that are in, with their compared clusters alone. */
  readonly speakers: readonly Speaker[];
};

/** Balances of one side's institutions and their mean, each institution weighing the same (docs/method.md 2.3). */
export function sideOf(
  role: Side['role'],
  voices: readonly string[],
  all: readonly Speaker[],
  compared: ReadonlySet<string>,
): ComparedSide {
  const speakers = all
    .filter((speaker) => isIn(speaker, compared))
    .map((speaker) => ({ ...speaker, clusters: clustersIn(speaker.clusters, compared) }));
  const resting = compared.size > 0 ? speakers : all.filter(({ clusters }) => hasSpread(clusters));
  const shown = resting.flatMap(({ clusters }) => clusters);
  const framed = shown.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.framed, 0));
  const institutions = all.map((speaker) => balanceOf(speaker, compared));
  const thetas = institutions.flatMap(({ theta, leftOut }) =>
    leftOut === null && theta !== null ? [theta] : [],
  );
  return {
    speakers,
    side: {
      role,
      voices,
      institutions,
      documents: all.reduce((sum, { documents }) => sum + documents, 0),
      passages: all.reduce((sum, { passages }) => sum + passages, 0),
      framedDocuments: shown.length,
      framedPassages: framed.reduce((sum, count) => sum + count, 0),
      effectiveDocuments: effectiveNumber(framed),
      theta:
        thetas.length === 0 ? null : logOdds(thetas.reduce((sum, theta) => sum + theta, 0) / thetas.length),
    },
  };
}

/** What each document adds to the two totals of its institution. */
function pairsOf(clusters: readonly Cluster[]): readonly Pair[] {
  return clusters.map(({ cells }) => totalOf(cells));
}

function balanceOf(speaker: Speaker, compared: ReadonlySet<string>): Balance {
  const within = clustersIn(speaker.clusters, compared);
  const pairs = pairsOf(within.length > 0 ? within : speaker.clusters);
  const { a, b } = totalOf(pairs);
  const theta = pairs.length === 0 ? null : logRatio(a, b);
  return {
    institution: speaker.institution,
    documents: speaker.documents,
    passages: speaker.passages,
    framedDocuments: pairs.length,
    numerator: a,
    denominator: b,
    theta: theta === null ? null : logOdds(theta),
    variance: balanceVariance(pairs),
    leftOut: whyLeftOut(speaker, compared, within.length),
  };
}

function whyLeftOut(speaker: Speaker, compared: ReadonlySet<string>, within: number): Balance['leftOut'] {
  if (speaker.clusters.length === 0) return 'no_framed_passage';
  if (isIn(speaker, compared)) return null;
  return speaker.clusters.length === 1 || within === 1 ? 'one_document' : 'no_common_support';
}
