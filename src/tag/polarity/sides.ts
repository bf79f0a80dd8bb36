import type { SideKind } from '../../model/speech.ts';
import type { Cue } from './cue.ts';
import type { Target } from './operator.ts';
import type { Sentence } from './sentence.ts';
import { speechAround } from './sources.ts';
import { at } from './tokens.ts';

/** What an author does with a view, and the words that say so. */
export type Side = {
  readonly voice: 'endorsed' | 'rejected';
  readonly cue: Cue<string>;
  readonly where: Sentence;
};

/** Words between a verb that takes a side and its subject, its object or its denial. */
const reach = 6;
/** The longest next sentence that may take a side on the one before, in tokens. */
const longest = 30;

/**
 * The side an author takes by grammar, whatever the words: his verb with a view as its object (`the Board accepts this
 * finding`, `conclusão com a qual concordamos`), or a predicate said of a view (`which is fanciful`, `seems well founded`).
 * Before the wording, behind it in its sentence, or in a short next sentence that points back.
 */
export function sideTaken(sentence: Sentence, target: Target): Side | null {
  const speech = speechAround(sentence, target);
  for (const cue of sentence.sides) {
    if (speech !== null && cue.start >= speech.start && cue.end <= speech.end) continue;
    const isBefore = cue.end <= target.start;
    if (!isBefore && cue.start < target.end) continue;
    const side = isVerb(cue)
      ? ofVerb(sentence, cue, isBefore ? target.start : null)
      : ofPredicate(sentence, cue, isBefore);
    if (side !== null) return { voice: side, cue, where: sentence };
  }
  return null;
}

/** The side that the sentence behind a view takes. */
export function sideBehind(next: Sentence | null): Side | null {
  if (next === null || next.tokens.length > longest || !pointsBack(next)) return null;
  for (const cue of next.sides) {
    const side = isVerb(cue) ? ofVerb(next, cue, null) : ofPredicate(next, cue, false);
    if (side !== null) return { voice: side, cue, where: next };
  }
  return null;
}

function isVerb({ kind }: Cue<SideKind>): boolean {
  return kind === 'accept' || kind === 'refuse';
}

type Voice = Side['voice'];

/** `…: an opinion that forty thousand members refute`: whoever does, the author says so of the view. */
function isOfView({ tokens, subjects }: Sentence, from: number, to: number): boolean {
  const view = subjects.find(({ kind, start }) => kind === 'view' && start >= from && start <= from + 2);
  return view !== undefined && view.end < to && /^(?:that|which|que)$/u.test(tokens[view.end]?.plain ?? '');
}

function ofVerb(sentence: Sentence, cue: Cue<SideKind>, limit: number | null): Voice | null {
  if (cue.kind !== 'accept' && cue.kind !== 'refuse') return null;
  const from = clauseStart(sentence, cue.start);
  if (cue.kind === 'refuse' && limit === null && isOfView(sentence, from, cue.start))
    return isDenied(sentence, from, cue.start) ? null : 'rejected';
  if (!isAuthor(sentence, cue, from) || !hasView(sentence, cue, from, limit)) return null;
  return turned(cue.kind === 'accept', isDenied(sentence, from, cue.start));
}

function ofPredicate(sentence: Sentence, cue: Cue<SideKind>, isBefore: boolean): Voice | null {
  if (cue.kind !== 'sound' && cue.kind !== 'unsound') return null;
  const { tokens, subjects, words, language } = sentence;
  // `The donors are convinced that`: what they hold.
  if (
    /^(?:convinced|persuaded|convencid|persuadid)/u.test(at(tokens, cue.start).plain) &&
    /^(?:that|de|que)$/u.test(tokens[cue.end]?.plain ?? '')
  )
    return null;
  const from = clauseStart(sentence, cue.start);
  const link = tokens.slice(from, cue.start).findLastIndex(words.link.has);
  const isApposed =
    (!isBefore && cue.kind === 'unsound' && tokens[cue.start - 1]?.plain === ',') ||
    subjects.some(
      ({ kind, end }) =>
        kind === 'view' && end === cue.start && /^[,:;—–]$/u.test(tokens[end - 2]?.plain ?? ''),
    );
  const view = subjects.find(
    ({ kind, start, end }) =>
      kind === 'view' && (start === cue.end || (language !== 'en' && end === cue.start)),
  );
  // `the outdated notion of … as`, `a concepção ultrapassada das …`
  if (
    isBefore &&
    view !== undefined &&
    (cue.kind === 'unsound' || view.end === cue.start || language === 'en')
  )
    return cue.kind === 'sound' ? 'endorsed' : 'rejected';
  // `É insustentável a posição da Comissão, …`, `Sound is the Council's finding that …`, `Wrong, too, is …`
  const behind = tokens[cue.end]?.plain === ',' && tokens[cue.end + 2]?.plain === ',' ? cue.end + 3 : cue.end;
  const isInverted = words.link.has(tokens[behind]);
  if (
    isBefore &&
    subjects.some(
      ({ kind, start }) =>
        kind === 'view' && start >= cue.end && start <= (isInverted ? behind + reach : cue.end + 2),
    ) &&
    cue.start - from <= 3 &&
    (link >= 0 || isInverted)
  )
    return turned(cue.kind === 'sound', isDenied(sentence, from, cue.start));
  if (link < 0 ? !isApposed : cue.start - (from + link) > 4) return null;
  if (
    isBefore &&
    !/^(?:to|that|que|when|cuando|quando|in|al|ao)$|[aei]r$/u.test(tokens[cue.end]?.plain ?? '')
  )
    return null;
  return turned(cue.kind === 'sound', isDenied(sentence, from, cue.start));
}

function turned(isFor: boolean, isDenied: boolean): Voice {
  return isFor === isDenied ? 'rejected' : 'endorsed';
}

/** Where the clause of a word begins: behind the last mark. */
function clauseStart({ tokens }: Sentence, word: number): number {
  let from = word;
  while (from > 0 && word - from < 24) {
    if (at(tokens, from - 1).isWord) from--;
    else {
      // `an opinion that, after so many years, we share`: the insertion is left out.
      const open = tokens.slice(0, from - 1).findLastIndex(({ isWord }) => !isWord);
      const isInserted =
        at(tokens, from - 1).plain === ',' &&
        tokens[open]?.plain === ',' &&
        /^(?:that|which|que)$/u.test(tokens[open - 1]?.plain ?? '');
      if (!isInserted || from - open > 14) break;
      from = open;
    }
  }
  return from;
}

function isDenied({ tokens, words }: Sentence, from: number, to: number): boolean {
  return tokens
    .slice(Math.max(from, to - reach), to)
    .some((token) => words.negation.has(token) || /n't$/u.test(token.lower));
}

/** Whether the author or a body that speaks for him is the subject, or nobody is, as in what is decided. */
function isAuthor(
  { tokens, voice, subjects, language }: Sentence,
  cue: Cue<SideKind>,
  from: number,
): boolean {
  const verb = at(tokens, cue.start).plain;
  if (language !== 'en' && tokens.slice(cue.start, cue.end).some(({ plain }) => /mos$/u.test(plain)))
    return true;
  if (cue.start <= 1 && (language === 'en' ? /ing$/u : /ndo$/u).test(verb)) return true;
  if (voice.some(({ kind, start, end }) => kind === 'self' && start >= from && end <= cue.start)) return true;
  if (
    subjects.some(
      ({ kind, start, end }) =>
        kind === 'body' &&
        start >= from &&
        end <= cue.start &&
        cue.start - end <= 4 &&
        !preposition.test(tokens[start - 1]?.plain ?? '') &&
        !tokens.slice(end, cue.start).some(({ plain }) => ofWhom.test(plain)),
    )
  )
    return true;
  // `has the full backing of this Congress`
  if (
    /^(?:support|backing|approval|endorsement|apoio|respaldo|apoyo|aval|aprobacion|aprovacao)$/u.test(
      at(tokens, cue.start).plain,
    ) &&
    [...voice, ...subjects].some(
      ({ kind, start }) =>
        (kind === 'self' || kind === 'body') && start >= cue.end - 1 && start <= cue.end + 2,
    )
  )
    return true;
  const [previous, next] = [tokens[cue.start - 1]?.plain ?? '', tokens[cue.end]?.plain ?? ''];
  if (language === 'en')
    return (
      /^hereby$/u.test(previous) && !tokens.slice(cue.end, cue.end + 3).some(({ plain }) => plain === 'by')
    );
  return previous === 'se' || next === 'se' || /^(?:fica|ficam|queda|quedan)$/u.test(previous);
}

/** Whether a view is what the verb takes: named behind it, or pointed at. */
function hasView(
  { tokens, subjects, language }: Sentence,
  cue: Cue<SideKind>,
  from: number,
  limit: number | null,
): boolean {
  const until = Math.min(limit ?? tokens.length, cue.end + reach);
  if (subjects.some(({ kind, start }) => kind === 'view' && start >= cue.start && start < until)) return true;
  const isNamed = subjects.some(
    ({ kind, end }) => kind === 'view' && end <= cue.start && (end >= from || from - end <= 7),
  );
  if (tokens.slice(from, cue.start).some(({ plain }) => relative.test(plain)))
    return limit === null || isNamed;
  // `The definition of the Charter is adopted`: the view is the subject.
  if (isNamed && passive.test(tokens[cue.start - 1]?.lower ?? '')) return true;
  const [previous, next] = [tokens[cue.start - 1]?.plain ?? '', tokens[cue.end]?.plain ?? ''];
  if (language === 'en')
    return (
      /^(?:it|this|that|him|her|them|so)$/u.test(next) ||
      /^(?:this|that)$/u.test(tokens[cue.end + 1]?.plain ?? '')
    );
  return /^(?:lo|la|los|las|o|a|os|as)$/u.test(previous) || /^(?:lo|la|los|las)$/u.test(next);
}

function pointsBack({ tokens, subjects }: Sentence): boolean {
  return (
    tokens.slice(0, 5).some(({ plain }) => pointing.test(plain)) ||
    /^(?:é|es|não|no)$/u.test(tokens[0]?.lower ?? '') ||
    subjects.some(({ kind, start }) => kind === 'view' && start <= 5)
  );
}

const passive = /^(?:is|are|was|were|hereby|é|são|foi|foram|se|queda|quedan|fica|ficam)$/u;
const preposition =
  /^(?:of|on|to|by|for|in|with|from|before|against|among|de|del|do|da|a|ao|em|en|no|na|para|por|con|com|entre)$/u;
const ofWhom = /^(?:of|de|del|do|da|dos|das|by|por|que|that|who|which)$/u;
const relative = /^(?:that|which|que|qual|quais|cual|cuales|quien|quem|whom)$/u;
const pointing =
  /^(?:this|that|it|such|these|those|esta|este|essa|esse|isso|isto|esto|eso|ello|esa|ese|tal|trata|nisso|nisto|ambas)$/u;
