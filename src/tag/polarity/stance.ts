import type { Cue } from './cue.ts';
import type { VoiceKind } from '../../model/speech.ts';
import type { Because, Target } from './polarity.ts';
import { type Around, becauseOf, type Report } from './report.ts';
import type { Sentence } from './sentence.ts';

/** How the author stands to somebody's view; null where nothing shows it. */
export function stanceOf(
  sentence: Sentence,
  target: Target,
  { previous, next }: Around,
  report: Report | null,
): { readonly voice: 'endorsed' | 'rejected'; readonly because: Because } | null {
  const { voice, barriers } = sentence;
  const outside = (kind: VoiceKind) =>
    voice.find((one) => one.kind === kind && (one.end <= target.start || one.start >= target.end));
  const is = (verdict: 'endorsed' | 'rejected', cue: Cue<string>, where: Sentence = sentence) => ({
    voice: verdict,
    because: becauseOf(where, cue),
  });
  const right = outside('right');
  const wrong = outside('wrong');
  if (right !== undefined && !(wrong !== undefined && wrong.start <= right.start))
    return is('endorsed', right);
  if (wrong !== undefined) return is('rejected', wrong);
  const disagree = voice.find(({ kind, end }) => kind === 'disagree' && end <= target.start);
  if (disagree !== undefined) return is('rejected', disagree);
  const verdict = next === null ? null : verdictIn(next);
  if (next !== null && verdict !== null)
    return is(verdict.kind === 'right' || verdict.kind === 'agree' ? 'endorsed' : 'rejected', verdict, next);
  const semicolon = sentence.tokens.findIndex(({ plain }, i) => i >= target.end && /^[;—–:]$/u.test(plain));
  const answer =
    semicolon < 0
      ? undefined
      : sentence.verdicts.find(({ start }) => start > semicolon && start <= semicolon + 2);
  if (report !== null && answer !== undefined)
    return is(answer.kind === 'right' ? 'endorsed' : 'rejected', answer);
  const agree = outside('agree');
  if (agree !== undefined) return is('endorsed', agree);
  if (report !== null) {
    if (report.cue.kind === 'as_says' || report.cue.kind === 'show') return is('endorsed', report.cue);
    if (
      report.cue.kind === 'mislead' ||
      report.cue.kind === 'myth' ||
      report.cue.kind === 'contrary' ||
      report.by === 'anybody'
    )
      return is('rejected', report.cue);
  }
  const contrast = barriers.find(({ kind, start }) => kind === 'contrast' && start >= target.end);
  const reply =
    contrast === undefined
      ? undefined
      : sentence.verdicts.find(
          ({ kind, start }) => kind === 'wrong' && start >= contrast.start && start <= contrast.end + 1,
        );
  if (reply !== undefined) return is('rejected', reply);
  const before = previous?.voice.find(
    ({ kind, end }) =>
      (kind === 'agree' || kind === 'disagree') && previous.tokens.at(-1)?.plain === ':' && end > 0,
  );
  if (previous !== null && before !== undefined)
    return is(before.kind === 'agree' ? 'endorsed' : 'rejected', before, previous);
  return null;
}

/** The longest next sentence that may be about the one before as a whole, in tokens. */
const brief = 16;

/** What a next sentence says of the one before: at its beginning, or anywhere if it is brief. */
function verdictIn(next: Sentence): Cue<string> | null {
  const opening = next.verdicts.find(({ start }) => start <= 1);
  if (opening !== undefined) return opening;
  const limit = next.tokens.length <= brief ? brief : 3;
  const stances = next.voice.filter(
    ({ kind, start }) =>
      (kind === 'right' || kind === 'wrong' || kind === 'agree' || kind === 'disagree') && start <= limit,
  );
  const contrast = next.barriers.find(({ kind, start }) => kind === 'contrast' && start === 0);
  return (
    stances[0] ??
    (next.tokens.length <= brief ? next.verdicts[0] : undefined) ??
    (contrast === undefined ? null : { ...contrast, kind: 'wrong' })
  );
}
