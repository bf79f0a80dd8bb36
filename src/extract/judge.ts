import type { Line, Page, PageSource } from '../model/document.ts';
import { isNoise } from './noise.ts';
import type { Look } from './pdfium/picture.ts';
import { printed } from './reading.ts';

/** Share of a page that a scan covers at least, and characters beside it (a stamp, a signature) at most. */
const scanShare = 0.8;
const mostBeside = 250;
/** Characters that a page draws before it can be said that most of them have no text. */
const fewestDrawn = 40;

/** What PDFium tells of a page beside its lines. */
export type Signs = {
  /** Characters or text objects that it draws. */
  readonly promised: number;
  /** Null where it was not looked at, or could not be; `inked` is true too where there is text, and nobody needs to know. */
  readonly look: (Look & { readonly inked: boolean }) | null;
};

/** Why a page is unread: it is a picture, or its text layer says nothing of what is printed. */
export type Unread = 'picture' | 'noise';

/** True where the lines of a page are too few to know without a look that they are all of it. */
export function needsLook(lines: readonly Line[], promised: number): boolean {
  return printed(seen(lines), mostBeside + 1) <= mostBeside || isThin(printed(lines), promised);
}

/**
 * Says where the text of a page comes from. A text layer that is noise is left out, since nobody could read it;
 * few words beside a scan stay. Invisible words over a scan are its text layer, and are seen in the scan.
 */
export function judge(
  page: Page,
  { promised, look }: Signs,
): { readonly page: Page; readonly why: Unread | null } {
  const answer = (source: PageSource, lines: readonly Line[], why: Unread | null = null) => ({
    page: { ...page, source, lines },
    why,
  });
  const isScan = (look?.pictures ?? 0) >= scanShare;
  const lines =
    isScan && printed(seen(page.lines), mostBeside + 1) <= mostBeside ? page.lines.map(shown) : page.lines;
  if (isNoise(lines.map(({ text }) => text).join('\n'))) return answer('unread', [], 'noise');
  const count = printed(lines);
  const isInked = look?.inked ?? true;
  if (count === 0) return isInked ? answer('unread', [], 'picture') : answer('blank', []);
  if (isThin(count, promised) && promised >= fewestDrawn) return answer('unread', lines, 'noise');
  return isScan && count <= mostBeside ? answer('unread', lines, 'picture') : answer('text', lines);
}

function isThin(count: number, promised: number): boolean {
  return 2 * count < promised;
}

function seen(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ unseen }) => unseen === null);
}

function shown(line: Line): Line {
  return line.unseen === 'hidden' ? { ...line, unseen: null } : line;
}
