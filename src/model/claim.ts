import { z } from 'zod';
import { barsFor, contradictoryBars, OwnBars } from './bars.ts';
import { CategoryCode } from './lexicon.ts';
import { actorRoles, beneficiaryClasses } from './mention.ts';
import { DatedEvent } from './study.ts';

const sentence = z.string().min(1);
const slug = z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and underscores');
const share = z.number().gt(0).lt(1);
/** A pole of the study (`claimed`, `diluted`, `companion`) or the code of a category. */
const Pole = z.union([
  z.enum(['claimed', 'diluted', 'companion']),
  z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'a pole of the study or a category code'),
]);
/** `theme` or `theme/category` names of the lexicon. */
const LexiconNames = z
  .array(z.string().regex(/^[a-z0-9_]+(\/[a-z0-9_]+)?$/, 'a theme or theme/category of the lexicon'))
  .min(1);

/** The checks that come before a verdict, in the order in which they are made. */
export const gates = [
  'documents',
  'framed_passages',
  'overlap',
  'extraction',
  'reliability',
  'validation',
] as const;
export type GateId = (typeof gates)[number];

/** Another reading of which actors count: what differs from the measure that it belongs to. */
const ActorVariant = z.strictObject({
  id: slug,
  /** For a sentence: `institutes count as themselves`. */
  title: sentence,
  through_parents: z.boolean().optional(),
  /** Roles that count instead: those present and those who sign too, for example. */
  roles: z.array(z.enum(actorRoles)).min(1).optional(),
  /** Actors of these categories are left out. */
  without: LexiconNames.optional(),
});

/** What is counted on one side or in one institution: two numbers that are weighed against each other. */
export const Measure = z.discriminatedUnion('count', [
  /** Passages about the object with one category against those with another, or against all without it. */
  z.strictObject({ count: z.literal('passages'), of: Pole, against: Pole.optional() }),
  /** Places that name one category against places that name another. */
  z.strictObject({ count: z.literal('mentions'), of: CategoryCode, against: CategoryCode }),
  /** Documents about the object with at least one passage of a category against those without. */
  z.strictObject({ count: z.literal('documents'), of: CategoryCode }),
  /** Documents in which the object has a target, a budget or an action against those in which it has none. */
  z.strictObject({
    count: z.literal('substantive_documents'),
    /** The category that names the projects: then what both sides say of each other is described too. */
    projects: CategoryCode.optional(),
  }),
  /** Groups served that are of these classes against those that are not. */
  z.strictObject({
    count: z.literal('beneficiaries'),
    of: z.array(z.enum(beneficiaryClasses)).min(1),
  }),
  /** Distinct actor and programme in a role: actors of these categories against others, or against all others. */
  z.strictObject({
    count: z.literal('actors'),
    role: z.enum(actorRoles),
    of: LexiconNames,
    against: LexiconNames.optional(),
    /** Whether a body counts as what the body above it is: an institute inside a ministry. */
    through_parents: z.boolean().default(true),
    /** Other readings of who counts; the verdict is repeated for each (docs/method.md 1.4). */
    variants: z.array(ActorVariant).default([]),
  }),
  /** Stated objectives that name these categories against those that name the others. */
  z.strictObject({
    count: z.literal('objectives'),
    of: z.array(CategoryCode).min(1),
    against: z.array(CategoryCode).min(1),
  }),
  /** Programmes, sums of money and actions, for a description. */
  z.strictObject({ count: z.literal('activities') }),
]);
export type Measure = z.infer<typeof Measure>;

/** Why a statement cannot be tested by this program as it is. */
export const untestable = ['no_reuse_measure', 'out_of_text'] as const;

/** What the counts are compared with. */
export const Comparison = z.discriminatedUnion('by', [
  /** One side of the study with the other; `more` says which side the claim expects to have more. */
  z.strictObject({ by: z.literal('contrast'), more: z.enum(['source', 'policy']) }),
  /** A share with a threshold, on one side of the study or in some institutions of `institutions`. */
  z.strictObject({
    by: z.literal('threshold'),
    on: z.union([z.enum(['source', 'policy']), slug]),
    above: share.optional(),
    below: share.optional(),
    /** Thresholds from and to which the verdict is repeated: other readings of the same adverb. */
    band: z.tuple([share, share]).optional(),
  }),
  /** Each of some institutions with one that the claim says has less. */
  z.strictObject({ by: z.literal('minimum'), of: z.array(slug).min(1), than: slug }),
  /** How mixed the actors of one institution are, less those of the most mixed of others; by class. */
  z.strictObject({
    by: z.literal('diversity'),
    of: slug,
    than: z.array(slug).min(1),
    classes: z.record(slug, LexiconNames),
  }),
  /** Two measures of one institution of a side: the first should be higher. */
  z.strictObject({ by: z.literal('paired'), on: z.enum(['source', 'policy']), with: Measure }),
  /** Nothing: institutions side by side. */
  z.strictObject({ by: z.literal('none'), institutions: z.array(slug).min(1) }),
]);
export type Comparison = z.infer<typeof Comparison>;

const Statement = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Za-z0-9]*$/, 'a capital, then letters and digits'),
  title: sentence,
  /** Where the claim stands in the literature, restated in our own words. */
  anchor: sentence,
  /** The section or page of the source where it stands. */
  section: sentence.optional(),
  /** Whom it is about, that of the claim where left out; and as types, where it is tested at scope B too. */
  population: sentence.optional(),
  types: sentence.optional(),
  /**
   * `primary` is in the family whose p-values are adjusted together; `secondary` is described beside it and never
   * called supported.
   */
  family: z.enum(['primary', 'secondary']).default('primary'),
  /** Left out of a statement that keeps its place among the others though nothing here can test it. */
  measure: Measure.optional(),
  comparison: Comparison.optional(),
  not_testable: z.enum(untestable).optional(),
  /** What is counted, and what of it the claim is about, for sentences: `groups served`, `poor or of the frontier`. */
  unit: sentence.optional(),
  having: sentence.optional(),
  /** The same contrast against another pole, computed and printed beside the primary one. */
  companions: z.array(Pole).default([]),
  /** A: these institutions; documents are the sampled unit. */
  scope: z.literal('A').default('A'),
  gates: z.array(z.enum(gates)).default([...gates]),
  /** Numbers that its gates ask for, before those of the claim. */
  bars: OwnBars.optional(),
  /** Smallest effect that matters, as a ratio of odds; that of the study where left out. */
  smallest_effect: z.number().gt(1).optional(),
  /** What in the data would speak against the claim. */
  falsifier: sentence,
  /** What to add to a corpus that cannot test it: advice, no part of what is frozen. */
  needs: sentence.optional(),
});
type Statement = z.infer<typeof Statement>;

/** One statement of a claim, written down before the data are read. */
export const Hypothesis = Statement.superRefine((statement, context) => {
  for (const { path, message } of contradictions(statement)) {
    context.addIssue({ code: 'custom', path: [...path], message });
  }
});
export type Hypothesis = z.infer<typeof Hypothesis>;

/** A statement that can be tested. */
export type TestedHypothesis = Omit<Hypothesis, 'measure' | 'comparison' | 'unit' | 'having'> & {
  readonly measure: Measure;
  readonly comparison: Comparison;
  readonly unit: string;
  readonly having: string;
};

/** The statement as one that can be tested; null where it only keeps its place. */
export function testedOf(hypothesis: Hypothesis): TestedHypothesis | null {
  const { measure, comparison, unit, having } = hypothesis;
  if (measure === undefined || comparison === undefined) return null;
  return { ...hypothesis, measure, comparison, unit: unit ?? '', having: having ?? '' };
}

/** What of a statement does not fit together. */
function* contradictions(
  statement: Statement,
): Iterable<{ readonly path: readonly string[]; readonly message: string }> {
  const { measure, comparison, not_testable, companions } = statement;
  if (not_testable !== undefined) {
    const stray = (['measure', 'comparison'] as const).find((key) => statement[key] !== undefined);
    if (stray !== undefined) yield { path: [stray], message: 'nothing beside `not_testable`' };
    return;
  }
  for (const key of ['measure', 'comparison', 'unit', 'having'] as const) {
    if (statement[key] === undefined) yield { path: [key], message: 'one, or `not_testable`' };
  }
  if (measure === undefined || comparison === undefined) return;
  if (comparison.by === 'threshold') {
    const { above, below, band } = comparison;
    const threshold = above ?? below ?? 0;
    if ((above === undefined) === (below === undefined))
      yield { path: ['comparison'], message: 'one of `above` and `below`, never both' };
    else if (band !== undefined && !(band[0] <= threshold && threshold <= band[1]))
      yield { path: ['comparison', 'band'], message: 'a band round the threshold, its lower end first' };
  }
  const isWeighed = measure.count === 'passages' && measure.against !== undefined;
  if (companions.length > 0 && !(isWeighed && comparison.by === 'contrast'))
    yield { path: ['companions'], message: 'none but for a contrast of passages of two categories' };
  if ((measure.count === 'activities') !== (comparison.by === 'none'))
    yield { path: ['comparison'], message: '`by: none` with `count: activities`, and nowhere else' };
  if (comparison.by === 'diversity' && measure.count !== 'actors')
    yield { path: ['measure'], message: '`count: actors`, whose classes can be mixed' };
  if (measure.count === 'substantive_documents' && comparison.by !== 'threshold')
    yield { path: ['comparison'], message: '`by: threshold` for a share of documents' };
  if (comparison.by === 'paired' && comparison.with.count === 'activities')
    yield { path: ['comparison', 'with'], message: 'a measure that can be compared' };
  if (overlaps(measure)) yield { path: ['measure', 'against'], message: 'other categories than in `of`' };
}

function overlaps(measure: Measure): boolean {
  switch (measure.count) {
    case 'passages':
    case 'mentions':
      return measure.of === measure.against;
    case 'actors':
    case 'objectives':
      return measure.of.some((name) => measure.against?.includes(name) === true);
    case 'documents':
    case 'substantive_documents':
    case 'beneficiaries':
    case 'activities':
      return false;
  }
}

/** One way in which a whole claim may hold: all these hypotheses have to. */
const Way = z.strictObject({ id: slug, title: sentence, all: z.array(z.string()).min(1) });

/**
 * `claims/<id>.yaml`: a claim written down before the data are read. `institutions` gives names of single ones, as
 * the manifest has them, that hypotheses speak of.
 */
export const Claim = z
  .strictObject({
    id: slug,
    title: sentence,
    statement: sentence,
    source: sentence,
    /** Whom its hypotheses are about: documents of whom, where and when. */
    population: sentence.optional(),
    institutions: z.record(slug, z.array(sentence).min(1)).default({}),
    /** Numbers that the gates ask for in place of the protocol's. */
    bars: OwnBars.optional(),
    hypotheses: z.array(Hypothesis).min(1),
    /** The claim as a whole: every part has to hold (intersection-union test). */
    overall: z
      .strictObject({ title: sentence, all: z.array(z.string()).default([]), ways: z.array(Way).default([]) })
      .optional(),
    /** Events fixed in advance that courses over time are held against, unless the study names its own. */
    events: z.array(DatedEvent).optional(),
    /** What the claim says that no text can settle. */
    not_testable: z.array(sentence).default([]),
  })
  .superRefine((claim, context) => {
    const { hypotheses, institutions, overall } = claim;
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    for (const { name, message } of contradictoryBars(barsFor(claim))) fault(['bars', name], message);
    for (const [at, { bars }] of hypotheses.entries()) {
      if (bars === undefined) continue;
      for (const { name, message } of contradictoryBars(barsFor(claim, { bars })))
        fault(['hypotheses', at, 'bars', name], message);
    }
    const ids = hypotheses.map(({ id }) => id);
    const typed = hypotheses.find(isTestedOnTypes);
    for (const [at, hypothesis] of hypotheses.entries()) {
      if (hypothesis.types !== undefined && hypothesis !== typed)
        fault(
          ['hypotheses', at, 'types'],
          'none but in the first contrast of passages of two categories, which alone is tested about types',
        );
      if (ids.indexOf(hypothesis.id) < at) fault(['hypotheses', at, 'id'], 'an id of its own');
      for (const name of institutionsOf(hypothesis)) {
        if (institutions[name] === undefined)
          fault(
            ['hypotheses', at, 'comparison'],
            `institutions that \`institutions\` lists, not \`${name}\``,
          );
      }
    }
    const parts = [
      ...(overall?.all.map((id) => ({ id, path: ['overall', 'all'] })) ?? []),
      ...(overall?.ways.flatMap(({ all }, at) =>
        all.map((id) => ({ id, path: ['overall', 'ways', at, 'all'] })),
      ) ?? []),
    ];
    for (const { id, path } of parts) {
      if (!ids.includes(id)) fault(path, `hypotheses of this claim, not \`${id}\``);
    }
    if (overall !== undefined && parts.length === 0) fault(['overall'], 'at least one hypothesis');
  });
export type Claim = z.infer<typeof Claim>;

/** A claim without the advice in it: all that can change a finding or what a finding says. */
export function decisive(claim: Claim): Claim {
  return { ...claim, hypotheses: claim.hypotheses.map(({ needs: _, ...hypothesis }) => hypothesis) };
}

/** Whether a hypothesis is of the kind of which the first of a claim is tested about types of institutions (scope B). */
function isTestedOnTypes({ measure, comparison }: Hypothesis): boolean {
  return measure?.count === 'passages' && measure.against !== undefined && comparison?.by === 'contrast';
}

/** Names of the institutions of a claim that a hypothesis speaks of. */
function institutionsOf(hypothesis: Hypothesis): readonly string[] {
  const { comparison } = hypothesis;
  switch (comparison?.by) {
    case undefined:
      return [];
    case 'threshold':
      return ['source', 'policy'].includes(comparison.on) ? [] : [comparison.on];
    case 'minimum':
      return [...comparison.of, comparison.than];
    case 'diversity':
      return [comparison.of, ...comparison.than];
    case 'none':
      return comparison.institutions;
    case 'contrast':
    case 'paired':
      return [];
  }
}
