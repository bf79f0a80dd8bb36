import type { VoiceKind } from '../../model/speech.ts';
import type { Voice } from '../../model/tag.ts';
import { namedNext, namings, relatives } from './behind.ts';
import { reproach } from './beside.ts';
import type { Cue } from './cue.ts';
import { type Because, becauseOf, type Target } from './operator.ts';
import { floors, pointingBack, references } from './pointing.ts';
import type { Around, Report } from './report.ts';
import { reportsBefore } from './reports.ts';
import type { Sentence } from './sentence.ts';
import { insertions, quoted, reportsAfter, sources } from './sources.ts';
import { stanceOf } from './stance.ts';
import type { Part } from './subject.ts';
import { at } from './tokens.ts';
import { turns } from './turns.ts';

/** Who answers for a wording; the other parts bound what may deny it. */
export type Heard = {
  readonly voice: Voice;
  /** The words that name whoever it is, in UTF-16 units; null for the author and where nobody is named. */
  readonly speaker: { readonly start: number; readonly end: number } | null;
  readonly because: readonly Because[];
  /** The first token that belongs to the view itself. */
  readonly left: number;
  readonly right: number;
  /** A denial of a view that nobody holds (`the myth that`), which is the author's own. */
  readonly denied: Because | null;
};

type Stance = ReturnType<typeof stanceOf>;

/** What an author says beside a verb of his own, to follow somebody. */
const followed: ReadonlySet<VoiceKind> = new Set<VoiceKind>(['agree', 'as_says', 'source']);

/** Who answers for the wording, and how the author stands to it. */
export function voiceOf(sentence: Sentence, target: Target, around: Around): Heard {
  const { tokens } = sentence;
  const whole = { left: 0, right: tokens.length, denied: null };
  const [turn] = turns(sentence, target, around);
  if (turn !== undefined)
    return {
      voice: 'neutral',
      speaker:
        turn.subject.end > 0
          ? { start: at(tokens, 0).start, end: at(tokens, turn.subject.end - 1).end }
          : null,
      because: [becauseOf(sentence, turn.cue)],
      left: turn.left,
      right: turn.right,
      denied: null,
    };
  const reports: Report[] = [
    ...reportsBefore(sentence, target, around),
    ...sources(sentence, target),
    ...insertions(sentence, target),
    ...reportsAfter(sentence, target, around),
    ...quoted(sentence, target),
    ...namings(sentence, target),
    ...relatives(sentence, target),
    ...pointingBack(sentence, target),
    ...references(sentence, target),
    ...floors(sentence, target, around),
  ];
  if (reports.length === 0) reports.push(...namedNext(sentence, target, around));
  const first = reports[0];
  // `The Court found, and we agree, that`: the author's own verb says how he stands, and not what.
  const isAside =
    first?.by === 'self' &&
    sentence.voice.some(
      ({ kind, start, end }) => kind === 'right' && start <= first.cue.start && first.cue.start < end,
    );
  const isIdea =
    first !== undefined && first.by === 'nobody' && (first.cue.kind === 'idea' || first.cue.kind === 'myth');
  const isPassive =
    first !== undefined && first.by === 'nobody' && /^be/u.test(tokens[first.cue.start]?.plain ?? '');
  const report =
    first?.by === 'self' && isInserted(sentence, first)
      ? (reports.find(({ by }) => by !== 'self') ?? first)
      : isIdea || isAside || (isPassive && reports.some(({ by }) => by === 'other'))
        ? reports.find(({ by }) => by === 'other' || by === 'anybody')
        : (reports.find(
            ({ by, cue }) =>
              by === 'other' &&
              followed.has(cue.kind) &&
              (first?.by === 'self' || (cue.kind === 'as_says' && first?.by === 'nobody')),
          ) ?? first);
  if (isIdea && first !== undefined && report === undefined) return unheld(sentence, target, around, first);
  const disbelief = report === undefined ? reproach(sentence) : null;
  if (disbelief !== null && /^(?:who|quem|quien)/u.test(at(tokens, disbelief.start).plain))
    return {
      voice: 'rejected',
      speaker: null,
      because: [becauseOf(sentence, { kind: 'question', ...disbelief })],
      ...whole,
      right: target.end,
    };
  const ignorant = onlyIgnorant(sentence, target);
  if (ignorant !== null)
    return {
      voice: 'rejected',
      speaker: null,
      because: [becauseOf(sentence, ignorant)],
      ...whole,
      right: target.end,
    };
  if (report === undefined || report.by === 'self') {
    const side = report === undefined ? answeredTo(sentence, target, around) : null;
    if (side !== null) return { voice: side.voice, speaker: null, because: [side.because], ...whole };
    if (around.quoted.length === 0 && around.speaker === null)
      return { voice: 'own', speaker: null, because: [], ...whole };
    const rule = around.quoted.length === 0 ? 'turn' : 'quotation';
    const heard = stanceOf(sentence, target, around, null);
    const because = heard?.because ?? { rule, start: sentence.span.start, end: sentence.span.end };
    return { voice: heard?.voice ?? 'neutral', speaker: null, because: [because], ...whole };
  }
  const stance = stanceOf(sentence, target, around, report);
  const { cue, subject } = report;
  const own: Because = becauseOf(sentence, cue);
  const named = subject.end > subject.start;
  return {
    voice: stance?.voice ?? 'neutral',
    speaker: named ? { start: at(tokens, subject.start).start, end: at(tokens, subject.end - 1).end } : null,
    because: stance === null ? [own] : [own, stance.because],
    left: isRefuted(sentence, target, report, stance) ? target.start : asked(reports, report),
    right: report.by === 'anybody' || isAnswered(sentence, target, stance) ? target.end : report.right,
    denied: null,
  };
}

/** `Only someone who has never … could write that`, `só diz quem nunca …`: whoever does knows nothing of it. */
function onlyIgnorant({ tokens, voice }: Sentence, target: Target): Cue<'wrong'> | null {
  const verb = voice.find(({ kind }) => kind === 'say' || kind === 'call' || kind === 'see_as');
  if (verb === undefined) return null;
  const from = tokens.findIndex(({ plain }) => /^(?:so|somente|solo|solamente|only|apenas)$/u.test(plain));
  if (from < 0 || (from > 1 && tokens[from - 1]?.isWord === true)) return null;
  const words = tokens.slice(from, from + 9);
  const who = words.findIndex(({ plain }) =>
    /^(?:quem|quien|quienes|someone|somebody|those|people)$/u.test(plain),
  );
  if (who < 1 || who > 4) return null;
  const never = words.findIndex(
    ({ plain }, i) => i > who && /^(?:nunca|jamais|jamas|never|nao|no|not)$/u.test(plain),
  );
  const isTold =
    from >= target.end
      ? voice.some(({ kind, start }) => kind === 'say' && start > from && start < from + who)
      : from < verb.start && verb.start < target.start;
  return never < 0 || !isTold ? null : { kind: 'wrong', start: from, end: from + never + 1 };
}

/** What an author says to a view that nothing tells as somebody's, where somebody is named: his praise, or his answer behind it. */
function answeredTo(sentence: Sentence, target: Target, around: Around): Stance {
  const { next } = around;
  const isAnswered = next !== null && next.span.end - next.span.start <= answer;
  if (!isAnswered && !sentence.voice.some(({ kind }) => verdicts.has(kind))) return null;
  if (!isSomebodys(sentence, target, { start: 0, end: 0 })) return null;
  const beside = { ...around, previous: null, next: isAnswered ? next : null };
  const stance = stanceOf(sentence, target, beside, null);
  if (stance === null) return null;
  const first = sentence.text.slice(stance.because.start, stance.because.end);
  if (noAnswer.test(first)) return null;
  if (stance.voice === 'endorsed') return stance;
  return stance.because.start >= at(sentence.tokens, target.end - 1).end && !/^como se/iu.test(first)
    ? stance
    : null;
}

/** The longest sentence that may answer one that tells of nobody, in UTF-16 units: longer ones are not read. */
const answer = 90;

const verdicts: ReadonlySet<VoiceKind> = new Set<VoiceKind>(['right', 'wrong', 'agree', 'disagree']);

/** What bodies do with texts and people with each other, what is remembered or said again, and a bare “that does not”: no word on a view. */
const noAnswer =
  /^(?:adopt|adot|aprov|aprob|aprueb|approv|ratif|recall|record|recuerd|lembr|welcom|reaffirm|reafirm|support|share|compart|worth recalling|(?:we )?agree|in it |apoy|apoi|i remember|remember|the same|la misma|a mesma|à mesma|dan? cuenta|d[ãa]o? conta|bears? |repet|repit|repeat|isso não$|eso no$|that does not$)/iu;

/** Whether the author's word stands between commas and a “that”: `It is argued, convincingly in our opinion, that`. */
function isInserted({ tokens }: Sentence, { cue }: Report): boolean {
  return (
    tokens[cue.end]?.plain === ',' &&
    /^(?:that|que)$/u.test(tokens[cue.end + 1]?.plain ?? '') &&
    tokens.slice(Math.max(0, cue.start - 8), cue.start).some(({ plain }) => plain === ',')
  );
}

/** Whether the denial before the wording is the author's, of what somebody claims. */
function isRefuted({ tokens }: Sentence, { start }: Target, { left }: Report, stance: Stance): boolean {
  return (
    stance?.voice === 'rejected' &&
    /\/(?:not|deny)$/u.test(stance.because.rule) &&
    stance.because.end <= at(tokens, start).start &&
    stance.because.start >= at(tokens, Math.min(left, start)).start
  );
}

/** Where a view begins that is part of what somebody asks for: `asked that the text name it as …`. */
function asked(reports: readonly Report[], { cue, left }: Report): number {
  const outer = reports.filter(
    (one) =>
      (one.cue.kind === 'demand' || one.cue.kind === 'denial') &&
      one.by === 'other' &&
      one.cue.end <= cue.start,
  );
  return Math.min(left, ...outer.map((one) => one.left));
}

/** Whether what is said behind the wording answers the view, and so denies nothing in it. */
function isAnswered({ tokens, span }: Sentence, target: Target, stance: Stance): boolean {
  if (stance === null) return false;
  const { start } = stance.because;
  return start >= at(tokens, target.end - 1).end && start < span.end;
}

/** Whether a view that no owner stands beside has one nevertheless: a thesis, what prevails, or where somebody is named. */
function isSomebodys({ tokens, words }: Sentence, target: Target, { start, end }: Part): boolean {
  if (tokens.slice(start, end + 3).some(words.current.has)) return true;
  return tokens.some(
    (token, i) =>
      i > 0 &&
      tokens[i - 1]?.isWord === true &&
      (i < target.start || i >= target.end) &&
      token.plain.length > 2 &&
      (token.isCapital || words.group.has(token)),
  );
}

/** A view without a holder: the author's own where the author contradicts it or takes it over, else reported of nobody. */
function unheld(sentence: Sentence, target: Target, around: Around, { cue, left, right }: Report): Heard {
  const own = becauseOf(sentence, cue);
  const stance =
    cue.kind === 'myth'
      ? { voice: 'rejected' as const, because: own }
      : stanceOf(sentence, target, around, null);
  if (
    cue.kind === 'idea' &&
    stance !== null &&
    (stance.voice === 'endorsed' || isSomebodys(sentence, target, cue))
  )
    return {
      voice: stance.voice,
      speaker: null,
      because: [own, stance.because],
      left,
      right: target.end,
      denied: null,
    };
  return {
    voice: stance === null ? 'neutral' : 'own',
    speaker: null,
    because: [own],
    left,
    right: stance === null ? right : target.end,
    denied: stance?.voice === 'rejected' ? stance.because : null,
  };
}
