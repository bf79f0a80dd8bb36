import type { Claim } from '../../model/claim.ts';
import { type ContrastFinding, type Finding, isBalance } from '../../model/finding.ts';
import { shortNumber } from '../../model/outcome.ts';
import type { KeptResults } from '../../model/results.ts';
import { labelsOf, standingWords } from '../../model/words.ts';
import { forest } from '../figures/forest.ts';
import { type Drawn, drawnOf, reachOf } from '../figures/outcome.ts';
import { counted } from '../numbers.ts';
import { beforeOf, claimDrawing as factors } from '../page/claim.ts';
import { readBy, scope } from '../tables/finding-columns.ts';
import type { Column } from '../tables/table.ts';
import { type Drawing, dataOf, nameOf } from './drawing.ts';

/** The factors of a claim, and all its hypotheses, on one scale each; none without an interval. */
export function claimDrawings(results: KeptResults, claim: Claim): readonly Drawing[] {
  return [factorsDrawing(results, claim), hypothesesDrawing(results, claim)].flatMap((one) => one ?? []);
}

/** The factors of a claim, or of one of its hypotheses, on one scale; each leads where `hrefOf` says. */
export function factorsDrawing(
  results: KeptResults,
  claim: Claim,
  {
    hypothesis,
    hrefOf,
  }: {
    readonly hypothesis?: string;
    readonly hrefOf?: (finding: ContrastFinding) => string | null;
  } = {},
): Drawing | null {
  const balances = results.findings
    .filter((finding) => finding.claim === claim.id)
    .filter((finding) => hypothesis === undefined || finding.hypothesis === hypothesis)
    .filter(isBalance);
  const drawn = factors(balances, labelsOf(results.categories), hrefOf);
  if (drawn === null) return null;
  const name = nameOf('claim', results.claims.indexOf(claim), claim.id);
  const rows = balances.filter(({ verdict, dilution }) => verdict !== 'NOT_TESTABLE' && dilution !== null);
  return {
    kind: 'claim',
    name,
    title: claim.title,
    note: counted(rows.length, 'contrast'),
    caption: drawn.caption,
    alternative: drawn.alternative,
    svg: drawn.wide,
    narrow: drawn.narrow,
    data: dataOf(name, factorColumns, rows),
  };
}

/** All hypotheses of a claim with an interval on one scale, a row each. */
export function hypothesesDrawing(results: KeptResults, claim: Claim): Drawing | null {
  const rows = results.findings
    .filter(({ claim: of, role }) => of === claim.id && role === 'primary')
    .flatMap((finding) => {
      const drawn = drawnOf(finding);
      return drawn === null ? [] : [{ finding, drawn }];
    });
  if (rows.length < 2) return null;
  const labelled = rows.map(({ finding, drawn }) => ({
    id: finding.hypothesis,
    label: finding.title,
    number: shortNumber(finding) ?? '',
    words: standingWords(finding),
    drawn,
  }));
  const alternative = `Intervals in log odds, 0 at no difference or the threshold, right of it as claimed. ${labelled.map(({ id, label, number, words }) => `${id}, ${label}: ${number}, ${words}`).join('. ')}.`;
  const name = nameOf('hypotheses', results.claims.indexOf(claim), claim.id);
  return {
    kind: 'hypotheses',
    name,
    title: `The hypotheses of: ${claim.title}`,
    note: counted(rows.length, 'hypothesis', 'hypotheses'),
    caption:
      'Lines are 95 % intervals in log odds; the upright line is no difference, or the share that the claim asks for; bands are what is too small to matter. Hollow points are uncorrected for the lexicon’s errors.',
    alternative,
    svg: forest(labelled, reachOf(rows.map(({ drawn }) => drawn)), alternative),
    narrow: null,
    data: dataOf(name, hypothesisColumns, rows),
  };
}

const factorColumns: readonly Column<ContrastFinding>[] = [
  { name: 'hypothesis', type: 'text', meaning: 'Hypothesis', value: ({ hypothesis }) => hypothesis },
  { name: 'role', type: 'text', unit: 'primary, companion', meaning: 'Its role', value: ({ role }) => role },
  {
    name: 'numerator',
    type: 'text',
    meaning: 'Code of the claimed pole',
    value: ({ numerator }) => numerator,
  },
  {
    name: 'denominator',
    type: 'text',
    meaning: 'Code that it is weighed against',
    value: ({ denominator }) => denominator,
  },
  scope,
  {
    name: 'factor',
    type: 'number',
    unit: 'times',
    meaning: 'How many times fewer passages of the claimed pole policy has for each of the other',
    value: ({ dilution }) => dilution?.value ?? null,
  },
  {
    name: 'lower',
    type: 'number',
    unit: 'times',
    meaning: 'Lower 95 % bound',
    value: ({ dilution }) => dilution?.lower ?? null,
  },
  {
    name: 'upper',
    type: 'number',
    unit: 'times',
    meaning: 'Upper 95 % bound',
    value: ({ dilution }) => dilution?.upper ?? null,
  },
  {
    name: 'corrected',
    type: 'true or false',
    meaning: "Whether codings corrected the lexicon's errors",
    value: ({ corrected }) => corrected,
  },
  {
    name: 'uncorrected',
    type: 'number',
    unit: 'times',
    meaning: 'The factor without correction; empty where it is the same',
    value: (row) => beforeOf(row)?.factor.value ?? null,
  },
  {
    name: 'uncorrected_lower',
    type: 'number',
    unit: 'times',
    meaning: 'Its lower 95 % bound',
    value: (row) => beforeOf(row)?.factor.lower ?? null,
  },
  {
    name: 'uncorrected_upper',
    type: 'number',
    unit: 'times',
    meaning: 'Its upper 95 % bound',
    value: (row) => beforeOf(row)?.factor.upper ?? null,
  },
];

type HypothesisRow = { readonly finding: Finding; readonly drawn: Drawn };

const finite = (value: number) => (Number.isFinite(value) ? value : null);

const hypothesisColumns: readonly Column<HypothesisRow>[] = [
  { name: 'hypothesis', type: 'text', meaning: 'Hypothesis', value: ({ finding }) => finding.hypothesis },
  { name: 'title', type: 'text', meaning: 'What it says', value: ({ finding }) => finding.title },
  { name: 'verdict', type: 'text', meaning: 'Its verdict', value: ({ finding }) => finding.verdict },
  ...readBy<HypothesisRow, Finding>([scope], ({ finding }) => finding),
  {
    name: 'estimate',
    type: 'number',
    unit: 'log odds',
    meaning: 'Positive as claimed, 0 at no difference or the threshold; empty where it is infinite',
    value: ({ drawn }) => finite(drawn.value),
  },
  {
    name: 'lower',
    type: 'number',
    unit: 'log odds',
    meaning: 'Lower 95 % bound; empty where it is infinite',
    value: ({ drawn }) => finite(drawn.lower),
  },
  {
    name: 'upper',
    type: 'number',
    unit: 'log odds',
    meaning: 'Upper 95 % bound; empty where it is infinite',
    value: ({ drawn }) => finite(drawn.upper),
  },
  {
    name: 'uncorrected',
    type: 'number',
    unit: 'log odds',
    meaning: 'The estimate without correction; empty where it is the same',
    value: ({ drawn }) => drawn.before,
  },
  {
    name: 'smallest',
    type: 'number',
    unit: 'log odds',
    meaning: 'Smallest effect that matters; 0 where the claim states a magnitude itself',
    value: ({ drawn }) => drawn.smallest,
  },
  {
    name: 'corrected',
    type: 'true or false',
    meaning: "Whether codings corrected the lexicon's errors",
    value: ({ drawn }) => drawn.corrected,
  },
];
