import type { Effects } from './effects.ts';
import type { ContrastFinding, Finding } from './finding.ts';

/** A contrast in other measures, and of what; `institution` of the contrasts of an order, else null. */
export type EffectsOf = Pick<ContrastFinding, 'uncorrectedEffects'> & {
  readonly institution: string | null;
  readonly effects: Effects;
};

/** Whatever of a finding is told in other measures: of an order each contrast; nothing of what is no contrast. */
export function effectsIn(finding: Finding): readonly EffectsOf[] {
  switch (finding.kind) {
    case 'contrast':
    case 'paired':
      return told({ ...finding, institution: null });
    case 'minimum':
      return finding.contrasts.flatMap(told);
    case 'threshold':
    case 'diversity':
    case 'activities':
    case 'untested':
    case 'overall':
      return [];
  }
}

function told({
  institution,
  effects,
  uncorrectedEffects,
}: Pick<ContrastFinding, 'effects' | 'uncorrectedEffects'> & {
  readonly institution: string | null;
}): readonly EffectsOf[] {
  // A run kept from before has none.
  return effects == null ? [] : [{ institution, effects, uncorrectedEffects }];
}
