import type { GateId } from './claim.ts';
import type {
  Balance,
  ContrastFinding,
  Finding,
  Fragility,
  Gate,
  Reason,
  Side,
  Verdict,
  Warning,
} from './finding.ts';
import type { MeasuredCategory } from './lexicon.ts';
import type { Language } from './passage.ts';
import type { Status } from './problem.ts';

/** The readable name of a category code; the code itself where it has none. */
export type Labels = (code: string) => string;

/** Names of the codes of the claim, as `categories.yaml` gives them. */
export function labelsOf(categories: readonly MeasuredCategory[]): Labels {
  const names = new Map(categories.map(({ code, label }) => [code, label]));
  return (code) => names.get(code) ?? code;
}

/** A label as it stands inside a sentence: lower case, except for acronyms. */
export function inSentence(label: string): string {
  return /^\p{Lu}(?![\p{Lu}\d])/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** A verdict in at most a few words, lower case. */
export function verdictWords(verdict: Verdict): string {
  switch (verdict) {
    case 'SUPPORTED_SUBSTANTIAL':
      return 'supported, substantial';
    case 'SUPPORTED_DIRECTION':
      return 'supported in direction';
    case 'INCONCLUSIVE':
      return 'inconclusive';
    case 'CONTRADICTED_NEGLIGIBLE':
      return 'contradicted, too small to matter';
    case 'CONTRADICTED_BOUNDED':
      return 'contradicted, not as large as claimed';
    case 'CONTRADICTED_REVERSED':
      return 'contradicted, reversed';
    case 'CONTRADICTED_REVERSED_SUBSTANTIAL':
      return 'contradicted, reversed and substantial';
    case 'SUPPORTED':
      return 'supported';
    case 'CONTRADICTED':
      return 'contradicted';
    case 'DESCRIBED':
      return 'described, not tested';
    case 'NOT_TESTABLE':
      return 'not testable';
  }
}

/** Whether a finding speaks for or against its hypothesis and another choice overturns it. */
export function isFragile({ verdict, fragile }: Pick<Finding, 'verdict' | 'fragile'>): boolean {
  return (verdict.startsWith('SUPPORTED') || verdict.startsWith('CONTRADICTED')) && fragile.length > 0;
}

/** The verdict of a finding in words, with what speaks for it or against it marked where another choice overturns it. */
export function standingWords(of: Pick<Finding, 'verdict' | 'fragile'>): string {
  return `${verdictWords(of.verdict)}${isFragile(of) ? ' (fragile)' : ''}`;
}

/** What overturns a fragile finding, as a clause. */
export function fragilityWords(why: Fragility): string {
  switch (why) {
    case 'sign':
      return 'fewer than 80 % of the ways of counting have the sign of the primary one';
    case 'term':
      return 'leaving out a single term changes what the interval says';
    case 'reading':
      return 'another reading of which actors count changes what the interval says';
  }
}

/** What a verdict says about the interval and the smallest effect that matters (a factor above 1). */
export function verdictMeaning(verdict: Verdict, smallestEffect: number): string {
  const least = `${Number(smallestEffect.toFixed(2))} times`;
  switch (verdict) {
    case 'SUPPORTED_SUBSTANTIAL':
      return `the whole interval lies at or above ${least}, the smallest effect that matters`;
    case 'SUPPORTED_DIRECTION':
      return `the whole interval lies above no difference, but it reaches below ${least}, the smallest effect that matters`;
    case 'INCONCLUSIVE':
      return `the data allow both no difference and one of ${least} or more`;
    case 'CONTRADICTED_NEGLIGIBLE':
      return `the whole interval lies within ${least} either way: any difference is too small to matter`;
    case 'CONTRADICTED_BOUNDED':
      return `a difference of ${least} or more, as claimed, is excluded`;
    case 'CONTRADICTED_REVERSED':
      return 'the whole interval lies on the other side of no difference';
    case 'CONTRADICTED_REVERSED_SUBSTANTIAL':
      return `the whole interval lies on the other side, at ${least} or more`;
    case 'SUPPORTED':
      return 'the whole interval lies on the claimed side of the threshold';
    case 'CONTRADICTED':
      return 'the whole interval lies on the other side of the threshold';
    case 'DESCRIBED':
      return 'it stands beside the tested statements and is never called supported';
    case 'NOT_TESTABLE':
      return 'the corpus does not meet what the test asks for';
  }
}

/** Why a verdict is not more than it is, and what would change that. */
export function reasonWords(reason: Reason): { readonly what: string; readonly remedy: string } {
  switch (reason) {
    case 'interval_includes_zero':
      return { what: 'the interval includes no difference', remedy: 'add documents' };
    case 'uncorrected':
      return {
        what: "uncorrected for the lexicon's errors",
        remedy: 'have a sample of passages of both sides coded by hand',
      };
    case 'population_changed':
      return {
        what: 'the coded sample was drawn from another corpus',
        remedy: 'draw a new sample, or take out what is new',
      };
    case 'unreliable_codings':
      return {
        what: 'coders agree too little on it',
        remedy: 'sharpen the codebook and have the passages coded anew',
      };
    case 'codings_open':
      return {
        what: 'coders differ on some of its passages, or could not tell, and nobody has decided yet',
        remedy: 'have these passages adjudicated',
      };
    case 'undecidable_codings':
      return {
        what: 'it hangs on how passages are counted of which whoever decides says that nobody can tell',
        remedy: 'sharpen the codebook so that they can be decided, or code more passages',
      };
    case 'agreement_unknown':
      return {
        what: 'nobody can tell whether coders agree on it',
        remedy: 'have a second person code passages that the first has coded',
      };
    case 'extraction_inaccurate':
      return {
        what: 'the program misreads too many of the mentions that it rests on',
        remedy: 'have more passages coded, or mend terms and names and have a new sample coded',
      };
    case 'extraction_unvalidated':
      return {
        what: 'too few of the mentions that it rests on were coded to tell how well they are read',
        remedy: 'have more passages coded that hold such mentions',
      };
    case 'correction_unstable':
      return { what: 'the correction takes away more than was counted', remedy: 'have more passages coded' };
    case 'p_too_large':
      return {
        what: 'its interval would decide it, but its own p is above .025',
        remedy: 'add documents',
      };
    case 'multiplicity':
      return {
        what: 'it does not hold beside all the other hypotheses of the claim',
        remedy: 'add documents, or look at its own interval as exploratory',
      };
    case 'secondary':
      return {
        what: 'it is outside the family of tests that the claim was written with',
        remedy: 'read its number as a description',
      };
    case 'nothing_counted':
      return { what: 'nothing of what it counts was found', remedy: 'add documents that name it' };
    case 'institution_missing':
      return {
        what: 'documents of the institutions that it speaks of are missing',
        remedy: 'add documents of these institutions, or write the names that they have in the claim',
      };
    case 'part_not_testable':
      return {
        what: 'a part of the claim cannot be tested',
        remedy: 'add what the part lacks; it is named with its reason',
      };
    case 'part_undecided':
      return { what: 'a part of the claim is undecided', remedy: 'see that part' };
    case 'no_reuse_measure':
      return {
        what: 'the reuse of texts is not measured yet',
        remedy: 'it keeps its place among the hypotheses',
      };
    case 'out_of_text':
      return { what: 'no text can settle it', remedy: 'look for evidence outside the documents' };
    case 'no_documents':
      return { what: 'one side has no documents', remedy: 'add documents with a voice of that side' };
    case 'too_few_documents':
      return { what: 'too few documents on one side', remedy: 'add documents of that side' };
    case 'too_few_effective_documents':
      return {
        what: 'a few documents hold most of the framed passages of one side',
        remedy: 'add documents of that side',
      };
    case 'too_few_framed_passages':
      return {
        what: 'too few framed passages on one side',
        remedy: 'add documents of that side that speak of the object',
      };
    case 'no_common_support':
      return {
        what: 'the two sides share too few languages and periods',
        remedy: 'add documents of either side in the languages and years of the other',
      };
    case 'no_variance':
      return {
        what: 'the spread between documents cannot be computed',
        remedy: 'add documents, at least two an institution',
      };
  }
}

/** What a gate asks for. */
export function gateWords(gate: GateId): string {
  switch (gate) {
    case 'documents':
      return 'enough documents on each side';
    case 'framed_passages':
      return 'enough framed passages on each side';
    case 'overlap':
      return 'languages and periods in common';
    case 'extraction':
      return 'mentions read as people read them';
    case 'reliability':
      return 'coders agree with each other';
    case 'validation':
      return 'enough passages coded by hand';
  }
}

/** How a gate came out. */
export function gateOutcome(gate: Gate): string {
  return gate.passed === null ? 'nothing to check yet' : gate.passed ? 'met' : 'not met';
}

/** What the counts of frames in a contrast are, beside which their passages are linked; without a full stop. */
export function framesCountedWords({ corrected }: ContrastFinding): string {
  return corrected
    ? 'Counts of frames are corrected for the lexicon’s errors, in the compared languages and periods; their links lead to all passages that it finds'
    : 'Counts of frames are of the compared languages and periods; their links lead to all';
}

/** Why an institution is not in the contrast. */
export function leftOutWords(reason: NonNullable<Balance['leftOut']>): string {
  switch (reason) {
    case 'one_document':
      return 'has only one document, so its spread is unknown';
    case 'no_framed_passage':
      return 'has no passage with either frame';
    case 'no_common_support':
      return 'shares no language and period with the other side';
  }
}

/** What a finding should be read with. */
export function warningWords(warning: Warning): string {
  switch (warning) {
    case 'confounded_with_genre':
      return 'no kind of document occurs on both sides: the difference may be one of genre';
    case 'institutions_left_out':
      return 'institutions with fewer than two documents are left out of the mean';
    case 'one_institution_a_side':
      return 'a side has one institution only: the result is about that institution, not its type';
    case 'reading_of_actors_decides':
      return 'who counts decides: by another reading of which actors count the interval says something else';
  }
}

/** The name of a language. */
export function languageLabel(language: Language | (string & {})): string {
  switch (language) {
    case 'en':
      return 'English';
    case 'es':
      return 'Spanish';
    case 'pt':
      return 'Portuguese';
    case 'other':
      return 'languages without a lexicon';
    case 'und':
      return 'language undetermined';
    default:
      return language;
  }
}

/** How much of a file could be read. */
export function statusLabel(status: Status): string {
  switch (status) {
    case 'ok':
      return 'whole';
    case 'partial':
      return 'in part';
    case 'failed':
      return 'failed';
  }
}

/** A part of a document in words. */
export function zoneLabel(zone: string): string {
  return zone.replaceAll('_', ' ');
}

/** Who speaks, in words fit for a sentence; voices of the study's own lose their underscores. */
export function voiceLabel(voice: string): string {
  switch (voice) {
    case 'civil_society':
      return 'civil society';
    case 'regional_body':
      return 'regional bodies';
    case 'national_government':
      return 'national governments';
    case 'international_organisation':
      return 'international organisations';
    case 'donor':
      return 'donors';
    case 'party':
      return 'parties';
    case 'local_government':
      return 'local governments';
    case 'central_bank':
      return 'central banks';
    case 'other':
      return 'other voices';
    default:
      return voice.replaceAll('_', ' ');
  }
}

/** The voices of one side of a contrast: `regional bodies and donors`. */
export function sideLabel(side: Pick<Side, 'voices'>): string {
  const names = side.voices.map(voiceLabel);
  return names.length < 2
    ? (names[0] ?? 'nobody')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
