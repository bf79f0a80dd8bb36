import type { LexiconLanguage } from '../model/passage.ts';
import { maxInAll, maxSequences, maxWords, type PatternFault } from './pattern.ts';

/** Where in the lexicon an error is. */
export type CategoryPlace = { readonly file: string; readonly theme: string; readonly category: string };

/** Where a term or an example sentence is. */
export type LanguagePlace = CategoryPlace & { readonly language: LexiconLanguage };

/** Where an actor is. */
type ActorPlace = { readonly file: string; readonly theme: string; readonly actor: string };

/** Anything wrong with a lexicon. `term` is a pattern as written; `code_` errors are in `categories.yaml`. */
export type LexiconError =
  | (LanguagePlace & { readonly code: 'pattern_fault'; readonly term: string; readonly fault: PatternFault })
  | (LanguagePlace & { readonly code: 'stem_unavailable'; readonly term: string })
  | (LanguagePlace & {
      readonly code: 'rule_fault';
      readonly term: string;
      readonly rule: string;
      readonly company: string;
      readonly fault: PatternFault;
    })
  | (LanguagePlace & {
      readonly code: 'rule_unknown_category' | 'rule_unbracketed' | 'rule_circular';
      readonly term: string;
      readonly rule: string;
      readonly found: string;
    })
  | (LanguagePlace & {
      readonly code: 'rule_circle';
      readonly term: string;
      readonly rule: string;
      /** From the term's category along rules back to it. */
      readonly path: readonly string[];
    })
  /** This and all terms after it, so many, would make the lexicon too wide to hold. */
  | (LanguagePlace & { readonly code: 'lexicon_too_wide'; readonly term: string; readonly leftOut: number })
  | (LanguagePlace & { readonly code: 'rule_on_mask'; readonly term: string; readonly rule: string })
  | (LanguagePlace & { readonly code: 'pattern_duplicate'; readonly term: string; readonly other: string })
  | (LanguagePlace & {
      readonly code: 'pattern_shared';
      readonly term: string;
      readonly sequence: string;
      /** `<theme>/<category>` that has the same wording. */
      readonly other: string;
    })
  | (LanguagePlace & {
      readonly code: 'example_missed';
      /** The list it stands in: of the category, or of one line. */
      readonly list: 'matches' | 'yes';
      readonly sentence: string;
      readonly found: string;
    })
  | (LanguagePlace & {
      readonly code: 'example_unheard';
      readonly list: 'matches' | 'yes';
      readonly sentence: string;
      readonly surface: string;
      /** What keeps the frame from counting, and the words that say so with their rules. */
      readonly as: 'denied' | 'attributed';
      readonly by: string;
    })
  | (LanguagePlace & {
      readonly code: 'example_tagged';
      readonly list: 'rejects' | 'no';
      readonly sentence: string;
      readonly term: string;
      readonly surface: string;
    })
  | (CategoryPlace & { readonly code: 'blocks_without_mask'; readonly layer: string })
  | (ActorPlace & { readonly code: 'alias_shared'; readonly alias: string; readonly other: string })
  | (ActorPlace & { readonly code: 'alias_untagged'; readonly alias: string })
  | (ActorPlace & { readonly code: 'actor_unknown_parent'; readonly found: string })
  /** Bodies that are each above the other. */
  | (ActorPlace & { readonly code: 'actor_circle'; readonly found: string })
  | {
      readonly code: 'theme_duplicate';
      readonly file: string;
      readonly theme: string;
      readonly other: string;
    }
  | {
      readonly code: 'code_unknown_category';
      readonly file: string;
      readonly of: string;
      readonly found: string;
    }
  | { readonly code: 'code_unknown_code'; readonly file: string; readonly of: string; readonly found: string }
  | {
      readonly code: 'code_circular';
      readonly file: string;
      readonly of: string;
      readonly path: readonly string[];
    }
  | { readonly code: 'code_empty'; readonly file: string; readonly of: string };

/** One error in words: where, what was expected, what was found, what to do. Lower-case start, no full stop. */
export function describeLexiconError(error: LexiconError): string {
  return `${error.file}: ${where(error)}: ${sentence(error)}`;
}

function where(error: LexiconError): string {
  if ('of' in error) return `\`${error.of}\``;
  if (error.code === 'theme_duplicate') return `theme \`${error.theme}\``;
  if ('actor' in error) return `actor \`${error.actor}\``;
  const category = `\`${error.theme}/${error.category}\``;
  if (!('language' in error)) return category;
  const example = 'sentence' in error ? `"${error.sentence}"` : `\`${error.term}\``;
  return `${category} (${error.language}), ${example}`;
}

function sentence(error: LexiconError): string {
  switch (error.code) {
    case 'pattern_fault':
      return faultSentence(error.fault);
    case 'stem_unavailable':
      return 'expected no stem (`~`) in a language without a stemmer, found one: spell the endings out';
    case 'rule_fault':
      return `\`${error.rule}\` of \`${error.company}\`: ${faultSentence(error.fault)}`;
    case 'rule_unknown_category':
      return `expected \`${error.rule}\` to name a theme or \`theme/category\`, found \`${error.found}\`: correct the name or add the category`;
    case 'rule_unbracketed':
      return `expected \`${error.rule}\` to name the category in brackets, found it as words: write \`<${error.found}>\``;
    case 'rule_circular':
      return `expected \`${error.rule}\` to name others, found \`${error.found}\`, to which the term itself belongs: name patterns or another category`;
    case 'rule_circle':
      return `expected \`${error.rule}\` to name categories whose rules do not lead back, found ${error.path.join(' > ')}: take out one of the links`;
    case 'lexicon_too_wide':
      return `expected the patterns of the lexicon to stand for at most ${maxInAll} words, found more from here on (${error.leftOut} terms are left out): take alternatives out of the widest patterns`;
    case 'rule_on_mask':
      return `expected no rule on a mask, found \`${error.rule}\`: give the rule to the terms that the mask should silence`;
    case 'pattern_duplicate':
      return `expected a pattern of its own, found the same as \`${error.other}\`: delete one of the two`;
    case 'pattern_shared':
      return `expected wording of its own, found \`${error.sequence}\` in \`${error.other}\` too, of which only one could ever be tagged: leave it in the category it belongs to, or set \`overlap: nested\` in study.yaml to count both`;
    case 'example_missed':
      return `a sentence that must match (\`${error.list}\`): expected ${examined(error.list)} to match, found ${error.found}: add a term or correct the sentence`;
    case 'example_unheard':
      return `a sentence that must match (\`${error.list}\`): expected the author to affirm "${error.surface}", found it ${error.as} by ${error.by}: say it in the author's own voice, or set \`names\` where the line names an opponent or a need`;
    case 'example_tagged':
      return `a sentence that must not match (\`${error.list}\`): expected ${examined(error.list)} not to match, found \`${error.term}\` at "${error.surface}": narrow the term, mask the wording or correct the sentence`;
    case 'blocks_without_mask':
      return `expected \`blocks\` only where the layer is \`mask\`, found layer \`${error.layer}\`: delete \`blocks\` or move the terms to a mask`;
    case 'alias_shared':
      return `expected \`${error.alias}\` to name one actor, found it under \`${error.other}\` too: leave it with the one it means`;
    case 'alias_untagged':
      return `expected a term of the actor layer to match \`${error.alias}\` whole, found none: add the term or correct the name`;
    case 'actor_unknown_parent':
      return `expected \`parent\` to be an actor, found \`${error.found}\`: correct the id or add the actor`;
    case 'actor_circle':
      return `expected \`parent\` to lead to a body without one, found ${error.found}: correct one of the parents`;
    case 'theme_duplicate':
      return `expected each theme in one file, found it in ${error.other} too: rename one or join the two`;
    case 'code_unknown_category':
      return `expected \`from\` to name a theme or \`theme/category\`, found \`${error.found}\`: correct the name or add the category`;
    case 'code_unknown_code':
      return `expected \`union\` to name codes of this file, found \`${error.found}\`: correct the name or add the code`;
    case 'code_circular':
      return `expected \`union\` to end somewhere, found ${error.path.join(' > ')}: take out one of the links`;
    case 'code_empty':
      return 'expected categories under `from` or codes under `union`, found none: name what it consists of';
  }
}

/** Whose examples a list holds. */
function examined(list: 'matches' | 'rejects' | 'yes' | 'no'): string {
  return list === 'matches' || list === 'rejects'
    ? 'the terms of the category'
    : 'the term that it stands beside';
}

function faultSentence(fault: PatternFault): string {
  switch (fault.code) {
    case 'syntax':
      return `expected ${fault.expected} at position ${fault.position}, found ${fault.found === '' ? 'the end' : `\`${fault.found}\``}: rewrite the pattern there`;
    case 'punctuation':
      return `expected words only, found punctuation that no phrase crosses in \`${fault.found}\` at position ${fault.position}: take it out or split the pattern`;
    case 'regex':
      return `expected ${fault.expected} at position ${fault.position}, found \`${fault.found}\`: write it with \`*\`, \`?\` and alternatives`;
    case 'empty':
      return 'expected at least one word, found a pattern that can be empty: make a word obligatory';
    case 'wildcards_only':
      return `expected at least one letter or digit, found \`${fault.sequence}\`, which is every text: name a word`;
    case 'too_long':
      return `expected at most ${maxWords} words, found ${fault.words}: shorten the pattern`;
    case 'too_many_sequences':
      return `expected at most ${maxSequences} word sequences, found ${fault.sequences}: split the pattern`;
  }
}
