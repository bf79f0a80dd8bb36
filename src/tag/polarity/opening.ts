import type { Sentence } from './sentence.ts';

const preposition =
  /^(?:in|during|after|at|on|by|since|for|as|finally|moreover|however|yet|em|no|na|nos|nas|durante|apos|depois|desde|ao|aos|por|finalmente|ademais|en|tras|despues|al|hoy|hoje|today|now|so|and|but|mas|pero|e|y)$/u;

/** Where a sentence begins behind an adverbial before its first comma: `In the second year, what the Bank calls …`; else 0. */
export function openingOf({ tokens, voice, forms }: Sentence): number {
  const comma = tokens.findIndex(({ plain }) => plain === ',');
  if (comma < 1 || comma > 10 || !preposition.test(tokens[0]?.plain ?? '')) return 0;
  // `no segundo ano` is an ordinal.
  const isOrdinal = (i: number) => i > 0 && tokens[i]?.plain === 'segundo';
  if (voice.some(({ start, kind }) => start < comma && kind !== 'as' && kind !== 'that' && !isOrdinal(start)))
    return 0;
  return tokens.slice(0, comma).some(({ isWord, lower }) => !isWord || forms.finite.test(lower))
    ? 0
    : comma + 1;
}
