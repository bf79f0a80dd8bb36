import type { VoiceKind } from '../../model/speech.ts';
import type { Target } from './operator.ts';
import type { Around, Report } from './report.ts';
import { type Sentence, textOf } from './sentence.ts';
import { at } from './tokens.ts';

/** The longest name of a speaker with what is said of him, in tokens. */
const longestName = 24;

/** What a name of a speaker does not say. */
const toldBy: ReadonlySet<VoiceKind> = new Set<VoiceKind>([
  'say',
  'show',
  'floor',
  'self',
  'demand',
  'agree',
  'right',
  'wrong',
]);

/** A verb, which a name has not. */
const verb = /^(?:is|are|was|were|has|have|es|son|era|fue|é|são|foi|eram|that|which)$/u;

/** Where the speech of a turn begins that opens the sentence, `Ms ORR (Lomas): …`, `Delegation of Lomas. – …`; null without. */
function turnOf({ tokens, voice, words }: Sentence): number | null {
  const close = tokens.findIndex(({ plain }, i) => i < longestName && /^[:–—]$/u.test(plain));
  if (close < 1 || (tokens[close]?.plain !== ':' && close > 8)) return null;
  const name = tokens.slice(0, close);
  const isNamed =
    (close === 1 && /^[qapr]$/u.test(at(name, 0).plain)) ||
    name.slice(0, 3).some(words.title.has) ||
    (name[0]?.isCapital === true && name.some(({ plain }) => plain === '('));
  if (!isNamed || name.some(({ lower }) => verb.test(lower))) return null;
  const inBrackets = (i: number): boolean => {
    const open = tokens.slice(0, i).findLastIndex(({ plain }) => plain === '(');
    return open >= 0 && !tokens.slice(open, i).some(({ plain }) => plain === ')');
  };
  const isTold = voice.some(({ kind, start, end }) => end <= close && !inBrackets(start) && toldBy.has(kind));
  return isTold ? null : close + 1;
}

/** What a turn of minutes has, told before a sentence is read: most are not. */
const mayTurn = /^.{0,160}[:–—]|^.{0,30}\.\s*$/su;

/** Whether a sentence is a title alone: `The Chair.` before a dash. */
function isTitle({ tokens, words }: Sentence): boolean {
  return tokens.length <= 6 && tokens.slice(0, 3).some(words.title.has);
}

/** Whoever has the word in minutes, from the beginning of the sentence or of the one before. */
export function turns(sentence: Sentence, target: Target, { previous }: Around): readonly Report[] {
  const here = turnOf(sentence);
  if (here !== null && here <= target.start)
    return [
      {
        cue: { kind: 'floor', start: 0, end: here },
        subject: { start: 0, end: here - 1 },
        by: 'other',
        left: here,
        right: sentence.tokens.length,
      },
    ];
  if (here !== null || previous === null || !mayTurn.test(textOf(previous))) return [];
  const isDashed = /^[–—]$/u.test(sentence.tokens[0]?.plain ?? '');
  if (turnOf(previous) === null && !(isDashed && isTitle(previous))) return [];
  const cue = { kind: 'floor', start: 0, end: 1 } as const;
  return [{ cue, subject: { start: 0, end: 0 }, by: 'other', left: 0, right: sentence.tokens.length }];
}
