import { knownAt } from './known.ts';
import {
  articles,
  bodyHeads,
  drafts,
  englishHeads,
  joints,
  listHeads,
  narrowHeads,
  openers,
  programmeHeads,
  workHeads,
} from './rules/names.ts';
import type { Sight, Span, Word } from './sight.ts';

/** A name found by the word of kind in it. */
export type Name = Span & {
  readonly kind: 'body' | 'programme' | 'work';
  /** Its words in the form in which two names are compared. */
  readonly key: string;
};

/** Longest name in words, and longest name in quotation marks in characters. */
const longest = 22;
const quoted = 90;
const ands: ReadonlySet<string> = new Set(['y', 'e', 'and']);
/** What a name may go back over in English. */
const inEnglish: ReadonlySet<string> = new Set(['of', 'for', 'the', 'de', 'del', 'do', 'da']);
const opening = /^\s?(?:["“«‘]|'(?=\p{Lu}))/u;
const closing: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '‘': '’', "'": "'" };

/** Names of bodies, programmes and works in a passage, in their order; none inside another. */
export function namesIn(sight: Sight, english: boolean): readonly Name[] {
  const names: Name[] = [];
  let taken = 0;
  for (const [i, word] of sight.words.entries()) {
    if (word.start < taken) continue;
    const known = knownAt(sight, i);
    if (known !== null) {
      const span = { start: word.start, end: (sight.words[known.last] as Word).end };
      // In brackets behind a name it only repeats it.
      if (!/^\s?\($/u.test(sight.text.slice(taken, span.start)))
        names.push({ ...span, kind: known.kind, key: keyOf(sight, span) });
      taken = span.end;
      continue;
    }
    const kind = kindOf(word);
    if (kind === null) continue;
    if (english && (englishHeads.has(word.folded) ? modifies(sight, i) : !isForeign(sight, i))) continue;
    if (kind === 'programme' && isDraft(sight, i)) continue;
    const span = kind === 'programme' ? programmeAt(sight, i, english) : nameAt(sight, i, english);
    if (span === null || span.start < taken) continue;
    names.push({
      ...span,
      kind: kind === 'programme' && isWork(sight, span) ? 'work' : kind,
      key: keyOf(sight, span),
    });
    taken = span.end;
  }
  return names;
}

/** A name as its words without case and accents, small words and all, so that a private name in it can still be told. */
export function keyOf({ words }: Sight, { start, end }: Span): string {
  return words
    .filter((word) => word.start >= start && word.end <= end)
    .map(({ folded }) => folded)
    .join(' ');
}

function kindOf(word: Word): Name['kind'] | null {
  if (programmeHeads.has(word.folded)) return 'programme';
  if (!word.capital) return null;
  if (bodyHeads.has(word.folded)) return 'body';
  return workHeads.has(word.folded) ? 'work' : null;
}

/** True for a Spanish or Portuguese head in an English text, which `of` its own language follows: `Banco de …`. */
function isForeign({ words }: Sight, at: number): boolean {
  return /^(?:de|del|d[oa]s?|nacional|social|para|federal)$/u.test(words[at + 1]?.folded ?? '');
}

/** True for the draft of a law, which is no programme. */
function isDraft({ words }: Sight, at: number): boolean {
  const [, second, third] = words.slice(at, at + 3).map(({ folded }) => folded);
  return (second === 'de' || second === 'of') && drafts.has(third ?? '');
}

/** True for a word of kind that another word of the name follows at once. */
function modifies(sight: Sight, at: number): boolean {
  const next = sight.words[at + 1];
  return next?.capital === true && joined(sight, at, at + 1);
}

function isHead({ folded, capital }: Word): boolean {
  return capital && (bodyHeads.has(folded) || programmeHeads.has(folded));
}

function isWork({ words }: Sight, { start, end }: Span): boolean {
  return words.some((word) => word.start > start && word.end <= end && workHeads.has(word.folded));
}

/** The name around its head: what follows in capitals, or in English what stands before it. */
function nameAt(sight: Sight, at: number, english: boolean): Span | null {
  const head = sight.words[at] as Word;
  const last = forward(sight, at);
  const first = english ? backward(sight, at) : at;
  if (last === at && first === at) return null;
  const narrow = narrowHeads[head.folded];
  if (narrow !== undefined && !narrow.has(sight.words[at + 1]?.folded ?? '')) return null;
  return { start: (sight.words[first] as Word).start, end: (sight.words[last] as Word).end };
}

/** The same for a programme, whose head may be small and whose name may stand in quotation marks. */
function programmeAt(sight: Sight, at: number, english: boolean): Span | null {
  const head = sight.words[at] as Word;
  const next = sight.words[at + 1];
  const follows = head.capital || (next?.capital === true && !isHead(next) && joined(sight, at, at + 1));
  let last = follows ? forward(sight, at) : at;
  if (
    !head.capital &&
    last > at &&
    (sight.words[last] as Word).folded === next?.folded &&
    next.raw.length < 3
  )
    last = at;
  const first = english ? backward(sight, at) : at;
  const tail = quotation(sight.text, (sight.words[last] as Word).end);
  const lead = english ? quotationBefore(sight.text, (sight.words[first] as Word).start) : null;
  if (last === at && first === at && tail === null && lead === null) return null;
  return {
    start: lead ?? (sight.words[first] as Word).start,
    end: tail ?? (sight.words[last] as Word).end,
  };
}

/** Index of the last word of a name that goes on behind its head. */
function forward(sight: Sight, at: number): number {
  const { words } = sight;
  let last = at;
  for (let i = at + 1; i < words.length && i - at < longest; i++) {
    const word = words[i] as Word;
    const known = knownAt(sight, i);
    if (known !== null && joined(sight, i - 1, i)) {
      last = known.last;
      i = known.last;
      continue;
    }
    if (!joined(sight, i - 1, i) && !(last === i - 1 && isListed(sight, at, i))) break;
    // Behind a small word it is the head of another name: `Secretaría … del Ministerio`.
    if (isHead(word) && last < i - 1) break;
    if (ands.has(word.folded) && (articles.has(words[i + 1]?.folded ?? '') || begins(sight, i + 1))) break;
    if (joints.has(word.folded)) {
      if (i - last > 3) break;
    } else if (word.capital) last = i;
    else break;
  }
  return last;
}

/** True where the next name from a word on is a body's own, with a term of the lexicon or a head. */
function begins({ marks, words }: Sight, at: number): boolean {
  const named = words.slice(at, at + 4).find((word) => !joints.has(word.folded));
  return (
    named !== undefined &&
    (isHead(named) || marks.some(({ layer, start }) => layer === 'actor' && start === named.start))
  );
}

/** True for a word behind a comma in the name of a ministry: `Ministerio de Trabajo, Empleo y Seguridad Social`. */
function isListed({ text, words }: Sight, at: number, i: number): boolean {
  if (!listHeads.has((words[at] as Word).folded)) return false;
  const rest = text.slice((words[i - 1] as Word).end, (words[i] as Word).start + 120);
  return /^(?:,\s\p{Lu}[\p{L}\p{M}]+(?:\s\p{Lu}[\p{L}\p{M}]+){0,2}){1,3}\s(?:y|e|and|Y|E|AND)\s\p{Lu}/u.test(
    rest,
  );
}

/** Index of the first word of a name that ends with its head. */
function backward(sight: Sight, at: number): number {
  const { words } = sight;
  let first = at;
  for (let i = at - 1; i >= 0 && at - i < longest; i--) {
    const word = words[i] as Word;
    if (!joined(sight, i, i + 1)) break;
    if (joints.has(word.folded) && !(word.capital && i + 1 === first)) {
      const inner = words[i - 1];
      const names = first < at && inner !== undefined && (inner.capital || joints.has(inner.folded));
      if (!names || first - i > 2 || !inEnglish.has(word.folded)) break;
      if (word.folded === 'the' && inner?.folded !== 'of' && inner?.folded !== 'for') break;
    } else if (
      word.capital &&
      !openers.has(word.folded) &&
      (!isHead(word) || i === at - 1 || first === i + 1)
    )
      first = i;
    else break;
  }
  return first;
}

/** True where two words that follow each other may be of one name. */
function joined({ text, words }: Sight, left: number, right: number): boolean {
  const gap = text.slice((words[left] as Word).end, (words[right] as Word).start);
  return /^(?:[\s\u00a0]{1,3}|\s?[-–/]\s?)$/u.test(gap);
}

/** Where a name in quotation marks that follows at once ends, marks and all. */
function quotation(text: string, at: number): number | null {
  const open = opening.exec(text.slice(at, at + 4))?.[0];
  if (open === undefined) return null;
  const mark = closing[open.trim()] ?? '"';
  const end = text.indexOf(mark, at + open.length);
  return end < 0 || end - at > quoted || end === at + open.length ? null : end + 1;
}

/** Where a name in quotation marks that stands right before begins. */
function quotationBefore(text: string, at: number): number | null {
  const before = /["“«][^"“”«»]{2,90}["”»]\s$/u.exec(text.slice(Math.max(0, at - 95), at))?.[0];
  return before === undefined ? null : at - before.length;
}
