import type { VoiceKind } from '../../model/speech.ts';
import type { Cue } from './cue.ts';
import { openingOf } from './opening.ts';
import type { Target } from './operator.ts';
import type { Around, Report } from './report.ts';
import type { Sentence } from './sentence.ts';
import { isWitness, ownerBefore, type Part, subjectBefore } from './subject.ts';
import { at } from './tokens.ts';
import { byWhom } from './whom.ts';

/** Words between a wording and whoever is said to hold it. */
const reach = 12;
const pointer =
  /^(?:so|that|this|such|what|how|thus|as|assim|isso|isto|essa|esse|esta|este|como|asi|eso|esto|esa|ese)$/u;
const told: ReadonlySet<VoiceKind> = new Set<VoiceKind>(['say', 'show', 'see_as', 'call', 'as_says', 'idea']);

/** Whoever is named behind the wording by a word that points back: `{…}: so the Bank sees us`, `That {…} is the Bank's view`. */
export function pointingBack(sentence: Sentence, target: Target): readonly Report[] {
  const { tokens, voice, barriers } = sentence;
  const end = barriers.find(({ kind, start }) => kind === 'contrast' && start >= target.end)?.start;
  const until = Math.min(end ?? tokens.length, target.end + reach + 8);
  const isClause = /^(?:that|que)$/u.test(tokens[openingOf(sentence)]?.plain ?? '');
  // `{…} in the coastal districts: so the Bank sees us`: words may follow the wording.
  const stop = tokens.findIndex(
    ({ lower, isWord }, i) =>
      i >= target.end && (!isWord || /^(?:is|are|was|were|es|son|era|é|são|eram)$/u.test(lower)),
  );
  const edge = stop < 0 || stop - target.end > 9 ? target.end : stop;
  const behind = tokens.slice(edge, edge + 4);
  const pointed = behind.findIndex(({ plain }) => pointer.test(plain));
  const isMarked =
    /^(?::|,|—|–|is|are|was|were|es|son|era|e|sao|eram)$/u.test(behind[0]?.plain ?? '') && pointed > 0;
  if (!isClause && !isMarked && tokens[edge]?.plain !== ':') return [];
  const from = edge + (isMarked ? pointed : 0);
  const fronted = isClause ? shownBy(sentence, target) : null;
  if (fronted !== null) return [fronted];
  return voice.flatMap((cue): readonly Report[] => {
    const isVerdict = (cue.kind === 'right' || cue.kind === 'wrong') && tokens[edge]?.plain === ':';
    if (!(told.has(cue.kind) || isVerdict) || cue.start < from || cue.start >= until) return [];
    // `…, and this report documents it`: a noun.
    if (cue.kind === 'say' && /^(?:this|the|our|a|este|esta)$/u.test(tokens[cue.start - 1]?.plain ?? ''))
      return [];
    if (isWitness(sentence, cue)) return [];
    const subject = subjectBehind(sentence, cue, from);
    if (subject === null) return [];
    return [{ cue, subject, by: 'other', left: 0, right: target.end }];
  });
}

/** `Que la red es {…} lo estableció la Comisión`, `That … was shown by the League`: whoever told it, behind the clause. */
function shownBy({ tokens, forms, language, voice, words }: Sentence, target: Target): Report | null {
  for (let i = target.end; i < Math.min(tokens.length - 2, target.end + 12); i++) {
    const pronoun = at(tokens, i).plain;
    const verb = at(tokens, i + 1);
    const isTold =
      language === 'en'
        ? /^(?:was|were|is|has|been)$/u.test(pronoun) &&
          /(?:ed|seen|shown|said|told|known|proven|understood)$/u.test(verb.plain)
        : /^(?:lo|o)$/u.test(pronoun) &&
          (forms.telling.test(verb.lower) ||
            voice.some(
              ({ kind, start }) =>
                start === i + 1 && (kind === 'say' || kind === 'show' || kind === 'see_as'),
            ));
    if (!isTold || /mos$/u.test(verb.plain)) continue;
    const by = tokens
      .slice(i + 2, i + 9)
      .findIndex(({ plain }) =>
        language === 'en' ? plain === 'by' : /^(?:el|la|los|las|o|a|os|as|sus?|seus?|suas?)$/u.test(plain),
      );
    const name = tokens.slice(i + 2 + by + 1, i + 2 + by + 4);
    const isNamed =
      by >= 0 &&
      (name.some((token) => token.isCapital || words.group.has(token)) ||
        /^(?:sus?|seus?|suas?)$/u.test(tokens[i + 2 + by]?.plain ?? '')) &&
      tokens.slice(i + 2, i + 2 + by).every(({ isWord }) => isWord);
    if (!isNamed) continue;
    const start = i + 3 + by - (language === 'en' ? 0 : 1);
    return {
      cue: { kind: 'show', start: i + 1, end: i + 2 },
      subject: { start, end: Math.min(tokens.length, start + 3) },
      by: 'other',
      left: 0,
      right: target.end,
    };
  }
  return null;
}

function subjectBehind(sentence: Sentence, cue: Cue<VoiceKind>, from: number): Part | null {
  const { tokens } = sentence;
  if (cue.kind === 'idea') {
    const owner = ownerBefore(tokens, cue.start);
    if (owner !== null) return { start: Math.max(from, owner - 3), end: owner };
    const of = tokens[cue.end]?.plain ?? '';
    if (!/^(?:of|de|del|do|da|dos|das)$/u.test(of)) return null;
    return { start: cue.end + 1, end: Math.min(tokens.length, cue.end + 3) };
  }
  if (cue.kind === 'as_says') return { start: cue.start + 1, end: cue.end };
  const before = subjectBefore(sentence, cue);
  const subject = { start: Math.max(before.start, from + 1), end: before.end };
  if (subject.end > subject.start && byWhom(sentence, cue, subject) === 'other') return subject;
  const by = tokens
    .slice(cue.end, cue.end + 5)
    .findIndex(({ plain }) => /^(?:by|por|pelo|pela|pelos|pelas)$/u.test(plain));
  if (by >= 0) return { start: cue.end + by + 1, end: Math.min(tokens.length, cue.end + by + 3) };
  const next = tokens[cue.end];
  const isNamed = next !== undefined && /^(?:o|a|os|as|el|la|los|las)$/u.test(next.plain);
  return isNamed ? { start: cue.end, end: Math.min(tokens.length, cue.end + 3) } : null;
}

/** Whoever has the word: `Ms Orr took the floor: {…}`, or in the sentence before. */
export function floors(sentence: Sentence, target: Target, { previous }: Around): readonly Report[] {
  const { tokens, voice } = sentence;
  const here = voice.find(
    ({ kind, end }) =>
      kind === 'floor' &&
      end <= target.start &&
      tokens.slice(end, target.start).some(({ plain }) => plain === ':'),
  );
  if (here !== undefined && !isOwn(sentence, here))
    return [
      {
        cue: here,
        subject: { start: 0, end: here.start },
        by: 'other',
        left: here.end,
        right: tokens.length,
      },
    ];
  // Told by the tense first: the sentence before is read for few.
  const isPast = tokens.slice(0, target.end).some(({ lower }) => past.test(lower));
  if (!isPast || voice.some(({ kind }) => kind === 'self')) return [];
  const before = previous?.voice.find(({ kind }) => kind === 'floor');
  if (previous === null || before === undefined || isOwn(previous, before)) return [];
  const cue: Cue<VoiceKind> = { kind: 'floor', start: 0, end: 1 };
  return [{ cue, subject: { start: 0, end: 0 }, by: 'other', left: 0, right: tokens.length }];
}

/** What speech in the third person turns a present into. */
const past =
  /^(?:was|were|had|would|era|eran|eram|había|habían|havia|haviam|tinha|tinham|seria|seriam|foram)$/u;

function isOwn({ voice }: Sentence, { start }: Cue<VoiceKind>): boolean {
  return start === 0 || voice.some(({ kind, end }) => kind === 'self' && end <= start);
}

/** A work that a wording is taken from, in brackets behind it: `(Peck 2004: 12)`. */
export function references({ tokens }: Sentence, target: Target): readonly Report[] {
  const open = tokens.findIndex(({ plain }, i) => i >= target.end && plain === '(');
  if (open < 0 || open > target.end + 12) return [];
  const close = tokens.findIndex(({ plain }, i) => i > open && plain === ')');
  if (close < 0 || close - open > 16 || at(tokens, open + 1).isCapital === false) return [];
  const inside = tokens.slice(open + 1, close);
  if (!inside.slice(1).some(({ plain }) => /^(?:1[89]|20)\d\d[a-z]?$/u.test(plain))) return [];
  if (
    /^(?:art|article|articulo|artigo|law|ley|lei|decree|decreto|table|tabla|tabela)$/u.test(
      inside[0]?.plain ?? '',
    )
  )
    return [];
  const cue: Cue<VoiceKind> = { kind: 'source', start: open, end: open + 1 };
  return [{ cue, subject: { start: open + 1, end: open + 2 }, by: 'other', left: 0, right: target.end }];
}
