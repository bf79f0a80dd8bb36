import { type Claim, type Hypothesis, testedOf } from '../model/claim.ts';
import type { Corrections } from '../model/correction.ts';
import type { Finding } from '../model/finding.ts';
import type { Observation } from '../model/profile.ts';
import { agreeing } from './agreeing.ts';
import { contrast } from './contrast.ts';
import { decide, overall } from './decide.ts';
import { activities, diversity, untested } from './describe.ts';
import type { Draws } from './effects.ts';
import { documentsOf } from './gather.ts';
import { magnitude } from './magnitude.ts';
import { type Measured, measured } from './measure.ts';
import { minimum } from './minimum.ts';
import { paired } from './paired.ts';
import { poleCode } from './poles.ts';
import { proportion } from './proportion.ts';
import type { Asked, Question, Setting } from './question.ts';
import { bounded } from './undecidable.ts';

/**
 * Findings on every hypothesis of a claim, in the claim's order, each primary one followed by its companions, and
 * the claim as a whole last; a companion pole that the study lacks is left out. Goes through the observations once.
 * The order of a list of observations makes no difference; what can only be gone through has to come in the
 * order of files. With `corrections` a hypothesis whose categories people coded is corrected by them; with `draws` contrasts
 * have effect sizes beside them.
 */
export function assess(
  observations: Iterable<Observation>,
  claim: Claim,
  study: Setting,
  corrections: Corrections | null = null,
  draws: Draws | null = null,
): readonly Finding[] {
  const questions = claim.hypotheses.flatMap((one) => questionsOn(one, claim, study, corrections, draws));
  for (const parts of documentsOf(observations)) for (const { add } of questions) add(parts);
  const findings = decide(
    questions.map(({ finish }) => finish()),
    claim,
  );
  const whole = overall(findings, claim, study);
  return whole === null ? findings : [...findings, whole];
}

function questionsOn(
  hypothesis: Hypothesis,
  claim: Claim,
  study: Setting,
  corrections: Corrections | null,
  draws: Draws | null,
): readonly Question[] {
  const tested = testedOf(hypothesis);
  if (tested === null) {
    const reason = hypothesis.not_testable ?? 'out_of_text';
    return [{ add: () => undefined, finish: () => untested(claim.id, hypothesis, reason, study) }];
  }
  const { measure } = tested;
  const companions = hypothesis.companions.flatMap((pole) => {
    const against = poleCode(pole, study.poles);
    return against === null || measure.count !== 'passages' ? [] : [{ ...measure, against }];
  });
  return [measure, ...companions].map((one, at) => {
    const of = measured(hypothesis.id, one, study.poles);
    const role = at === 0 ? 'primary' : 'companion';
    return bounded(
      {
        claim,
        hypothesis: tested,
        role,
        measured: of,
        study,
        corrections: codedFor(of, corrections),
        codings: corrections,
        draws,
      },
      question,
    );
  });
}

/** The corrections, where they hold every category that a measure needs, or the documents that it counts. */
function codedFor({ codes, whole }: Measured, corrections: Corrections | null): Corrections | null {
  if (corrections === null) return null;
  if (whole !== null) return corrections.documents?.covers(whole) === true ? corrections : null;
  return codes.length > 0 && codes.every((code) => corrections.covers(code)) ? corrections : null;
}

function question(asked: Asked): Question {
  const { comparison, measure } = asked.hypothesis;
  switch (comparison.by) {
    case 'contrast':
      return contrast(asked, comparison.more);
    case 'threshold':
      if (measure.count === 'actors' && asked.corrections !== null)
        return agreeing(
          proportion({ ...asked, corrections: null }, comparison),
          magnitude(asked, comparison),
        );
      return measure.count === 'actors' ||
        measure.count === 'documents' ||
        measure.count === 'substantive_documents'
        ? proportion(asked, comparison)
        : magnitude(asked, comparison);
    case 'minimum':
      return minimum(asked, comparison);
    case 'diversity':
      return diversity(asked, comparison);
    case 'paired':
      return paired(asked, comparison);
    case 'none':
      return activities(asked, comparison);
  }
}
