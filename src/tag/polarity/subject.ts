import type { VoiceKind } from '../../model/speech.ts';
import type { Cue } from './cue.ts';
import type { Target } from './operator.ts';
import type { Sentence } from './sentence.ts';
import { at } from './tokens.ts';

/** A stretch of tokens, `end` excluded. */
export type Part = { readonly start: number; readonly end: number };

const possessive = /^(?:su|sus|seu|sua|seus|suas|their|its|his|her)$/u;

/** Whether evidence speaks, which nobody owns but the author: `the tables show`, unlike `the Ministry's data show`. */
export function isWitness({ tokens, subjects }: Sentence, { start, end }: Part): boolean {
  const witness = subjects.find((one) => one.kind === 'witness' && one.start >= start && one.end <= end);
  if (witness === undefined) return false;
  const isOwned = (i: number): boolean =>
    /(?:'s|s')$/u.test(at(tokens, i).lower) ||
    possessive.test(at(tokens, i).plain) ||
    (/^(?:of|by|from|de|del|do|da|dos|das|pelo|pela)$/u.test(at(tokens, i).plain) &&
      tokens.slice(i + 1, i + 4).some(({ isCapital }) => isCapital));
  for (let i = start; i < Math.min(end, tokens.length); i++) if (isOwned(i)) return false;
  return witness.start - start <= 6;
}

const preposition =
  /^(?:of|by|for|from|with|in|on|at|across|throughout|de|del|d[oa]s?|por|pel[oa]s?|para|con|com|en|em|n[oa]s?)$/u;

/** Whether the object of study is the subject or stands right behind the verb: `the co-operatives of the valley`, not `co-operative leaders`. */
export function isStudied(
  { tokens, subjects, language }: Sentence,
  { start, end }: Part,
  verb: Part,
): boolean {
  return subjects.some((one) => {
    if (one.kind !== 'studied') return false;
    const next = tokens[one.end];
    // A noun behind it makes it an attribute of whoever speaks.
    const isWhole =
      language !== 'en' || one.end === end || next?.isWord === false || preposition.test(next?.plain ?? '');
    if (start === end) return language !== 'en' && one.start >= verb.end && one.start <= verb.end + 1;
    return (
      isWhole &&
      one.start >= start &&
      one.end <= verb.start &&
      !tokens.slice(start, one.start).some(({ plain }) => preposition.test(plain)) &&
      !/^['’]/u.test(next?.plain ?? '')
    );
  });
}

/** Who holds an idea: `the Bank's claim`, `la tesis del Banco de que`, `the view, common among bankers, that`. */
export function holderOf(sentence: Sentence, cue: Cue<VoiceKind>, target: Target): Part {
  const { tokens, words } = sentence;
  const before = tokens[cue.start - 1];
  const first = tokens[cue.start];
  if (first !== undefined && /(?:'s|s')$/u.test(first.lower)) return { start: cue.start, end: cue.start + 1 };
  const nobody = holderBehind(sentence, target) ?? { start: cue.start, end: cue.start };
  const owner = ownerBefore(tokens, cue.start);
  if (owner !== null) return nounPhraseBefore(tokens, owner);
  if (possessive.test(before?.plain ?? '')) return { start: cue.start - 1, end: cue.start };
  if (possessive.test(first?.plain ?? '') && cue.end > cue.start + 1)
    return { start: cue.start, end: cue.start + 1 };
  const beside = besideView(tokens, cue, target);
  if (beside !== null) return beside;
  let from = -1;
  for (let i = cue.end - 1; i < Math.min(target.start, cue.end + 20); i++) {
    const { plain, isWord } = at(tokens, i);
    if (
      /^(?:que|that|segun|segundo|:|haber|ter|to|hace|hizo|faz|fez|["“”«»])$/u.test(plain) &&
      i >= cue.end - 1
    ) {
      const end =
        tokens[i - 1]?.plain === 'de' ||
        tokens[i - 1]?.plain === ',' ||
        /^(?:is|was|es|era)$/u.test(tokens[i - 1]?.plain ?? '')
          ? i - 1
          : i;
      return from >= 0 && end > from ? { start: from, end } : nobody;
    }
    if (
      from < 0 &&
      isWord &&
      /^(?:de|del|do|da|dos|das|of|por|by|among|entre|pelo|pela|pelos|pelas)$/u.test(plain)
    )
      from = i + 1;
  }
  // `the Alliance's call for …`, `o chamado da Aliança por …`: what is asked for needs no “that”.
  if (from >= 0 && words.asked.has(tokens[cue.end - 1])) {
    const close = tokens.findIndex(
      ({ plain, isWord }, i) => i > from && (!isWord || /^(?:por|para|a|de|for|to)$/u.test(plain)),
    );
    return { start: from, end: close < 0 ? target.start : Math.min(close, target.start) };
  }
  return nobody;
}

/** Who holds a view that is told first: `the thesis that …, defended by the Bank, is`, `the label of … that the Ministry pins on us`. */
export function holderBehind({ tokens, words }: Sentence, { end: behind }: Target): Part | null {
  // Words may follow the wording: `… in the coastal districts, defended by the Bank`.
  const mark = tokens.findIndex(({ isWord }, i) => i >= behind && !isWord);
  const end =
    mark >= 0 && mark - behind < 9 && tokens[mark]?.plain === ',' && words.held.has(tokens[mark + 1])
      ? mark
      : behind;
  const comma = tokens[end]?.plain === ',' ? 1 : 0;
  if (comma === 1 && words.held.has(tokens[end + 1])) {
    const by = tokens.findIndex(
      ({ plain }, i) =>
        i > end + 1 && i < end + 5 && /^(?:by|to|por|pelo|pela|pelos|pelas|a|ao)$/u.test(plain),
    );
    const close = tokens.findIndex(({ isWord }, i) => i > by && !isWord);
    if (by > 0 && close > by + 1 && close - by < 10) return { start: by + 1, end: close };
  }
  if (
    /^(?:that|which|que)$/u.test(tokens[end + comma]?.plain ?? '') &&
    /^(?:the|o|a|os|as|el|la|los|las)$/u.test(tokens[end + comma + 1]?.plain ?? '') &&
    tokens[end + comma + 2]?.isCapital === true
  )
    return { start: end + comma + 1, end: end + comma + 3 };
  return null;
}

/** Who holds a view by an insertion or a relative: `the notion, dear to bankers, that`, `a leitura que o Banco faz de`. */
function besideView(tokens: Sentence['tokens'], { end }: Cue<VoiceKind>, target: Target): Part | null {
  const next = tokens[end]?.plain;
  if (next === ',') {
    const close = tokens.findIndex(({ plain }, i) => i > end && plain === ',');
    if (close < 0 || close >= target.start || close - end > 12) return null;
    const by = tokens.findIndex(
      ({ plain }, i) =>
        i > end &&
        i < close &&
        /^(?:to|by|of|among|with|a|ao|aos|as|por|pelo|pela|pelos|pelas|de|del|da|do|entre|en|em|in)$/u.test(
          plain,
        ),
    );
    return by < 0 || by + 1 >= close ? null : { start: by + 1, end: close };
  }
  const from = /^(?:que|that|which)$/u.test(next ?? '') ? end + 1 : end;
  if (!/^(?:o|a|os|as|el|la|los|las|the)$/u.test(tokens[from]?.plain ?? '')) return null;
  for (let i = from + 2; i < Math.min(from + 7, target.start); i++)
    if (
      /^(?:faz|fazem|fez|tem|hace|hacen|hizo|tiene|tienen|da|dao|takes|take|took|has|have|gives|gave|paints|painted|draws)$/u.test(
        at(tokens, i).plain,
      )
    )
      return { start: from, end: i };
  return null;
}

/** Behind which word an owner ends: `the Bank's`, `the Bank's old`; null where nobody owns. */
export function ownerBefore(tokens: Sentence['tokens'], start: number): number | null {
  for (let end = start; end > Math.max(0, start - 3); end--) {
    const { lower, isWord } = at(tokens, end - 1);
    if (!isWord) return null;
    if (/(?:'s|s')$/u.test(lower)) return end;
  }
  return null;
}

function nounPhraseBefore(tokens: Sentence['tokens'], end: number): { start: number; end: number } {
  let start = end - 1;
  while (
    start > 0 &&
    end - start < 10 &&
    at(tokens, start - 1).isWord &&
    (at(tokens, start - 1).isCapital ||
      /^(?:the|of|and|for|de|la|el|do|da)$/u.test(at(tokens, start - 1).plain))
  )
    start--;
  return { start, end };
}

/** The words between the beginning of its clause and a verb. */
export function subjectBefore(sentence: Sentence, cue: Cue<VoiceKind>): { start: number; end: number } {
  const { tokens, barriers } = sentence;
  let end = cue.start;
  // `the Charter, which states that`: the name before the comma.
  if (
    /^(?:which|who|que|quien|quem)$/u.test(tokens[end - 1]?.plain ?? '') &&
    tokens[end - 2]?.plain === ','
  ) {
    const mark = tokens.slice(0, end - 2).findLastIndex(({ isWord }) => !isWord);
    const article = tokens
      .slice(mark + 1, end - 2)
      .findLastIndex(({ plain }) => /^(?:the|o|a|os|as|el|la|los|las)$/u.test(plain));
    if (end - 3 - mark <= 8) return { start: mark + 1 + Math.max(0, article), end: end - 2 };
  }
  // `It was the League that showed`: between.
  const cleft = tokens
    .slice(Math.max(0, end - 10), end)
    .findLastIndex(({ plain }) => /^(?:was|is|fue|foi)$/u.test(plain));
  const isAt = Math.max(0, end - 10) + cleft;
  if (
    cleft >= 0 &&
    /^(?:that|who|que|quem|quien)$/u.test(tokens[end - 1]?.plain ?? '') &&
    (tokens[isAt - 1]?.plain === 'it' || isAt === 0) &&
    end - 1 > isAt + 1
  )
    return { start: isAt + 1, end: end - 1 };
  const skip =
    /^(?:no|nao|not|se|le|les|nos|lo|la|que|that|who|which|ya|ja|bem|assim|tambien|tambem|also|never|nunca|ha|han|has|have|had|rightly|wrongly|often|\p{L}+mente|(?!assembly$|family$|italy$|july$)\p{L}+ly|does|do|did|don't|doesn't|didn't|would|will|may|might|could|can)$/u;
  const isObject = (i: number) =>
    /^[oa]s?$/u.test(at(tokens, i).plain) &&
    /^(?:ja|nao|nunca|bem|tambem|assim)$/u.test(tokens[i - 1]?.plain ?? '');
  while (end > 0 && (skip.test(at(tokens, end - 1).plain) || isObject(end - 1))) end--;
  if (
    /^(?:continua|continuam|volta|voltam|voltou|vuelve|vuelven|volvio|goes|keeps|insiste)$/u.test(
      tokens[end - 2]?.plain ?? '',
    )
  )
    end -= 2;
  let start = end;
  while (start > 0 && end - start < 14) {
    const token = at(tokens, start - 1);
    if (!token.isWord && token.plain !== "'") {
      // An insertion between commas belongs to the subject before it.
      if (token.plain === ',' && start === end) {
        const open = tokens
          .slice(Math.max(0, start - 13), start - 1)
          .findLastIndex(({ plain }) => plain === ',');
        if (open >= 0) {
          end = Math.max(0, start - 13) + open;
          start = end;
          continue;
        }
      }
      // As does a year or a place in brackets: `Peck (2004) sees`.
      if (token.plain === ')' && start === end) {
        const open = tokens.slice(0, start - 1).findLastIndex(({ plain }) => plain === '(');
        if (open >= 0 && start - open < 8) {
          end = open;
          start = open;
          continue;
        }
      }
      break;
    }
    if (
      barriers.some(
        ({ kind, start: from, end: to }) => kind === 'contrast' && from <= start - 1 && start - 1 < to,
      )
    )
      break;
    if (/^(?:que|that|what|because|porque|when|cuando|quando|si|if)$/u.test(token.plain)) break;
    start--;
  }
  return { start, end };
}

/** Whether a name says whose it is: `the declaration of the League`, unlike `this declaration`. */
export function isOfSomebody(words: Sentence['tokens']): boolean {
  if (!/^(?:the|o|a|os|as|el|la|los|las)$/u.test(words[0]?.plain ?? '')) return false;
  const of = words.findIndex(({ plain }) => /^(?:of|de|del|do|da|dos|das)$/u.test(plain));
  return (
    of > 0 &&
    (words.slice(of + 1, of + 3).some(({ isCapital }) => isCapital) ||
      (/^(?:authors?|writer|autor\p{L}*|signator\p{L}*|signatari\p{L}*|firmantes)$/u.test(
        words[1]?.plain ?? '',
      ) &&
        !/^(?:this|our|est[ae]|est[ae]s|d?est[ea]|present\p{L}*)$/u.test(words[of + 1]?.plain ?? '')))
  );
}
