import { type Asked, robustness, type Setting } from '../assess/robust/robustness.ts';
import { type ContrastFinding, type Finding, isBalance } from '../model/finding.ts';
import type { StudyDatabase } from '../model/ports.ts';
import type { TermReading } from '../model/reading.ts';
import type { CodingBar, Robustness } from '../model/robustness.ts';
import type { CurveDrawer } from './curve-draws.ts';
import { framings } from './framings.ts';
import type { StudyInput } from './study.ts';

/** How the first balance of framings of every claim stands up to other choices; the others are not varied. */
export async function robustnessOf(
  findings: readonly Finding[],
  study: Pick<StudyInput, 'file' | 'lexicon' | 'precision'>,
  database: Pick<StudyDatabase, 'framings'>,
  drawer: CurveDrawer,
  codings: Omit<NonNullable<Setting['codings']>, 'bar'> | null = null,
): Promise<readonly Robustness[]> {
  const { measured, terms } = study.lexicon;
  const all: Robustness[] = [];
  for (const finding of varied(findings)) {
    const { claim, hypothesis, numerator, denominator, more, smallestEffect } = finding;
    const { draws, finish } = robustness(
      framings(study.file, measured, database),
      { claim, hypothesis, numerator, denominator, more, smallestEffect, balances: balancesOf(finding) },
      {
        study: study.file,
        measured,
        terms,
        precision: (term) => study.precision?.get(term) ?? null,
        codings: codings === null || !finding.corrected ? null : { ...codings, bar: barOf(finding) },
      },
    );
    all.push(finish(draws === null ? null : await drawer(draws)));
  }
  return all;
}

/** Balances of the institutions in a contrast, the side with more as the source. */
function balancesOf({ sides, more }: ContrastFinding): NonNullable<Asked['balances']> {
  return sides.flatMap(({ role, institutions }) =>
    institutions.flatMap(({ theta, leftOut }) =>
      theta === null || leftOut !== null
        ? []
        : [{ side: role === more ? ('source' as const) : ('policy' as const), theta }],
    ),
  );
}

/** Why codings carry no verdict on a finding; null where they do. */
function barOf({ corrected, reasons }: ContrastFinding): CodingBar {
  const bar = (
    ['agreement_unknown', 'unreliable_codings', 'codings_open', 'undecidable_codings'] as const
  ).find((one) => reasons.includes(one));
  return bar ?? (corrected ? null : 'uncorrected');
}

/** The first primary balance of each claim. */
export function varied(findings: readonly Finding[]): readonly ContrastFinding[] {
  const primary = findings.filter(isBalance).filter(({ role }) => role === 'primary');
  return primary.filter((one) => primary.find(({ claim }) => claim === one.claim) === one);
}

/** Precision of terms over all that people read of them. */
export function precisionOf(readings: readonly TermReading[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { right: number; passages: number }>();
  for (const { term, right, passages } of readings) {
    const sum = sums.get(term) ?? { right: 0, passages: 0 };
    sums.set(term, { right: sum.right + right, passages: sum.passages + passages });
  }
  return new Map(
    [...sums].flatMap(([term, { right, passages }]) =>
      passages === 0 ? [] : [[term, right / passages] as const],
    ),
  );
}
