import type { VoiceKind } from '../../model/speech.ts';
import { reproach } from './beside.ts';
import type { Cue } from './cue.ts';
import { beginsAnew } from './joined.ts';
import { openingOf } from './opening.ts';
import { type Because, becauseOf, type Target } from './operator.ts';
import type { Around, Report } from './report.ts';
import type { Sentence } from './sentence.ts';
import { sideBehind, sideTaken } from './sides.ts';
import { speechAround } from './sources.ts';

/** How the author stands to somebody's view; null where nothing shows it. */
export function stanceOf(
  sentence: Sentence,
  target: Target,
  { previous, next }: Around,
  report: Report | null,
): { readonly voice: 'endorsed' | 'rejected'; readonly because: Because } | null {
  const { voice } = sentence;
  const speech = speechAround(sentence, target);
  const outside = (kind: VoiceKind) =>
    voice.find(
      (one) =>
        one.kind === kind &&
        (one.end <= target.start || one.start >= target.end) &&
        // What is quoted with the wording is no verdict on it.
        !(speech !== null && one.start >= speech.start && one.end <= speech.end) &&
        !(kind === 'wrong' && (isTheirs(sentence, one) || isFactive(sentence, one, target))) &&
        // `its detractors say`: they only speak.
        !(
          kind === 'wrong' &&
          report?.by === 'other' &&
          one.start >= report.subject.start &&
          one.end <= report.subject.end &&
          // `Está errado o editorial segundo o qual`: said of them.
          !/^(?:esta|estao|estan|is|are|anda|andam|andan)$/u.test(sentence.tokens[one.start]?.plain ?? '')
        ),
    );
  const is = (verdict: 'endorsed' | 'rejected', cue: Cue<string>, where: Sentence = sentence) => ({
    voice: verdict,
    because: becauseOf(where, cue),
  });
  const refused = report === null ? null : refusal(sentence, report);
  if (refused !== null) return is('rejected', refused);
  // `They call {…} what is …`: a name that the thing belies.
  if (report !== null && (report.cue.kind === 'call' || report.cue.kind === 'see_as')) {
    const { tokens } = sentence;
    const behind = tokens[target.end]?.isWord === false ? target.end + 1 : target.end;
    const next = `${tokens[behind]?.plain} ${tokens[behind + 1]?.plain}`;
    if (/^what (?:is|was|are|were|we|has)|^(?:o|lo|a lo) que/u.test(next)) return is('rejected', report.cue);
  }
  const asked = report?.by === 'other' ? reproach(sentence) : null;
  if (asked !== null) return is('rejected', { kind: 'question', ...asked });
  const refuted = report === null ? null : refutation(sentence, target, report);
  if (refuted !== null) return is('rejected', refuted);
  const right = outside('right');
  const wrong = outside('wrong');
  if (right !== undefined && !(wrong !== undefined && wrong.start <= right.start))
    return is('endorsed', right);
  if (wrong !== undefined) return is('rejected', wrong);
  const disagree = voice.find(
    ({ kind, end }) => kind === 'disagree' && end <= target.start && !beginsAnew(sentence, end, target.start),
  );
  if (disagree !== undefined) return is('rejected', disagree);
  const never = report === null ? null : disqualified(sentence, target, report);
  if (never !== null) return is('rejected', never);
  const side = sideTaken(sentence, target) ?? sideBehind(next);
  if (side !== null) return is(side.voice, side.cue, side.where);
  const verdict = next === null ? null : verdictIn(next);
  if (next !== null && verdict !== null)
    return is(verdict.kind === 'right' || verdict.kind === 'agree' ? 'endorsed' : 'rejected', verdict, next);
  if (next !== null && report !== null && report.cue.start === target.start) {
    const own = next.voice.find(
      ({ kind }) => kind === 'right' || kind === 'wrong' || kind === 'agree' || kind === 'disagree',
    );
    if (own !== undefined)
      return is(own.kind === 'right' || own.kind === 'agree' ? 'endorsed' : 'rejected', own, next);
  }
  const semicolon = sentence.tokens.findIndex(({ plain }, i) => i >= target.end && /^[;—–:]$/u.test(plain));
  const answer =
    semicolon < 0
      ? undefined
      : sentence.verdicts.find(({ start }) => start > semicolon && start <= semicolon + 2);
  if (
    report !== null &&
    answer !== undefined &&
    !sentence.tokens.slice(semicolon).some(sentence.words.unanswered.has)
  )
    return is(answer.kind === 'right' ? 'endorsed' : 'rejected', answer);
  const agree = sharesWith(sentence, outside('agree'));
  if (agree !== undefined) return is('endorsed', agree);
  if (report !== null) {
    if (report.cue.kind === 'as_says' || report.cue.kind === 'show') return is('endorsed', report.cue);
    if (
      report.cue.kind === 'mislead' ||
      report.cue.kind === 'myth' ||
      report.cue.kind === 'contrary' ||
      report.cue.kind === 'guise' ||
      report.cue.kind === 'as_does' ||
      report.by === 'anybody'
    )
      return is('rejected', report.cue);
  }
  if (report !== null && report.by === 'other') {
    const conceded = concession(sentence, target);
    if (conceded !== null) return is('rejected', conceded);
  }
  const answered =
    report === null || (report.by !== 'other' && report.cue.kind !== 'nobody')
      ? null
      : reply(sentence, target, next);
  if (answered !== null) return is(answered.voice, answered.cue, answered.where);
  const before = previous?.voice.find(
    ({ kind, end }) =>
      (kind === 'agree' || kind === 'disagree') && previous.tokens.at(-1)?.plain === ':' && end > 0,
  );
  if (previous !== null && before !== undefined)
    return is(before.kind === 'agree' ? 'endorsed' : 'rejected', before, previous);
  return null;
}

/** Whether what somebody ignores or forgets is so: `ignora que`, `forgets that`. */
export function isFactive({ tokens }: Sentence, { start, end }: Cue<string>, target: Target): boolean {
  if (
    end > target.start ||
    !/^(?:ignor|olvid|desconoc|esquec|desconhec|forg[eo]t|overlook)/u.test(tokens[start]?.plain ?? '')
  )
    return false;
  return tokens
    .slice(end - 1, Math.min(target.start, end + 4))
    .some(({ plain }) => /^(?:que|that)$/u.test(plain));
}

/** Whether words of refusal are no verdict: `its opponents`, or part of a denial of the wording (`não se confunde com`). */
function isTheirs({ tokens, polarity }: Sentence, { start, end }: Cue<string>): boolean {
  return (
    /^(?:its|their|his|her|sus?|seus?|suas?|un[oa]?|otr[oa]|uma?|outr[oa])$/u.test(
      tokens[start - 1]?.plain ?? '',
    ) ||
    polarity.some((one) => (one.kind === 'deny' || one.kind === 'not') && one.start < start && end <= one.end)
  );
}

/** `Those economists who say that … have never seen one`: what is said of those who hold a view. */
function disqualified({ tokens, polarity }: Sentence, target: Target, { cue }: Report): Cue<string> | null {
  const isRelative =
    /^(?:que|who|that)$/u.test(tokens[cue.start - 1]?.plain ?? '') && tokens[cue.start - 2]?.isWord === true;
  if (!isRelative) return null;
  return (
    polarity.find(
      ({ kind, start }) =>
        kind === 'not' &&
        start >= target.end &&
        start <= target.end + 10 &&
        tokens.slice(target.end, start).every(({ isWord }) => isWord),
    ) ?? null
  );
}

/** What refuses a view before it is told: `We cannot follow the Bank in …`, `What the Bank calls …`, `Against the Bank, which …`. */
function refusal(sentence: Sentence, { cue, subject, by }: Report): Cue<string> | null {
  if (by !== 'other') return null;
  const { tokens, polarity, voice } = sentence;
  const opening = openingOf(sentence);
  const first = tokens[opening]?.plain ?? '';
  const from = Math.min(cue.start, subject.start);
  if (
    (cue.kind === 'call' || cue.kind === 'see_as') &&
    (first === 'what' || /^(?:lo|o) que$/u.test(`${first} ${tokens[opening + 1]?.plain ?? ''}`))
  )
    return cue;
  if (
    /^(?:against|contra|frente|contrary|pace|contrariamente|notwithstanding)$/u.test(first) ||
    voice.some(({ kind, start }) => kind === 'contrary' && start === opening && first !== 'whatever')
  )
    return { kind: 'against', start: opening, end: opening + 1 };
  if (
    cue.kind === 'see_as' &&
    /^(?:redu[cz]|confin|releg|demot|downgrad|rebaix|rebaj)/u.test(tokens[cue.start]?.plain ?? '')
  )
    return cue;
  const denial = polarity.find(
    ({ kind, start, end }) =>
      kind === 'not' &&
      start >= opening &&
      start <= opening + 2 &&
      end <= from &&
      // `No le falta razón al Defensor cuando teme que`: no refusal.
      !voice.some((one) => one.kind === 'right' && one.start <= start && end <= one.end) &&
      tokens.slice(end, from).every(({ isWord }) => isWord),
  );
  return denial ?? null;
}

/** What an author denies though somebody claims it: `Far from being …, as the Bank claims`, `No es …, como afirma el Banco`. */
function refutation(
  { tokens, polarity, words }: Sentence,
  target: Target,
  { cue }: Report,
): Cue<string> | null {
  if (cue.kind !== 'as_says' && cue.kind !== 'source') return null;
  // `Falso es que no haya sido …, como afirmó la oposición`: the claim is itself a denial.
  if (
    polarity.filter(({ kind, end }) => (kind === 'not' || kind === 'deny') && end <= target.start).length > 1
  )
    return null;
  if (!/^(?:as|como|conforme)$/u.test(tokens[cue.start]?.plain ?? '')) return null;
  if (!tokens.slice(cue.start, cue.end + 4).some(words.claim.has)) return null;
  const isNear = (end: number): boolean =>
    end <= target.start &&
    target.start - end <= 6 &&
    tokens.slice(end, target.start).every(({ isWord }) => isWord);
  return (
    polarity.find(
      ({ kind, start, end }) =>
        (kind === 'not' || kind === 'deny') &&
        (cue.start >= target.end ? isNear(end) : end > start && end <= cue.start && cue.start - end <= 2),
    ) ?? null
  );
}

/** An agreement, unless it only puts two others side by side: `Assim como Marli, ele alega`. */
function sharesWith(
  { tokens, voice }: Sentence,
  cue: Cue<VoiceKind> | undefined,
): Cue<VoiceKind> | undefined {
  if (cue === undefined || !besides.test(tokens[cue.start]?.plain ?? '')) return cue;
  if (/^(?:bien|bem)$/u.test(tokens[cue.start + 1]?.plain ?? '')) return cue;
  return voice.some(({ kind }) => kind === 'self') ? cue : undefined;
}

const besides =
  /^(?:assim|tal|junto|like|following|alongside|together|igual|al|a|en|na|no|in|with|como|com|con|as|siguiendo|seguindo|retomando|side|hand)$/u;

/** What opens a sentence that grants a view and goes on without it: `While the Ministry claims …, our kitchens …`. */
function concession(sentence: Sentence, target: Target): Cue<string> | null {
  const { tokens, barriers } = sentence;
  const from = openingOf(sentence);
  const opening =
    barriers.find(({ kind, start }) => kind === 'contrast' && start === from) ??
    (/^(?:for all|por (?:mas|mais|mucho|muito))$/u.test(`${tokens[from]?.plain} ${tokens[from + 1]?.plain}`)
      ? { kind: 'contrast' as const, start: from, end: from + 2 }
      : undefined);
  if (opening === undefined || tokens[from]?.isWord !== true) return null;
  const comma = tokens.findIndex(({ plain }, i) => i >= target.end && plain === ',');
  return comma < 0 || tokens.slice(opening.end, target.start).some(({ plain }) => plain === ',')
    ? null
    : opening;
}

type Reply = { readonly voice: 'endorsed' | 'rejected'; readonly cue: Cue<string>; readonly where: Sentence };

/** What the author answers to a view behind it, in the same sentence or the next. */
function reply(sentence: Sentence, target: Target, next: Sentence | null): Reply | null {
  const { tokens, barriers, words } = sentence;
  const turn = barriers.find(({ kind, start }) => kind === 'contrast' && start >= target.end);
  if (turn !== undefined) {
    const first = tokens[turn.end]?.plain ?? '';
    const isMark = tokens[turn.start]?.isWord === false;
    const end = tokens.findIndex(({ plain }, i) => i > turn.end && /^[;.!?]$/u.test(plain));
    const part = { start: turn.end, end: end < 0 ? tokens.length : end };
    const isMore =
      tokens.slice(part.start, part.end).some(words.unanswered.has) ||
      /^(?:que|that|also|tambien|tambem)$/u.test(first) ||
      /^(?:sino|senao)$/u.test(tokens[turn.start]?.plain ?? '');
    if (part.end - part.start > 1 && !isMore && !isTold(sentence, part)) {
      const own = ownWord(sentence, part);
      if (own !== null) return { ...own, where: sentence };
      if (!isMark || isPlainDenial(sentence, part) || isRestated(sentence, part))
        return { voice: 'rejected', cue: turn, where: sentence };
    }
  }
  if (next === null || next.tokens.length > longReply) return null;
  const part = { start: 0, end: next.tokens.length };
  const own = ownWord(next, part);
  if (own !== null) return { ...own, where: next };
  if (isTold(next, part)) return null;
  const denial = next.polarity.find(({ kind, start }) => kind === 'not' && start <= 1);
  return denial === undefined || isProcedure(next) ? null : { voice: 'rejected', cue: denial, where: next };
}

/** The longest next sentence that may answer the one before, in tokens. */
const longReply = 28;
type Part = { readonly start: number; readonly end: number };

/** Whether a part tells what somebody says, so that it is no answer of the author. */
function isTold({ voice }: Sentence, { start, end }: Part): boolean {
  return voice.some((one) => one.kind === 'say' && one.start >= start && one.end <= end);
}

/** The first person with something that points back: `we share it`, `no la compartimos`. */
function ownWord(sentence: Sentence, { start, end }: Part): Omit<Reply, 'where'> | null {
  const { tokens, voice, polarity } = sentence;
  const self = voice.find(
    (one) => one.kind === 'self' && one.start >= start && one.start <= start + 6 && one.end <= end,
  );
  if (self === undefined || isProcedure(sentence)) return null;
  // `lo compartimos`, `subscrevemo-la`: elsewhere these words are articles.
  const isPronoun = (i: number): boolean =>
    /^(?:lo|la|los|las|le|les|o|a|os|as)$/u.test(tokens[i]?.plain ?? '') &&
    (/mos$/u.test(tokens[i + 1]?.plain ?? '') || /mo$/u.test(tokens[i - 1]?.plain ?? ''));
  const points = tokens
    .slice(start, end)
    .some(
      ({ plain }, i) =>
        isPronoun(start + i) ||
        /^(?:it|this|that|them|him|her|they|esto|eso|ello|isso|isto|nisso|nisto|lhe|same|mismo|mesmo|aquell?[oa]|aquel[ae]|dich[oa])$/u.test(
          plain,
        ),
    );
  if (!points) return null;
  const denied = polarity.some(
    (one) => (one.kind === 'not' || one.kind === 'deny') && one.start >= start && one.end <= end,
  );
  return { voice: denied ? 'rejected' : 'endorsed', cue: self };
}

function isPlainDenial({ polarity }: Sentence, { start, end }: Part): boolean {
  return polarity.some(
    (one) => one.kind === 'not' && one.start >= start && one.start <= start + 4 && one.end <= end,
  );
}

/** Whether a part says what the thing is instead: `; it is a loyalty card`. */
function isRestated({ tokens }: Sentence, { start }: Part): boolean {
  return /^(?:it|they|es|son|era|=e|e|sao)$/u.test(tokens[start]?.plain ?? '');
}

/** Words of minutes, in which the author takes no side. */
function isProcedure({ tokens, words }: Sentence): boolean {
  return tokens.some(words.procedure.has);
}

/** The longest next sentence that may be about the one before as a whole, in tokens. */
const brief = 16;

/** What a next sentence says of the one before: at its beginning, or anywhere if it is brief. */
function verdictIn(next: Sentence): Cue<string> | null {
  if (next.tokens.some(next.words.unanswered.has)) return null;
  const opening = next.verdicts.find(({ start }) => start <= 1);
  if (opening !== undefined) return opening;
  const limit = next.tokens.length <= brief ? brief : 3;
  const stances = next.voice.filter(
    ({ kind, start }) =>
      (kind === 'right' || kind === 'wrong' || kind === 'agree' || kind === 'disagree') && start <= limit,
  );
  const contrast = isTold(next, { start: 0, end: next.tokens.length })
    ? undefined
    : next.barriers.find(({ kind, start }) => kind === 'contrast' && start === 0);
  return (
    stances[0] ??
    (next.tokens.length <= brief ? next.verdicts[0] : undefined) ??
    (contrast === undefined ? null : { ...contrast, kind: 'wrong' })
  );
}
