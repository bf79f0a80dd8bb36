import type { Cue } from './cue.ts';
import { becauseOf, inserted, isVerb, type Operator, quotes, type Target } from './operator.ts';
import type { Sentence } from './sentence.ts';
import { at, type Token } from './tokens.ts';

/** What stands behind the wording, where it is the subject of what follows. */
export function after(sentence: Sentence, target: Target, right: number): readonly Operator[] {
  const { tokens } = sentence;
  const fronted = topic(sentence, target, right);
  if (fronted !== null) return [{ does: 'deny', ...becauseOf(sentence, fronted) }];
  if (isVerb(sentence, target)) return [];
  for (let i = target.end; i < Math.min(right, target.end + 9 + inserted); i++) {
    const said = sentence.afterwards.find(({ start }) => start === i);
    if (
      said !== undefined &&
      target.names === 'need' &&
      tokens.slice(said.start, said.end).some(sentence.words.rid.has)
    )
      return [];
    if (said !== undefined)
      return [{ does: said.kind === 'not_after' ? 'deny' : 'open', ...becauseOf(sentence, said) }];
    const cue = sentence.polarity.find(({ start }) => start === i);
    if (cue !== undefined) {
      if (cue.kind !== 'partly' && cue.kind !== 'so_called' && cue.kind !== 'modal' && cue.kind !== 'end')
        return [];
      if (cue.kind === 'modal')
        return i - target.end < 4 && isSubject(sentence, target)
          ? [{ does: 'due', ...becauseOf(sentence, cue) }]
          : [];
    }
    const token = at(tokens, i);
    if (token.plain === ',') {
      const close = tokens.findIndex(({ plain }, k) => k > i && k < i + inserted && plain === ',');
      if (close < 0) return [];
      i = close;
      continue;
    }
    if (quotes.test(token.plain)) continue;
    // `in the districts of the coast and of the hills` goes on.
    const isListed = /^(?:of|in|de|del|da|do|das|dos|em|en|na|no|nas|nos)$/u.test(tokens[i + 1]?.plain ?? '');
    if (/^(?:and|y|e)$/u.test(token.plain) && !isListed && !isSubject(sentence, target)) return [];
    if (
      !token.isWord ||
      sentence.barriers.some(({ kind, start }) => start === i && (kind === 'contrast' || kind === 'clause'))
    )
      return [];
    if (sentence.forms.future.test(token.lower) && isSubject(sentence, target))
      return [{ does: 'due', rule: `${sentence.language}/future`, start: token.start, end: token.end }];
  }
  return [];
}

/** A denial behind what a clause is about, told first: `De {política industrial}, no contiene una línea`, `As for {…}, the plan is silent`. */
function topic(sentence: Sentence, { start, end }: Target, right: number): Cue<string> | null {
  const { tokens, polarity } = sentence;
  let from = start;
  while (from > 0 && at(tokens, from - 1).isWord && start - from < 4) from--;
  const lead = tokens
    .slice(from, start)
    .map(({ plain }) => plain)
    .join(' ');
  const mark = tokens[end]?.plain ?? '';
  const isOf = ofTopic.test(lead);
  if (!isOf && !(/^(?:|the|el|la|los|las|o|a|os|as)$/u.test(lead) && /^[,?]$/u.test(mark))) return null;
  if (from > 0 && !/^[.;:,!?¿—–]$/u.test(at(tokens, from - 1).plain)) return null;
  const until = Math.min(right, end + 8, tokens.length);
  const silent = tokens.findIndex(
    ({ plain }, i) =>
      i >= end && i < until && /^(?:silent|silencia|silencio|calla|cala|mudo|muda|nowhere)$/u.test(plain),
  );
  if (silent >= 0) return { kind: 'not', start: silent, end: silent + 1 };
  if (!isOf && mark !== ',') return null;
  // `{X}, no …` of the wording itself is told by what follows it.
  return (
    polarity.find(({ kind, start: i, end: k }) => kind === 'not' && i > end && k <= until && isOf) ?? null
  );
}

const ofTopic =
  /^(?:of|de|as for|as to|en cuanto a|quanto a|quanto ao|quanto aos|sobre|about|respecto de|respecto a|on)(?: (?:the|el|la|los|las|o|a|os|as))?$/u;

/** Whether the wording begins its sentence or clause, but for an article. */
function isSubject({ tokens }: Sentence, { start }: Target): boolean {
  for (let i = start - 1; i >= Math.max(0, start - 3); i--) {
    const { plain, lower, isWord } = at(tokens, i);
    if (/^(?:is|are|was|were|es|son|era|eran|fue|fueron|é|são|foi|foram|eram|has|have|had)$/u.test(lower))
      return false;
    if (!isWord && !quotes.test(plain)) return true;
    if (i === 0) return true;
    if (/^(?:que|that|if|si|se|y|e|and)$/u.test(plain)) return true;
  }
  return start === 0;
}

/** A forecast or a denial in the wording itself. */
export function within(sentence: Sentence, { start, end }: Target): readonly Operator[] {
  const { tokens, language, forms } = sentence;
  const first = at(tokens, start);
  const partly = sentence.polarity.find((cue) => cue.kind === 'partly' && cue.start > start && cue.end < end);
  if (partly !== undefined) return [{ does: 'open', ...becauseOf(sentence, partly) }];
  const opens = tokens[0]?.plain ?? '';
  if (
    language !== 'en' &&
    forms.wished.test(first.lower) &&
    /^(?:que|ojala|oxala|tomara)$/u.test(opens) &&
    (opens !== 'que' || tokens.at(-1)?.plain === '!')
  )
    return [{ does: 'due', rule: `${language}/wished`, start: first.start, end: first.end }];
  if (forms.future.test(first.lower) && !forms.articles.has(tokens[start - 1]?.plain ?? ''))
    return [{ does: 'due', rule: `${language}/future`, start: first.start, end: at(tokens, end - 1).end }];
  return [];
}

/** Conditions and questions, which bear on the whole sentence. */
export function around(sentence: Sentence, target: Target, left: number, right: number): readonly Operator[] {
  const { text, tokens, polarity, barriers } = sentence;
  const conditions = polarity.filter(({ kind, start, end }) => {
    if (kind !== 'if' || start < left || end > right) return false;
    if (isInverted(tokens, start) || isGiven(tokens, end)) return false;
    // `mostrou-se` is no condition.
    if (text[at(tokens, start).start - 1] === '-') return false;
    const [from, to] = end <= target.start ? [end, target.start] : [target.end, start];
    if (barriers.some((one) => one.kind === 'contrast' && one.start >= from && one.end <= to)) return false;
    return end <= target.start || (start - target.end < 15 && !isApart(tokens, target.end, start));
  });
  const degree = polarity.find(
    ({ kind, start, end }) =>
      kind === 'partly' &&
      start >= target.end &&
      start - target.end < 6 &&
      end <= right &&
      !barriers.some((one) => one.kind === 'clause' && one.start >= target.end && one.end <= start) &&
      isLast(sentence, end),
  );
  if (degree !== undefined) return [{ does: 'open', ...becauseOf(sentence, degree) }];
  const first = conditions[0];
  if (first !== undefined) return [{ does: 'open', ...becauseOf(sentence, first) }];
  const isRhetorical =
    reproach(sentence) !== null ||
    polarity.some(
      ({ kind, start }) => kind === 'yes' && /^(?:who|quien|quienes|quem)$/u.test(at(tokens, start).plain),
    );
  for (let i = target.end; i < Math.min(right, tokens.length) && !isRhetorical; i++) {
    const { plain, start, end } = at(tokens, i);
    if (plain === '?') return [{ does: 'open', rule: `${sentence.language}/question`, start, end }];
    if (plain === '!' || plain === '.') break;
  }
  return [];
}

/** Whether a condition is granted, `If the valley eats, it is because …`. */
function isGiven(tokens: readonly Token[], from: number): boolean {
  const comma = tokens.findIndex(({ plain }, i) => i >= from && plain === ',');
  return (
    comma >= 0 &&
    tokens
      .slice(comma + 1, comma + 4)
      .some(({ plain }) => /^(?:because|thanks|porque|gracias|gracas)$/u.test(plain))
  );
}

/** Whether a condition behind the wording is of another clause: `…, ni lo será mientras …`. */
function isApart(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(({ plain }, i) => plain === ',' && /^(?:ni|nor|nem)$/u.test(tokens[from + i + 1]?.plain ?? ''));
}

/** The question that is none: `How can the minister still speak of …?`; its first word and the verb behind it. */
export function reproach({ tokens }: Sentence): { readonly start: number; readonly end: number } | null {
  for (let i = 0; i < Math.min(4, tokens.length - 1); i++)
    if (isDisbelief(tokens, i))
      return tokens.some(({ plain }) => plain === '?') ? { start: i, end: i + 2 } : null;
  for (let i = 0; i < Math.min(4, tokens.length - 1); i++)
    if (
      /^(?:que otra cosa|what else (?:is|are)|que mais (?:e|sao))/u.test(
        tokens
          .slice(i, i + 3)
          .map(({ plain }) => plain)
          .join(' '),
      )
    )
      return { start: i, end: i + 2 };
    else if (
      /^(?:how|como)$/u.test(at(tokens, i).plain) &&
      /^(?:can|could|dares?|pued\p{L}+|pod\p{L}+|se|ousa\p{L}*|osa\p{L}*)$/u.test(at(tokens, i + 1).plain)
    )
      return tokens.some(({ plain }) => plain === '?') ? { start: i, end: i + 2 } : null;
  return null;
}

/** `Who can seriously believe`, `Quem pode levar a sério`. */
function isDisbelief(tokens: readonly Token[], i: number): boolean {
  return (
    /^(?:who|quem|quien|quienes)$/u.test(at(tokens, i).plain) &&
    /^(?:can|could|would|still|pod\p{L}+|pued\p{L}+|ainda|todavia|aun)$/u.test(at(tokens, i + 1).plain) &&
    tokens
      .slice(i + 2, i + 5)
      .some(({ plain }) =>
        /^(?:believe|think|take|accept|crer|acreditar|acredita|creer|cree|tomar|llevar|levar|leva|aceptar|aceitar|pensar)$/u.test(
          plain,
        ),
      )
  );
}

/** Words that make a condition at the beginning of a clause only (`de haber`, `were it`), and stand elsewhere. */
function isInverted(tokens: readonly Token[], start: number): boolean {
  return (
    /^(?:de|were|should|had)$/u.test(at(tokens, start).plain) && start > 0 && at(tokens, start - 1).isWord
  );
}

/** Whether nothing follows that words of degree could bear on instead. */
function isLast({ tokens }: Sentence, from: number): boolean {
  const next = tokens[from];
  return next === undefined || !next.isWord || /^(?:y|e|and|en|in|em|for|para)$/u.test(next.plain);
}

/** Few words between quotation marks that nobody in the passage has to answer for. */
export function scareQuotes(
  { tokens, words, language }: Sentence,
  { start, end }: Target,
  held: boolean,
): readonly Operator[] {
  if (held) return [];
  const open = tokens.slice(Math.max(0, start - 3), start).findLastIndex(({ plain }) => quotes.test(plain));
  const close = tokens.slice(end, end + 3).findIndex(({ plain }) => quotes.test(plain));
  const from = tokens[Math.max(0, start - 3) + open];
  const to = tokens[end + close];
  if (open < 0 || close < 0 || from === undefined || to === undefined) return [];
  const inside = tokens.filter((token) => token.start > from.start && token.end < to.end);
  if (words.titled.has(tokens[Math.max(0, start - 3) + open - 1])) return [];
  if (inside.length > 7 || inside.filter(({ isCapital }) => isCapital).length > 1) return [];
  return [{ does: 'open', rule: `${language}/quotation_marks`, start: from.start, end: to.end }];
}
