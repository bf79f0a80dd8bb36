import type { Finding, Scope } from './finding.ts';
import { hundredths } from './outcome.ts';

/** Whom a number is about, as words before it: a scope A number is never worded as one about types of institutions. */
export function scopeWords(scope: Scope, institutions: number): string {
  switch (scope) {
    case 'A':
      if (institutions === 0) return 'in no institution (scope A)';
      return institutions === 1
        ? 'in this one institution (scope A)'
        : `in these ${institutions} institutions (scope A)`;
    case 'B':
      return `for the types of institutions that these ${institutions} are taken as a sample of (scope B)`;
  }
}

/** Institutions that a finding's number rests on, without those left out of it. */
export function comparedInstitutions(finding: Finding): number {
  switch (finding.kind) {
    case 'contrast': {
      const all = finding.sides.flatMap(({ institutions }) => institutions);
      return all.filter(({ leftOut }) => leftOut === null).length;
    }
    case 'threshold':
      return finding.parts.filter(({ leftOut }) => leftOut === null).length;
    case 'minimum':
    case 'paired':
    case 'diversity':
    case 'activities':
    case 'untested':
    case 'overall':
      return finding.institutions;
  }
}

/**
 * The rule by which a finding is decided, as one clause without full stop: which intervals would contradict it, and which
 * support it (docs/method.md 1.3).
 */
export function decisionWords(finding: Finding): string {
  switch (finding.kind) {
    case 'contrast':
    case 'minimum':
    case 'paired': {
      const least = Number(Math.exp(finding.smallestEffect).toFixed(2));
      return ruled(
        finding,
        `lies below ${least} times as claimed, the smallest effect that matters`,
        'lies above 1, which is no difference, and reaches that effect',
      );
    }
    case 'threshold': {
      const threshold = `${hundredths(finding.threshold)} %`;
      const [against, claimed] =
        finding.direction === 'above' ? ['below', 'above'] : (['above', 'below'] as const);
      return ruled(finding, `lies ${against} ${threshold}`, `lies ${claimed} ${threshold}`);
    }
    case 'diversity':
    case 'activities':
      return 'no interval decides it, for it is described and not tested';
    case 'untested':
      return 'nothing here decides it, for it is not measured';
    case 'overall':
      return 'contradicted where one of its parts is, supported only where all of them are';
  }
}

function ruled({ family, role }: Finding, against: string, claimed: string): string {
  if (family === 'primary' && role === 'companion')
    return `the interval speaks against it where the whole of it ${against}, and for it where it ${claimed}; it is a companion outside of the family of tests, described, and no verdict rests on it`;
  return family === 'primary'
    ? `contradicted where the whole 95 % interval ${against}; supported where it ${claimed}; either only with a one-sided p of at most .025, adjusted with the other hypotheses of the claim`
    : `the interval speaks against it where the whole of it ${against}, and for it where it ${claimed}; it is described and decides nothing`;
}
