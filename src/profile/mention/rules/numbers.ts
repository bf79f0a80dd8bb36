import type { CueLanguage } from '../../../text/cue.ts';

/** Words for numbers, without accents; what multiplies stands in `magnitudes`. */
export const numberWords: Readonly<Record<CueLanguage, ReadonlyMap<string, number>>> = {
  es: words(
    `un uno una 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14
     quince 15 dieciseis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veintiun 21 veintiuno 21 veintiuna 21
     veintidos 22 veintitres 23 veinticuatro 24 veinticinco 25 veintiseis 26 veintisiete 27 veintiocho 28 veintinueve 29
     treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 ciento 100
     doscientos doscientas 200 trescientos trescientas 300 cuatrocientos cuatrocientas 400 quinientos quinientas 500
     seiscientos seiscientas 600 setecientos setecientas 700 ochocientos ochocientas 800 novecientos novecientas 900`,
  ),
  pt: words(
    `um uma 1 dois duas 2 tres 3 quatro 4 cinco 5 seis 6 sete 7 oito 8 nove 9 dez 10 onze 11 doze 12 treze 13 quatorze catorze 14
     quinze 15 dezesseis dezasseis 16 dezessete dezassete 17 dezoito 18 dezenove dezanove 19 vinte 20 trinta 30
     quarenta 40 cinquenta 50 sessenta 60 setenta 70 oitenta 80 noventa 90 cem cento 100 duzentos duzentas 200
     trezentos trezentas 300 quatrocentos quatrocentas 400 quinhentos quinhentas 500 seiscentos seiscentas 600
     setecentos setecentas 700 oitocentos oitocentas 800 novecentos novecentas 900`,
  ),
  en: words(
    `a one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14
     fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70
     eighty 80 ninety 90`,
  ),
};

/**
 * Words that multiply. Spanish counts by the long scale (`billón` is a million millions), Brazilian Portuguese and
 * English by the short one; `mil milhões` is said too and comes out the same.
 */
export const magnitudes: Readonly<Record<CueLanguage, ReadonlyMap<string, number>>> = {
  es: words('mil miles 1000 millon millones 1000000 billon billones 1000000000000'),
  pt: words(
    'mil milhares 1000 milhao milhoes 1000000 bilhao bilhoes 1000000000 trilhao trilhoes 1000000000000',
  ),
  en: words(
    'hundred 100 thousand 1000 million millions 1000000 billion billions bn 1000000000 trillion trillions 1000000000000',
  ),
};

/** What may stand between the words of one number. */
export const numberJoints: ReadonlySet<string> = new Set(['y', 'e', 'and']);

/** Reads `one uno 1 two 2`: words and the value after them. */
function words(written: string): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  let waiting: string[] = [];
  for (const part of written.split(/\s+/u)) {
    if (!/^\d+$/u.test(part)) waiting.push(part);
    else {
      for (const one of waiting) values.set(one, Number(part));
      waiting = [];
    }
  }
  return values;
}
