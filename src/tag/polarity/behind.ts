import type { VoiceKind } from '../../model/speech.ts';
import type { Cue } from './cue.ts';
import type { Target } from './operator.ts';
import type { Around, Report } from './report.ts';
import { type Sentence, textOf } from './sentence.ts';
import { isWitness, ownerBefore, subjectBefore } from './subject.ts';
import { at } from './tokens.ts';
import { byWhom } from './whom.ts';

const quote = /["“”«»]/u;
const naming: ReadonlySet<VoiceKind> = new Set<VoiceKind>([
  'say',
  'show',
  'call',
  'see_as',
  'tell',
  'mislead',
  'demand',
  'idea',
]);

/** A quotation that opens its sentence and whose author is named behind it: `“{…}” is how the minister described it`. */
export function namings(sentence: Sentence, target: Target): readonly Report[] {
  const { tokens, voice } = sentence;
  const open = tokens[target.start - 1] ?? at(tokens, target.start);
  const first = tokens[0];
  if (!quote.test(first?.plain ?? '') || !quote.test(open.plain) || target.start > 3) return [];
  const close = tokens.findIndex(({ plain }, i) => i >= target.end && quote.test(plain));
  if (close < 0 || close - target.end > 4) return [];
  const cue = voice.find(({ kind, start }) => naming.has(kind) && start > close && start - close < 24);
  if (cue === undefined || isSelf(sentence, close, cue)) return [];
  const subject = { start: close + 1, end: cue.start };
  return [{ cue, subject, by: 'other', left: 0, right: close }];
}

function isSelf({ tokens, voice }: Sentence, from: number, cue: Cue<VoiceKind>): boolean {
  return (
    /mos$/u.test(at(tokens, cue.start).plain) ||
    voice.some(
      ({ kind, start, end }) =>
        kind === 'self' &&
        start > from &&
        end <= cue.start &&
        /^(?:we|i|nos|nosotr|eu|yo)/u.test(at(tokens, start).plain),
    )
  );
}

/** A relative clause behind the wording that names who says it: `the “{…}” that the prefect announced`, `{…}, que a Liga agita`. */
export function relatives(sentence: Sentence, target: Target): readonly Report[] {
  const { tokens, voice, words: lists } = sentence;
  const used = usedBy(sentence, target);
  if (used !== null) return [used];
  const apposed = sentence.subjects.find(
    ({ kind, end }) =>
      kind === 'view' &&
      end < target.start &&
      target.start - end <= 2 &&
      tokens.slice(end, target.start).every(({ isWord }) => !isWord),
  );
  const holder = apposed === undefined ? null : ownerBefore(tokens, apposed.start);
  if (
    apposed !== undefined &&
    holder !== null &&
    !/^(?:it's|that's|let's)$/u.test(tokens[holder - 1]?.lower ?? '')
  )
    return [
      {
        cue: { kind: 'idea', start: apposed.start, end: apposed.end },
        subject: { start: Math.max(0, holder - 2), end: holder },
        by: 'other',
        left: apposed.end,
        right: target.end,
      },
    ];
  let from = target.end;
  while (/^["“”«»,]$/u.test(tokens[from]?.plain ?? '')) from++;
  if (/^(?:de|do|da|of)$/u.test(tokens[from]?.plain ?? '')) from++;
  if (!/^(?:que|that|which)$/u.test(tokens[from]?.plain ?? '')) return [];
  const cue = voice.find(
    ({ kind, start }) =>
      (kind === 'say' || kind === 'call' || kind === 'demand' || kind === 'mislead' || kind === 'tell') &&
      start > from &&
      start <= from + 8,
  );
  const label = sentence.subjects.find(
    ({ kind, end }) => kind === 'view' && end <= target.start && target.start - end <= 3,
  );
  const owner = tokens.slice(from + 1, from + 4);
  if (
    label !== undefined &&
    /^(?:the|o|a|os|as|el|la|los|las)$/u.test(owner[0]?.plain ?? '') &&
    owner.some((token) => token.isCapital || lists.group.has(token))
  )
    return [
      {
        cue: { kind: 'idea', start: label.start, end: label.end },
        subject: { start: from + 1, end: from + 3 },
        by: 'other',
        left: label.end,
        right: from,
      },
    ];
  if (cue === undefined || !tokens.slice(from, cue.start).every(({ isWord }) => isWord)) return [];
  const isBefore = cue.start > from + 1;
  const subject = isBefore ? { start: from + 1, end: cue.start } : { start: cue.end, end: cue.end + 3 };
  const words = tokens.slice(subject.start, subject.end);
  const isNamed =
    words.some((token) => token.isCapital || lists.group.has(token)) &&
    /^(?:the|a|an|o|os|as|el|la|los|las|el|un|una|um|uma|some|algun\p{L}*|cert\p{L}*|ciert\p{L}*|su|sus|seu|seus|its|their)$/u.test(
      words[0]?.plain ?? '',
    );
  if (!isNamed || isSelf(sentence, from, cue) || isWitness(sentence, { start: from, end: cue.end + 3 }))
    return [];
  return [{ cue, subject, by: 'other', left: 0, right: from }];
}

/** `The term “{…}” was used by the Treasury`, `A expressão {…} vem de uma circular da Fazenda`. */
function usedBy(sentence: Sentence, target: Target): Report | null {
  const { tokens } = sentence;
  if (target.start > 4) return null;
  const label = sentence.subjects.find(
    ({ kind, end }) => kind === 'view' && end <= target.start && target.start - end <= 1,
  );
  if (label === undefined || label.start > 2) return null;
  const behind = tokens.slice(target.end, target.end + 7);
  const link = behind.findIndex(({ plain }) => /^(?:by|from|por|pelo|pela|de|da|do|del)$/u.test(plain));
  const isUsed = behind
    .slice(0, Math.max(0, link))
    .some(({ plain }) =>
      /^(?:used|coined|invented|comes?|came|usad[ao]|cunhad[ao]|acu[nñ]ad[ao]|vem|veio|viene|vino|proviene|provem|empregad[ao]|empleada?)$/u.test(
        plain,
      ),
    );
  if (link < 1 || !isUsed) return null;
  const start = target.end + link + 1;
  return {
    cue: { kind: 'idea', start: label.start, end: label.end },
    subject: { start, end: Math.min(tokens.length, start + 2) },
    by: 'other',
    left: label.end,
    right: target.end,
  };
}

/** What points back at the sentence before, with its verb: `So wrote El Faro`, `Assim disse a prefeita`. */
const pointer = /^(?:so|thus|such|assim|asi|tal|eis|quoth)$/u;
const opener = /^(?:with|in|com|con|en|em|the|a|o|as|os|el|la|las|los|or|ou|at|least|ao|menos|al)$/u;

/** Whoever is named in the next sentence by words that point back. */
export function namedNext(sentence: Sentence, target: Target, { next }: Around): readonly Report[] {
  const mark = sentence.tokens.findIndex(
    ({ isWord, plain }, i) => i >= target.end && !isWord && !quote.test(plain),
  );
  const isOpen = mark >= 0 && /^[:;—–,]$/u.test(at(sentence.tokens, mark).plain);
  const noun = !isOpen
    ? undefined
    : sentence.subjects.find(({ kind, start }) => kind === 'view' && start > mark && start <= mark + 2);
  if (noun !== undefined && isOwned(sentence, noun.end))
    return [
      {
        cue: { kind: 'idea', start: noun.start, end: noun.end },
        subject: { start: 0, end: 0 },
        by: 'other',
        left: 0,
        right: target.end,
      },
    ];
  return inNext(sentence, target, next);
}

/** What a sentence that names somebody for the one before begins with, told before it is read: most do not. */
const mayPoint =
  /^[^\p{L}]*(?:(?:with|in|com|con|en|em|the|a|o|as|os|el|la|las|los|or|ou|at|least|ao|menos|al)\s+){0,3}(?:so|thus|such|th[aeio]\w+|assim|as[ií]|tal|tales|tais|ess|iss|es|ist|aque|eis|quoth|\p{L}+\s+(?:is|are|was|were|es|son|era|é|e|s[aã]o|foi|fue|belong|com|came|cam|perten|v[ei]|prov|proc|se|dev|deb|cab|corr|due))/iu;

function inNext(sentence: Sentence, target: Target, next: Sentence | null): readonly Report[] {
  if (next === null || !mayPoint.test(textOf(next)) || next.tokens.length > 48) return [];
  const { tokens, voice, subjects } = next;
  let from = 0;
  while (from < 3 && opener.test(tokens[from]?.plain ?? '')) from++;
  const noun = subjects.find(({ kind, start }) => kind === 'view' && start <= from + 1);
  const isOfOther = noun !== undefined && isOwned(next, noun.end);
  const verb = voice.find(
    (cue) =>
      (cue.kind === 'say' || cue.kind === 'call' || cue.kind === 'see_as' || cue.kind === 'show') &&
      cue.start > 0 &&
      cue.start <= from + 10,
  );
  const isTold =
    noun === undefined &&
    verb !== undefined &&
    pointer.test(tokens[from]?.plain ?? '') &&
    !isWitness(next, { start: from, end: verb.end + 4 }) &&
    !voice.some(({ kind, start }) => kind === 'self' && start <= verb.end + 4) &&
    !/mos$/u.test(at(tokens, verb.start).plain) &&
    (byWhom(next, verb, subjectBefore(next, verb)) === 'other' ||
      tokens[verb.end]?.isCapital === true ||
      /^(?:the|el|la|los|las|o|a|os|as)$/u.test(tokens[verb.end]?.plain ?? ''));
  if (!isOfOther && !isTold) return [];
  const cue = { kind: 'idea', start: target.start, end: target.end } as const;
  return [{ cue, subject: { start: 0, end: 0 }, by: 'other', left: 0, right: sentence.tokens.length }];
}

/** Whether a view is said to be somebody's: `The phrase belongs to Dr Q`, `A expressão é dos companheiros`, `The image is the Bank's`. */
function isOwned(sentence: Sentence, from: number): boolean {
  const { tokens } = sentence;
  const link = tokens
    .slice(from, from + 3)
    .findIndex(({ plain }) =>
      /^(?:is|are|was|were|es|son|era|e|sao|foi|fue|belongs?|comes?|came|pertence\p{L}*|pertenece\p{L}*|vem|viene\p{L}*|proviene\p{L}*|provem|procede\p{L}*|se|deve|debe|cabe|corresponde|due)$/u.test(
        plain,
      ),
    );
  if (link < 0) return false;
  const behind = tokens.slice(from + link + 1, from + link + 5);
  const of = behind.findIndex(({ plain }) =>
    /^(?:of|from|to|by|de|del|do|da|dos|das|a|al|ao|aos|as)$/u.test(plain),
  );
  if (of >= 0 && of <= 1 && !/^(?:nos|noss|nuestr|our|us)/u.test(behind[of + 1]?.plain ?? '')) {
    const word = behind[of]?.plain ?? '';
    const linked = tokens[from + link]?.plain ?? '';
    // `es la de`, `é a de`: what it is, and not whose.
    if (
      /^(?:a|al|ao|aos|as|to)$/u.test(word) &&
      /^(?:is|are|was|were|es|son|era|e|sao|foi|fue)$/u.test(linked)
    )
      return false;
    return (
      behind.slice(of + 1).some(({ isCapital }) => isCapital) ||
      tokens.slice(from + link + of + 2, from + link + of + 5).some(({ isWord }) => isWord)
    );
  }
  const owner = behind.findIndex(({ lower }) => /(?:'s|s')$/u.test(lower));
  return owner >= 0 && ownerBefore(tokens, from + link + owner + 2) !== null;
}
