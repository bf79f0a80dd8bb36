import { type BeneficiaryClass, beneficiaryClasses } from '../../model/mention.ts';
import { allIn, type CueLanguage, readers } from '../../text/cue.ts';
import { serviceCues } from './rules/aims.ts';
import { classStems, groupEnds, groupNouns } from './rules/groups.ts';
import { overlaps, type Sight, type Span, type Word } from './sight.ts';

/** Those whom a policy serves, and of which classes they are. */
export type FoundGroup = Span & { readonly classes: readonly BeneficiaryClass[] };

const cues = readers(serviceCues);
const isGroup = matcher(groupNouns);
const isOf = Object.entries(classStems).map(([name, stems]) => [name, matcher(stems)] as const);

/** Longest description of a group in words, words before its noun, and groups in one list. */
const longest = 12;
const lead = 4;
const most = 12;
const need = 'markers/beneficiaries_in_need';
const preposition = /^(?:en|em|na|no|nas|nos|in|on|with|con|com|por|by|of|as|than|if)$/u;
const towards = /^(?:a|al|ao|aos|à|às|to|para|de|del|d[oa]s?|of|com|con|with)$/iu;
const loose =
  /^(?:en|em|na|no|nas|nos|in|on|with|con|com|por|by|de|del|d[oa]s?|of|a|al|ao|aos|to|y|e|and|mas|mais|more)$/u;
const article = /^(?:el|la|los|las|a|al|as|o|os|ao|aos|the|to|at|of|de|del|do|da|dos|das|for|para)$/u;

/** Groups behind words that say they are served, and those whom the lexicon knows by their need, wherever they stand. */
export function groupsIn(sight: Sight, language: CueLanguage): readonly FoundGroup[] {
  const found: FoundGroup[] = [];
  const add = (span: Span): void => {
    if (!found.some((one) => overlaps(one, span))) found.push({ ...span, classes: classesOf(sight, span) });
  };
  for (const sentence of sight.sentences) {
    const part = sight.text.slice(sentence.start, sentence.end);
    for (const { end } of allIn(cues, part, language))
      for (const span of together(sight, groupsFrom(sight, sentence.start + end, sentence.end))) add(span);
  }
  for (const mark of sight.marks)
    if (mark.category === need && !isInName(sight, mark)) add({ start: mark.start, end: mark.end });
  return found.sort((a, b) => a.start - b.start);
}

/** The groups of a list that begins at a place: one after another as long as each has a noun for people. */
function groupsFrom({ text, words }: Sight, from: number, end: number): readonly Span[] {
  const found: Span[] = [];
  let at = lowerBound(words, from);
  if (!/^[\s:]*$/u.test(text.slice(from, words[at]?.start ?? from))) return [];
  for (let isList = false; found.length < most; ) {
    const span = groupAt(text, words, at, end, isList);
    if (span === null) break;
    found.push({ start: span.start, end: span.end });
    if (span.next === null) break;
    at = span.next;
    isList ||= span.comma;
  }
  return found;
}

/** A list of bare nouns is one group: `las niñas, niños y adolescentes`. */
function together({ words }: Sight, spans: readonly Span[]): readonly Span[] {
  const isBare = (span: Span) =>
    words.filter(({ start, end, folded }) => start >= span.start && end <= span.end && !article.test(folded))
      .length === 1;
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined || spans.length < 3 || !spans.every(isBare)) return spans;
  return [{ start: first.start, end: last.end }];
}

function groupAt(
  text: string,
  words: readonly Word[],
  at: number,
  end: number,
  isList: boolean,
): (Span & { next: number | null; comma: boolean }) | null {
  let noun = false;
  let last = at - 1;
  let next: number | null = null;
  let comma = false;
  for (let i = at; i < words.length && i - at < longest; i++) {
    const word = words[i] as Word;
    if (word.start >= end) break;
    const gap = i === at ? ' ' : text.slice((words[i - 1] as Word).end, word.start);
    if (i > at && !/^(?:[\s\u00a0]{1,3}|\s?[-/]\s?)$/u.test(gap)) {
      comma = /^\s?[,;]\s$/u.test(gap);
      if (comma) next = word.folded === 'y' || word.folded === 'e' || word.folded === 'and' ? i + 1 : i;
      break;
    }
    const after = words[i + 1]?.folded ?? '';
    if (i > at && /^(?:y|e|and)$/u.test(word.folded) && (isList || article.test(after) || !isGroup(after))) {
      next =
        /^(?:a|to|at)$/u.test(after) && !isGroup(words[i + 2]?.folded ?? '') && isArticle(after)
          ? i + 2
          : i + 1;
      break;
    }
    // Behind those who are served a number is of something else, or of a page: `los productores 500 millones`.
    if (noun && /^\d/u.test(word.folded)) break;
    if (groupEnds.has(word.folded) || (i === at && preposition.test(word.folded))) break;
    // `renda às cooperativas` is no group: what is given stands before them.
    if (!noun && i > at && towards.test(word.raw)) break;
    if (!noun && i - at >= lead && !isGroup(word.folded)) break;
    noun ||= isGroup(word.folded);
    if (!article.test(word.folded) || !noun) last = i;
  }
  // What the description would have gone on with has ended it: `las mutuales con [los mismos plazos]`.
  while (last > at && loose.test((words[last] as Word).folded)) last--;
  if (!noun || last < at) return null;
  const first =
    /^(?:a|al|ao|aos|à|às|to|for|para|del?|d[oa]s?|of)$/iu.test((words[at] as Word).raw) && last > at
      ? at + 1
      : at;
  return { start: (words[first] as Word).start, end: (words[last] as Word).end, next, comma };
}

/** True for a term with capitals inside a sentence: it is part of the name of a register or programme. */
function isInName({ text, sentences }: Sight, { start }: Span): boolean {
  return (
    /\p{Lu}/u.test(text.charAt(start)) &&
    !sentences.some((one) => start - one.start < 3 && start >= one.start)
  );
}

function isArticle(word: string): boolean {
  return article.test(word);
}

function classesOf({ words }: Sight, span: Span): readonly BeneficiaryClass[] {
  const own = words.filter(({ start, end }) => start >= span.start && end <= span.end);
  const names = isOf.filter(([, fits]) => own.some(({ folded }) => fits(folded))).map(([name]) => name);
  const classes = beneficiaryClasses.filter((name) => names.includes(name));
  return classes.length === 0 ? ['public'] : classes;
}

function lowerBound(words: readonly Word[], place: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Makes a test of words against a list; `*` stands for any ending. */
function matcher(list: readonly string[]): (word: string) => boolean {
  const whole = new Set(list.filter((one) => !one.endsWith('*')));
  const stems = list.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1));
  const known = new Map<string, boolean>();
  return (word) => {
    const told = known.get(word);
    if (told !== undefined) return told;
    const fits = whole.has(word) || stems.some((stem) => word.startsWith(stem));
    if (known.size < 50_000) known.set(word, fits);
    return fits;
  };
}
