import type { VoiceKind } from '../../model/speech.ts';
import type { Cue } from './cue.ts';
import type { Target } from './operator.ts';
import type { Report } from './report.ts';
import type { Sentence } from './sentence.ts';
import { at } from './tokens.ts';

/** A stretch of tokens, `end` excluded. */
export type Part = { readonly start: number; readonly end: number };

const possessive = /^(?:su|sus|seu|sua|seus|suas|their|its|his|her)$/u;

/** Whether evidence speaks, which nobody owns but the author: `the tables show`, unlike `the Ministry's data show`. */
export function isWitness({ tokens, subjects }: Sentence, { start, end }: Part): boolean {
  const witness = subjects.find((one) => one.kind === 'witness' && one.start >= start && one.end <= end);
  if (witness === undefined) return false;
  const isOwned = (i: number): boolean =>
    /(?:'s|s')$/u.test(at(tokens, i).lower) ||
    possessive.test(at(tokens, i).plain) ||
    (/^(?:of|by|from|de|del|do|da|dos|das|pelo|pela)$/u.test(at(tokens, i).plain) &&
      tokens.slice(i + 1, i + 4).some(({ isCapital }) => isCapital));
  for (let i = start; i < Math.min(end, tokens.length); i++) if (isOwned(i)) return false;
  return witness.start - start <= 6;
}

/** Who holds an idea: `the Bank's claim`, `la tesis del Banco de que`, `the view, common among bankers, that`. */
export function holderOf(sentence: Sentence, cue: Cue<VoiceKind>, target: Target): Part {
  const { tokens } = sentence;
  const before = tokens[cue.start - 1];
  const first = tokens[cue.start];
  if (first !== undefined && /(?:'s|s')$/u.test(first.lower)) return { start: cue.start, end: cue.start + 1 };
  const nobody = holderBehind(sentence, target) ?? { start: cue.start, end: cue.start };
  const owner = ownerBefore(tokens, cue.start);
  if (owner !== null) return nounPhraseBefore(tokens, owner);
  if (possessive.test(before?.plain ?? '')) return { start: cue.start - 1, end: cue.start };
  if (possessive.test(first?.plain ?? '') && cue.end > cue.start + 1)
    return { start: cue.start, end: cue.start + 1 };
  const beside = besideView(tokens, cue, target);
  if (beside !== null) return beside;
  let from = -1;
  for (let i = cue.end - 1; i < Math.min(target.start, cue.end + 20); i++) {
    const { plain, isWord } = at(tokens, i);
    if (/^(?:que|that|segun|segundo|:|haber|ter|to)$/u.test(plain) && i >= cue.end - 1) {
      const end =
        tokens[i - 1]?.plain === 'de' ||
        tokens[i - 1]?.plain === ',' ||
        /^(?:is|was|es|era)$/u.test(tokens[i - 1]?.plain ?? '')
          ? i - 1
          : i;
      return from >= 0 && end > from ? { start: from, end } : nobody;
    }
    if (
      from < 0 &&
      isWord &&
      /^(?:de|del|do|da|dos|das|of|por|by|among|entre|pelo|pela|pelos|pelas)$/u.test(plain)
    )
      from = i + 1;
  }
  // `the Alliance's call for …`, `o chamado da Aliança por …`: what is asked for needs no “that”.
  if (from >= 0 && isAsked(at(tokens, cue.end - 1).plain)) {
    const close = tokens.findIndex(
      ({ plain, isWord }, i) => i > from && (!isWord || /^(?:por|para|a|de|for|to)$/u.test(plain)),
    );
    return { start: from, end: close < 0 ? target.start : Math.min(close, target.start) };
  }
  return nobody;
}

/** Whether a noun asks for something: it has no clause behind it. */
export function isAsked(noun: string): boolean {
  return /^(?:promise|promessa|promesa|pledge|call|appeal|demand|proposal|recommendation|request|plea|chamado|apelo|pedido|proposta|demanda|recomendacao|pleito|llamado|llamamiento|pedido|propuesta|recomendacion)$/u.test(
    noun,
  );
}

const heldBy =
  /^(?:defendid|sustentad|sostenid|difundid|compartid|partilhad|compartilhad|propost|propuest|repetid|repetida|apresentad|esgrimid|propagad|promovid|cara|caro|advanced|held|defended|shared|repeated|promoted|put|made|dear|propounded|espoused|voiced|expressed|advocated|cherished)/u;

/** Who holds a view that is told first: `the thesis that …, defended by the Bank, is`, `the label of … that the Ministry pins on us`. */
export function holderBehind({ tokens }: Sentence, { end: behind }: Target): Part | null {
  // Words may follow the wording: `… in the coastal districts, defended by the Bank`.
  const mark = tokens.findIndex(({ isWord }, i) => i >= behind && !isWord);
  const end =
    mark >= 0 &&
    mark - behind < 9 &&
    tokens[mark]?.plain === ',' &&
    heldBy.test(tokens[mark + 1]?.plain ?? '')
      ? mark
      : behind;
  const comma = tokens[end]?.plain === ',' ? 1 : 0;
  if (comma === 1 && heldBy.test(tokens[end + 1]?.plain ?? '')) {
    const by = tokens.findIndex(
      ({ plain }, i) =>
        i > end + 1 && i < end + 5 && /^(?:by|to|por|pelo|pela|pelos|pelas|a|ao)$/u.test(plain),
    );
    const close = tokens.findIndex(({ isWord }, i) => i > by && !isWord);
    if (by > 0 && close > by + 1 && close - by < 10) return { start: by + 1, end: close };
  }
  if (
    /^(?:that|which|que)$/u.test(tokens[end + comma]?.plain ?? '') &&
    /^(?:the|o|a|os|as|el|la|los|las)$/u.test(tokens[end + comma + 1]?.plain ?? '') &&
    tokens[end + comma + 2]?.isCapital === true
  )
    return { start: end + comma + 1, end: end + comma + 3 };
  return null;
}

/** Who holds a view by an insertion or a relative: `the notion, dear to bankers, that`, `a leitura que o Banco faz de`. */
function besideView(tokens: Sentence['tokens'], { end }: Cue<VoiceKind>, target: Target): Part | null {
  const next = tokens[end]?.plain;
  if (next === ',') {
    const close = tokens.findIndex(({ plain }, i) => i > end && plain === ',');
    if (close < 0 || close >= target.start || close - end > 12) return null;
    const by = tokens.findIndex(
      ({ plain }, i) =>
        i > end &&
        i < close &&
        /^(?:to|by|of|among|with|a|ao|aos|as|por|pelo|pela|pelos|pelas|de|del|da|do|entre|en|em|in)$/u.test(
          plain,
        ),
    );
    return by < 0 || by + 1 >= close ? null : { start: by + 1, end: close };
  }
  const from = /^(?:que|that|which)$/u.test(next ?? '') ? end + 1 : end;
  if (!/^(?:o|a|os|as|el|la|los|las|the)$/u.test(tokens[from]?.plain ?? '')) return null;
  for (let i = from + 2; i < Math.min(from + 7, target.start); i++)
    if (
      /^(?:faz|fazem|fez|tem|hace|hacen|hizo|tiene|tienen|da|dao|takes|take|took|has|have|gives|gave|paints|painted|draws)$/u.test(
        at(tokens, i).plain,
      )
    )
      return { start: from, end: i };
  return null;
}

/** Behind which word an owner ends: `the Bank's`, `the Bank's old`; null where nobody owns. */
export function ownerBefore(tokens: Sentence['tokens'], start: number): number | null {
  for (let end = start; end > Math.max(0, start - 3); end--) {
    const { lower, isWord } = at(tokens, end - 1);
    if (!isWord) return null;
    if (/(?:'s|s')$/u.test(lower)) return end;
  }
  return null;
}

function nounPhraseBefore(tokens: Sentence['tokens'], end: number): { start: number; end: number } {
  let start = end - 1;
  while (
    start > 0 &&
    end - start < 10 &&
    at(tokens, start - 1).isWord &&
    (at(tokens, start - 1).isCapital ||
      /^(?:the|of|and|for|de|la|el|do|da)$/u.test(at(tokens, start - 1).plain))
  )
    start--;
  return { start, end };
}

/** The words between the beginning of its clause and a verb. */
export function subjectBefore(sentence: Sentence, cue: Cue<VoiceKind>): { start: number; end: number } {
  const { tokens, barriers } = sentence;
  let end = cue.start;
  // `the Charter, which states that`: the name before the comma.
  if (
    /^(?:which|who|que|quien|quem)$/u.test(tokens[end - 1]?.plain ?? '') &&
    tokens[end - 2]?.plain === ','
  ) {
    const mark = tokens.slice(0, end - 2).findLastIndex(({ isWord }) => !isWord);
    const article = tokens
      .slice(mark + 1, end - 2)
      .findLastIndex(({ plain }) => /^(?:the|o|a|os|as|el|la|los|las)$/u.test(plain));
    if (end - 3 - mark <= 8) return { start: mark + 1 + Math.max(0, article), end: end - 2 };
  }
  // `It was the League that showed`: between.
  const cleft = tokens.slice(Math.max(0, end - 10), end).findLastIndex(({ plain }) => /^(?:was|is|fue|foi)$/u.test(plain));
  const isAt = Math.max(0, end - 10) + cleft;
  if (
    cleft >= 0 &&
    /^(?:that|who|que|quem|quien)$/u.test(tokens[end - 1]?.plain ?? '') &&
    (tokens[isAt - 1]?.plain === 'it' || isAt === 0) &&
    end - 1 > isAt + 1
  )
    return { start: isAt + 1, end: end - 1 };
  const skip =
    /^(?:no|nao|not|se|le|les|nos|lo|la|que|that|who|which|ya|tambien|tambem|also|never|nunca|ha|han|has|have|had|rightly|wrongly|often|\p{L}+mente|(?!assembly$|family$|italy$|july$)\p{L}+ly|does|do|did|don't|doesn't|didn't|would|will|may|might|could|can)$/u;
  while (end > 0 && skip.test(at(tokens, end - 1).plain)) end--;
  if (
    /^(?:continua|continuam|volta|voltam|voltou|vuelve|vuelven|volvio|goes|keeps|insiste)$/u.test(
      tokens[end - 2]?.plain ?? '',
    )
  )
    end -= 2;
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
      // As does a year or a place in brackets: `Peck (2004) sees`.
      if (token.plain === ')' && start === end) {
        const open = tokens.slice(0, start - 1).findLastIndex(({ plain }) => plain === '(');
        if (open >= 0 && start - open < 8) {
          end = open;
          start = open;
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
    if (/^(?:que|that|what|because|porque|when|cuando|quando|si|if)$/u.test(token.plain)) break;
    start--;
  }
  return { start, end };
}

/** Whether a name says whose it is: `the declaration of the League`, unlike `this declaration`. */
export function isOfSomebody(words: Sentence['tokens']): boolean {
  if (!/^(?:the|o|a|os|as|el|la|los|las)$/u.test(words[0]?.plain ?? '')) return false;
  const of = words.findIndex(({ plain }) => /^(?:of|de|del|do|da|dos|das)$/u.test(plain));
  return (
    of > 0 &&
    (words.slice(of + 1, of + 3).some(({ isCapital }) => isCapital) ||
      (/^(?:authors?|writer|autor\p{L}*|signator\p{L}*|signatari\p{L}*|firmantes)$/u.test(words[1]?.plain ?? '') &&
        !/^(?:this|our|est[ae]|est[ae]s|d?est[ea]|present\p{L}*)$/u.test(words[of + 1]?.plain ?? '') ) )
  );
}

/** Those whom an author has against him. */
const foe =
  /^(?:adversar\p{L}*|opponents?|opositor\p{L}*|critics?|critic[oa]s|detra\p{L}*|detractors?|enem\p{L}*|inimig\p{L}*|friends?|amig[oa]s|rivals?|rivales|rivais)$/u;

/** Verbs whose participle alone is no speech. */
const verbal: ReadonlySet<VoiceKind> = new Set<VoiceKind>(['say', 'show', 'tell', 'demand']);

/** What a budget or a law does to the object is no view of it. */
const treats =
  /^(?:name|recogni|declar|design|consider|reconhec|reconoc|denomin|entend|entiend|treat|trat|reduc|reduz|classif|clasific|rank|list|includ|inclu|regist|enquadr|encuadr|defin)/u;
const instrument =
  /^(?:articles?|articulos?|artigos?|constitution|constitucion|constituicao|treaty|tratado|protocol|protocolo|regulation|budget|law|act|plan|plans|programme|program|statute|decree|policy|policies|rules|presupuesto|ley|strategy|estrategia|bill|proyecto|projeto|fund|fondo|fundo|plan|planes|programa|decreto|politica|politicas|normativa|orcamento|lei|plano|planos|norma|reform|reforma)$/u;
const infinitive = /[aei]r(?:se|l[oae]s?|nos)?$/u;

/** Nouns that begin as verbs of speech do. */
const noun =
  /(?:cion|ciones|cao|coes|mentos?|mientos?|encias?|ancias?|dor|dores|doras?|ismo|antes?|torios?)$/u;

/** Those and adjectives of one language that are a verb's in the others: `economia informal que`, `recommendations`. */
const nominal = {
  en: /(?:ations?|able|ably)$/u,
  es: /(?:sion|siones|al|ales|iv[oa]s?|idad|idades)$|^(?:estimul|manifiestos?$|informes?$)/u,
  pt: /(?:sao|soes|al|ais|iv[oa]s?|idade|idades)$|^(?:estimul|manifestos?$|informes?$)/u,
} as const;

export function byWhom(
  sentence: Sentence,
  cue: Cue<VoiceKind>,
  { start, end }: { start: number; end: number },
): Report['by'] | 'none' {
  const { tokens, voice, language } = sentence;
  const within = (kind: VoiceKind) =>
    voice.some(
      (one) =>
        one.kind === kind &&
        one.start >= start &&
        // `finanzas, a las que trata como …`: a relative.
        !(kind === 'who' && (one.start === end || (language === 'en' && tokens[one.start - 1]?.plain === 'the') || /^(?:a|en|em|con|com|por)$/u.test(tokens[one.start - 1]?.plain ?? ''))) &&
        (one.end <= (kind === 'who' ? cue.start : end) || one.start === cue.start),
    );
  const verb = at(tokens, cue.start).plain;
  // `You call us`, with whoever is spoken to inside the cue; `By reducing us to …, the plan`, with him behind it.
  if (cue.kind === 'mislead' && /^(?:you|voces?|os|o|a|ustedes|usted|senor|by|in|ao|al|we|they|people|voters)$/u.test(verb))
    return 'other';
  // `We refuse the label of …`: a noun.
  if (language === 'en' && /^(?:the|an?|this|that)$/u.test(tokens[cue.start - 1]?.plain ?? '')) return 'none';
  if (within('who')) return 'anybody';
  if (voice.some((one) => one.kind === 'resolve' && one.start < cue.start && cue.start < one.end))
    return 'self';
  if (
    tokens
      .slice(start, end)
      .some(
        ({ plain }) =>
          /^(?:nadie|ninguno|ningun|ninguna|nobody|none|ninguem|nenhum|nenhuma|nothing|nada)$/u.test(plain) ||
          (plain === 'no' && language === 'en'),
      )
  )
    return 'none';
  if (
    /(?:'s|s')$/u.test(tokens[cue.start - 1]?.lower ?? '') ||
    noun.test(verb) ||
    nominal[language].test(verb)
  )
    return 'none';
  if (language !== 'en' && /(?:mos)$/u.test(verb)) return 'self';
  const isOfOthers = /^(?:what|(?:o|lo) que)\b/u.test(
    `${tokens[cue.end]?.plain} ${tokens[cue.end + 1]?.plain}`,
  );
  if (!isOfOthers && end - start <= 6 && isWitness(sentence, { start, end })) return 'none';
  const words = tokens.slice(start, end);
  if (
    words[0] !== undefined &&
    /^(?:our|nuestr|noss|my|mis|meus)/u.test(words[0].plain) &&
    (foe.test(words.at(-1)?.plain ?? '') || foe.test(words[1]?.plain ?? ''))
  )
    return 'anybody';
  // `our refusal to treat`, `the Bank's decision to treat`: whoever has the noun before it speaks.
  if (
    language === 'en' &&
    cue.kind === 'see_as' &&
    tokens[cue.start - 1]?.plain === 'to' &&
    !/^(?:tend|use|prefer|continu|c[ao]me|cho+se|began|begin|lik)/u.test(tokens[cue.start - 2]?.plain ?? '')
  )
    return 'none';
  if (
    within('self') &&
    !isOfSomebody(words) &&
    (words.length <= 5 ||
      /^(?:we|i|our|my|this|the|este|esta|el|la|o|a|nosso|nossa|nuestro|nuestra)$/u.test(
        words[0]?.plain ?? '',
      ))
  )
    return 'self';
  const previous = tokens[cue.start - 1]?.plain ?? '';
  if (cue.kind === 'see_as' && previous === 'se') return 'none';
  if (
    (cue.kind === 'tell' || cue.kind === 'demand' || ((cue.kind === 'see_as' || cue.kind === 'call' || cue.kind === 'say') && treats.test(verb) && !isOfSomebody(words))) &&
    (words.length <= 3 || cue.kind === 'demand') &&
    (cue.kind === 'demand' ? words.slice(-1) : words).some(({ plain }) => instrument.test(plain)) &&
    !words.some(({ lower }) => /(?:'s|s')$/u.test(lower) || /^(?:su|sus|seu|sua|his|her|its)$/u.test(lower))
  )
    return 'none';
  if (language === 'en' && tokens[cue.end]?.plain === 'by') return 'none';
  // `The State shall recognise X as …`, `El Estado reconoce`: a rule, and nobody's view.
  if (
    (cue.kind === 'see_as' || cue.kind === 'say' || cue.kind === 'call') &&
    (tokens.slice(Math.max(0, cue.start - 3), cue.start).some(({ plain }) => plain === 'shall') ||
      (cue.kind === 'see_as' &&
        /^(?:state|estado)$/u.test(words.at(-1)?.plain ?? '') &&
        /^(?:recogni|recono|reconhe|consider)/u.test(verb)))
  )
    return 'none';
  // `13 puestos registrados`: a participle without its verb.
  if (
    language !== 'en' &&
    verbal.has(cue.kind) &&
    /(?:ad|id)[oa]s?$/u.test(verb) &&
    !/^(?:se|ha|han|he|hemos|habia|habian|tem|tinha|tinham|havia|haviam|foi|fue|sido)$/u.test(previous)
  )
    return 'none';
  // `No cabe duda de que`
  if (
    cue.kind === 'denial' &&
    /^d[uú]vidas?$|^dudas?$/u.test(verb) &&
    /^(?:cabe|hay|ha|la|a|sin|sem|ningun|ninguna|nenhuma|toda|resta|queda)$/u.test(previous)
  )
    return 'none';
  // `The co-operatives refuse to be …`: what they do, told by the author.
  if (
    cue.kind === 'denial' &&
    !voice.some(({ kind }) => kind === 'right') &&
    /^(?:refus|declin|recus|niega|niegan|nego|negaron|negam|negou|resist)/u.test(verb === 'se' ? (tokens[cue.start + 1]?.plain ?? '') : verb) &&
    tokens.slice(cue.end, cue.end + 2).some(({ plain }) => /^(?:be|become|remain|serve|act|ser|seguir|continuar|servir|figurar)$/u.test(plain))
  )
    return 'none';
  // `The board hopes to`: an aim, and no speech. `o que se pode dizer é que`: of nobody.
  if (/^(?:hope|wish)/u.test(verb) && tokens[cue.end]?.plain === 'to') return 'none';
  if (/^(?:pod|pued)/u.test(verb) && previous === 'se') return 'none';
  // `El programa se propone`, `propõe-se a`: an aim of its own, told by the author.
  if (
    cue.kind === 'demand' &&
    language !== 'en' &&
    (tokens[cue.start - 1]?.plain === 'se' || tokens[cue.end]?.plain === 'se')
  )
    return 'none';
  const isAuxiliary =
    infinitive.test(verb) &&
    /^(?:de|a|em|en)$/u.test(words.at(-1)?.plain ?? '') &&
    words
      .slice(-4, -1)
      .some(({ plain }) =>
        /(?:av?am?|aban?|ou|[aei]ram|[aei]ron|em|en)$|^(?:fez|faz|hizo|hace|volvio|insistio|insistiu|termino|llego|gusta|gosta|tiende|tende|cuida|cuido)$/u.test(
          plain,
        ),
      );
  // `Convém lembrar que`, `podrá solicitar`: nobody is named, or it is no speech.
  if (
    language !== 'en' &&
    !isAuxiliary &&
    infinitive.test(verb) &&
    (cue.kind === 'demand' || cue.kind === 'say' || cue.kind === 'show')
  )
    return 'none';
  // `se puede llamar`, `mal pode chamar`: nobody in particular.
  if (
    language !== 'en' &&
    infinitive.test(verb) &&
    words.some(({ plain }) => /^(?:se|mal|no|nao)$/u.test(plain))
  )
    return 'none';
  if (language === 'en') {
    if (
      words.length === 0 ||
      (/^(?:be|been|being|is|are|was|were|to|the|a|an|this|that|of|and|no|any|every|with|without)$/u.test(
        previous,
      ) &&
        !(/ing$/u.test(verb) && /^(?:is|are|was|were|been)$/u.test(previous)) &&
        !(previous === 'to' && /^(?:tend|use|prefer|continu|c[ao]me|cho+se|began|begin|lik)/u.test(tokens[cue.start - 2]?.plain ?? '')))
    )
      return 'none';
    if (/^(?:i|we|us)$/u.test(words.at(-1)?.plain ?? '')) return 'self';
    if (words.length === 1 && /^(?:one|you|nobody)$/u.test(words[0]?.plain ?? '') && !(/s$/u.test(verb) && start === 0 && tokens.some(({ plain }, i) => /^(?:other|others|another|second)$/u.test(plain) && i > cue.end)))
      return 'none';
  }
  if (words.length === 0 && language !== 'en') {
    if (infinitive.test(verb) || /ndo$/u.test(verb)) return 'none';
    if (/^(?:creo|pienso|sostengo|afirmo|digo|acredito|penso|acho|creio)$/u.test(verb)) return 'self';
    if (previous === 'se') return 'nobody';
    return 'other';
  }
  // `gostavam de chamar`: the verb before an infinitive has the subject.
  if (isAuxiliary) return 'other';
  if (/^(?:o|a|el|la|un|una|um|uma|los|las|os|as|de|del|do|da|su|sua)$/u.test(words.at(-1)?.plain ?? ''))
    return 'none';
  return 'other';
}
