import type { VoiceKind } from '../../model/speech.ts';
import type { Cue } from './cue.ts';
import type { Report } from './report.ts';
import type { Sentence } from './sentence.ts';
import { isOfSomebody, isStudied, isWitness } from './subject.ts';
import { at } from './tokens.ts';

/** Verbs whose participle alone is no speech. */
const verbal: ReadonlySet<VoiceKind> = new Set<VoiceKind>(['say', 'show', 'tell', 'demand']);

/** What the object of study does, where it is the subject: it is the author who tells it. */
const deeds: ReadonlySet<VoiceKind> = new Set<VoiceKind>(['demand', 'denial', 'tell']);

const infinitive = /[aei]r(?:se|l[oae]s?|nos)?$/u;

/** Nouns that begin as verbs of speech do. */
const noun =
  /(?:cion|ciones|cao|coes|mentos?|mientos?|encias?|ancias?|dor|dores|doras?|ismo|(?<!gar)antes?|torios?|orias?)$/u;

/** Those and adjectives of one language that are a verb's in the others: `economia informal que`, `recommendations`. */
const nominal = {
  en: /(?:ations?|able|ably)$/u,
  es: /(?:sion|siones|al|ales|iv[oa]s?|idad|idades)$|^(?:estimul|manifiestos?$|informes?$)/u,
  pt: /(?:sao|soes|al|ais|iv[oa]s?|idade|idades)$|^(?:estimul|manifestos?$|informes?$)/u,
} as const;

/** Whether a subject is none of several people: `ninguno de los candidatos`, `neither of the consultants`. */
export function isOfFew(words: Sentence['tokens']): boolean {
  return (
    /^(?:ningun[oa]|neither|none|nenhum|nenhuma)$/u.test(words[0]?.plain ?? '') &&
    /^(?:de|dos|das|of)$/u.test(words[1]?.plain ?? '') &&
    words.length > 2
  );
}

/** Where the “who” stands that a verb has for its subject; -1 without one. */
function whoBefore({ voice }: Sentence, { start }: Cue<VoiceKind>): number {
  return (
    voice.findLast((one) => one.kind === 'who' && one.end <= start && start - one.end <= 12)?.start ?? -1
  );
}

/** Who tells what a verb tells, by the words before it: the author, another, anybody who does, nobody named, or `none` where it is no speech. */
export function byWhom(
  sentence: Sentence,
  cue: Cue<VoiceKind>,
  { start, end }: { start: number; end: number },
): Report['by'] | 'none' {
  const { tokens, voice, language, words: lists } = sentence;
  const within = (kind: VoiceKind) =>
    voice.some(
      (one) =>
        one.kind === kind &&
        one.start >= start &&
        // `finanzas, a las que trata como …`: a relative.
        !(
          kind === 'who' &&
          (one.start === end ||
            (language === 'en' && tokens[one.start - 1]?.plain === 'the') ||
            /^(?:a|en|em|con|com|por)$/u.test(tokens[one.start - 1]?.plain ?? ''))
        ) &&
        (one.end <= (kind === 'who' ? cue.start : end) || one.start === cue.start),
    );
  const verb = at(tokens, cue.start).plain;
  // `You call us`, with whoever is spoken to inside the cue; `By reducing us to …, the plan`, with him behind it.
  if (
    cue.kind === 'mislead' &&
    /^(?:you|voces?|os|o|a|ustedes|usted|senor|by|in|ao|al|we|they|people|voters)$/u.test(verb)
  )
    return 'other';
  // `We refuse the label of …`: a noun.
  if (language === 'en' && /^(?:the|an?|this|that)$/u.test(tokens[cue.start - 1]?.plain ?? '')) return 'none';
  // `sold to us as`
  if (
    cue.kind === 'mislead' &&
    language === 'en' &&
    /^(?:sold|peddled|marketed|pitched)$/u.test(verb) &&
    tokens[cue.end - 1]?.plain === 'as'
  )
    return 'other';
  if (language !== 'en' && verb === 'ver' && !/^(?:al|ao|en|em)$/u.test(tokens[cue.start - 1]?.plain ?? ''))
    return 'none';
  // `Houve quem classificasse`: somebody, of whom no more is said.
  const who = tokens[cue.start - 1]?.plain === ',' ? -1 : whoBefore(sentence, cue);
  // `Mal puede la Unión sostener que`, `Se equivoca Robles al ver`, `Ao dizer que …, o jornal errou`: somebody's, whom a verdict follows.
  if (language !== 'en' && infinitive.test(verb)) {
    const [first, second] = [tokens[start]?.plain ?? '', tokens[start + 1]?.plain ?? ''];
    if (first === 'mal' && /^(?:pued|pod)/u.test(second) && end - start > 2) return 'other';
    if (
      /^(?:al|ao)$/u.test(tokens[cue.start - 1]?.plain ?? '') &&
      (voice.some(({ kind }) => kind === 'wrong') || sentence.sides.some(({ kind }) => kind === 'unsound'))
    )
      return 'other';
  }
  if (deeds.has(cue.kind) && isStudied(sentence, { start, end }, cue)) return 'none';
  if (within('who')) {
    // `Quem viu a cheia sabe que`: what is known is so.
    if (cue.kind === 'show' && who === 0 && /^(?:sa[bi]|sup|soub|know|knew)/u.test(verb)) return 'none';
    return who > 0 &&
      /^(?:ha|houve|havia|hay|hubo|habia|existem?|existen)$/u.test(tokens[who - 1]?.plain ?? '')
      ? 'nobody'
      : 'anybody';
  }
  if (
    language === 'en' &&
    /ing$/u.test(verb) &&
    /^(?:anyone|anybody|those|people|everyone)$/u.test(tokens[cue.start - 1]?.plain ?? '')
  )
    return 'anybody';
  // `, with payroll records and not with slogans, that`: a noun in an insertion.
  if (
    language === 'en' &&
    tokens[start - 1]?.plain === ',' &&
    /^(?:with|without|by|from|after|despite)$/u.test(tokens[start]?.plain ?? '')
  )
    return 'none';
  if (
    !voice.some(({ kind, start: from }) => kind === 'right' && from < cue.end + 4) &&
    voice.some((one) => one.kind === 'resolve' && one.start < cue.start && cue.start < one.end)
  )
    return 'self';
  // `None of the candidates thinks that`: they are asked, and deny it.
  if (isOfFew(tokens.slice(start, end)) && (cue.kind === 'say' || cue.kind === 'see_as')) return 'other';
  if (
    tokens
      .slice(start, end)
      .some(
        ({ plain }) =>
          /^(?:nadie|ninguno|ningun|ninguna|nobody|none|ninguem|nenhum|nenhuma|nothing|nada|nowhere)$/u.test(
            plain,
          ) ||
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
    (lists.foe.has(words.at(-1)) || lists.foe.has(words[1]))
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
    (cue.kind === 'tell' ||
      cue.kind === 'demand' ||
      ((cue.kind === 'see_as' || cue.kind === 'call' || cue.kind === 'say') &&
        lists.designate.has(at(tokens, cue.start)) &&
        !voice.some(({ kind }) => kind === 'right' || kind === 'agree') &&
        !isOfSomebody(words))) &&
    (words.length <= 3 || cue.kind === 'demand') &&
    // What a budget or a law does to the object is no view of it.
    (cue.kind === 'demand' ? words.slice(-1) : words).some(lists.instrument.has) &&
    !words.some(({ lower }) => /(?:'s|s')$/u.test(lower) || /^(?:su|sus|seu|sua|his|her|its)$/u.test(lower))
  )
    return 'none';
  if (language === 'en' && tokens[cue.end]?.plain === 'by') return 'none';
  // `The State shall recognise X as …`, `El Estado reconoce`: a rule, and nobody's view.
  if (
    (cue.kind === 'see_as' || cue.kind === 'say' || cue.kind === 'call') &&
    (tokens.slice(Math.max(0, cue.start - 3), cue.start).some(({ plain }) => plain === 'shall') ||
      // `may, by decree, designate`: what it is free to do.
      (/^(?:designat|recogni|declar|classif|regist)/u.test(verb) &&
        /^(?:may)$/u.test(tokens[end]?.plain ?? '')) ||
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
    /^(?:refus|declin|recus|niega|niegan|nego|negaron|negam|negou|resist)/u.test(
      verb === 'se' ? (tokens[cue.start + 1]?.plain ?? '') : verb,
    ) &&
    tokens
      .slice(cue.end, cue.end + 2)
      .some(({ plain }) =>
        /^(?:be|become|remain|serve|act|ser|seguir|continuar|servir|figurar)$/u.test(plain),
      )
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
        !(
          previous === 'to' &&
          /^(?:tend|use|prefer|continu|c[ao]me|cho+se|began|begin|lik)/u.test(
            tokens[cue.start - 2]?.plain ?? '',
          )
        ))
    )
      return 'none';
    if (/^(?:i|we|us)$/u.test(words.at(-1)?.plain ?? '')) return 'self';
    if (
      words.length === 1 &&
      /^(?:one|you|nobody)$/u.test(words[0]?.plain ?? '') &&
      !(
        /s$/u.test(verb) &&
        start === 0 &&
        tokens.some(({ plain }, i) => /^(?:other|others|another|second)$/u.test(plain) && i > cue.end)
      )
    )
      return 'none';
  }
  if (words.length === 0 && language !== 'en') {
    if (infinitive.test(verb) || /ndo$/u.test(verb)) return 'none';
    if (/^(?:creo|pienso|sostengo|afirmo|digo|acredito|penso|acho|creio)$/u.test(verb)) return 'self';
    if (previous === 'se') return 'nobody';
    return 'other';
  }
  // `cabrá hablar de`, `seria desonesto chamar de`: nobody does.
  if (
    language !== 'en' &&
    !isAuxiliary &&
    infinitive.test(verb) &&
    (cue.kind === 'call' || cue.kind === 'see_as') &&
    (/^cab/u.test(previous) ||
      (previous === 'para' && /^(?:fal|habl)ar$/u.test(verb)) ||
      /^(?:seria|es|e|foi|fue|sera|resulta|resultaria|parece)$/u.test(words.at(-2)?.plain ?? ''))
  )
    return 'none';
  // `gostavam de chamar`: the verb before an infinitive has the subject.
  if (isAuxiliary) return 'other';
  if (/^(?:o|a|el|la|un|una|um|uma|los|las|os|as|de|del|do|da|su|sua)$/u.test(words.at(-1)?.plain ?? ''))
    return 'none';
  return 'other';
}
