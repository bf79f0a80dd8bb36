import type { VoiceKind } from '../../model/speech.ts';
import type { Cue } from './cue.ts';
import type { Target } from './operator.ts';
import type { Sentence } from './sentence.ts';
import { type Part, subjectBefore } from './subject.ts';
import { at } from './tokens.ts';

/** With whom an author agrees or not: `compartimos con la Red`, `we share the Forum's view`; null where it is nobody. */
export function partyOf({ tokens, language }: Sentence, cue: Cue<VoiceKind>, target: Target): Part | null {
  const gap = tokens.slice(cue.end, target.start);
  const close = gap.findIndex(
    ({ plain, isWord }) =>
      !isWord ||
      /^(?:que|that|when|cuando|quando|al|ao|we|segun|segundo|como)$/u.test(plain) ||
      (language === 'en' && plain === 'as'),
  );
  const length = close < 0 ? gap.length : close;
  if (length === 0 || length > 14 || (close < 0 && gap.length > 10)) return null;
  const words = gap.slice(0, gap[length - 1]?.plain === 'de' ? length - 1 : length);
  const owner = words.findIndex(({ lower }) => /(?:'s|s')$/u.test(lower));
  if (language === 'en' && owner >= 0) return { start: cue.end, end: cue.end + owner + 1 };
  const from =
    words.findLastIndex(({ plain }) => /^(?:de|del|do|da|dos|das|of|con|com|with|by|por)$/u.test(plain)) + 1;
  const last = tokens[cue.end - 1]?.plain ?? '';
  if (
    from === 0 &&
    !/^(?:con|com|with|a|al|ao|de|on|in|em|no|na|following|like|echoing|alongside|along|together|joining|que|igual|como|retomando|seguindo|of|from|to|by|por|pelo|pela|follow|join|echo|second|ecoamos|secundamos)$/u.test(
      last,
    )
  )
    return null;
  const end = words.length;
  if (end <= from || !words.slice(from, end).some(({ isCapital, plain }) => isCapital || plain.length > 3))
    return null;
  if (
    words
      .slice(from, end)
      .every(({ plain }) =>
        /^(?:todos|todas|all|everyone|this|that|these|it|ello|eso|esto|isso|isto|la|el|the|idea|tesis|tese|ideia|view|notion|o|a|vision|visao)$/u.test(
          plain,
        ),
      )
  )
    return null;
  return { start: cue.end + from, end: cue.end + end };
}

/** Who is right or wrong with what follows: `the Union is right to say`, `tiene razón la Red cuando dice`. */
export function verdictSubject(sentence: Sentence, cue: Cue<VoiceKind>, target: Target): Part | null {
  const { tokens, language, words } = sentence;
  const isVerb =
    /^(?:merito|acierto|virtud|acerto)$/u.test(tokens[cue.end - 2]?.plain ?? '') ||
    words.verdict.has(tokens[cue.start]);
  if (!isVerb) return null;
  const gap = tokens.slice(cue.end, target.start);
  const opens = ({ plain }: { readonly plain: string }) =>
    /^(?:que|that|when|cuando|quando|al|ao|to|in|en|em|haber|ter|:)$/u.test(plain);
  // `No le falta razón al ministro al ver …`: the first names him.
  const isTo = language !== 'en' && /^(?:al|ao|a|aos|as)$/u.test(gap[0]?.plain ?? '');
  const opener = isTo ? gap.slice(1).findIndex(opens) + 1 : gap.findIndex(opens);
  if (opener < 0 || opener > 8 || gap.length > 20) return null;
  const before = subjectBefore(sentence, cue);
  // `It is a lie that`: of nobody.
  if (before.end - before.start === 1 && at(tokens, before.start).plain === 'it') return null;
  if (before.end > before.start) return before;
  return language === 'en' || opener === 0 ? null : { start: cue.end, end: cue.end + opener };
}
