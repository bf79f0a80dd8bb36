import type { VoiceKind } from '../../model/speech.ts';
import type { Cue } from './cue.ts';
import type { Target } from './operator.ts';
import type { Around, Report } from './report.ts';
import type { Sentence } from './sentence.ts';
import { isOfSomebody, isWitness, type Part } from './subject.ts';
import { at, type Token } from './tokens.ts';

const quote = /["“”«»]/u;

/** `según X`, `according to X`: before the wording or behind it. */
export function sources(sentence: Sentence, target: Target): readonly Report[] {
  const { tokens, voice, barriers } = sentence;
  const cues = voice.filter(({ kind, start, end }) => {
    if (!sourceKinds.has(kind) || (start < target.end && end > target.start && kind === 'source'))
      return false;
    if (start >= target.start && end <= target.end) return false;
    const [from, to] = end <= target.start ? [end, target.start] : [target.end, start];
    if (kind === 'guise') return end <= target.start && target.start - end <= 3;
    if (kind === 'contrary')
      return end <= target.start
        ? !tokens.slice(end, target.start).some(({ plain }) => plain === ',')
        : start >= target.end && tokens[start - 1]?.plain === ',' && at(tokens, start).plain !== 'whatever';
    if (kind === 'source' && !isHolder(sentence, start, end)) return false;
    // `In the words of the Chair, the plan gave speeches, but …`: said by the Chair as a whole.
    if (start === 0 && end <= target.start && !voice.some((one) => one.kind === 'self')) return true;
    return !barriers.some((one) => one.kind === 'contrast' && one.start >= from && one.end <= to);
  });
  return [
    ...cues,
    ...forWhom(sentence, target),
    ...asTold(sentence, target),
    ...inCompany(sentence, target),
    ...soCalled(sentence, target),
  ].map((cue): Report => {
    let end = cue.end;
    while (end < tokens.length && end - cue.end < 12 && at(tokens, end).isWord) end++;
    const subject = subjectOf(sentence, cue, end);
    const self =
      voice.some(
        (one) =>
          one.kind === 'self' &&
          !(/^(?:if|si|se)$/u.test(at(tokens, cue.start).plain) && one.start < cue.end) &&
          !isOfSomebody(tokens.slice(one.start, end)) &&
          one.start >= cue.start &&
          // `For the bureaucrats we are …`: theirs.
          (cue.kind !== 'source' || one.start <= cue.end) &&
          one.end <= (cue.kind === 'source' ? Math.min(end, cue.end + 3) : cue.end),
      ) || isWitness(sentence, { start: cue.start, end });
    return {
      cue,
      subject,
      by: self ? 'self' : 'other',
      left:
        cue.kind === 'as_does'
          ? contentOf(sentence, target)
          : cue.kind === 'contrary' && cue.start >= target.end
            ? target.start
            : cue.end <= target.start
              ? (aimBefore(sentence, cue) ?? cue.end)
              : 0,
      right: cue.end <= target.start ? tokens.length : cue.start,
    };
  });
}

/** Where an aim begins whose holder is named between commas: `el gobierno se propone, según su vocero, hacer …`. */
function aimBefore({ tokens, polarity }: Sentence, { kind, start }: Cue<VoiceKind>): number | null {
  if (kind !== 'source' || tokens[start - 1]?.plain !== ',') return null;
  return (
    polarity.find((one) => one.kind === 'aim' && one.start < start && start - one.start <= 4)?.start ?? null
  );
}

const sourceKinds: ReadonlySet<VoiceKind> = new Set<VoiceKind>([
  'source',
  'as_says',
  'as_does',
  'contrary',
  'guise',
]);
const relative = /^(?:quem|quien|quienes|whom|which|qual|quais|cual|cuales)$/u;

/** Who stands behind a source, or before it: `the Bank, for which …`; nobody behind a pretence. */
function subjectOf({ tokens }: Sentence, { kind, start, end }: Cue<VoiceKind>, until: number): Part {
  if (kind === 'guise') return { start: end, end };
  if (!relative.test(at(tokens, end - 1).plain)) return { start: end, end: until };
  const comma = tokens[start - 1]?.plain === ',' ? start - 1 : start;
  const from = tokens.slice(0, comma).findLastIndex(({ isWord }) => !isWord) + 1;
  return from < comma ? { start: from, end: comma } : { start: end, end: until };
}

/** Where the view begins that the author speaks of: behind the last “that” or naming before the wording. */
function contentOf({ tokens, voice }: Sentence, target: Target): number {
  const opened = voice.filter(
    ({ kind, end }) =>
      (kind === 'that' || kind === 'call' || kind === 'see_as') &&
      end <= target.start &&
      // `nada têm a ver com`
      !/^co[mn]$/u.test(tokens[end]?.plain ?? ''),
  );
  return opened.at(-1)?.end ?? 0;
}

/** Whether somebody may speak by a source: not by a condition, an ordinal or the angle of a topic. */
function isHolder({ tokens, words }: Sentence, start: number, end: number): boolean {
  if (isNoVoice.test(tokens[end]?.plain ?? '')) return false;
  if (words.part.has(tokens[end]) || words.part.has(tokens[end + 1])) return false;
  const first = at(tokens, start).plain;
  // `in 2015 the scheme`: nobody's.
  if (
    first === 'in' &&
    end - start > 3 &&
    !tokens
      .slice(start, end)
      .some(({ lower }) => /(?:'s|s')$|^(?:of|his|her|their|its|whose|our|my|this)$/u.test(lower))
  )
    return false;
  if (
    first === 'segundo' &&
    /^(?:um|o|no|ao|do|pelo|seu|este|esse|de|el|un|del|al)$/u.test(tokens[start - 1]?.plain ?? '')
  )
    return false;
  const isAngle = tokens.slice(start, end).some(words.angle.has);
  return (
    !isAngle || tokens.slice(start + 1, end + 4).some((token) => token.isCapital || words.group.has(token))
  );
}

/** What follows a “según” that gives no voice: a condition. */
const isNoVoice =
  /^(?:si|se|sea|seja|haya|haja|corresponda|convenga|convenha|couber|whether|cent|capita|cento|ciento|year|day|month|hour)$/u;

/** Verbs that may stand behind what they tell. */
const behind: ReadonlySet<VoiceKind> = new Set<VoiceKind>([
  'say',
  'show',
  'demand',
  'mislead',
  'tell',
  'call',
]);

/** What begins a clause that tells nothing of the one before: `whatever its preamble may say`. */
const opensClause =
  /^(?:that|provided|que|which|who|y|and|e|como|as|whatever|however|although|though|if|when|where|because|while|aunque|cuando|porque|embora|quando|diga)$/u;

/** `…, dijo X`: a verb behind the wording, after a comma or a closing quotation mark. */
export function reportsAfter(sentence: Sentence, target: Target, around: Around): readonly Report[] {
  const { tokens, voice } = sentence;
  return voice.flatMap((cue): readonly Report[] => {
    if (!behind.has(cue.kind) || cue.start < target.end) return [];
    const before = tokens.slice(Math.max(target.end, cue.start - 7), cue.start);
    const comma = before.findLastIndex(
      ({ plain }) => plain === ',' || plain === '—' || plain === '–' || quote.test(plain),
    );
    if (comma < 0) return [];
    const lead = before.slice(comma + 1).filter(({ isWord }) => isWord);
    const next = tokens[cue.end];
    const closed = /(?:que|that)$/u.test(at(tokens, cue.end - 1).plain);
    if (closed || lead.length > 5) return [];
    if (around.isNoun?.(sentence, cue.start) === true) return [];
    // `compran, venden y se forman`: one of several deeds.
    if (lead.length === 0 && /^(?:and|or|y|e|o|ou)$/u.test(next?.plain ?? '')) return [];
    if (lead.some(({ plain }) => opensClause.test(plain))) return [];
    // `, cuyo registro será gratuito`: a noun.
    if (/^(?:cuy[oa]s?|cuj[oa]s?|whose)$/u.test(lead.at(-1)?.plain ?? '')) return [];
    if (isWitness(sentence, { start: cue.start - lead.length, end: cue.end + 4 })) return [];
    if (lead.some(({ plain }) => /^(?:we|i|our)$/u.test(plain)) || /mos$/u.test(at(tokens, cue.start).plain))
      return [{ cue, subject: { start: cue.start, end: cue.start }, by: 'self', left: 0, right: cue.start }];
    let end = cue.end;
    while (end < tokens.length && end - cue.end < 12 && at(tokens, end).isWord) end++;
    const from = cue.start - lead.length;
    const subject =
      lead.length > 0 && !/^(?:\p{L}+mente|\p{L}+ly|se|has|ha)$/u.test(lead[0]?.plain ?? '')
        ? { start: from, end: cue.start }
        : { start: cue.end, end };
    if (next?.isWord === true && lead.length > 0 && end > cue.end + 2) return [];
    return subject.end > subject.start ? [{ cue, subject, by: 'other', left: 0, right: cue.start }] : [];
  });
}

/** Whether a noun may be of people: not of acts, times and ends. */
function mayThink(noun: Token, { thing }: Sentence['words']): boolean {
  return !abstract.test(noun.plain) && !thing.has(noun);
}

/** Endings of nouns of acts and qualities. */
const abstract =
  /(?:cao|coes|cion|ciones|mento|mentos|miento|mientos|tion|tions|ments?|ing|dade|dades|dad|eza|encia|ancia|ity|ness|ance|ence|ism|ismo)$/u;

/** Some of several people: `una parte de las entrevistadas`, `half of the members`. */
const some =
  /^(?:(?:un|una|uma|a|la|el|o|buena|boa|gran|grande) )?(?:part|parte|mitad|metade|half|tercio|terco|mayoria|maioria) (?:de|of) /u;

/** Whether the wording says what something is. */
function isAfterCopula({ tokens, words }: Sentence, { start }: Target): boolean {
  return tokens.slice(Math.max(0, start - 3), start).some(words.being.has);
}

/** `Para la Cámara, …`, `For its founders, …`: who sees it so, at the beginning of a clause. */
function forWhom(sentence: Sentence, target: Target): readonly Cue<'source'>[] {
  const { tokens, words } = sentence;
  return tokens.flatMap(({ plain }, i): readonly Cue<'source'>[] => {
    if ((plain !== 'para' && plain !== 'for' && plain !== 'to') || i >= target.start) return [];
    const person =
      /^(?:el|ella|ellos|ellas|ele|ela|eles|elas|him|her|them|muchos|muitos|many|algunos|alguns|some)$/u;
    const isFirst = i === 0 || !at(tokens, i - 1).isWord;
    if (isFirst && person.test(tokens[i + 1]?.plain ?? '') && i + 2 < target.start) {
      const after = tokens[i + 2];
      const isArticled = plain === 'para' && tokens[i + 1]?.plain === 'el' && tokens[i + 1]?.lower === 'el';
      if (!isArticled || after?.isWord === false) return [{ kind: 'source', start: i, end: i + 1 }];
    }
    // `Para o Banco somos …`, `To the Bank we are …`: of a body, without a comma.
    const body = tokens.slice(i + 1, i + 4).findIndex(words.group.has);
    if (isFirst && body >= 0 && body <= 1 && isAfterCopula(sentence, target) && target.start - i < 14)
      return [{ kind: 'source', start: i, end: i + 1 }];
    if (plain === 'to') return [];
    if (
      i > 0 &&
      at(tokens, i - 1).isWord &&
      !/^(?:que|that|y|e|and|but|mas|pero)$/u.test(at(tokens, i - 1).plain)
    )
      return [];
    const article = /^(?:el|la|los|las|o|a|os|as|the|its|their|sus|seus|suas)$/u.test(
      tokens[i + 1]?.plain ?? '',
    )
      ? 1
      : 0;
    const behind = tokens
      .slice(i + 1, i + 6)
      .map((token) => token.plain)
      .join(' ');
    if (some.test(behind) && isAfterCopula(sentence, target))
      return [{ kind: 'source', start: i, end: i + 1 }];
    const head = tokens[i + 1 + article];
    if (head === undefined || /^\d/u.test(head.plain)) return [];
    if (
      !(head.isCapital || words.group.has(head)) &&
      !(article === 1 && mayThink(head, words) && isAfterCopula(sentence, target))
    )
      return [];
    const comma = tokens.findIndex((token, at) => at > i && token.plain === ',');
    if (comma < 0 || comma > target.start || comma - i > 14) return [];
    return [{ kind: 'source', start: i, end: i + 1 }];
  });
}

/** `As Peck (2004) convincingly shows, …`: any verb that tells, with an “as” before its subject. */
function asTold({ tokens, voice, language }: Sentence, target: Target): readonly Cue<'as_says'>[] {
  return voice.flatMap((cue): readonly Cue<'as_says'>[] => {
    if ((cue.kind !== 'say' && cue.kind !== 'show') || (cue.end > target.start && cue.start < target.end))
      return [];
    if (/^(?:que|that)$/u.test(at(tokens, cue.end - 1).plain)) return [];
    const opener = language === 'en' ? /^as$/u : /^(?:como|conforme)$/u;
    const from = cue.start >= target.end ? target.end : 0;
    let i = cue.start;
    while (
      i > from &&
      cue.start - i < 10 &&
      (at(tokens, i - 1).isWord || /^[()]$/u.test(at(tokens, i - 1).plain))
    ) {
      i--;
      if (opener.test(at(tokens, i).plain)) break;
    }
    if (!opener.test(tokens[i]?.plain ?? '') || (i > 0 && at(tokens, i - 1).isWord)) return [];
    const close = tokens.findIndex(({ isWord }, k) => k >= cue.end && !isWord);
    if (close < 0 || close > target.start ? cue.start < target.end : close - cue.end > 8) return [];
    return [{ kind: 'as_says', start: i, end: Math.max(cue.end, i + 1) }];
  });
}

/** `Reitera-se, com a Carta de Lomas, que …`: whom an author says it with. */
function inCompany({ tokens }: Sentence, target: Target): readonly Cue<'as_says'>[] {
  return tokens.flatMap(({ plain }, i): readonly Cue<'as_says'>[] => {
    if (i >= target.start || !/^(?:with|com|con)$/u.test(plain) || (i > 0 && tokens[i - 1]?.plain !== ','))
      return [];
    const close = tokens.findIndex((token, k) => k > i && !token.isWord);
    const behind = tokens[close + 1]?.plain ?? '';
    const isThat = /^(?:that|que|si|se|whether)$/u.test(behind);
    // `With Polanyi, we treat …`: at the beginning.
    const isOwn = i === 0 && /^(?:we|i)$|mos$/u.test(behind);
    if (
      close < 0 ||
      close >= target.start ||
      close - i > 10 ||
      tokens[close]?.plain !== ',' ||
      !(isThat || isOwn)
    )
      return [];
    if (/^(?:no|nao|ningun|ninguna|nenhum|nenhuma)$/u.test(tokens[i + 1]?.plain ?? '')) return [];
    const isOurs = /mos$/u.test(tokens[i - 2]?.plain ?? '');
    if (!isOurs && !tokens.slice(i + 1, close).some(({ isCapital }) => isCapital)) return [];
    return [{ kind: 'as_says', start: i, end: i + 1 }];
  });
}

/** `the consultants' so-called “new paradigm”`, `o chamado “novo paradigma” dos consultores`: a name that its owner gives. */
function soCalled({ tokens, polarity, words }: Sentence, target: Target): readonly Cue<'guise'>[] {
  const cue = polarity.find(
    ({ kind, end }) => kind === 'so_called' && end <= target.start && target.start - end <= 2,
  );
  if (cue === undefined) return scare(tokens, words, target);
  if (/(?:'s|s')$/u.test(tokens[cue.start - 1]?.lower ?? '')) return [{ ...cue, kind: 'guise' }];
  const close = tokens[target.end]?.isWord === false ? target.end + 1 : target.end;
  const isOwned =
    tokens[close - 1]?.isWord === false && /^(?:of|de|del|do|da|dos|das)$/u.test(tokens[close]?.plain ?? '');
  return isOwned ? [{ ...cue, kind: 'guise' }] : [];
}

/** `the Bank's “new economy”`, `la «nueva economía» de las plataformas`: a word of its owner, held at arm's length. */
function scare(
  tokens: Sentence['tokens'],
  words: Sentence['words'],
  { start, end }: Target,
): readonly Cue<'guise'>[] {
  const open = start - 1;
  if (!quote.test(tokens[open]?.plain ?? '') || !quote.test(tokens[end]?.plain ?? '')) return [];
  const cue = { kind: 'guise', start: open, end: open + 1 } as const;
  const isOwner = /(?:'s|s')$/u.test(tokens[open - 1]?.lower ?? '');
  const isOwned =
    /^(?:of|de|del|do|da|dos|das)$/u.test(tokens[end + 1]?.plain ?? '') &&
    tokens.slice(end + 2, end + 5).some((token) => token.isCapital || words.group.has(token));
  return isOwner || isOwned ? [cue] : [];
}

/** What begins a phrase that names no speaker. */
const opensPhrase =
  /^(?:rather|instead|contrary|unlike|despite|against|for|in|on|at|after|before|with|without|some|apesar|pese|em|en|no|na|ao|al|com|con|sem|sin|para|por|contra|mas|mais|lejos|longe|far|a|de|desde|durante|during)$/u;

/** `barter, they said, is …`: a verb of speech in an insertion before the wording. */
export function insertions({ tokens, voice }: Sentence, target: Target): readonly Report[] {
  return voice.flatMap((cue): readonly Report[] => {
    if (cue.kind !== 'say' || cue.end >= target.start) return [];
    const isMark = ({ plain }: Token) => plain === ',' || plain === '—' || plain === '–';
    const open = tokens.slice(0, cue.start).findLastIndex(isMark);
    const close = tokens.findIndex((token, i) => i >= cue.end && isMark(token));
    if (open < 1 || close < 0 || close >= target.start || close - open < 2 || close - open > 12) return [];
    const words = tokens.slice(open + 1, close);
    if (words.some(({ isWord }) => !isWord)) return [];
    // `…, although the banks say so, and …`: a clause of its own.
    const [first, behind] = [words[0]?.plain ?? '', tokens[close + 1]?.plain ?? ''];
    if (
      opensClause.test(first) ||
      opensPhrase.test(first) ||
      opensClause.test(behind) ||
      /^(?:but|mas|pero)$/u.test(behind)
    )
      return [];
    if (words.some(({ plain }) => /^(?:we|i|our|y|and|e|como|as|que|who|which|that)$/u.test(plain)))
      return [];
    const subject =
      cue.start > open + 1 ? { start: open + 1, end: cue.start } : { start: cue.end, end: close };
    return [{ cue, subject, by: 'other', left: 0, right: tokens.length }];
  });
}

/** The quotation around the wording, without its marks; null where there is none. */
export function speechAround({ tokens }: Sentence, target: Target): Part | null {
  const open = tokens.slice(0, target.start).findLastIndex(({ plain }) => quote.test(plain));
  const close = tokens.findIndex(({ plain }, i) => i >= target.end && quote.test(plain));
  if (open < 0 || close < 0 || /[”»]/u.test(at(tokens, open).plain)) return null;
  return { start: open + 1, end: close };
}

/** Words between quotation marks that say more than the wording: somebody's, though nobody be named. */
export function quoted({ tokens }: Sentence, target: Target): readonly Report[] {
  const open = tokens.slice(0, target.start).findLastIndex(({ plain }) => quote.test(plain));
  const close = tokens.findIndex(({ plain }, i) => i >= target.end && quote.test(plain));
  if (open < 0 || close < 0 || at(tokens, open).plain === '”' || at(tokens, open).plain === '»') return [];
  const words = tokens.slice(open + 1, close).filter(({ isWord }) => isWord);
  const more = tokens[close + 1]?.plain === ',' || tokens[close - 1]?.plain === ',' ? 1 : 2;
  if (words.length < target.end - target.start + more || words[0]?.isCapital !== true) return [];
  if (words.length < 3 || words.filter(({ isCapital }) => isCapital).length > words.length / 2) return [];
  const cue = { kind: 'say', start: open, end: open + 1 } as const;
  return [{ cue, subject: { start: open, end: open }, by: 'other', left: open + 1, right: close }];
}
