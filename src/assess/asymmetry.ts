import type { Asymmetry, Mutual } from '../model/finding.ts';
import { partCodes } from '../model/mention-codes.ts';
import { logRatio } from '../stats/logratio.ts';
import type { Parts } from './gather.ts';
import { shareOf } from './on.ts';
import type { Asked } from './question.ts';

type Counted = { documents: number; naming: number; coded: number; parts: number[] };

/**
 * Missed integration (docs/method.md 1.4): how often bodies that speak of the object speak of the main projects with it,
 * against how often bodies of the projects speak of the object at all, in documents; and in how many people saw a request, a
 * proposal or a participation. `isProject` tells documents of the projects' bodies from others of the policy side.
 */
export function asymmetry(
  { study, hypothesis, codings = null }: Asked,
  projects: string,
  isProject: (parts: Parts) => boolean,
) {
  const codes = partCodes(hypothesis.id);
  const empty = (): Counted => ({ documents: 0, naming: 0, coded: 0, parts: codes.map(() => 0) });
  const [object, project] = [empty(), empty()];
  return {
    add(parts: Parts): void {
      const isOurs = isProject(parts);
      const [{ voice }] = parts;
      if (!isOurs && (voice === null || !study.contrast.policy.includes(voice))) return;
      const isAbout = parts.some(({ objectPassages }) => objectPassages > 0);
      // A body that never speaks of the object can ask nothing for it.
      if (!isOurs && !isAbout) return;
      const side = isOurs ? project : object;
      side.documents += 1;
      if (isOurs ? isAbout : parts.some(({ presence }) => (presence[projects] ?? 0) > 0)) side.naming += 1;
      const said = codes.map((code) => totalOf(parts, code));
      if (said.every((total) => total === null)) return;
      side.coded += 1;
      for (const [at, total] of said.entries())
        if ((total ?? 0) > 0) side.parts[at] = (side.parts[at] ?? 0) + 1;
    },
    result: (): Asymmetry | null => {
      if (object.documents === 0 && project.documents === 0) return null;
      const [one, other] = [mutual(object, codes), mutual(project, codes)];
      return { object: one, projects: other, value: balanceOf(object, project) };
    },
  };

  function totalOf(parts: Parts, code: string): number | null {
    const totals = parts.flatMap(
      ({ document, language }) => codings?.presence(document, language, code) ?? [],
    );
    return totals.length === 0 ? null : totals.reduce((sum, one) => sum + one, 0);
  }
}

/** Difference of log odds; null where either has no document. */
function balanceOf(one: Counted, other: Counted): number | null {
  const odds = ({ documents, naming }: Counted) =>
    documents === 0 ? null : logRatio(naming, documents - naming);
  const [said, answered] = [odds(one), odds(other)];
  return said === null || answered === null ? null : said - answered;
}

function mutual({ documents, naming, coded, parts }: Counted, codes: readonly string[]): Mutual {
  return {
    documents,
    naming: shareOf(naming, documents),
    // With none seen in n, 95 % of such samples come from a share below 3/n (rule of three).
    most: documents > 0 && naming === 0 ? Math.min(1, 3 / documents) : null,
    coded,
    parts: Object.fromEntries(codes.map((code, at) => [kindOf(code), parts[at] ?? 0])),
  };
}

function kindOf(code: string): string {
  return code.slice(code.lastIndexOf('_') + 1).toLowerCase();
}
