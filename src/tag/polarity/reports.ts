import type { VoiceKind } from '../../model/speech.ts';
import type { Cue } from './cue.ts';
import { beginsAnew } from './joined.ts';
import type { Target } from './operator.ts';
import { partyOf, verdictSubject } from './parties.ts';
import type { Around, Report } from './report.ts';
import type { Sentence } from './sentence.ts';
import { isFactive } from './stance.ts';
import { holderOf, ownerBefore, subjectBefore } from './subject.ts';
import { at } from './tokens.ts';
import { byWhom, isOfFew } from './whom.ts';

const verbs: ReadonlySet<VoiceKind> = new Set<VoiceKind>([
  'say',
  'show',
  'mislead',
  'denial',
  'demand',
  'see_as',
  'call',
  'tell',
]);
const quote = /["“”«»]/u;

/** Verbs and nouns before the wording whose content it is part of, the nearest first. */
export function reportsBefore(sentence: Sentence, target: Target, around: Around): readonly Report[] {
  const { tokens, voice, barriers } = sentence;
  const found: Report[] = [];
  for (const one of [...voice, ...tellings(sentence, target), ...views(sentence, target)].toSorted(
    (a, b) => b.start - a.start,
  )) {
    if (one.start >= target.start || (one.end > target.start && one.kind !== 'nobody')) continue;
    // `tidas pela Fazenda como um …`: a cue may end with the first word of the wording.
    const cue = one.end > target.start ? { ...one, end: target.start } : one;
    const cut = barriers.some(
      ({ kind, start, end }) =>
        kind === 'contrast' &&
        start >= cue.end &&
        end <= target.start &&
        !goesOn(sentence, start, end) &&
        !quotedBetween(sentence, cue.end, target.start),
    );
    if (cut || speaksUp(sentence, cue.end, target.start)) break;
    if (cue.kind === 'self' || cue.kind === 'resolve') continue;
    if (cue.kind === 'nobody' || cue.kind === 'idea' || cue.kind === 'myth') {
      if (cue.kind !== 'nobody' && !holdsClause(sentence, cue, target)) continue;
      // `It has been said here that`: by those who write.
      if (cue.kind === 'nobody' && isSaidHere(sentence, cue)) continue;
      const holder =
        cue.kind === 'nobody' ? { start: cue.start, end: cue.start } : holderOf(sentence, cue, target);
      found.push({
        cue,
        subject: holder,
        by:
          cue.kind !== 'nobody' && isOwnIdea(sentence, cue)
            ? 'self'
            : holder.end > holder.start
              ? 'other'
              : 'nobody',
        left: leftOf(sentence, cue, { start: cue.start, end: cue.start }),
        right: tokens.length,
      });
      continue;
    }
    if (cue.kind === 'agree' && isCompany(sentence, cue)) continue;
    if (cue.kind === 'disagree' && beginsAnew(sentence, cue.end, target.start)) continue;
    if (cue.kind === 'agree' || cue.kind === 'disagree') {
      const inside =
        cue.end - cue.start > (tokens[cue.end - 2]?.plain === ',' ? 3 : 4)
          ? { start: cue.start + 1, end: cue.end - 1 }
          : null;
      const holder = partyOf(sentence, cue, target) ?? inside;
      if (holder !== null)
        found.push({ cue, subject: holder, by: 'other', left: cue.end, right: tokens.length });
      continue;
    }
    if (cue.kind === 'right' || cue.kind === 'wrong') {
      const subject = isFactive(sentence, cue, target) ? null : verdictSubject(sentence, cue, target);
      if (subject !== null)
        found.push({
          cue,
          subject,
          by: byWhom(sentence, cue, subject) === 'anybody' ? 'anybody' : 'other',
          left: cue.end,
          right: tokens.length,
        });
      continue;
    }
    if (!verbs.has(cue.kind)) continue;
    // `hold on to`, `find out`
    if (/^(?:on|out|up|back|together)$/u.test(tokens[cue.end]?.plain ?? '') && sentence.language === 'en')
      continue;
    if (!takesContent(sentence, cue, target)) continue;
    if (around.isNoun?.(sentence, cue.start) === true) continue;
    const subject = subjectBefore(sentence, cue);
    const by = byWhom(sentence, cue, subject);
    if (by === 'none') continue;
    found.push({ cue, subject, by, left: leftOf(sentence, cue, subject), right: tokens.length });
  }
  return found;
}

/** Whether somebody only does the same, and nobody says so: `Together with the Red Cross, the kitchens …`. */
function isCompany({ tokens, voice }: Sentence, { start }: Cue<VoiceKind>): boolean {
  return (
    /^(?:together|alongside|along|like|junto|tal|assim|igual|following|side|hand)$/u.test(
      tokens[start]?.plain ?? '',
    ) && !voice.some(({ kind }) => kind === 'self')
  );
}

/** Whether an idea is the author's: `our thesis`. */
function isOwnIdea({ tokens }: Sentence, { start, end }: Cue<VoiceKind>): boolean {
  return tokens
    .slice(Math.max(0, start - 1), end)
    .some(({ plain }) => /^(?:our|my|noss[ao]s?|nuestr[ao]s?|minha|meu)$/u.test(plain));
}

/** Whether what was said was said `here`, by the body whose text it is. */
function isSaidHere({ tokens, subjects }: Sentence, { start, end }: Cue<VoiceKind>): boolean {
  if (subjects.some((one) => one.kind === 'witness' && one.start >= end && one.start <= end + 3)) return true;
  // `For the purposes of this Act, … are regarded as`: by the law itself.
  const opening = tokens
    .slice(0, 8)
    .map(({ plain }) => plain)
    .join(' ');
  if (
    /^(?:for (?:the )?purposes? of (?:this|the present)|(?:a|para) los (?:efectos|fines) de (?:esta|este|la presente|el presente)|para (?:os )?(?:efeitos|fins) (?:desta|deste|da presente|do presente))\b/u.test(
      opening,
    )
  )
    return true;
  return tokens.slice(start, end + 2).some(({ plain }) => plain === 'here' || plain === 'aqui');
}

/** Views that no list of ideas has, where somebody holds them: `the Federation's expectation that`. */
function views(sentence: Sentence, target: Target): readonly Cue<'idea'>[] {
  return sentence.subjects.flatMap(({ kind, start, end }): readonly Cue<'idea'>[] => {
    if (kind !== 'view' || end > target.start) return [];
    if (sentence.voice.some((one) => one.kind === 'idea' && one.start <= start && start < one.end)) return [];
    const cue = { kind: 'idea', start, end } as const;
    const holder = holderOf(sentence, cue, target);
    return holder.end > holder.start ? [cue] : [];
  });
}

/** Verbs that no list has, told by their form and the “that” behind them: `remarcó que`, `stipulated that`. */
function tellings(
  { text, tokens, voice, forms, words, language }: Sentence,
  target: Target,
): readonly Cue<'say'>[] {
  return tokens.slice(0, target.start).flatMap(({ lower, plain }, i): readonly Cue<'say'>[] => {
    if (forms.effects.has(plain)) return [];
    const isPast = forms.telling.test(lower);
    // `o professor Halley especula que`: beside a name, a verb in the present.
    const previous = tokens[i - 1];
    const isPresent =
      language !== 'en' &&
      i > 1 &&
      ((previous?.isCapital === true && !keeping.test(previous.plain)) || words.group.has(previous)) &&
      /(?:[aeé]|[ae]n|[ae]m)$/u.test(lower) &&
      !at(tokens, i).isCapital;
    if (!isPast && !isPresent) return [];
    if (!/^(?:que|that|whether|si|se)$/u.test(tokens[i + 1]?.plain ?? '')) return [];
    if (tokens[i + 1]?.lower === 'sí' || isClitic(text, at(tokens, i))) return [];
    if (voice.some(({ kind, start, end }) => kind !== 'who' && kind !== 'self' && start <= i && i < end))
      return [];
    return [{ kind: 'say', start: i, end: i + 2 }];
  });
}

/** `Tener presente que`: how an article of a decision begins, and no name. */
const keeping = /^(?:tener|ter)$/u;

/** Whether a pronoun hangs on a word: `abandonou-se`. */
function isClitic(text: string, { end }: { readonly end: number }): boolean {
  return text[end] === '-';
}

/** Verbs whose object is all that they tell where no “that” follows. */
const takesObject: ReadonlySet<VoiceKind> = new Set<VoiceKind>(['demand', 'denial', 'tell', 'call']);

/** Whether what a verb tells reaches the wording: by a “that”, a colon, a quotation, an “as”, or at once for a demand. */
function takesContent(sentence: Sentence, cue: Cue<VoiceKind>, target: Target): boolean {
  const { tokens, voice, forms, words } = sentence;
  const last = at(tokens, cue.end - 1).plain;
  // `diz ter reduzido`, `dice haber reducido`
  if (cue.kind === 'say' && /^(?:ter|haver|tener|haber)$/u.test(tokens[cue.end]?.plain ?? '')) return true;
  if (last === 'que' || last === 'that' || last === 'si' || last === 'se') return true;
  const gap = tokens.slice(cue.end, target.start);
  // `However much they deny it, …`: all is said.
  if (/^(?:it|so|lo|la|o|isso|eso)$/u.test(gap[0]?.plain ?? '') && gap[1]?.plain === ',') return false;
  if (
    /^(?:disputes|doubts|questions|contests)$/u.test(last) &&
    /^(?:and|,|over|between)$/u.test(gap[0]?.plain ?? '')
  )
    return false;
  // `They reject profit and build …`: the second is what they do, told by the author.
  if (takesObject.has(cue.kind) && beginsAnew(sentence, cue.end, target.start)) return false;
  if (cue.kind === 'demand' || cue.kind === 'denial')
    return gap.length <= 25 && !gap.some(({ plain }) => plain === ':' && cue.kind === 'denial');
  const that = voice.find(({ kind, start }) => kind === 'that' && start >= cue.end && start < target.start);
  const isThat =
    that !== undefined &&
    that.start - cue.end <= (gap[0]?.plain === ',' ? 14 : tokens[that.start - 1]?.plain === ',' ? 20 : 8);
  const as = voice.some(({ kind, start }) => kind === 'as' && start >= cue.end && start < target.start);
  const wordAs = gap.some(({ plain }) => plain === 'as' || plain === 'como');
  // `heard the reports that they presented, that`: a relative.
  if (
    cue.kind === 'see_as' &&
    /^(?:que|that|which)$/u.test(tokens[cue.start - 1]?.plain ?? '') &&
    tokens[cue.start - 2]?.isWord === true &&
    gap[0]?.plain === ',' &&
    /^(?:que|that)$/u.test(gap[1]?.plain ?? '')
  )
    return false;
  const isWho = voice.some(({ kind, end }) => kind === 'who' && end <= cue.start && cue.start - end <= 3);
  if (cue.kind === 'tell' && gap.length <= 10 && gap.every(({ isWord }) => isWord)) return true;
  if (cue.kind === 'call') return gap.length <= 8 && !gap.some(({ plain }) => plain === ',');
  // `proved able to`: of a deed.
  if (
    /^prove/u.test(last) &&
    /^(?:able|unable|capable|decisive|essential|vital|crucial|useful)$/u.test(gap[0]?.plain ?? '')
  )
    return false;
  if (cue.kind === 'see_as')
    return (
      /^(?:among|entre|under|bajo|sob)$/u.test(last) ||
      (gap.length === 0 && words.deem.has(at(tokens, cue.start))) ||
      wordAs ||
      isThat ||
      (isWho && gap.length <= 10) ||
      (as && gap.length <= 8 && !gap.some(({ plain }) => quote.test(plain)))
    );
  if (gap.some(({ plain }) => plain === ':') || opensSpeech(sentence, cue.end, target.start)) return true;
  if (isThat || (wordAs && gap.length <= 14)) return true;
  if (gap.some(({ plain }) => quote.test(plain))) return false;
  if (cue.kind === 'show' && at(tokens, cue.start).plain !== last && gap.length <= 12) return true;
  // `They imagine a land …`, `inventan formas …`: what they do, unless a “that” follows.
  if (cue.kind === 'mislead')
    return gap.length <= 14 && !/^(?:imagin|invent)/u.test(at(tokens, cue.start).plain);
  // English leaves out the “that”, Spanish and Portuguese say what is believed with an infinitive.
  return (
    sentence.language === 'en' &&
    !forms.transitive.has(at(tokens, cue.start)) &&
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

function holdsClause(sentence: Sentence, cue: Cue<VoiceKind>, target: Target): boolean {
  const { tokens, words } = sentence;
  // `the Bank's talk of …`, `el discurso del Banco del …`: with a holder, an “of” is enough.
  const near = tokens.slice(cue.end, target.start);
  const holder =
    ownerBefore(tokens, cue.start) !== null ||
    /^(?:su|sus|seu|sua|their|its|his|her)$/u.test(tokens[cue.start - 1]?.plain ?? '');
  if (holder && near.length <= 3 && /^(?:of|about|de|del|do|da|sobre)$/u.test(near[0]?.plain ?? ''))
    return true;
  if (
    words.asked.has(tokens[cue.end - 1]) &&
    near.length <= 12 &&
    near.length > 0 &&
    near.every(({ isWord }) => isWord)
  ) {
    if (near.some(({ plain }) => /^(?:for|to|por|para|a|de)$/u.test(plain))) return true;
  }
  const gap = tokens.slice(cue.end - 1, target.start);
  return gap.length <= 32 && gap.some((_, i) => opensContent(sentence, cue.end - 1 + i));
}

/** Whether a word begins what an idea says, and is no relative: `la idea de que`, not `la idea que guía`. */
function opensContent({ tokens, language }: Sentence, i: number): boolean {
  const { plain } = at(tokens, i);
  if (/^(?:as|como|segun|segundo|:|haber|ter|have|having)$/u.test(plain)) return true;
  const [previous, next] = [tokens[i - 1]?.plain ?? '', tokens[i + 1]?.plain ?? ''];
  // `La tesis de Roca hace de la cooperativa {…}`
  // `A sentença de Jurandir, «{…}», resume`
  if (plain === ',' && quote.test(next)) return true;
  if (/^(?:hace|hacen|hizo|faz|fazem|fez)$/u.test(plain) && /^(?:del?|d[oa]s?)$/u.test(next)) return true;
  if (language === 'en')
    return (
      plain === 'that' &&
      !/^(?:is|are|was|were|can|could|will|would|may|might|must|should|has|have|had|do|does|did)$/u.test(next)
    );
  return plain === 'que' && /^(?:de|es|e|era|fue|foi|,|sea|seria)$/u.test(previous);
}

/** Where a view begins: at the denial beside its verb, which is its holder's own. */
function leftOf(sentence: Sentence, cue: Cue<VoiceKind>, subject: { start: number; end: number }): number {
  const { tokens } = sentence;
  const inside = sentence.polarity.filter(
    ({ start, end }) =>
      end > subject.end &&
      start < cue.end &&
      start >= Math.max(subject.end, cue.start - 4) &&
      // `The Bank may say`: it is the saying that is granted.
      !(
        end <= cue.start &&
        /^(?:may|might|could|puede|pueden|podra|pode|podem)$/u.test(tokens[start]?.plain ?? '') &&
        end - start === 1
      ) &&
      // `never tires of saying`, `may go on saying` deny and leave open nothing of what is said.
      cue.kind !== 'mislead',
  );
  const wished = sentence.polarity.filter(
    ({ kind, start, end }) =>
      kind === 'aim' &&
      cue.kind !== 'mislead' &&
      start >= cue.start &&
      start < cue.end &&
      end > cue.start + 1,
  );
  const own = cue.kind === 'denial' || cue.kind === 'demand' ? cue.start : cue.end;
  return Math.min(
    isOfFew(tokens.slice(subject.start, subject.end)) ? subject.start : own,
    ...wished.map(({ start }) => start),
    ...inside
      .filter(({ kind }) => kind === 'deny' || kind === 'not' || kind === 'maybe' || kind === 'yes')
      .map(({ start }) => start),
  );
}

/** Whether the author takes the word behind a colon or semicolon: `The Bank may think so: we are not …`. */
function speaksUp({ tokens, voice }: Sentence, from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(
      ({ plain }, i) =>
        /^[:;]$/u.test(plain) &&
        (voice.some((one) => one.kind === 'self' && one.start === from + i + 1) ||
          (/^(?:no|nao)$/u.test(tokens[from + i + 1]?.plain ?? '') &&
            /mos$/u.test(tokens[from + i + 2]?.plain ?? ''))),
    );
}

/** Whether a view goes on past a contrast: `that …, but that …`, `that, although …,`. */
function goesOn({ tokens }: Sentence, start: number, end: number): boolean {
  const isThat = (i: number): boolean => /^(?:que|that)$/u.test(tokens[i]?.plain ?? '');
  // `the finding, unwelcome though it was to many, that`: an insertion.
  const close = tokens.findIndex(({ plain }, i) => i >= end && plain === ',');
  if (
    close >= 0 &&
    close - end < 10 &&
    isThat(close + 1) &&
    tokens.slice(Math.max(0, start - 4), start).some(({ plain }) => plain === ',')
  )
    return true;
  return isThat(end) || isThat(start - 1) || (tokens[start - 1]?.plain === ',' && isThat(start - 2));
}

function quotedBetween({ tokens }: Sentence, from: number, to: number): boolean {
  return tokens.slice(from, to).filter(({ plain }) => quote.test(plain)).length % 2 === 1;
}
