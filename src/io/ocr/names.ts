import type { LexiconLanguage } from '../../model/passage.ts';
import type { Picture } from '../../model/recognition.ts';

/** Tesseract's names of the languages. */
export const dataNames: Readonly<Record<LexiconLanguage, string>> = { en: 'eng', es: 'spa', pt: 'por' };

/** The languages of a page as Tesseract wants them, the likeliest first. */
export function dataNamesOf(languages: readonly LexiconLanguage[]): string {
  return languages.map((language) => dataNames[language]).join('+');
}

/** Find the columns of a page, then its lines; turned pages are turned before. */
export const pageMode = '3';

/** A picture as a PGM file, which needs no library on either side. */
export function pgm({ width, height, pixels }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels]);
}

/** Its resolution as Tesseract takes it: a whole number that it believes. */
export function dpiOf({ dpi }: Picture): string {
  return String(Math.round(Math.min(2400, Math.max(70, dpi))));
}
