import { poleCode } from '../../assess/poles.ts';
import type { Measure } from '../../model/claim.ts';
import type { Finding } from '../../model/finding.ts';
import type { KeptResults } from '../../model/results.ts';
import { evidenceAt, mentionsAt, type Whose } from './cells.ts';

/** What of a count is asked for: the claimed kind, the other, or both. */
export type Which = 'of' | 'against' | 'all';

/** Where what a hypothesis counts in an institution is listed, alone or among others; null where it is not. */
export type CountedAt = (institution: string, which: Which) => string | null;

/** Where the mentions that a hypothesis counts are listed; null where it counts none. */
export function mentionedAt(measure: Measure | null, whose: Whose, which: Which): string | null {
  switch (measure?.count) {
    case 'beneficiaries':
      return mentionsAt(whose, 'beneficiary', which === 'all' ? {} : { class: measure.of, side: which });
    case 'actors':
      return mentionsAt(whose, 'role', {
        role: measure.role,
        ...(which === 'all' && measure.against === undefined
          ? {}
          : {
              of: measure.of,
              against: measure.against,
              side: which === 'all' ? undefined : which,
              above: measure.through_parents ? undefined : 'no',
            }),
      });
    case 'objectives':
      return mentionsAt(whose, 'objective');
    default:
      return null;
  }
}

/** The measure of a finding; null of one that has none, or whose claim the run does not keep. */
export function measureOf({ claims }: Pick<KeptResults, 'claims'>, finding: Finding): Measure | null {
  const claim = claims.find(({ id }) => id === finding.claim);
  return claim?.hypotheses.find(({ id }) => id === finding.hypothesis)?.measure ?? null;
}

/** Where the counts of a measure lead. */
export function countedAt({ study }: Pick<KeptResults, 'study'>, measure: Measure | null): CountedAt {
  const { object, poles } = study;
  switch (measure?.count) {
    case undefined:
      return () => null;
    case 'passages': {
      const of = poleCode(measure.of, poles) ?? object;
      const against = measure.against === undefined ? null : poleCode(measure.against, poles);
      // All others stand among the passages about the object.
      const code = { of, against: against ?? object, all: against === null ? object : `${of},${against}` };
      return (institution, which) => evidenceAt('institution', institution, code[which]);
    }
    case 'mentions':
      return (institution, which) =>
        which === 'all'
          ? evidenceAt('institution', institution, `${measure.of},${measure.against}`)
          : `/search?${new URLSearchParams({ frame: measure[which], institution })}`;
    case 'documents':
    case 'substantive_documents': {
      // Whatever tells a document apart stands in its passages about the object.
      const of = measure.count === 'documents' ? measure.of : object;
      return (institution, which) => evidenceAt('institution', institution, which === 'of' ? of : object);
    }
    case 'beneficiaries':
    case 'actors':
    case 'objectives':
      return (institution, which) => mentionedAt(measure, { institution }, which);
    case 'activities':
      return () => null;
  }
}

/** Where a column of a description leads; null for one that is no count. */
export function describedAt(measure: Measure | null, institution: string, column: string): string | null {
  if (measure?.count === 'actors')
    return column === 'actors' ? mentionsAt({ institution }, 'role', { role: measure.role }) : null;
  switch (column) {
    case 'programmes':
      return mentionsAt({ institution }, 'programme');
    case 'sums of money':
      return mentionsAt({ institution }, 'amount');
    case 'actions':
      return mentionsAt({ institution }, 'role', { role: 'implementing' });
    default:
      return null;
  }
}
