import type { PolarityKind } from '../../model/speech.ts';
import type { Cue } from './cue.ts';
import type { Anew } from './joined.ts';
import type { Operator, Target } from './operator.ts';
import type { Sentence } from './sentence.ts';
import { at, type Token } from './tokens.ts';

/** Words between a denial of what stands at once behind it and the wording. */
const near = 4;

/** What stands between a cue and the wording. */
export type Place = {
  readonly distance: number;
  readonly clauses: number;
  readonly denied: boolean;
  readonly finite: boolean;
  readonly verbs: number;
  readonly inList: boolean;
  readonly held: boolean;
  /** The form of a verb that begins a clause of its own between them, behind an “and”; null without one. */
  readonly anew: Anew | null;
};

/** What a cue before the wording does to it; `stop` where nothing further out can. */
export function effectOf(
  sentence: Sentence,
  cue: Cue<PolarityKind>,
  target: Target,
  { distance, clauses, denied, finite, verbs, inList, held, anew }: Place,
): Operator['does'] | 'stop' | null {
  const { tokens } = sentence;
  const last = tokens[cue.end - 1]?.plain ?? '';
  const next = tokens[cue.end]?.plain ?? '';
  const takesClause =
    (/^(?:que|that|si|se|whether|:)$/u.test(last) &&
      !/^(?:mais|mas|more|antes|menos)$/u.test(at(tokens, cue.start).plain)) ||
    // `propõe que a …`: an article may belong to the cue.
    (cue.kind === 'aim' && last === 'a' && /^(?:que|that)$/u.test(tokens[cue.end - 2]?.plain ?? '')) ||
    (cue.end < target.start && /^(?:que|that)$/u.test(next)) ||
    (cue.kind === 'aim' && opensBehind(tokens, cue.end, target.start));
  if (anew !== null && !takesClause && endsBefore(anew, cue)) return null;
  if (target.names === 'need' && isRiddance(sentence, cue)) return null;
  switch (cue.kind) {
    case 'yes':
      return clauses === 0 || takesClause ? 'stop' : null;
    case 'not':
      // `Nobody who has worked there would …`
      if (
        !denied &&
        quantifier[sentence.language].test(last) &&
        /^(?:who|que|that)$/u.test(next) &&
        clauses <= 2
      )
        return 'deny';
      if (denied || clauses > 0) return null;
      if (!finite || inList || isBeside(sentence, cue.end, target.start)) return 'deny';
      return quantifier[sentence.language].test(tokens[cue.start]?.plain ?? '') &&
        distance <= 14 &&
        verbs === 0
        ? 'deny'
        : null;
    case 'deny':
      // `settle disputes and`: a noun.
      if (
        /^(?:disputes|doubts|questions|contests|rejects)$/u.test(last) &&
        /^(?:and|,|over|between)$/u.test(next)
      )
        return null;
      // `Not one of the nine projects {reduced …}`, `Pocas familias …`: a subject, with its verb.
      if (
        finite &&
        !takesClause &&
        clauses === 0 &&
        verbs === 0 &&
        distance <= 8 &&
        few.test(at(tokens, cue.start).plain)
      )
        return 'deny';
      if (clauses > (takesClause ? 1 : 0) || (finite && !takesClause)) return null;
      return 'deny';
    case 'end':
      return !denied &&
        clauses === 0 &&
        distance < near + 1 &&
        !crossed(sentence, cue.end, target.start, 'with') &&
        !finite
        ? 'deny'
        : null;
    case 'beyond':
      return clauses === 0 && distance <= near && !(target.names !== null && isGoingBeyond(sentence, cue))
        ? 'deny'
        : null;
    case 'only':
      return clauses > 0 ? null : 'stop';
    case 'merely':
      if (clauses > 0) return null;
      return !finite && (distance <= 8 || isAccount(sentence, cue, target)) ? 'deny' : 'stop';
    case 'maybe':
      if (isMonth(tokens, cue)) return null;
      // `With luck, …` bears on the clause behind its comma.
      return clauses <= (takesClause || next === ',' ? 1 : 0) ? 'open' : null;
    case 'modal':
      return clauses === 0 && !finite ? 'due' : null;
    case 'aim':
      // `the plan's vision of co-operatives as …`: how it sees them.
      if (
        /^vision/u.test(at(tokens, cue.start).plain) &&
        tokens.slice(cue.end, target.start).some(({ plain }) => plain === 'as')
      )
        return null;
      // `the plan was a policy`
      if (
        /^(?:plans?|calls?|efforts?|attempts?)$/u.test(at(tokens, cue.start).plain) &&
        /^(?:is|was|are|were)$/u.test(last) &&
        next !== 'to'
      )
        return null;
      // `llamó a las ferias …` names, `llamó a construir` asks.
      if (last === 'a' && /^(?:llam|cham)/u.test(at(tokens, cue.start).plain) && isArticle(tokens[cue.end]))
        return null;
      if (tokens[cue.end]?.isCapital === true && cue.start > 0 && distance < near) return null;
      // `se trata de un …` says what it is, `trata de abrir` tries.
      if (
        last === 'de' &&
        /^trata/u.test(at(tokens, cue.start).plain) &&
        !/[aei]r(?:se|l[oae]s?)?$/u.test(next)
      )
        return null;
      return clauses <= (takesClause || isRelative(tokens, target) ? 1 : 0) &&
        !(finite && !takesClause && !isRelative(tokens, target)) &&
        distance <= 25
        ? 'due'
        : null;
    case 'for':
      return clauses === 0 && isPurpose(sentence, cue, target) ? 'due' : null;
    case 'partly':
      return clauses === 0 && distance <= near ? 'open' : null;
    case 'so_called':
      return distance <= 2 && clauses === 0 && !held ? 'open' : null;
    case 'if':
    case 'plain':
    case 'not_after':
    case 'maybe_after':
      return null;
  }
}

/** What bears on its own clause alone, `we reject {…} and build {…}`; of aims only where the verb behind is finite. */
const denying: ReadonlySet<PolarityKind> = new Set<PolarityKind>(['not', 'deny', 'end', 'beyond', 'merely']);
const aiming: ReadonlySet<PolarityKind> = new Set<PolarityKind>(['aim', 'modal', 'for']);

/** Whether a cue ends before the verb behind an “and”, which does not hang on it as in `do not lend and build`. */
function endsBefore(anew: Anew, { kind }: Cue<PolarityKind>): boolean {
  return anew === 'finite' ? denying.has(kind) || aiming.has(kind) : denying.has(kind) && kind !== 'not';
}

/** Whether a need is ended, prevented or left behind, which is what the frame wants: `ended {hunger}`, `ya no pasan {hambre}`. */
function isRiddance({ tokens, words }: Sentence, { kind, start, end }: Cue<PolarityKind>): boolean {
  return (
    (kind === 'not' || kind === 'deny' || kind === 'end') && tokens.slice(start, end).some(words.rid.has)
  );
}

/** Whether a “that” follows whoever is asked: `propone el gobernador que`, `recomendamos aos ministros que`. */
function opensBehind(tokens: readonly Token[], from: number, to: number): boolean {
  const gap = tokens.slice(from, Math.min(to, from + 10));
  const that = gap.findIndex(({ plain }) => /^(?:que|that)$/u.test(plain));
  return that > 0 && gap.slice(0, that).every(({ isWord }) => isWord);
}

/** Whether the wording is what something is wished to do: `a law that {protects …}`. */
function isRelative(tokens: readonly Token[], { start }: Target): boolean {
  const isThat = (i: number): boolean => /^(?:que|that|which)$/u.test(tokens[i]?.plain ?? '');
  if (tokens[start - 1]?.plain !== ',') return isThat(start - 1);
  // `a law that, after all these years, {protects …}`
  const open = tokens.slice(0, start - 1).findLastIndex(({ isWord }) => !isWord);
  return tokens[open]?.plain === ',' && isThat(open - 1);
}

/** The month of May. */
export function isMonth(tokens: readonly Token[], { start }: { readonly start: number }): boolean {
  const { plain, isCapital } = at(tokens, start);
  return plain === 'may' && isCapital && start > 0;
}

function isArticle(token: Token | undefined): boolean {
  return (
    token !== undefined && /^(?:el|la|los|las|un|una|o|a|os|as|um|uma|su|sus|seu|sua)$/u.test(token.plain)
  );
}

/** Whether a cue is a going beyond (`más allá de`), and not a comparison (`más que`). */
function isGoingBeyond({ tokens }: Sentence, cue: Cue<PolarityKind>): boolean {
  return tokens
    .slice(cue.start, cue.end)
    .some(({ plain }) =>
      /^(?:alla|alem|beyond|trasc\p{L}*|transc\p{L}*|rebas\p{L}*|desbord\p{L}*|ultrapass\p{L}*|surpass\p{L}*|exced\p{L}*)$/u.test(
        plain,
      ),
    );
}

/** Whether “not merely” bears on what the object is, and not on what it does. */
function isAccount(sentence: Sentence, cue: Cue<PolarityKind>, target: Target): boolean {
  const isCopula = (i: number) =>
    sentence.barriers.some(({ kind, start, end }) => kind === 'copula' && start <= i && i < end);
  for (let i = cue.start - 2; i < Math.min(cue.end + 3, target.start + 1); i++) if (isCopula(i)) return true;
  return sentence.tokens
    .slice(cue.start, cue.end)
    .some(({ plain }) =>
      /^(?:limita\p{L}*|reduc\p{L}*|reduz\p{L}*|agota\p{L}*|esgota\p{L}*|queda|fica|trata|limited|confined|stop|about|restring\p{L}*|resum\p{L}*)$/u.test(
        plain,
      ),
    );
}

/** Whether a “to” or “for” states a purpose that the wording fulfils. */
function isPurpose(sentence: Sentence, cue: Cue<PolarityKind>, target: Target): boolean {
  const { tokens, language, words } = sentence;
  const word = at(tokens, cue.end - 1).plain;
  const previous = tokens[cue.start - 1];
  const distance = target.start - cue.end;
  if (distance > 5) return false;
  const next = tokens[cue.end];
  if (next === undefined) return false;
  if (next.isCapital && cue.end > 0 && tokens[cue.start - 1]?.isWord === true) return false;
  if (language === 'en') {
    if (/^towards?$/u.test(word)) return true;
    if (words.no_purpose.has(previous)) return false;
    // `declares them to be`: what they are.
    if (
      next.plain === 'be' &&
      sentence.voice.some(
        ({ kind, end }) =>
          (kind === 'say' || kind === 'call' || kind === 'see_as') &&
          end <= cue.start &&
          cue.start - end <= 6,
      )
    )
      return false;
    // `helps families to`: what it does.
    if (
      tokens
        .slice(Math.max(0, cue.start - 5), cue.start)
        .some(({ plain }) => /^(?:help|enabl|allow|led|caus|permit)/u.test(plain))
    )
      return false;
    // `To dismiss mutuals as … is`: a deed.
    if (cue.start === 0 && sentence.voice.some(({ start }) => start === cue.end)) return false;
    if (next.plain === 'have') return false;
    if (word === 'to')
      return /^\p{L}+$/u.test(next.plain) && !/^(?:the|a|an|its|their)$/u.test(next.plain) && distance <= 3;
    return /ing$/u.test(next.plain) && !/^(?:instrument|tool|means|vehicle)$/u.test(previous?.plain ?? '');
  }
  if (!/^(?:para|fim|fin|de)$/u.test(word)) return false;
  if (words.no_purpose.has(previous)) return false;
  // `para trabajadores`, `para cualquier` are no verbs.
  return infinitive.test(next.plain) && !noInfinitive.test(next.plain);
}

const infinitive = /(?:[aei]r|^(?:\p{L}*[mnsx]|de|pro|re)?por)(?:se|l[oae]s?|l[eo]s|nos)?$/u;
const noInfinitive =
  /^(?:cualquier|qualquer|mujer|mulher|hogar|lar|lugar|taller|ayer|alquiler|bar|mar|mayor|por|primer|tercer|familiar|popular|escolar|militar|particular|singular|auxiliar)$/u;

/** Words that deny a subject, and with it its verb. */
const quantifier = {
  en: /^(?:no|none|nobody|neither|nothing|nor)$/u,
  es: /^(?:nadie|ningun|ninguna|ninguno|nada|ni)$/u,
  pt: /^(?:ninguem|nenhum|nenhuma|nada|nem)$/u,
};

/** Words of a subject of nearly none. */
const few = /^(?:not|few|pocas|pocos|poucas|poucos|raras|raros|ningun|nenhum|nenhuma)$/u;

const beside =
  /^(?:se|lo|la|los|las|le|les|nos|me|te|ha|han|has|have|had|hemos|haya|mas|ja|ya|aun|ainda|yet|ever|really|been|be|sido|once|solo|por|si|by|itself|themselves|siquiera|sequer|\p{L}+mente|\p{L}+ly)$/u;

/** Whether only small words stand between a denial and the verb that it denies. */
function isBeside({ tokens }: Sentence, from: number, to: number): boolean {
  return tokens.slice(from, to).every(({ plain }) => beside.test(plain));
}

function crossed({ barriers }: Sentence, from: number, to: number, kind: string): boolean {
  return barriers.some((one) => one.kind === kind && one.start >= from && one.end <= to);
}
