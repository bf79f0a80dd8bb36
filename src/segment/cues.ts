const closing = '["\'”’»)\\]]*';
const ended = new RegExp(`(?:[.!?…]${closing}|\\p{L}[.!?…]${closing}\\d{1,3})\\s*$`, 'u');
const paused = new RegExp(`[.!?…:;]${closing}\\s*$`, 'u');
const lower = /^[\s"'“‘«(¿¡[]*\p{Ll}/u;
const upper = /^[\s"'“‘«(¿¡[]*[\p{Lu}\p{N}]/u;
const bullet = /^\s*(?:[•●▪■◦‣⁃∙○□➢➤►✓✔·\p{Co}]\s*|\*(?!\*)\s*|[–—-]\s+)\S/u;
const enumerator =
  /^\s*(?:\((?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,5})\)|(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,5}|[IVXLC]{1,6})(?:[.)º°]-?|\.º|\s?[-–])|\d{1,3}(?:\.\d{1,3}){1,3}\.?)\s+\S|^\s*\d{1,2}[.)]-?(?=\p{Lu})/u;
const provision =
  /^\s*(?:(?:ART(?:[ÍI]CULO|IGO|ICLE)?S?|Art(?:[íi]culo|igo|icle)?s?|CAP[ÍI]TULO|Cap[íi]tulo|CHAPTER|Chapter|SEC(?:CI[ÓO]N|TION)|Sec(?:ci[óo]n|tion)|SE[ÇC][ÃA]O|Se[çc][ãa]o|T[ÍI]TULO|T[íi]tulo|TITLE|Title|ANEXO|Anexo|ANNEX|Annex|PARTE?|Parte?|Par[áa]grafo)\b\.?\s*(?:[\dIVXLC]|[úu]nico)|§)/u;
const longestRow = 2000;
const section = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\p{Lu}/u;
const speaker = /^\s*(?:\p{Lu}[\p{L}.'’-]*\s?){1,5}:\s/u;
const cellGap = '[^\\s.!?:;,](?:\\t+| {3,})(?=\\S)';
const row = new RegExp(`${cellGap}.*?${cellGap}|^\\s*\\|.*\\|\\s*$|^\\s*\\+[-=+]+\\+\\s*$`, 'u');

/** True where a sentence ends here, be it before quotes, brackets or the number of a footnote. */
export function endsSentence(text: string): boolean {
  return ended.test(text.slice(-12));
}

/** True where a reader pauses: at a sentence end, a colon or a semicolon. */
export function endsPause(text: string): boolean {
  return paused.test(text.slice(-12)) || endsSentence(text);
}

/** True where a text begins in lower case, as one that goes on does. */
export function startsLower(text: string): boolean {
  return lower.test(text);
}

/** True where a text begins with a capital or a digit, as a paragraph does. */
export function startsUpper(text: string): boolean {
  return upper.test(text);
}

/** True where a text begins with a bullet or dash of a list. */
export function startsBullet(text: string): boolean {
  return bullet.test(text);
}

/** True where a text begins with a number or letter of a list, such as `1.`, `a)`, `(iv)` or `2.3`. */
export function startsEnumerator(text: string): boolean {
  return enumerator.test(text);
}

/** True where a text begins as articles, chapters and speeches do: `Artículo 5`, `§ 2º`, `Adams:`. */
export function startsProvision(text: string): boolean {
  return provision.test(text) || speaker.test(text.slice(0, 60));
}

/** True for a row of a table in plain text (columns parted by tabs, bars or at least three spaces) or of contents. */
export function isTableRow(text: string): boolean {
  return isLeader(text) || (text.length <= longestRow && row.test(text));
}

/** True for a line of a table of contents, with dots that lead to a page number. */
export function isLeader(text: string): boolean {
  return /(?:\.{4,}|(?:\s\.){4,}|…{2,})\s*\d*\s*$/u.test(text.slice(-200));
}

/** True for a short text that stands in capitals, or names an article, a chapter or a numbered section. */
export function looksLikeHeading(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > 120 || !/\p{L}{3}/u.test(trimmed)) return false;
  if (trimmed === trimmed.toUpperCase() && trimmed !== trimmed.toLowerCase()) return !/[,;]$/u.test(trimmed);
  if (endsPause(trimmed.replace(/\.$/u, '')) || trimmed.split(/\s+/u).length > 10) return false;
  return (
    (provision.test(trimmed) && trimmed.length <= 80) || (section.test(trimmed) && !trimmed.endsWith('.'))
  );
}
