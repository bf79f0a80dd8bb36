import type { Language, Passage } from '../../model/passage.ts';
import { type Composed, composed } from './composed.ts';
import { readAt, readers, readIn } from './cue.ts';
import { personsIn, rollShare } from './names.ts';
import { decisionCues } from './rules/decisions.ts';
import { type MinutesMark, minutesCues } from './rules/minutes.ts';
import { type ProvisionMark, provisionCues } from './rules/provisions.ts';
import { afterLabel, type Span, sentencesOf } from './sentences.ts';
import { type Speech, speechOf } from './speech.ts';
import { type Turn, turnsOf } from './turns.ts';

/** One item of an agenda: its number where it has one, its title, and whether text follows in the same passage. */
export type Item = { readonly number: string | null; readonly title: string; readonly runIn: boolean };

/** A passage with all that the rules see in it. */
export type Sight = {
  readonly passage: Passage;
  /** Its text with accents composed; places below count UTF-16 units of it. */
  readonly text: string;
  readonly toOffset: Composed['toOffset'];
  readonly minutes: MinutesMark | null;
  readonly provision: ProvisionMark | null;
  /** A heading by form, by its capitals, or by being short without ending a sentence. */
  readonly title: boolean;
  /** One of its sentences is worded as only those of a sitting are. */
  readonly sitting: boolean;
  readonly item: Item | null;
  readonly decision: 'decision' | 'clause' | null;
  /** It ends by announcing points of an agreement. */
  readonly proposal: boolean;
  readonly sentences: readonly Span[];
  readonly speeches: readonly (Speech | null)[];
  readonly turns: readonly Turn[];
  /** A list of names and offices. */
  readonly roll: boolean;
};

/** Below this many words, what language a passage is in cannot be told well enough to choose rules by it. */
const tellable = 8;
const itemWords = 30;
/** A list of names in one passage has at most this many words. */
const longestRoll = 150;

const minutesRules = readers(minutesCues);
const provisionRules = readers(provisionCues);
const sittings = minutesRules.filter(({ kind }) => kind === 'sitting' || kind === 'closing');
const decisionRules = readers(decisionCues);
const opening = decisionRules.filter(({ kind }) => kind === 'decision' || kind === 'clause');
const within = decisionRules.filter(({ kind }) => kind === 'within');
const proposals = decisionRules.filter(({ kind }) => kind === 'proposal');
const clauses = decisionRules.filter(({ kind }) => kind === 'clause');

const numbered =
  /^\s*(?:(?<number>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})\s?(?:[.)–-]|\.-|[ºª°]\.?)+\s*)(?=["“«¿(]?\p{Lu})/u;
const infinitive = /^[\p{Lu}][\p{L}\p{M}]+[aei]r(?:se)?\s/u;

/** Looks at one passage; `transcript` tells that names with a colon are turns of speech in its document. */
export function sight(passage: Passage, transcript: boolean): Sight {
  const { text, toOffset } = composed(passage.text);
  const language = passage.words < tellable ? null : passage.language;
  const at = afterLabel(text);
  const sentences = sentencesOf(text);
  const mark = readAt(minutesRules, text, at, language);
  const minutes = mark?.kind ?? null;
  return {
    passage,
    text,
    toOffset,
    minutes,
    provision: provisionOf(text, at, language),
    title: isTitle(passage),
    sitting: sentences.some(({ start }) => readAt(sittings, text, start, language) !== null),
    item: itemOf(passage, mark?.kind === 'item' ? mark.end : null, language),
    decision: decisionOf(text, at, sentences, language),
    proposal: /[:]\s*$/u.test(text) && readIn(proposals, text, language),
    sentences,
    speeches: sentences.map((sentence) => speechOf(text, sentence, language)),
    turns: turnsOf(text, transcript),
    roll: passage.words <= longestRoll && isRoll(text),
  };
}

/** What a passage of an act opens; an article begins with a capital and no words that only mention one. */
function provisionOf(text: string, at: number, language: Language | null): ProvisionMark | null {
  const found = readAt(provisionRules, text, at, language);
  const mentioned = /^\p{Ll}/u.test(text.slice(at)) || /^\s+\p{Ll}/u.test(text.slice(found?.end));
  return found?.kind === 'article' && mentioned && !/^\d/u.test(text) ? null : (found?.kind ?? null);
}

/** True for a text that, but for small words, holds names and offices only. */
function isRoll(text: string): boolean {
  const share = rollShare(text, 0.6);
  return share >= 0.8 || (share >= 0.6 && personsIn(text).length > 0);
}

function isTitle({ form, text, words }: Passage): boolean {
  if (form === 'heading') return true;
  const capitals = text === text.toUpperCase() && text !== text.toLowerCase();
  return words <= 20 && (capitals || (words <= 10 && !/[.!?;,]\s*$/u.test(text)));
}

function itemOf({ text, words }: Passage, marked: number | null, language: Language | null): Item | null {
  const label = numbered.exec(text);
  const number = label?.groups?.['number'] ?? null;
  if (marked === null && number === null) return null;
  const title = text.slice(marked ?? label?.[0].length ?? 0).replace(/^[\s.:–—-]+/u, '');
  const parted = /^.{8,600}?[^\s.](?=\.\s?[–-]\s*\p{Lu}\p{Ll})/u.exec(title)?.[0];
  if (parted === undefined && words > itemWords * (marked === null ? 1 : 3)) return null;
  if (infinitive.test(title) || readAt(clauses, text, 0, language) !== null) return null;
  return { number, title: (parted ?? title).replace(/[\s.:;–-]+$/u, ''), runIn: parted !== undefined };
}

function decisionOf(
  text: string,
  at: number,
  sentences: readonly Span[],
  language: Language | null,
): Sight['decision'] {
  if (readAt(clauses, text, at, language) !== null) return 'clause';
  const starts = sentences.some(({ start }) => readAt(opening, text, start, language)?.kind === 'decision');
  return starts || readIn(within, text, language) ? 'decision' : null;
}

/** True for a point that begins with what is to be done, as points of an agreement do. */
export function isPoint({ text, passage }: Sight): boolean {
  return passage.form === 'list_item' || infinitive.test(text.slice(afterLabel(text)));
}
