import type { ProfileMeasures } from '../model/channels.ts';
import type { Claim } from '../model/claim.ts';
import type { Observation } from '../model/profile.ts';
import type { IngestRow, MentionRow } from '../model/results.ts';
import type { StudyFile } from '../model/study.ts';
import { held } from '../profile/held.ts';
import { mixes } from '../profile/mixes.ts';
import { money } from '../profile/money.ts';
import { plain } from '../text/fold.ts';

/** Names of bodies that are told where the corpus has none of theirs. */
const named = 3;

/** What is measured of the profile of institutions; `counted` are the files in the numbers. */
export function measuresOf(
  study: Pick<StudyFile, 'known' | 'institutions'>,
  claims: readonly Claim[],
  observations: Iterable<Observation>,
  mentions: Iterable<MentionRow>,
  counted: readonly IngestRow[],
): ProfileMeasures {
  return {
    ...mixes(observations, mentions),
    money: money(mentions),
    held: held(study, projectBodies(claims, counted), counted),
  };
}

/** The bodies of which a claim says that they leave the object out: those of the corpus, or what it lacks. */
function projectBodies(claims: readonly Claim[], counted: readonly IngestRow[]): readonly string[] {
  const bodies = claims.flatMap(({ hypotheses, institutions }) =>
    hypotheses.flatMap(({ measure, comparison }) =>
      measure?.count === 'substantive_documents' &&
      measure.projects !== undefined &&
      comparison?.by === 'threshold'
        ? [institutions[comparison.on] ?? []]
        : [],
    ),
  );
  const there = [...new Set(counted.flatMap(({ institution }) => institution ?? []))].toSorted();
  return [
    ...new Set(
      bodies.flatMap((names) => {
        const known = new Set(names.map(plain));
        const own = there.filter((institution) => known.has(plain(institution)));
        return own.length > 0 ? own : names.slice(0, named);
      }),
    ),
  ];
}
