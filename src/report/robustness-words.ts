import type { EffectsReason } from '../model/effects.ts';
import type {
  CodingBar,
  Robustness,
  RobustnessReason,
  ShrunkenShare,
  SpecificationFactor,
  Variation,
  VariationKind,
} from '../model/robustness.ts';
import { fragilityWords, type Labels, reasonWords } from '../model/words.ts';
import { percent } from './numbers.ts';

/** Why a number is not there, as a clause. */
export function robustnessReasonWords(
  reason: RobustnessReason | EffectsReason | NonNullable<CodingBar>,
): string {
  switch (reason) {
    case 'no_contrast':
      return 'no contrast can be computed';
    case 'one_institution':
      return 'one side has a single institution';
    case 'min_p':
      return 'there are too few institutions for any result to be unlikely by chance';
    case 'few_documents':
      return 'an institution has fewer than five framed documents, too few to draw anew';
    case 'no_framed_passage':
      return 'an institution has no framed passage then';
    case 'no_spread':
      return 'documents do not differ';
    case 'no_such_term':
      return 'no term is of that kind';
    case 'no_draws':
      return 'nothing was to be drawn';
    case 'too_many_documents':
      return 'there are too many documents for it';
    case 'too_many_institutions':
      return 'there are too many institutions';
    case 'distinct_units':
      return 'a body named in a document that is drawn twice is one body still';
    case 'too_few_words':
      return 'too few words are as frequent as the terms';
    case 'uncorrected':
      return 'too few passages of both sides have been coded, or none';
    case 'unreliable_codings':
    case 'codings_open':
    case 'undecidable_codings':
    case 'agreement_unknown':
      return reasonWords(reason).what;
  }
}

/** Why nothing was varied, as a clause; null where something was. What is said of types stands all the same. */
export function unvariedWords({ reason }: Robustness): string | null {
  return reason === null ? null : `nothing to vary: ${robustnessReasonWords(reason)}`;
}

/** What one change leaves out or keeps. */
export function variationKindWords(kind: VariationKind): string {
  switch (kind) {
    case 'term_out':
      return 'without one term';
    case 'family_out':
      return 'without one family of terms';
    case 'kind_out':
      return 'without one kind of document';
    case 'language_out':
      return 'without one language';
    case 'institution_out':
      return 'without one institution';
    case 'document_out':
      return 'without one document';
    case 'core_terms':
      return 'terms measured at a precision of 90 % or more alone';
    case 'attested_terms':
      return 'terms seen in real text alone';
    case 'expanded_terms':
      return 'with the words that keep most company with the terms';
  }
}

/** A factor of the grid and its choices in words. */
export const factorWords: Readonly<
  Record<SpecificationFactor, { readonly name: string; readonly choices: Readonly<Record<string, string>> }>
> = {
  unit: { name: 'counted', choices: { sentence: 'sentences', paragraph: 'paragraphs' } },
  weighting: {
    name: 'documents weigh',
    choices: { pooled: 'by their passages', document: 'the same', capped: 'at most the 95th pct' },
  },
  voice: {
    name: 'voice',
    choices: { own: "the author's own", endorsed: 'and endorsed', all: 'and all attributed' },
  },
  negation: {
    name: 'what is denied',
    choices: { drop: 'is dropped', ignore: 'counts as said', flip: 'counts against' },
  },
  domain: {
    name: 'the object is named',
    choices: { passage: 'in the passage', neighbours: 'there or beside it', document: 'in the document' },
  },
};

/** What the curve says, in one sentence or two. */
export function curveWords(robust: Robustness): string {
  const { curve } = robust;
  if (curve === null || curve.median === null)
    return `No other way of counting gives a contrast: ${robustnessReasonWords(robust.reason ?? 'no_contrast')}.`;
  const known = curve.specifications.filter(({ value }) => value !== null).length;
  return `Of ${curve.specifications.length} ways of counting ${known} give a contrast: ${percent(curve.shareAbove ?? 0)} of them point as claimed, and the middle one is ${Math.exp(curve.median).toFixed(2)} times.`;
}

/** What of these numbers human codings correct. */
export function correctedWords({ corrected, curve }: Robustness): string {
  if (!corrected) return "All numbers are uncorrected for the lexicon's errors.";
  const known = (curve?.corrected ?? []).flatMap(({ value }) => value ?? []);
  const ways = `${known.length} ways of counting that count what people coded were corrected for the lexicon's errors too`;
  const range =
    known.length === 0
      ? ''
      : `: ${Math.exp(Math.min(...known)).toFixed(2)} to ${Math.exp(Math.max(...known)).toFixed(2)} times`;
  return `The curve and the random lexicons are uncorrected for the lexicon's errors, since people coded the primary way alone and no random word. ${ways}${range}. What is left out in turn is left out of the corrected contrast.`;
}

/** Whether the finding hangs on one choice. */
export function fragileWords({ fragile }: Robustness): string {
  if (fragile.length === 0)
    return 'Neither the sign nor the class of the interval hangs on one term or on a few ways of counting.';
  return `Fragile: ${fragile.map(fragilityWords).join(', and ')}.`;
}

/** What a variation is about, as a reader names it. */
export function variationName(
  variation: Variation,
  labels: Labels,
  patternOf: (term: string) => string | null,
): string {
  const { kind, name, code } = variation;
  if (kind === 'term_out') return `“${patternOf(name) ?? name}”${code === null ? '' : ` (${labels(code)})`}`;
  return name === '' ? (kind === 'kind_out' ? 'kind not known' : '') : name;
}

/** The corrected share beside each uncorrected one, undefined of one that is no share; null where none is corrected. */
export function correctedShares({
  correctedShrunken,
}: Pick<Robustness, 'correctedShrunken'>): ((row: ShrunkenShare) => ShrunkenShare | undefined) | null {
  if (correctedShrunken.length === 0) return null;
  const nameOf = ({ side, institution }: ShrunkenShare) => `${side} ${institution}`;
  const rows = new Map(correctedShrunken.map((row) => [nameOf(row), row]));
  return (row) => rows.get(nameOf(row));
}
