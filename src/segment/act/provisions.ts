import type { Zone } from '../../model/passage.ts';
import { endIn, readers } from './cue.ts';
import { provisionCues } from './rules/provisions.ts';
import type { Sight } from './sight.ts';
import type { Steps } from './steps.ts';

/** A front of an act holds no passage longer than this many words. */
const frontWords = 60;

/** Characters within which an article of publication has said so. */
const articleHead = 40;

const publication = readers(provisionCues.filter(([, kind]) => kind === 'publication'));

/**
 * Reads acts that order something: front, recitals, what is ordered. Recitals last until the words of enactment or
 * the first article, where there are such; otherwise only what gives a reason itself is a recital.
 */
export function provisionZones(sights: readonly Sight[]): Steps {
  const enacts = sights.findIndex(({ provision }) => provision === 'enacting');
  const article = sights.findIndex(
    ({ provision, title, passage }) => provision === 'article' && (title || passage.words > 3),
  );
  const recital = sights.findIndex(({ provision }) => provision === 'recital' || provision === 'reason');
  const ordersAt =
    recital >= 0 && enacts > recital
      ? enacts
      : firstOf(enacts, article, recital === -1 ? -1 : numberedAfter(sights, recital));
  let state: 'front' | 'recital' | 'operative' = 'front';

  function step(sight: Sight, next: Sight | undefined, place: number): Zone {
    const { provision, title } = sight;
    if (state !== 'operative' && ordersAt >= 0 && place >= ordersAt) state = 'operative';
    if (
      state !== 'operative' &&
      title &&
      place > 0 &&
      isProud(sight) &&
      next !== undefined &&
      place + 1 === ordersAt
    ) {
      if (next.provision === 'enacting' || next.provision === 'article') return 'operative';
    }
    if (state === 'operative') {
      if (signedArticle(sight)) return 'signature';
      return isMoney(sight) ? 'budget' : 'operative';
    }
    if (provision === 'recital' || provision === 'reason') {
      state = ordersAt >= 0 ? 'recital' : state;
      return 'recital';
    }
    if (state === 'recital') return 'recital';
    if (sight.passage.words <= frontWords && (ordersAt >= 0 || recital >= 0) && place < 30) return 'front';
    return 'body';
  }

  return { step, mayEnd: () => state === 'operative', agenda: () => [] };
}

/** A heading by form or all in capitals, as the name of who enacts stands before the word of enactment. */
function isProud({ passage, text }: Sight): boolean {
  return passage.form === 'heading' || text === text.toUpperCase();
}

function firstOf(...places: readonly number[]): number {
  const found = places.filter((place) => place >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

/** Where after its recitals an act of the United Nations begins to number what it decides; -1 for others. */
function numberedAfter(sights: readonly Sight[], recital: number): number {
  return sights.findIndex(
    ({ text, provision }, i) =>
      i > recital && /^\s*1[.)]\s/u.test(text) && (provision === 'article' || i > recital),
  );
}

/** The article that orders publication and nothing else, with the names that sign the act behind it. */
function signedArticle({ text, passage }: Sight): boolean {
  if (passage.words >= 80 || !signed.test(text)) return false;
  const ordered = endIn(publication, text, passage.language);
  return ordered !== null && ordered <= articleHead;
}

const signed = /\.\s?[—–-]\s?\p{Lu}[\p{L}\s.]+\.?\s?(?:[—–-]|$)/u;
const money =
  /(?:[$€£]|R\$|US\$|\b(?:USD|EUR|BRL|ARS|UYU)\b)\s?\d|\d\s?(?:[€$]|pesos|euros|reales|reais|d[oó]lares|dollars|guaran[ií]es)/iu;

/** True for a row of a table that holds an amount of money. */
export function isMoney({ text, passage }: Sight): boolean {
  return passage.form === 'table_row' && money.test(text);
}
