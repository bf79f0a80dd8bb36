import type { Language, Speaker } from '../../model/passage.ts';
import { readAt, readers } from '../../text/cue.ts';
import { plain } from '../../text/fold.ts';
import { isOffice, personsIn } from './names.ts';
import {
  continuationCues,
  inversionCues,
  leadCues,
  sourceCues,
  speakerCues,
  speechCues,
} from './rules/speakers.ts';
import { particles } from './rules/words.ts';
import type { Span } from './sentences.ts';

/** What one sentence says of who speaks. */
export type Speech = {
  /** Null where it reports words without saying whose. */
  readonly speaker: Speaker | null;
  /** People named as speakers, in UTF-16 units of the passage's text. */
  readonly persons: readonly (Span & { readonly name: string; readonly of: string | null })[];
  /** The reported clause. */
  readonly clause: Span | null;
  /** Where verb and subject end. */
  readonly end: number;
  /** `floor` holds until somebody else speaks, `source` names whose words a sentence repeats. */
  readonly kind: 'floor' | 'turn' | 'source' | 'continues' | 'reported';
};

const speakers = readers(speakerCues);
const verbs = readers(speechCues);
const inversions = readers(inversionCues);
const leads = readers(leadCues);
const continuations = readers(continuationCues);
const sources = readers(sourceCues);

const fullName =
  /\p{Lu}(?:\.|[\p{L}\p{M}'’-]+)(?:\s+(?:(?:de|del|la|da|do|dos|das|van|von)\s+){0,2}\p{Lu}[\p{L}\p{M}'’-]+){1,4}(?![\p{L}\p{M}])/uy;
const spaces = /[\s,]*/uy;
/** What may stand between a subject and its verb: somebody's name between commas, a few small words. */
const between =
  /(?:\s*,\s*(?<name>[^,.;:]{2,90}?)\s*,|\s*\((?<bracketed>[^()]{2,90})\))?(?:\s+(?:se|le|les|nos|lhe|ha|han|had|has|also|também|también|entonces|então|then|luego|ainda|asimismo|igualmente|\p{Ll}+mente|\p{Ll}+ly)){0,3}\s+/uy;
const that = /(?:[^.;:"“«]{0,60}?[\s,])?(?:que|that)\s+/uy;
const pronoun = /(?:(?:él|ella|ellos|ellas|ele|ela|eles|elas|he|she|they)\s+)?(?:(?:se|foi|it was)\s+)?/iuy;

function skip(
  pattern: RegExp,
  text: string,
  at: number,
): { end: number; groups: Record<string, string> } | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? null : { end: at + match[0].length, groups: match.groups ?? {} };
}

/** Whose words a sentence reports or gives the floor to; null where it does neither. */
export function speechOf(text: string, sentence: Span, language: Language | null): Speech | null {
  const continued = readAt(continuations, text, sentence.start, language);
  if (continued !== null) {
    const clause = clauseAt(text, continued.end - 5, sentence.end);
    return { speaker: null, persons: [], clause, end: continued.end, kind: 'continues' };
  }
  const lead = readAt(leads, text, sentence.start, language);
  const at = lead === null ? sentence.start : (skip(spaces, text, lead.end)?.end ?? lead.end);
  return (
    inverted(text, at, sentence.end, language) ??
    attributed(text, at, sentence.end, language) ??
    direct(text, at, sentence.end, language) ??
    nameless(text, at, sentence.end, language)
  );
}

function inverted(text: string, at: number, end: number, language: Language | null): Speech | null {
  const inversion = readAt(inversions, text, at, language);
  if (inversion === null) return null;
  const subject = subjectAt(text, skip(spaces, text, inversion.end)?.end ?? inversion.end, language);
  if (subject === null) return null;
  const verb = verbAfter(text, subject.end, language);
  const passive = /^(?:por|pel[oa])$/iu.test(text.slice(at, inversion.end));
  if (passive && (verb === null || !/^[\s,]*se\s/iu.test(text.slice(subject.end)))) return null;
  const { speaker, persons } = subject;
  return {
    speaker,
    persons: [...persons, ...(verb?.persons ?? [])],
    clause: clauseAt(text, verb?.end ?? subject.end, end),
    end: verb?.end ?? subject.end,
    kind: inversion.kind,
  };
}

function attributed(text: string, at: number, end: number, language: Language | null): Speech | null {
  const source = readAt(sources, text, at, language);
  if (source === null) return null;
  const subject = subjectAt(text, skip(spaces, text, source.end)?.end ?? source.end, language);
  if (subject === null || !/^\s*,\s+\S/u.test(text.slice(subject.end, subject.end + 5))) return null;
  const start = subject.end + (/^\s*,\s+/u.exec(text.slice(subject.end))?.[0].length ?? 0);
  return { ...subject, clause: { start, end: trimmed(text, start, end) }, kind: 'source' };
}

function direct(text: string, at: number, end: number, language: Language | null): Speech | null {
  const subject = subjectAt(text, at, language);
  if (subject === null) return null;
  const verb = verbAfter(text, subject.end, language);
  if (verb === null) return null;
  const clause = verb.says ? clauseAt(text, verb.end, end) : null;
  if (subject.speaker.role === 'institution' && clause === null) return null;
  return {
    speaker: subject.speaker,
    persons: [...subject.persons, ...verb.persons],
    clause,
    end: verb.end,
    kind: 'turn',
  };
}

/** Reported words whose speaker is left out or a pronoun. */
function nameless(text: string, at: number, end: number, language: Language | null): Speech | null {
  const from = skip(pronoun, text, at)?.end ?? at;
  const verb = readAt(verbs, text, from, language);
  if (verb === null || verb.kind !== 'says') return null;
  const clause = clauseAt(text, verb.end, end);
  return clause === null ? null : { speaker: null, persons: [], clause, end: verb.end, kind: 'reported' };
}

type Subject = Pick<Speech, 'persons' | 'end'> & { readonly speaker: Speaker };

/** Who is named at a place of a text, by a rule or by a full name. */
export function subjectAt(text: string, at: number, language: Language | null): Subject | null {
  const found = readAt(speakers, text, at, language);
  if (found?.part != null) {
    const { text: name, start } = found.part;
    const office = name.split(/\s+/u).some(isOffice);
    const role = found.kind === 'person' && office ? 'institution' : found.kind;
    const span = { start, end: start + name.length };
    return {
      speaker: { name, role },
      persons: role === 'person' ? [{ name, of: null, ...span }] : [],
      end: found.end,
    };
  }
  const named = skip(fullName, text, at);
  if (named === null) return null;
  const name = text.slice(at, named.end);
  const words = name.split(/\s+/u);
  if (particles.has(plain(words[0] ?? ''))) return null;
  const role = words.some(isOffice) ? 'institution' : 'person';
  return {
    speaker: { name, role },
    persons: role === 'person' ? [{ name, of: null, start: at, end: named.end }] : [],
    end: named.end,
  };
}

function verbAfter(
  text: string,
  at: number,
  language: Language | null,
): { end: number; says: boolean; persons: Speech['persons'] } | null {
  const gap = skip(between, text, at);
  if (gap === null) return null;
  const verb = readAt(verbs, text, gap.end, language);
  if (verb === null) return null;
  const beside = gap.groups['name'] ?? gap.groups['bracketed'];
  const start = beside === undefined ? -1 : text.indexOf(beside, at);
  const persons = start < 0 ? [] : personsIn(beside ?? '');
  return {
    end: verb.end,
    says: verb.kind === 'says',
    persons: persons.map((person) => ({ ...person, start: person.start + start, end: person.end + start })),
  };
}

function clauseAt(text: string, at: number, end: number): Span | null {
  const start = skip(that, text, at)?.end;
  return start === undefined || start >= end ? null : { start, end: trimmed(text, start, end) };
}

function trimmed(text: string, start: number, end: number): number {
  return start + text.slice(start, end).replace(/[\s.;]+$/u, '').length;
}

/** Who speaks after a word of speech that follows a quotation: `“…”, dijo Ana Soto`, `"…," said the Chair`. */
export function speakerAfter(text: string, at: number, language: Language | null): Speaker | null {
  const from = skip(/[\s,.–—-]*/uy, text, at)?.end ?? at;
  const verb = readAt(verbs, text, from, language);
  if (verb !== null)
    return subjectAt(text, skip(spaces, text, verb.end)?.end ?? verb.end, language)?.speaker ?? null;
  const subject = subjectAt(text, from, language);
  return subject !== null && verbAfter(text, subject.end, language) !== null ? subject.speaker : null;
}
