import type { PolarityKind } from '../../model/speech.ts';
import type { Polarity } from '../../model/tag.ts';
import { after, around, scareQuotes, within } from './beside.ts';
import type { Cue } from './cue.ts';
import { effectOf, isMonth } from './effect.ts';
import { type Anew, verbAnew } from './joined.ts';
import { type Because, becauseOf, inserted, isVerb, type Operator, type Target } from './operator.ts';
import type { Sentence } from './sentence.ts';
import { at } from './tokens.ts';

/**
 * What is done with the wording by what stands around it in its sentence, from `left` to `right`: cues before it act in the
 * order of their distance, the outermost last. A denial turns what is inside it, a denial of what is only due leaves it denied.
 */
export function polarityOf(
  sentence: Sentence,
  target: Target,
  { left, right, held }: { readonly left: number; readonly right: number; readonly held: boolean },
): { readonly polarity: Polarity; readonly because: readonly Because[] } {
  const operators = [
    ...scareQuotes(sentence, target, held),
    ...within(sentence, target),
    ...after(sentence, target, right),
    ...before(sentence, target, left, held),
    ...around(sentence, target, left, right),
  ];
  if (target.names === 'opponent') return againstOpponent(operators);
  let negated = false;
  let hedged = false;
  const because: Because[] = [];
  for (const { does, rule, start, end } of operators) {
    if (does === 'deny') {
      negated = hedged && !negated ? true : !negated;
      hedged = false;
    } else if (does === 'open') hedged = true;
    else if (negated) continue;
    else hedged = true;
    because.push({ rule, start, end });
  }
  return { polarity: hedged ? 'hedged' : negated ? 'negated' : 'affirmed', because };
}

/**
 * What is done with the wording of an opponent: who denies it or turns it down takes the side of the frame, and only a
 * denial of that (`they do not reject capitalism`) denies the frame.
 */
function againstOpponent(operators: readonly Operator[]): ReturnType<typeof polarityOf> {
  const denials = operators.filter(({ does }) => does === 'deny').length;
  const isDenied = denials > 0 && denials % 2 === 0;
  const isOpen =
    operators.at(-1)?.does !== 'deny' && operators.some(({ does }) => does === 'open' || does === 'due');
  return {
    polarity: isDenied ? 'negated' : isOpen ? 'hedged' : 'affirmed',
    because: operators.map(({ rule, start, end }) => ({ rule, start, end })),
  };
}

/** What stands before the wording, the nearest first. */
function before(sentence: Sentence, target: Target, left: number, held: boolean): readonly Operator[] {
  const { tokens, language, forms } = sentence;
  const { articles, future } = forms;
  const found: Operator[] = [];
  const finite = isVerb(sentence, target);
  const inList = isListed(sentence, target);
  const isWhole = !article.test(at(tokens, target.start).plain);
  let clauses = 0;
  let denied = false;
  let verbs = 0;
  let anew: Anew | null = null;
  for (let i = target.start; i > left; ) {
    const cue = sentence.polarity.find(
      ({ kind, end, start }) =>
        start >= left &&
        (end === i ||
          (i === target.start &&
            start < i &&
            end > i &&
            end <= target.end &&
            !(inWording.has(kind) && isWhole) &&
            (kind !== 'aim' || end <= i + 2))),
    );
    if (cue !== undefined) {
      const distance = Math.max(0, target.start - cue.end);
      const does = effectOf(sentence, cue, target, {
        distance,
        clauses,
        denied,
        finite,
        verbs,
        inList,
        held,
        anew,
      });
      if (does === 'stop') {
        if (cue.kind === 'yes' && isSparing(sentence, cue, target)) {
          const twice = { does: 'deny', ...becauseOf(sentence, cue) } as const;
          found.push(twice, twice);
        }
        break;
      }
      if (does !== null) {
        found.push({ does, ...becauseOf(sentence, cue) });
        if (cue.kind === 'not' && does === 'deny') denied = true;
      }
      i = cue.start;
      continue;
    }
    const token = at(tokens, i - 1);
    const barrier = sentence.barriers.find(({ end }) => end === i);
    if (barrier?.kind === 'contrast') break;
    if (barrier?.kind === 'open') {
      i = barrier.start;
      continue;
    }
    if (barrier?.kind === 'clause') {
      if (!isParticle(sentence, barrier)) clauses++;
      i = barrier.start;
      continue;
    }
    if (token.plain === ',') {
      const open = insertion(sentence, i - 1, left);
      if (open === null) {
        if (!inList) clauses++;
      } else {
        const isRelative = /^(?:which|who|whose|that|que|cuy[oa]s?|cuj[oa]s?|quien|quem)$/u.test(
          tokens[open + 1]?.plain ?? '',
        );
        for (const one of isRelative ? [] : sentence.polarity)
          if (
            one.start > open &&
            one.end <= i &&
            !isMonth(tokens, one) &&
            (one.kind === 'maybe' || one.kind === 'partly')
          )
            found.push({ does: 'open', ...becauseOf(sentence, one) });
        i = open;
        continue;
      }
    } else if (token.plain === '—' || token.plain === '–' || token.plain === '(') clauses++;
    else if (
      clauses === 0 &&
      !finite &&
      future.test(token.lower) &&
      !articles.has(tokens[i - 2]?.plain ?? '')
    ) {
      found.push({ does: 'due', rule: `${language}/future`, start: token.start, end: token.end });
    } else if (clauses === 0 && isWished(sentence, i - 1, left)) {
      found.push({ does: 'due', rule: `${language}/wished`, start: token.start, end: token.end });
    } else if (forms.finite.test(token.lower)) verbs++;
    if (clauses === 0 && found.length === 0 && isOpposed(sentence, i - 1, target))
      found.push({ does: 'deny', rule: `${language}/against`, start: token.start, end: token.end });
    anew ??= verbAnew(sentence, i - 1);
    i--;
  }
  return found;
}

/** Whether what looks like a denial and is none spares an opponent: `do not question {capitalism}`. */
function isSparing(
  { tokens, words }: Sentence,
  { start, end }: Cue<PolarityKind>,
  { names }: Target,
): boolean {
  return names === 'opponent' && tokens.slice(start, end).some(words.against.has);
}

/** What is part of the wording where it shares a word with it that is more than an article: `quedó {fuera del mercado}`. */
const inWording: ReadonlySet<PolarityKind> = new Set<PolarityKind>(['deny', 'end', 'beyond']);
const article = /^(?:an?|the|el|la|los|las|un|una|o|a|os|as|um|uma|d[eoa]s?|del|al|ao|aos)$/u;

/** Whether a word sets somebody against the opponent that the wording names: `contra {el lucro}`, `question {capitalism}`. */
function isOpposed({ tokens, words }: Sentence, word: number, { names }: Target): boolean {
  return names === 'opponent' && words.against.has(tokens[word]);
}

/** Whether an “as” belongs to a verb before it, `regard X as`, and begins no clause. */
function isParticle({ tokens, voice }: Sentence, { start }: { readonly start: number }): boolean {
  return (
    /^(?:as|como)$/u.test(at(tokens, start).plain) &&
    voice.some(({ kind, end }) => kind === 'see_as' && end <= start && start - end <= 12)
  );
}

/** Whether a verb is in the mood of what is wished, asked or due: not of what is granted (`aunque sea`) or felt (`celebra que sea`). */
function isWished({ tokens, forms, language, polarity }: Sentence, verb: number, left: number): boolean {
  if (language === 'en' || !forms.wished.test(at(tokens, verb).lower)) return false;
  const from = Math.max(0, left - 2, verb - 14);
  const that = tokens.slice(from, verb).findLastIndex(({ plain }) => plain === 'que');
  // `Que la red sea …, lo confirman`: told, and no wish.
  if (from + that === 0 && !tokens.some(({ plain }) => plain === '!')) return false;
  if (polarity.some(({ kind, start }) => (kind === 'not' || kind === 'deny') && start < verb)) return false;
  if (that < 0 || !tokens.slice(from + that, verb).every(({ isWord }) => isWord)) return false;
  return !tokens.slice(Math.max(0, from + that - 8), from + that).some(({ plain }) => felt.test(plain));
}

const felt =
  /^(?:aun|mais|mas|mucho|muito|hecho|fato|facto|embora|ainda|lament\p{L}*|celebr\p{L}*|sorprend\p{L}*|surpreend\p{L}*|alegr\p{L}*|extrañ\p{L}*|estranh\p{L}*|molest\p{L}*|agradec\p{L}*|casual|casualidad|admira)$/u;

/** Whether the wording follows an “or” or “nor”, so that the commas of a list do not end a denial. */
function isListed({ barriers }: Sentence, { start }: Target): boolean {
  return barriers.some(({ kind, end }) => kind === 'or' && end <= start && start - end <= 3);
}

/** The comma that opens an insertion which the comma at `close` ends; null where there is none. */
function insertion({ tokens, barriers }: Sentence, close: number, left: number): number | null {
  for (let i = close - 1; i >= Math.max(left, close - inserted); i--) {
    // `vouchers, however generous,`
    const isDegree = at(tokens, i).plain === 'however' && tokens[i + 1]?.isWord === true;
    if (!isDegree && barriers.some(({ kind, start }) => kind === 'contrast' && start === i)) return null;
    if (at(tokens, i).plain === ',') return i;
  }
  return null;
}
