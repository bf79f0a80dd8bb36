import type { Comparison } from '../model/claim.ts';
import type { Gate, Share } from '../model/finding.ts';
import { wilson } from '../stats/proportion.ts';
import { ofVoices, type Parts } from './gather.ts';
import type { Asked } from './question.ts';

/** Steps of a band of thresholds. */
const STEP = 0.05;

/** Log odds of a share strictly between 0 and 1. */
export function logit(share: number): number {
  return Math.log(share / (1 - share));
}

/** A share with its Wilson interval; null of nothing, or of a corrected count outside of its total. */
export function shareOf(x: number, n: number): Share | null {
  const bounds = x >= 0 && x <= n ? wilson(x, n) : null;
  return bounds === null ? null : { value: x / n, ...bounds, x, n };
}

/** Thresholds from one end of the band to the other, in steps of five points; none without a band. */
export function bandOf({ band }: Extract<Comparison, { by: 'threshold' }>): readonly number[] {
  if (band === undefined) return [];
  const [from, to] = band;
  const steps = Math.round((to - from) / STEP);
  return Array.from({ length: steps + 1 }, (_, at) => Number((from + at * STEP).toFixed(10))).filter(
    (at) => at <= to + 1e-9,
  );
}

/** The names that a claim gives an institution. */
export function namesOf({ claim }: Pick<Asked, 'claim'>, key: string): readonly string[] {
  return claim.institutions[key] ?? [];
}

/** What a study without documents of some institutions lacks. */
export function institutionGate(names: readonly string[]): Gate {
  return {
    gate: 'documents',
    passed: false,
    expected: `documents of ${names.join(', ')}`,
    found: 'none',
    reason: 'institution_missing',
  };
}

/** Documents on one side of the study, or of the institutions that the claim names so. */
export function wantedOn(asked: Asked, on: string): (parts: Parts) => boolean {
  const voices = sideVoices(asked, on);
  return voices === null ? ofInstitution(namesOf(asked, on)) : ofVoices(voices);
}

/** Documents of an institution that goes by some names, whatever their capitals and accents. */
export function ofInstitution(names: readonly string[]): (parts: Parts) => boolean {
  const isOne = isNamed(names);
  return ([{ institution }]) => isOne(institution);
}

/** Whether an institution goes by one of some names, whatever their capitals and accents. */
export function isNamed(names: readonly string[]): (institution: string | null) => boolean {
  const known = new Set(names.map(plain));
  return (institution) => institution !== null && known.has(plain(institution));
}

/** The voices of a side; for institutions their names, as what a reader is told. */
export function voicesOn(asked: Asked, on: string): readonly string[] {
  return sideVoices(asked, on) ?? namesOf(asked, on).slice(0, 1);
}

function sideVoices({ study }: Asked, on: string): readonly string[] | null {
  return on === 'source' || on === 'policy' ? study.contrast[on] : null;
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
