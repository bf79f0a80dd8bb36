import type { PolarityKind } from '../../model/speech.ts';
import type { Polarity } from '../../model/tag.ts';
import type { Cue } from './cue.ts';
import type { Sentence } from './sentence.ts';
import { at, type Token } from './tokens.ts';

/** The wording of a frame in its sentence: its tokens, `end` excluded, and whether the frame is a new paradigm. */
export type Target = { readonly start: number; readonly end: number; readonly isBeyond: boolean };

/** A cue that decided, with its kind as the rule. */
export type Because = { readonly rule: string; readonly start: number; readonly end: number };

type Operator = Because & { readonly does: 'deny' | 'open' | 'due' };

/** Words between a denial of what stands at once behind it and the wording. */
const near = 4;
/** Words of an insertion between commas. */
const inserted = 12;
const quotes = /["“”«»‘']/u;

/**
 * What is done with the wording by what stands around it in its sentence, from `left` to `right`: cues before it act in the
 * order of their distance, the outermost last. A denial turns what is inside it, a denial of what is only due leaves it denied.
 */
export function polarityOf(
  sentence: Sentence,
  target: Target,
  { left, right, held }: { readonly left: number; readonly right: number; readonly held: boolean },
): { readonly polarity: Polarity; readonly because: readonly Because[] } {
  const operators = [
    ...scareQuotes(sentence, target, held),
    ...within(sentence, target),
    ...after(sentence, target, right),
    ...before(sentence, target, left, held),
    ...around(sentence, target, left, right),
  ];
  let negated = false;
  let hedged = false;
  const because: Because[] = [];
  for (const { does, rule, start, end } of operators) {
    if (does === 'deny') {
      negated = hedged && !negated ? true : !negated;
      hedged = false;
    } else if (does === 'open') hedged = true;
    else if (negated) continue;
    else hedged = true;
    because.push({ rule, start, end });
  }
  return { polarity: hedged ? 'hedged' : negated ? 'negated' : 'affirmed', because };
}

/** What stands before the wording, the nearest first. */
function before(sentence: Sentence, target: Target, left: number, held: boolean): readonly Operator[] {
  const { tokens, language, forms } = sentence;
  const { articles, future } = forms;
  const found: Operator[] = [];
  const finite = isVerb(sentence, target);
  const inList = isListed(sentence, target);
  let clauses = 0;
  let denied = false;
  let verbs = 0;
  for (let i = target.start; i > left; ) {
    const cue = sentence.polarity.find(
      ({ end, start }) =>
        start >= left && (end === i || (i === target.start && start < i && end > i && end <= target.end)),
    );
    if (cue !== undefined) {
      const distance = Math.max(0, target.start - cue.end);
      const does = effectOf(sentence, cue, target, {
        distance,
        clauses,
        denied,
        finite,
        verbs,
        inList,
        held,
      });
      if (does === 'stop') break;
      if (does !== null) {
        found.push({ does, ...becauseOf(sentence, cue) });
        if (cue.kind === 'not' && does === 'deny') denied = true;
      }
      i = cue.start;
      continue;
    }
    const token = at(tokens, i - 1);
    const barrier = sentence.barriers.find(({ end }) => end === i);
    if (barrier?.kind === 'contrast') break;
    if (barrier?.kind === 'open') {
      i = barrier.start;
      continue;
    }
    if (barrier?.kind === 'clause') {
      clauses++;
      i = barrier.start;
      continue;
    }
    if (token.plain === ',') {
      const open = insertion(sentence, i - 1, left);
      if (open === null) {
        if (!inList) clauses++;
      } else {
        for (const one of sentence.polarity)
          if (one.start > open && one.end <= i && !isMonth(tokens, one) && (one.kind === 'maybe' || one.kind === 'partly'))
            found.push({ does: 'open', ...becauseOf(sentence, one) });
        i = open;
        continue;
      }
    } else if (token.plain === '—' || token.plain === '–' || token.plain === '(') clauses++;
    else if (
      clauses === 0 &&
      !finite &&
      future.test(token.lower) &&
      !articles.has(tokens[i - 2]?.plain ?? '')
    ) {
      found.push({ does: 'due', rule: `${language}/future`, start: token.start, end: token.end });
    } else if (forms.finite.test(token.lower)) verbs++;
    i--;
  }
  return found;
}

type Place = {
  readonly distance: number;
  readonly clauses: number;
  readonly denied: boolean;
  readonly finite: boolean;
  readonly verbs: number;
  readonly inList: boolean;
  readonly held: boolean;
};

function effectOf(
  sentence: Sentence,
  cue: Cue<PolarityKind>,
  target: Target,
  { distance, clauses, denied, finite, verbs, inList, held }: Place,
): Operator['does'] | 'stop' | null {
  const { tokens } = sentence;
  const last = tokens[cue.end - 1]?.plain ?? '';
  const next = tokens[cue.end]?.plain ?? '';
  const takesClause =
    /^(?:que|that|si|se|whether)$/u.test(last) || (cue.end < target.start && /^(?:que|that)$/u.test(next));
  switch (cue.kind) {
    case 'yes':
      return clauses === 0 || takesClause ? 'stop' : null;
    case 'not':
      // `Nobody who has worked there would …`
      if (!denied && quantifier[sentence.language].test(last) && /^(?:who|que|that)$/u.test(next) && clauses <= 2)
        return 'deny';
      if (denied || clauses > 0) return null;
      if (!finite || inList || isBeside(sentence, cue.end, target.start)) return 'deny';
      return quantifier[sentence.language].test(tokens[cue.start]?.plain ?? '') &&
        distance <= 8 &&
        verbs === 0
        ? 'deny'
        : null;
    case 'deny':
      if (clauses > (takesClause ? 1 : 0) || (finite && !takesClause)) return null;
      return 'deny';
    case 'end':
      return !denied && clauses === 0 && distance < near + 1 && !crossed(sentence, cue.end, target.start, 'with') && !finite
        ? 'deny'
        : null;
    case 'beyond':
      return clauses === 0 && distance <= near && !(target.isBeyond && isGoingBeyond(sentence, cue))
        ? 'deny'
        : null;
    case 'only':
    case 'merely': {
      if (clauses > 0) return null;
      const account = isAccount(sentence, cue, target);
      const refuses =
        cue.kind === 'merely'
          ? !finite && (distance <= 8 || account)
          : account && !finite && !target.isBeyond && distance <= 8;
      return refuses ? 'deny' : 'stop';
    }
    case 'maybe':
      if (isMonth(tokens, cue)) return null;
      return clauses <= (takesClause ? 1 : 0) ? 'open' : null;
    case 'modal':
      return clauses === 0 && !finite ? 'due' : null;
    case 'aim':
      // `llamó a las ferias …` names, `llamó a construir` asks.
      if (last === 'a' && /^(?:llam|cham)/u.test(at(tokens, cue.start).plain) && isArticle(tokens[cue.end]))
        return null;
      if (tokens[cue.end]?.isCapital === true && cue.start > 0 && distance < near) return null;
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
    case 'not_after':
    case 'maybe_after':
      return null;
  }
}

/** Whether the wording is what something is wished to do: `a law that {protects …}`. */
function isRelative(tokens: readonly Token[], { start }: Target): boolean {
  return /^(?:que|that|which)$/u.test(tokens[start - 1]?.plain ?? '');
}

/** The month of May. */
function isMonth(tokens: readonly Token[], { start }: { readonly start: number }): boolean {
  const { plain, isCapital } = at(tokens, start);
  return plain === 'may' && isCapital && start > 0;
}

function isArticle(token: Token | undefined): boolean {
  return token !== undefined && /^(?:el|la|los|las|un|una|o|a|os|as|um|uma|su|sus|seu|sua)$/u.test(token.plain);
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

/** Whether “not only” bears on what the object is, and not on what it does. */
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
  const { tokens, language } = sentence;
  const word = at(tokens, cue.end - 1).plain;
  const previous = tokens[cue.start - 1]?.plain ?? '';
  const distance = target.start - cue.end;
  if (distance > 5) return false;
  const next = tokens[cue.end];
  if (next === undefined) return false;
  if (next.isCapital && cue.end > 0 && tokens[cue.start - 1]?.isWord === true) return false;
  if (language === 'en') {
    if (/^towards?$/u.test(word)) return true;
    if (
      /^(?:right|wrong|mistaken|correct|fair|help|helps|helped|helping|serve|serves|served|contribut\p{L}*|continue\p{L}*|began|come|came|manage\p{L}*|able|enable\p{L}*|led|leads|lead|used|allow\p{L}*|reduced|confined|relegated|limited|subordinate\p{L}*|alternative|complement|due|thanks|it|them|according|linked|tied|added|supplement|response|pointed|referred|alluded|spoke|listened|attention|claim|path|way|road|means|key|next|close|contribution|answer)$/u.test(
        previous,
      )
    )
      return false;
    if (next.plain === 'have') return false;
    if (word === 'to')
      return /^\p{L}+$/u.test(next.plain) && !/^(?:the|a|an|its|their)$/u.test(next.plain) && distance <= 3;
    return /ing$/u.test(next.plain) && !/^(?:instrument|tool|means|vehicle)$/u.test(previous);
  }
  if (!/^(?:para|fim|fin|de)$/u.test(word)) return false;
  if (
    /^(?:sirv\p{L}*|serv\p{L}*|contribu\p{L}*|clave|chave|herramientas?|instrumentos?|ferramentas?|medios?|meios?|mecanismos?|formas?|maneras?|maneiras?|suficiente\p{L}*|basta\p{L}*|camino|caminho|via|motor)$/u.test(
      previous,
    )
  )
    return false;
  return /(?:r|rse|rlo|rla|rlos|rlas|rles)$/u.test(next.plain);
}

/** What stands behind the wording, where it is the subject of what follows. */
function after(sentence: Sentence, target: Target, right: number): readonly Operator[] {
  const { tokens } = sentence;
  if (isVerb(sentence, target)) return [];
  for (let i = target.end; i < Math.min(right, target.end + 9 + inserted); i++) {
    const said = sentence.afterwards.find(({ start }) => start === i);
    if (said !== undefined)
      return [{ does: said.kind === 'not_after' ? 'deny' : 'open', ...becauseOf(sentence, said) }];
    const cue = sentence.polarity.find(({ start }) => start === i);
    if (cue !== undefined) {
      if (cue.kind !== 'partly' && cue.kind !== 'so_called' && cue.kind !== 'modal' && cue.kind !== 'end')
        return [];
      if (cue.kind === 'modal')
        return i - target.end < 4 && isSubject(sentence, target)
          ? [{ does: 'due', ...becauseOf(sentence, cue) }]
          : [];
    }
    const token = at(tokens, i);
    if (token.plain === ',') {
      const close = tokens.findIndex(({ plain }, k) => k > i && k < i + inserted && plain === ',');
      if (close < 0) return [];
      i = close;
      continue;
    }
    if (quotes.test(token.plain)) continue;
    if (/^(?:and|y|e)$/u.test(token.plain) && !isSubject(sentence, target)) return [];
    if (
      !token.isWord ||
      sentence.barriers.some(({ kind, start }) => start === i && (kind === 'contrast' || kind === 'clause'))
    )
      return [];
    if (sentence.forms.future.test(token.lower) && isSubject(sentence, target))
      return [{ does: 'due', rule: `${sentence.language}/future`, start: token.start, end: token.end }];
  }
  return [];
}

/** Whether the wording begins its sentence or clause, but for an article. */
function isSubject({ tokens }: Sentence, { start }: Target): boolean {
  for (let i = start - 1; i >= Math.max(0, start - 3); i--) {
    const { plain, lower, isWord } = at(tokens, i);
    if (/^(?:is|are|was|were|es|son|era|eran|fue|fueron|é|são|foi|foram|eram|has|have|had)$/u.test(lower)) return false;
    if (!isWord && !quotes.test(plain)) return true;
    if (i === 0) return true;
    if (/^(?:que|that|if|si|se|y|e|and)$/u.test(plain)) return true;
  }
  return start === 0;
}

/** A forecast or a denial in the wording itself. */
function within(sentence: Sentence, { start, end }: Target): readonly Operator[] {
  const { tokens, language, forms } = sentence;
  const first = at(tokens, start);
  const partly = sentence.polarity.find((cue) => cue.kind === 'partly' && cue.start > start && cue.end < end);
  if (partly !== undefined) return [{ does: 'open', ...becauseOf(sentence, partly) }];
  if (forms.future.test(first.lower) && !forms.articles.has(tokens[start - 1]?.plain ?? ''))
    return [{ does: 'due', rule: `${language}/future`, start: first.start, end: at(tokens, end - 1).end }];
  return [];
}

/** Conditions and questions, which bear on the whole sentence. */
function around(sentence: Sentence, target: Target, left: number, right: number): readonly Operator[] {
  const { tokens, polarity, barriers } = sentence;
  const conditions = polarity.filter(({ kind, start, end }) => {
    if (kind !== 'if' || start < left || end > right) return false;
    if (isInverted(tokens, start)) return false;
    const [from, to] = end <= target.start ? [end, target.start] : [target.end, start];
    if (barriers.some((one) => one.kind === 'contrast' && one.start >= from && one.end <= to)) return false;
    return end <= target.start || start - target.end < 15;
  });
  const degree = polarity.find(
    ({ kind, start, end }) =>
      kind === 'partly' &&
      start >= target.end &&
      start - target.end < 6 &&
      end <= right &&
      !barriers.some((one) => one.kind === 'clause' && one.start >= target.end && one.end <= start) &&
      isLast(sentence, end),
  );
  if (degree !== undefined) return [{ does: 'open', ...becauseOf(sentence, degree) }];
  const first = conditions[0];
  if (first !== undefined) return [{ does: 'open', ...becauseOf(sentence, first) }];
  const isRhetorical = polarity.some(
    ({ kind, start }) => kind === 'yes' && /^(?:who|quien|quienes|quem)$/u.test(at(tokens, start).plain),
  );
  for (let i = target.end; i < Math.min(right, tokens.length) && !isRhetorical; i++) {
    const { plain, start, end } = at(tokens, i);
    if (plain === '?') return [{ does: 'open', rule: `${sentence.language}/question`, start, end }];
    if (plain === '!' || plain === '.') break;
  }
  return [];
}

/** Words that make a condition at the beginning of a clause only (`de haber`, `were it`), and stand elsewhere. */
function isInverted(tokens: readonly Token[], start: number): boolean {
  return (
    /^(?:de|were|should|had)$/u.test(at(tokens, start).plain) && start > 0 && at(tokens, start - 1).isWord
  );
}

/** Whether nothing follows that words of degree could bear on instead. */
function isLast({ tokens }: Sentence, from: number): boolean {
  const next = tokens[from];
  return next === undefined || !next.isWord || /^(?:y|e|and|en|in|em|for|para)$/u.test(next.plain);
}

/** Few words between quotation marks that nobody in the passage has to answer for. */
function scareQuotes(
  { tokens, language }: Sentence,
  { start, end }: Target,
  held: boolean,
): readonly Operator[] {
  if (held) return [];
  const open = tokens.slice(Math.max(0, start - 3), start).findLastIndex(({ plain }) => quotes.test(plain));
  const close = tokens.slice(end, end + 3).findIndex(({ plain }) => quotes.test(plain));
  const from = tokens[Math.max(0, start - 3) + open];
  const to = tokens[end + close];
  if (open < 0 || close < 0 || from === undefined || to === undefined) return [];
  const inside = tokens.filter((token) => token.start > from.start && token.end < to.end);
  const name = tokens[Math.max(0, start - 3) + open - 1]?.plain ?? '';
  if (
    /^(?:program\p{L}*|plan|plano|proyecto|projeto|project|ley|lei|law|act|fondo|fundo|fund|titled|titulad\p{L}*|intitulad\p{L}*|titulo|title|called|named|campaña|campanha|campaign|slogan|lema|scheme|initiative|iniciativa|estrategia|strategy|decreto|seminario|taller|oficina)$/u.test(
      name,
    )
  )
    return [];
  if (inside.length > 7 || inside.filter(({ isCapital }) => isCapital).length > 1) return [];
  return [{ does: 'open', rule: `${language}/quotation_marks`, start: from.start, end: to.end }];
}

function isVerb({ tokens, forms }: Sentence, { start }: Target): boolean {
  const first = at(tokens, start);
  const previous = tokens[start - 1]?.plain ?? '';
  return forms.finite.test(first.lower) && !forms.articles.has(previous);
}

/** Whether the wording follows an “or” or “nor”, so that the commas of a list do not end a denial. */
function isListed({ barriers }: Sentence, { start }: Target): boolean {
  return barriers.some(({ kind, end }) => kind === 'or' && end <= start && start - end <= 3);
}

/** Words that deny a subject, and with it its verb. */
const quantifier = {
  en: /^(?:no|none|nobody|neither|nothing|nor)$/u,
  es: /^(?:nadie|ningun|ninguna|ninguno|nada|ni)$/u,
  pt: /^(?:ninguem|nenhum|nenhuma|nada|nem)$/u,
};

const beside =
  /^(?:se|lo|la|los|las|le|les|nos|me|te|ha|han|has|have|had|hemos|haya|mas|ja|ya|aun|ainda|yet|ever|really|been|be|sido|once|solo|por|si|by|itself|themselves|siquiera|sequer|\p{L}+mente|\p{L}+ly)$/u;

/** Whether only small words stand between a denial and the verb that it denies. */
function isBeside({ tokens }: Sentence, from: number, to: number): boolean {
  return tokens.slice(from, to).every(({ plain }) => beside.test(plain));
}

function crossed({ barriers }: Sentence, from: number, to: number, kind: string): boolean {
  return barriers.some((one) => one.kind === kind && one.start >= from && one.end <= to);
}

/** The comma that opens an insertion which the comma at `close` ends; null where there is none. */
function insertion({ tokens, barriers }: Sentence, close: number, left: number): number | null {
  for (let i = close - 1; i >= Math.max(left, close - inserted); i--) {
    if (barriers.some(({ kind, start }) => kind === 'contrast' && start === i)) return null;
    if (at(tokens, i).plain === ',') return i;
  }
  return null;
}

function becauseOf({ tokens, language }: Sentence, cue: Cue<string>): Because {
  return {
    rule: `${language}/${cue.kind}`,
    start: at(tokens, cue.start).start,
    end: at(tokens, cue.end - 1).end,
  };
}
