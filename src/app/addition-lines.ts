import { factorWords } from '../model/finding-words.ts';
import type { MeasuredCategory } from '../model/lexicon.ts';
import { describe } from '../model/problem.ts';
import type { Addition, FindingChange, FindingState, FrameStanding, Standing } from '../model/standing.ts';
import type { Labels } from '../model/words.ts';
import { gateWords, inSentence, labelsOf, verdictWords } from '../model/words.ts';
import { fewestCompared } from '../profile/standing.ts';
import { counted, type Emphasis } from './overview.ts';

/** Below so many passages about the object, shares are coarse enough to be unusual by chance. */
const fewPassages = 5;

/** What new documents came to, as the terminal shows it. */
export function additionLines(
  addition: Addition,
  categories: readonly MeasuredCategory[],
  strong: Emphasis,
): readonly string[] {
  const labels = labelsOf(categories);
  const missing = new Set(addition.missing.map(({ file }) => file));
  // What keeps a new file out of the numbers is told with it.
  const told = addition.same.filter(({ file }) => !missing.has(file)).map(describe);
  return [
    ...addition.documents.flatMap((standing) => [...standingLines(standing, labels, strong), '']),
    ...addition.missing.flatMap(({ file, problems }) => [
      `${strong(file)}  is not in the numbers`,
      ...problems.map((problem) => `  ${describe(problem)}`),
      '',
    ]),
    ...(told.length > 0 ? [...told, ''] : []),
    ...changeLines(addition, strong),
  ];
}

function standingLines(standing: Standing, labels: Labels, strong: Emphasis): readonly string[] {
  const { file, institution, date, objectPassages, compared, earlier, frames, nearest } = standing;
  const place = [institution ?? 'no institution', date ?? 'undated'].join(' · ');
  const used = frames.filter(({ presence, unusual }) => presence > 0 || unusual !== null);
  const width = Math.max(0, ...used.map(({ code }) => labels(code).length));
  return [
    `${strong(file)}  ${place} · ${counted(objectPassages, 'passage')} about the object`,
    `  ${basis(institution, earlier, compared)}`,
    ...used.map(
      (frame) => `  ${labels(frame.code).padEnd(width)}  ${frameWords(frame, compared, objectPassages)}`,
    ),
    ...(used.length === 0 && objectPassages > 0 ? ['  none of the frames'] : []),
    ...nearest.map(
      (one, index) =>
        `  ${index === 0 ? 'nearest' : '       '}  ${one.file} · ${one.institution ?? 'no institution'} · ${one.date ?? 'undated'} · distance ${one.distance.toFixed(2)}, ${counted(one.objectPassages, 'passage')}`,
    ),
  ];
}

function basis(institution: string | null, earlier: number, compared: number): string {
  if (institution === null) return 'compared with no profile: it has no institution';
  if (earlier === 0) return `the first document of ${institution}: there is no profile to compare it with`;
  const which = `${counted(compared, 'earlier document')} of ${institution}`;
  const silent = compared < earlier ? ` (${earlier - compared} more never speak of the object)` : '';
  return compared < fewestCompared
    ? `beside ${which}${silent}: too few to call anything unusual, ${fewestCompared} are needed`
    : `beside ${which}${silent}`;
}

function frameWords(
  { share, presence, percentile, unusual }: FrameStanding,
  compared: number,
  passages: number,
): string {
  const amount = share === null ? 'no share' : `${Math.round(share * 100)} %`.padStart(5);
  const rank =
    percentile === null
      ? ''
      : `, percentile ${Math.round(percentile * 100)} of ${counted(compared, 'document')}`;
  const few = passages < fewPassages ? `, though on ${counted(passages, 'passage')} only` : '';
  const mark = unusual === null ? '' : `  unusually ${unusual === 'low' ? 'rare' : 'frequent'}${few}`;
  return `${amount} (${counted(presence, 'passage')})${rank}${mark}`;
}

function changeLines({ documents, findings }: Addition, strong: Emphasis): readonly string[] {
  if (findings.length === 0) return [];
  const heading = { 0: 'findings', 1: 'findings without and with it' }[documents.length];
  return [
    heading ?? 'findings without and with them',
    ...findings.flatMap((change) => findingLines(change, strong)),
  ];
}

function findingLines(change: FindingChange, strong: Emphasis): readonly string[] {
  const { hypothesis, role, numerator, denominator, before, after, gates } = change;
  const name = role === 'primary' ? strong(hypothesis.padEnd(4)) : '    ';
  return [
    `${name}${numerator}/${denominator}  ${turn(factorOf(before), factorOf(after))}`,
    `      verdict  ${turn(verdictWords(before.verdict), verdictWords(after.verdict))}`,
    ...(before.intervalVerdict === after.intervalVerdict
      ? []
      : [`      interval alone  ${turn(intervalOf(before), intervalOf(after))}`]),
    ...gates.map(
      (gate) =>
        `      gate     ${gateWords(gate.gate)}: ${turn(gateState(gate.before), gateState(gate.after))}`,
    ),
  ];
}

function turn(before: string, after: string): string {
  return before === after ? `${after}, as before` : `${before} -> ${after}`;
}

function factorOf({ dilution }: FindingState): string {
  if (dilution === null) return 'no estimate';
  const { value, lower, upper } = factorWords(dilution);
  return `${value} times diluted (${lower} to ${upper})`;
}

function intervalOf({ intervalVerdict }: FindingState): string {
  return intervalVerdict === null ? 'nothing' : inSentence(verdictWords(intervalVerdict));
}

function gateState(passed: boolean | null): string {
  return passed === null ? 'nothing to check yet' : passed ? 'met' : 'not met';
}
