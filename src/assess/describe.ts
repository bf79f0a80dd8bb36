import type { Comparison, Hypothesis } from '../model/claim.ts';
import type { DescriptiveFinding, Reason } from '../model/finding.ts';
import { type Doing, unitOf } from '../model/profile.ts';
import { diversity as mixOf } from '../stats/diversity.ts';
import type { Parts } from './gather.ts';
import { institutionGate, namesOf, ofInstitution } from './on.ts';
import {
  type Asked,
  checksOf,
  headOf,
  nothingTested,
  type Question,
  type Setting,
  unfit,
} from './question.ts';
import { actingIn, isUnder } from './units.ts';

/** What one institution of the claim is described by. */
type Held = {
  readonly name: string;
  readonly isOf: (parts: Parts) => boolean;
  documents: number;
  passages: number;
  amounts: number;
  readonly programmes: Set<string>;
  readonly doings: Map<string, Doing>;
};

/** How mixed the actors of institutions are, by class: effective numbers of Hill (1973), the claim's institution first. */
export function diversity(asked: Asked, comparison: Extract<Comparison, { by: 'diversity' }>): Question {
  const { measure } = asked.measured;
  const role = measure.count === 'actors' ? measure.role : 'implementing';
  const classes = Object.values(comparison.classes);
  return described(asked, [comparison.of, ...comparison.than], (held) => {
    const rows = held.map((one) => {
      const units = actingIn(one.doings.values(), role);
      const counts = [...classes.map(() => 0), 0];
      for (const { category } of units) {
        const place = category === null ? -1 : classes.findIndex((names) => isUnder(category, names));
        const at = place < 0 ? classes.length : place;
        counts[at] = (counts[at] ?? 0) + 1;
      }
      const mix = mixOf(counts);
      return {
        one,
        values: [mix?.hill1 ?? null, mix?.hill2 ?? null, mix?.giniSimpson ?? null, units.length],
      };
    });
    const [first, ...others] = rows.map(({ values }) => values[0] ?? null);
    const known = others.flatMap((value) => value ?? []);
    const most = known.length === 0 ? null : Math.max(...known);
    return {
      kind: 'diversity',
      columns: [
        'effective classes (Hill 1)',
        'effective classes (Hill 2)',
        'chance that two differ',
        'actors',
      ],
      rows: [
        ...rows.map(({ one, values }) => ({ institution: one.name, documents: one.documents, values })),
        {
          institution: 'difference from the most mixed of the others',
          documents: 0,
          values: [first == null || most === null ? null : first - most, null, null, null],
        },
      ],
      isEmpty: rows.every(({ values }) => values[0] === null),
    };
  });
}

/** Programmes, sums of money and actions of institutions side by side. */
export function activities(asked: Asked, { institutions }: Extract<Comparison, { by: 'none' }>): Question {
  return described(asked, institutions, (held) => ({
    kind: 'activities',
    columns: ['programmes', 'sums of money', 'actions'],
    rows: held.map((one) => ({
      institution: one.name,
      documents: one.documents,
      values: [one.programmes.size, one.amounts, actingIn(one.doings.values(), 'implementing').length],
    })),
    isEmpty: false,
  }));
}

function described(
  asked: Asked,
  keys: readonly string[],
  tell: (held: readonly Held[]) => Pick<DescriptiveFinding, 'columns' | 'rows'> & {
    readonly kind: 'diversity' | 'activities';
    readonly isEmpty: boolean;
  },
): Question {
  const held = keys.map(
    (key): Held => ({
      name: namesOf(asked, key)[0] ?? key,
      isOf: ofInstitution(namesOf(asked, key)),
      documents: 0,
      passages: 0,
      amounts: 0,
      programmes: new Set(),
      doings: new Map(),
    }),
  );
  return {
    add(parts) {
      for (const one of held.filter(({ isOf }) => isOf(parts))) take(one, parts);
    },
    finish(): DescriptiveFinding {
      const { isEmpty, ...told } = tell(held);
      const gates = checksOf(asked, { sides: [], strata: [] }).filter(({ gate }) => gate === 'extraction');
      const stop: Reason | null = held.some(({ documents }) => documents === 0)
        ? 'institution_missing'
        : isEmpty
          ? 'nothing_counted'
          : unfit(gates);
      return {
        ...headOf(asked),
        ...told,
        ...nothingTested,
        verdict: stop === null ? 'DESCRIBED' : 'NOT_TESTABLE',
        reasons: [stop ?? 'secondary'],
        gates:
          stop === 'institution_missing'
            ? [institutionGate(held.filter((one) => one.documents === 0).map(({ name }) => name)), ...gates]
            : gates,
        documents: held.reduce((sum, one) => sum + one.documents, 0),
        passages: held.reduce((sum, one) => sum + one.passages, 0),
        institutions: held.filter(({ documents }) => documents > 0).length,
      };
    },
  };
}

function take(one: Held, parts: Parts): void {
  one.documents += 1;
  for (const { portrait, objectPassages } of parts) {
    one.passages += objectPassages;
    one.amounts += portrait.amounts;
    for (const programme of portrait.programmes) one.programmes.add(programme);
    for (const doing of portrait.doings) one.doings.set(`${doing.role}\n${unitOf(doing)}`, doing);
  }
}

/** The finding on a statement that keeps its place though nothing here can test it. */
export function untested(
  claim: string,
  hypothesis: Hypothesis,
  reason: Reason,
  study: Setting,
): DescriptiveFinding {
  const { id, title, family, scope, falsifier } = hypothesis;
  return {
    claim,
    hypothesis: id,
    title,
    role: 'primary',
    family,
    unit: hypothesis.unit ?? '',
    having: hypothesis.having ?? '',
    scope,
    falsifier,
    seed: study.settings.seed,
    kind: 'untested',
    columns: [],
    rows: [],
    ...nothingTested,
    verdict: 'NOT_TESTABLE',
    reasons: [reason],
    documents: 0,
    passages: 0,
    institutions: 0,
  };
}
