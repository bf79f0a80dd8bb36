import { z } from 'zod';
import { type LexiconLanguage, lexiconLanguages } from './passage.ts';
import type { Speech } from './speech.ts';
import type { Overlap } from './study.ts';
import type { Sha256 } from './units.ts';

/**
 * What kind of thing a theme's terms are. Longest match holds within a layer, so that a frame cannot
 * swallow its own object. Masks name what must not fire (organisations, brands, terms of art). Cues are
 * words of negation, doubt or speech: they never become tags, but serve rules and readings of other terms.
 */
export const layers = ['frame', 'object', 'actor', 'marker', 'mask', 'cue'] as const;
export type Layer = (typeof layers)[number];

const slug = z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and underscores');
const sentence = z.string().min(1);

/**
 * What the words of a term name where it is not the frame itself. `opponent`: what the frame is set against (`capitalism`),
 * so that to reject or deny it affirms the frame. `need`: what the frame wants ended (`hunger`), so that to end it does.
 */
export const TermNames = z.enum(['opponent', 'need']);
export type TermNames = z.infer<typeof TermNames>;

/** How sure we are of a pattern: seen in real text, an inflected form of a seen one, or proposed. */
export const TermStatus = z.enum(['attested', 'inflected', 'proposed']);

/** How far company may stand: in the same sentence, in the same passage, or with at most so many words between. */
const Reach = z.union([z.literal('sentence'), z.literal('passage'), z.int().min(0).max(200)]);

/** Others whose presence a rule asks for: patterns, and `<theme>` or `<theme/category>` for all terms of one. */
const Company = z.strictObject({
  of: z.preprocess((of) => (typeof of === 'string' ? [of] : of), z.array(z.string().min(1)).min(1)),
  within: Reach,
});

/** Rules that a place has to satisfy to count, of a category for all its terms or of one term instead. */
const rules = {
  /** One of these must stand near. */
  near: Company.optional(),
  /** None of these may stand near. */
  not_near: Company.optional(),
  /** None of these may stand before it. */
  not_after: Company.optional(),
  /** A term of the object must stand near; closer than the passage, which every frame needs. */
  needs_object: z.strictObject({ within: Reach }).optional(),
};

/** Who wrote an entry and when (`2026-11-27`). */
const signature = {
  author: sentence.optional(),
  date: z.iso.date().optional(),
};

/**
 * One line of a lexicon. Pattern language: words; `*` any ending and `?` one character inside a word;
 * `(a|b c)` alternatives of one or more words; `[a]` optional words; groups nest; `~3` up to three words
 * between; `word~` any word with its stem; `/re/` one word by a regular expression.
 */
export const TermEntry = z.strictObject({
  pattern: z.string().min(1),
  /** Which of the senses of an ambiguous wording is meant; the category's definition where left out. */
  sense: sentence.optional(),
  /** Set where the words name an opponent of the frame or a need that it answers, and not the frame itself. */
  names: TermNames.optional(),
  /** Why this wording signals the category. */
  why: sentence,
  /** Where the wording was seen or who proposed it. */
  evidence: sentence,
  status: TermStatus,
  /** `exact` for acronyms that are ordinary words in lower case. */
  case: z.enum(['fold', 'exact']).default('fold'),
  /** `exact` where an accent tells two words apart. */
  accents: z.enum(['fold', 'exact']).default('fold'),
  /** Sentences that this very line must match, and must not. */
  yes: z.array(sentence).default([]),
  no: z.array(sentence).default([]),
  ...rules,
  ...signature,
});
export type TermEntry = z.infer<typeof TermEntry>;

const Terms = z.partialRecord(z.enum(lexiconLanguages), z.array(TermEntry).min(1));

export const CategoryEntry = z.strictObject({
  definition: sentence,
  include: sentence.optional(),
  exclude: sentence.optional(),
  /** Invented sentences by language, each of which some term of the category must match. */
  matches: z.partialRecord(z.enum(lexiconLanguages), z.array(sentence)).default({}),
  /** Invented sentences by language that no term of the category may match (masks applied). */
  rejects: z.partialRecord(z.enum(lexiconLanguages), z.array(sentence)).default({}),
  /** Of a mask: the layers whose terms it silences where it stands. */
  blocks: z.array(z.enum(['frame', 'object'])).optional(),
  ...rules,
  terms: Terms,
});
export type CategoryEntry = z.infer<typeof CategoryEntry>;

/** One body or firm under all the names by which terms of the actor layer find it. */
const ActorEntry = z.strictObject({
  name: sentence,
  /** Two letters (ISO 3166); left out for bodies of several countries. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'two capital letters')
    .optional(),
  /** The id of the body that it belongs to, for example a ministry. */
  parent: slug.optional(),
  aliases: z.array(sentence).min(1),
});

/** One lexicon file: `lexicons/<theme>.yaml`. */
export const Theme = z.strictObject({
  theme: slug,
  layer: z.enum(layers),
  label: sentence,
  /** Of all entries that name no other. */
  ...signature,
  /** Actors by their canonical ids. */
  actors: z.record(slug, ActorEntry).default({}),
  categories: z.record(slug, CategoryEntry),
});
export type Theme = z.infer<typeof Theme>;

/** Codes of the claim's categories, for example `NEP`, `PE`, `DIL`. */
export const CategoryCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/, 'upper-case letters, digits and underscores');

/**
 * `lexicons/categories.yaml`: what each category of the claim consists of. `from` lists themes
 * (`add_on`) or categories of themes (`poverty_eradication/social_protection`), `union` other codes.
 */
export const CategoryMap = z.record(
  CategoryCode,
  z.strictObject({
    label: sentence,
    definition: sentence,
    from: z.array(z.string().regex(/^[a-z0-9_]+(\/[a-z0-9_]+)?$/)).default([]),
    union: z.array(CategoryCode).default([]),
  }),
);
export type CategoryMap = z.infer<typeof CategoryMap>;

/** The line of a YAML file on which what a path leads to stands, or the furthest part of it that is there. */
export type LineOf = (path: readonly (string | number)[]) => number;

/** A lexicon as read from disk: file names are kept so that an error can say where. */
export type LexiconSource = {
  readonly themes: readonly { readonly file: string; readonly theme: Theme }[];
  readonly categories: CategoryMap;
  /** The line on which what a path leads to stands, by file; unknown of what is not read from files. */
  readonly lines?: ReadonlyMap<string, LineOf>;
  /** What the study says of terms that overlap; `layer` where it is left out. */
  readonly overlap?: Overlap;
  /** Without it nothing is denied and all is the author's own. */
  readonly speech?: Speech;
};

/** What a rule asks for; its code is also what a tag is blocked by where the rule is not satisfied. */
export type Rule = {
  readonly code: 'near' | 'not_near' | 'not_after' | 'object_far';
  readonly within: z.infer<typeof Reach>;
  /** `<theme>/<category>` names whose terms are company. */
  readonly categories: readonly string[];
  /** Patterns in the term's language that are company. */
  readonly patterns: readonly string[];
};

/** One pattern in one language with everything a tag has to answer for. */
export type Term = {
  /** `<theme>/<category>.<language>.<digits>`: 6 hexadecimal digits of the pattern and how exactly it compares, 12 where two share 6. */
  readonly id: string;
  readonly theme: string;
  readonly category: string;
  readonly layer: Layer;
  readonly language: LexiconLanguage;
  readonly pattern: string;
  readonly why: string;
  readonly evidence: string;
  readonly status: z.infer<typeof TermStatus>;
  readonly exactCase: boolean;
  readonly exactAccents: boolean;
  /** Layers that this term silences; empty unless it is a mask. */
  readonly blocks: readonly Layer[];
  readonly rules: readonly Rule[];
  readonly names: TermNames | null;
  readonly author: string | null;
  /** The day on which it was written or last changed, `YYYY-MM-DD`. */
  readonly date: string | null;
};

/** A category of the claim with its union resolved to `<theme>/<category>` names. */
export type MeasuredCategory = {
  readonly code: string;
  readonly label: string;
  readonly definition: string;
  readonly categories: readonly string[];
};

/** An actor by its canonical id. */
export type Actor = {
  readonly id: string;
  readonly name: string;
  /** Two letters; null for bodies of several countries. */
  readonly country: string | null;
  /** The id of the body that it belongs to. */
  readonly parent: string | null;
  readonly aliases: readonly string[];
};

/** A checked lexicon, ready to compile; the hash covers all that can change a tag or a count. */
export type Lexicon = {
  readonly hash: Sha256;
  readonly terms: readonly Term[];
  readonly measured: readonly MeasuredCategory[];
  readonly actors: readonly Actor[];
  readonly overlap: Overlap;
  readonly speech: Speech;
};

/** Categories that are no union of others, without the object: what counts in one counts in no whole of it. */
export function elementary(
  categories: readonly MeasuredCategory[],
  object: string,
): readonly MeasuredCategory[] {
  const others = categories.filter(({ code }) => code !== object);
  return others.filter((whole) => !others.some((part) => part !== whole && isPart(part, whole)));
}

/** Whether a category consists of some, but not all, of what another consists of. */
export function isPart(part: MeasuredCategory, whole: MeasuredCategory): boolean {
  return (
    part.categories.length > 0 &&
    part.categories.length < whole.categories.length &&
    part.categories.every((name) => whole.categories.includes(name))
  );
}
