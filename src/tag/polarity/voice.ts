import type { Quotation, Speaker } from '../../model/passage.ts';
import type { Cue } from './cue.ts';
import type { VoiceKind } from './cues/kinds.ts';
import type { Because, Target } from './polarity.ts';
import type { Sentence } from './sentence.ts';
import { at } from './tokens.ts';

/** Who answers for a wording; the other parts bound what may deny it. */
export type Heard = {
  readonly voice: 'own' | 'endorsed' | 'neutral' | 'rejected';
  /** The words that name whoever it is, in UTF-16 units; null for the author and where nobody is named. */
  readonly speaker: { readonly start: number; readonly end: number } | null;
  readonly because: readonly Because[];
  /** The first token that belongs to the view itself. */
  readonly left: number;
  readonly right: number;
  /** A denial of a view that nobody holds (`the myth that`), which is the author's own. */
  readonly denied: Because | null;
};

/** What else is known: the sentences beside it, who speaks in the passage, and the words quoted in it. */
export type Around = {
  readonly previous: Sentence | null;
  readonly next: Sentence | null;
  readonly speaker: Speaker | null;
  /** Of the quotations, those that the wording stands in. */
  readonly quoted: readonly Quotation[];
  /** Who is the subject of the verb at a token, where a grammar of the language knows better than word lists. */
  readonly subjectOf:
    | ((sentence: Sentence, verb: number) => { start: number; end: number } | null | 'no verb')
    | null;
};

type Report = {
  readonly cue: Cue<VoiceKind>;
  readonly subject: { readonly start: number; readonly end: number };
  readonly by: 'self' | 'other' | 'nobody' | 'anybody';
  readonly left: number;
  readonly right: number;
};

const verbs: ReadonlySet<VoiceKind> = new Set<VoiceKind>([
  'say',
  'show',
  'mislead',
  'denial',
  'demand',
  'see_as',
]);
const quote = /["“”«»]/u;

/** Who answers for the wording, and how the author stands to it. */
export function voiceOf(sentence: Sentence, target: Target, around: Around): Heard {
  const { tokens } = sentence;
  const whole = { left: 0, right: tokens.length, denied: null };
  const reports = [
    ...reportsBefore(sentence, target, around),
    ...sources(sentence, target),
    ...reportsAfter(sentence, target, around),
  ];
  const first = reports[0];
  const isIdea =
    first !== undefined && first.by === 'nobody' && (first.cue.kind === 'idea' || first.cue.kind === 'myth');
  const report = isIdea ? reports.find(({ by }) => by === 'other' || by === 'anybody') : first;
  if (isIdea && report === undefined) return unheld(sentence, target, around, first);
  if (report === undefined || report.by === 'self') {
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
    left: report.left,
    right: report.by === 'anybody' ? target.end : report.right,
    denied: null,
  };
}

/** A view without a holder: the author's own where the author contradicts it or takes it over, else reported of nobody. */
function unheld(sentence: Sentence, target: Target, around: Around, { cue, left, right }: Report): Heard {
  const own = becauseOf(sentence, cue);
  const stance =
    cue.kind === 'myth' ? { voice: 'rejected', because: own } : stanceOf(sentence, target, around, null);
  return {
    voice: stance === null ? 'neutral' : 'own',
    speaker: null,
    because: [own],
    left,
    right: stance === null ? right : target.end,
    denied: stance?.voice === 'rejected' ? stance.because : null,
  };
}

/** Verbs and nouns before the wording whose content it is part of, the nearest first. */
function reportsBefore(sentence: Sentence, target: Target, around: Around): readonly Report[] {
  const { tokens, voice, barriers } = sentence;
  const found: Report[] = [];
  for (const cue of voice.toReversed()) {
    if (cue.end > target.start) continue;
    const cut = barriers.some(
      ({ kind, start, end }) =>
        kind === 'contrast' &&
        start >= cue.end &&
        end <= target.start &&
        !quotedBetween(sentence, cue.end, target.start),
    );
    if (cut) break;
    if (cue.kind === 'self' || cue.kind === 'resolve') continue;
    if (cue.kind === 'nobody' || cue.kind === 'idea' || cue.kind === 'myth') {
      if (cue.kind !== 'nobody' && !holdsClause(sentence, cue, target)) continue;
      const holder = cue.kind === 'nobody' ? { start: cue.start, end: cue.start } : holderOf(sentence, cue);
      found.push({
        cue,
        subject: holder,
        by: holder.end > holder.start ? 'other' : 'nobody',
        left: cue.end,
        right: tokens.length,
      });
      continue;
    }
    if (!verbs.has(cue.kind)) continue;
    if (!takesContent(sentence, cue, target)) continue;
    const known = around.subjectOf?.(sentence, cue.start) ?? null;
    if (known === 'no verb') continue;
    const subject = known === null ? subjectBefore(sentence, cue) : known;
    const by = byWhom(sentence, cue, subject);
    if (by === 'none') continue;
    found.push({ cue, subject, by, left: leftOf(sentence, cue, subject), right: tokens.length });
  }
  return found;
}

/** Whether what a verb tells reaches the wording: by a “that”, a colon, a quotation, an “as”, or at once for a demand. */
function takesContent(sentence: Sentence, cue: Cue<VoiceKind>, target: Target): boolean {
  const { tokens, voice } = sentence;
  const last = at(tokens, cue.end - 1).plain;
  if (last === 'que' || last === 'that' || last === 'si' || last === 'se') return true;
  const gap = tokens.slice(cue.end, target.start);
  if (cue.kind === 'demand' || cue.kind === 'denial')
    return gap.length <= 25 && !gap.some(({ plain }) => plain === ':' && cue.kind === 'denial');
  const that = voice.find(({ kind, start }) => kind === 'that' && start >= cue.end && start < target.start);
  const isThat = that !== undefined && that.start - cue.end <= 8;
  const as = voice.some(({ kind, start }) => kind === 'as' && start >= cue.end && start < target.start);
  const wordAs = gap.some(({ plain }) => plain === 'as' || plain === 'como');
  const isWho = voice.some(({ kind, end }) => kind === 'who' && end <= cue.start && cue.start - end <= 3);
  if (cue.kind === 'see_as')
    return (
      wordAs ||
      isThat ||
      (isWho && gap.length <= 10) ||
      (as && gap.length <= 8 && !gap.some(({ plain }) => quote.test(plain)))
    );
  if (gap.some(({ plain }) => plain === ':') || opensSpeech(sentence, cue.end, target.start)) return true;
  if (isThat || (wordAs && gap.length <= 14)) return true;
  if (gap.some(({ plain }) => quote.test(plain))) return false;
  if (cue.kind === 'show' && at(tokens, cue.start).plain !== last && gap.length <= 12) return true;
  if (cue.kind === 'mislead') return gap.length <= 14;
  // English leaves out the “that”, Spanish and Portuguese say what is believed with an infinitive.
  return (
    sentence.language === 'en' &&
    gap.length > 0 &&
    gap.length <= 12 &&
    !gap.some(({ plain }) => plain === ',')
  );
}

/** Whether a quotation of several words opens between a verb and the wording. */
function opensSpeech({ tokens }: Sentence, from: number, to: number): boolean {
  const open = tokens.findIndex(({ plain }, i) => i >= from && i < to && quote.test(plain));
  if (open < 0) return false;
  const close = tokens.findIndex(({ plain }, i) => i > open && quote.test(plain));
  return (close < 0 ? tokens.length : close) - open > 5;
}

function holdsClause({ tokens }: Sentence, cue: Cue<VoiceKind>, target: Target): boolean {
  const gap = tokens.slice(cue.end - 1, target.start);
  return gap.length <= 20 && gap.some(({ plain }) => /^(?:que|that|of|as|de|segun|segundo)$/u.test(plain));
}

/** Who holds an idea: `the Bank's claim`, `la tesis del Banco de que`. */
function holderOf({ tokens }: Sentence, cue: Cue<VoiceKind>): { start: number; end: number } {
  const before = tokens[cue.start - 1];
  if (before !== undefined && /(?:'s|s')$/u.test(before.lower)) return nounPhraseBefore(tokens, cue.start);
  if (
    /^(?:de|del|do|da|dos|das|of)$/u.test(at(tokens, cue.end - 1).plain) &&
    tokens[cue.end]?.plain !== 'que'
  ) {
    for (let i = cue.end; i < Math.min(tokens.length, cue.end + 8); i++) {
      const { plain } = at(tokens, i);
      if (/^(?:que|that)$/u.test(plain)) {
        const cut = tokens[i - 1]?.plain === 'de' ? i - 1 : i;
        return { start: cue.end, end: cut };
      }
      if (!at(tokens, i).isWord) break;
    }
  }
  return { start: cue.start, end: cue.start };
}

function nounPhraseBefore(tokens: Sentence['tokens'], end: number): { start: number; end: number } {
  let start = end - 1;
  while (
    start > 0 &&
    end - start < 6 &&
    at(tokens, start - 1).isWord &&
    (at(tokens, start - 1).isCapital || /^(?:the|of|de|la|el|do|da)$/u.test(at(tokens, start - 1).plain))
  )
    start--;
  return { start, end };
}

/** The words between the beginning of its clause and a verb. */
function subjectBefore(sentence: Sentence, cue: Cue<VoiceKind>): { start: number; end: number } {
  const { tokens, barriers } = sentence;
  let end = cue.start;
  const skip =
    /^(?:no|nao|not|se|le|les|nos|lo|la|que|who|which|ya|tambien|tambem|also|never|nunca|ha|han|has|have|had|rightly|wrongly|often|\p{L}+mente|\p{L}+ly|does|do|did|don't|doesn't|didn't|would|will|may|might|could|can)$/u;
  while (end > 0 && skip.test(at(tokens, end - 1).plain)) end--;
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
      break;
    }
    if (
      barriers.some(
        ({ kind, start: from, end: to }) => kind === 'contrast' && from <= start - 1 && start - 1 < to,
      )
    )
      break;
    if (/^(?:que|that|because|porque|when|cuando|quando|si|if)$/u.test(token.plain)) break;
    start--;
  }
  return { start, end };
}

function byWhom(
  sentence: Sentence,
  cue: Cue<VoiceKind>,
  { start, end }: { start: number; end: number },
): Report['by'] | 'none' {
  const { tokens, voice, language } = sentence;
  const within = (kind: VoiceKind) =>
    voice.some((one) => one.kind === kind && one.start >= start && one.end <= Math.max(end, cue.end));
  const verb = at(tokens, cue.start).plain;
  if (within('who')) return 'anybody';
  if (
    tokens
      .slice(start, end)
      .some(({ plain }) => /^(?:nadie|ninguno|nobody|none|ninguem|nenhum|no)$/u.test(plain))
  )
    return 'none';
  if (language !== 'en' && /(?:mos)$/u.test(verb)) return 'self';
  const words = tokens.slice(start, end);
  if (
    within('self') &&
    (words.length <= 5 ||
      /^(?:we|i|our|my|this|the|este|esta|el|la|o|a|nosso|nossa|nuestro|nuestra)$/u.test(
        words[0]?.plain ?? '',
      ))
  )
    return 'self';
  const previous = tokens[cue.start - 1]?.plain ?? '';
  if (cue.kind === 'see_as' && previous === 'se') return 'none';
  if (language === 'en') {
    if (
      words.length === 0 ||
      /^(?:be|been|being|is|are|was|were|to|the|a|an|this|that|of|and)$/u.test(previous)
    )
      return 'none';
    if (/^(?:i|we|us)$/u.test(words.at(-1)?.plain ?? '')) return 'self';
  }
  if (words.length === 0 && language !== 'en') {
    if (/(?:ar|er|ir|ndo|r)$/u.test(verb)) return 'none';
    if (/^(?:creo|pienso|sostengo|afirmo|digo|acredito|penso|acho|creio)$/u.test(verb)) return 'self';
    if (previous === 'se') return 'nobody';
    return 'other';
  }
  if (/^(?:o|a|el|la|un|una|um|uma|los|las|os|as|de|del|do|da|su|sua)$/u.test(words.at(-1)?.plain ?? ''))
    return 'none';
  return 'other';
}

/** Where a view begins: at the denial beside its verb, which is its holder's own. */
function leftOf(sentence: Sentence, cue: Cue<VoiceKind>, subject: { start: number; end: number }): number {
  const inside = sentence.polarity.filter(
    ({ start, end }) => end > subject.end && start < cue.end && start >= Math.max(subject.end, cue.start - 4),
  );
  const own = cue.kind === 'denial' || cue.kind === 'demand' ? cue.start : cue.end;
  return Math.min(
    own,
    ...inside
      .filter(
        ({ kind }) =>
          kind === 'deny' || kind === 'not' || kind === 'maybe' || kind === 'aim' || kind === 'yes',
      )
      .map(({ start }) => start),
  );
}

/** `según X`, `according to X`: before the wording or behind it. */
function sources(sentence: Sentence, target: Target): readonly Report[] {
  const { tokens, voice, barriers } = sentence;
  const cues = voice.filter(({ kind, start, end }) => {
    if (kind !== 'source' && kind !== 'as_says' && kind !== 'contrary') return false;
    const [from, to] = end <= target.start ? [end, target.start] : [target.end, start];
    if (kind === 'contrary')
      return end <= target.start && !tokens.slice(end, target.start).some(({ plain }) => plain === ',');
    return !barriers.some((one) => one.kind === 'contrast' && one.start >= from && one.end <= to);
  });
  return cues.map((cue): Report => {
    let end = cue.end;
    while (end < tokens.length && end - cue.end < 12 && at(tokens, end).isWord) end++;
    const subject = { start: cue.end, end };
    const self = voice.some(
      (one) => one.kind === 'self' && one.start >= cue.end && one.end <= Math.min(end, cue.end + 3),
    );
    return {
      cue,
      subject,
      by: self ? 'self' : 'other',
      left: cue.end <= target.start ? cue.end : 0,
      right: cue.end <= target.start ? tokens.length : cue.start,
    };
  });
}

/** `…, dijo X`: a verb behind the wording, after a comma or a closing quotation mark. */
function reportsAfter(sentence: Sentence, target: Target, around: Around): readonly Report[] {
  const { tokens, voice } = sentence;
  return voice.flatMap((cue): readonly Report[] => {
    if ((cue.kind !== 'say' && cue.kind !== 'show') || cue.start < target.end) return [];
    const before = tokens.slice(Math.max(target.end, cue.start - 7), cue.start);
    const comma = before.findLastIndex(
      ({ plain }) => plain === ',' || plain === '—' || plain === '–' || quote.test(plain),
    );
    if (comma < 0) return [];
    const lead = before.slice(comma + 1).filter(({ isWord }) => isWord);
    const next = tokens[cue.end];
    const closed = /(?:que|that)$/u.test(at(tokens, cue.end - 1).plain);
    if (closed || lead.length > 5) return [];
    if (around.subjectOf?.(sentence, cue.start) === 'no verb') return [];
    if (lead.some(({ plain }) => /^(?:que|which|who|y|and|e|como|as)$/u.test(plain))) return [];
    if (lead.some(({ plain }) => /^(?:we|i|our)$/u.test(plain)) || /mos$/u.test(at(tokens, cue.start).plain))
      return [{ cue, subject: { start: cue.start, end: cue.start }, by: 'self', left: 0, right: cue.start }];
    let end = cue.end;
    while (end < tokens.length && end - cue.end < 12 && at(tokens, end).isWord) end++;
    const from = cue.start - lead.length;
    const subject =
      lead.length > 0 && !/^(?:\p{L}+mente|\p{L}+ly|se|has|ha)$/u.test(lead[0]?.plain ?? '')
        ? { start: from, end: cue.start }
        : { start: cue.end, end };
    if (next !== undefined && next.isWord && lead.length > 0 && end > cue.end + 2) return [];
    return subject.end > subject.start ? [{ cue, subject, by: 'other', left: 0, right: cue.start }] : [];
  });
}

/** How the author stands to somebody's view; null where nothing shows it. */
function stanceOf(
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
  const verdict = next?.verdicts.find(({ start }) => start <= 1);
  if (next !== null && verdict !== undefined)
    return is(verdict.kind === 'right' ? 'endorsed' : 'rejected', verdict, next);
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

function quotedBetween({ tokens }: Sentence, from: number, to: number): boolean {
  return tokens.slice(from, to).filter(({ plain }) => quote.test(plain)).length % 2 === 1;
}

function becauseOf({ tokens, language }: Sentence, cue: Cue<string>): Because {
  return {
    rule: `${language}/${cue.kind}`,
    start: at(tokens, cue.start).start,
    end: at(tokens, cue.end - 1).end,
  };
}
