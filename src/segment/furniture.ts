import type { Removal } from '../model/passage.ts';
import { offset } from '../model/units.ts';
import { besideText, isTurned } from './beside.ts';
import { isBlank, type PlacedLine, type PlacedPage } from './layout.ts';
import { pageNumbers } from './page-numbers.ts';

/** The pages without their furniture, and what was taken out. */
export type Cleared = { readonly pages: readonly PlacedPage[]; readonly removals: readonly Removal[] };

/** A line that may be furniture: its text with numbers levelled, and how far from the page's edge it stands. */
type Candidate = {
  readonly line: PlacedLine;
  readonly key: string;
  readonly edge: 'header' | 'footer';
  /** In points from the page's upper edge, or in lines from the nearer edge where nothing is measured. */
  readonly place: number;
};

/** Lines of a page that stand at the same height; candidates only near the upper or lower edge. */
const edgeShare = 0.2;
/** Lines from either edge that are looked at on pages without measures. */
const edgeLines = 3;
/** Points by which the place of a running header may vary. */
const jitter = 2;
/** Points by which it may vary where so many letters repeat that it is no chance. */
const loose = 8;
const longKey = 20;
/** Letters of a text that does not repeat by chance at the head of a few pages, as `de` and `total` may in tables. */
const fewestLetters = 8;
/** Share of the lines at one place that must repeat elsewhere for the place to belong to furniture. */
const purity = 0.6;
/** Share of the pages on which headers that differ in numbers stand; `Article 5` may begin a few pages by chance. */
const leastShare = 0.2;

/**
 * Takes out what a reader does not see, running headers, footers and page numbers, and what the format marks as
 * navigation or metadata. A line is furniture where its text, with numbers levelled, repeats at the same place on at
 * least 3 pages (half the pages of a document of up to 5), or stands at a place where most lines do.
 */
export function takeFurniture(all: readonly PlacedPage[]): Cleared {
  const reasons = new Map<PlacedLine, Removal['reason']>();
  for (const line of all.flatMap(({ lines }) => lines)) {
    if (line.unseen !== null && !isBlank(line)) reasons.set(line, line.unseen);
  }
  const left = () => all.map((page) => ({ ...page, lines: page.lines.filter((line) => !reasons.has(line)) }));
  for (const [line, reason] of besideText(left())) reasons.set(line, reason);
  const pages = left();
  for (const { lines } of pages) {
    for (const line of lines) {
      if ((line.role === 'navigation' || line.role === 'metadata') && !isBlank(line))
        reasons.set(line, line.role);
    }
  }
  const numbers = pageNumbers(pages);
  for (const line of numbers) reasons.set(line, 'page_number');
  for (const { line, edge } of running(pages, new Set(numbers)))
    if (!reasons.has(line)) reasons.set(line, isTurned(line) ? 'margin' : edge);
  const cleared = left();
  const removals = all.flatMap(({ lines }) =>
    lines.flatMap((line) => {
      const reason = reasons.get(line);
      return reason === undefined
        ? []
        : [{ page: line.page, start: offset(line.start), end: offset(line.end), reason }];
    }),
  );
  return { pages: cleared, removals };
}

/** The candidates at places that belong to furniture, as far as nothing else stands between them and the edge. */
function running(pages: readonly PlacedPage[], numbers: ReadonlySet<PlacedLine>): readonly Candidate[] {
  if (pages.length < 2) return [];
  const byPage = pages.map(candidates);
  const all = byPage.flat();
  const needed = pages.length <= 5 ? Math.max(2, Math.ceil(pages.length / 2)) : 3;
  const telling = ({ key }: Candidate) =>
    key.includes('#') || key.replace(/[^\p{L}]/gu, '').length >= fewestLetters;
  const repeated = new Set(
    [...Map.groupBy(all, ({ key, edge }) => `${edge} ${key}`).values()].flatMap((group) => {
      // All of a group have one key.
      const [one] = group;
      if (one === undefined || group.length < needed) return [];
      return inPlace(group, telling(one) ? needed : Math.max(needed, leastShare * pages.length));
    }),
  );
  const owned = new Set(
    [...Map.groupBy(all, placeOf).values()].flatMap((group) => {
      const repeating = group.filter((candidate) => repeated.has(candidate));
      const common =
        repeating.some(({ key }) => !key.includes('#')) || repeating.length >= leastShare * pages.length;
      if (common && repeating.length >= Math.max(2, purity * group.length)) return group;
      return repeating.filter(({ line }) => isTurned(line));
    }),
  );
  for (const candidate of repeated) if (isLong(candidate)) owned.add(candidate);
  for (const candidate of [...alongside(all, repeated), ...all.filter(({ line }) => numbers.has(line))])
    owned.add(candidate);
  return byPage.flatMap((page) => [...fromEdge(page, 'header', owned), ...fromEdge(page, 'footer', owned)]);
}

/** True for a text so long that its repetition is no chance wherever it stands. */
function isLong({ key }: Candidate): boolean {
  return key.replace(/[^\p{L}]/gu, '').length >= longKey;
}

/** Lines along the side whose every word repeats there, however the reader divided them. */
function alongside(all: readonly Candidate[], repeated: ReadonlySet<Candidate>): readonly Candidate[] {
  const side = all.filter(({ line }) => isTurned(line));
  const words = new Set(
    side.filter((candidate) => repeated.has(candidate)).flatMap(({ key }) => key.split(' ')),
  );
  return side.filter(({ key }) => key.split(' ').every((word) => words.has(word)));
}

/** Lines near an edge of a page, and lines that run up or down along its side. */
function candidates(page: PlacedPage): readonly Candidate[] {
  const lines = page.lines.filter((line) => line.role === null && !isBlank(line));
  const { height } = page;
  return lines.flatMap((line, i): Candidate[] => {
    const key = level(line.text);
    if (line.box === null || height === null) {
      const fromEnd = lines.length - 1 - i;
      if (Math.min(i, fromEnd) >= edgeLines) return [];
      return [
        i <= fromEnd
          ? { line, key, edge: 'header', place: i }
          : { line, key, edge: 'footer', place: fromEnd },
      ];
    }
    const { top, bottom } = line.box;
    const near = bottom < height * edgeShare || top > height * (1 - edgeShare) || isTurned(line);
    return near
      ? [{ line, key, edge: (top + bottom) / 2 < height / 2 ? 'header' : 'footer', place: top }]
      : [];
  });
}

/** Text as compared between pages: numbers in digits and Roman numerals alike are `#`. */
function level(text: string): string {
  return text
    .toLowerCase()
    .replace(/\b(?:\d+|[ivxlc]+)\b/g, '#')
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The members of a group that stand at one place on enough pages. */
function inPlace(group: readonly Candidate[], needed: number): readonly Candidate[] {
  const sorted = group.toSorted((a, b) => a.place - b.place);
  const found: Candidate[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    const reach = (sorted[from]?.key.length ?? 0) >= longKey ? loose : jitter;
    while (to < sorted.length && (sorted[to]?.place ?? 0) - (sorted[to - 1]?.place ?? 0) <= reach) to++;
    const cluster = sorted.slice(from, to);
    if (new Set(cluster.map(({ line }) => line.page)).size >= needed) found.push(...cluster);
    from = to;
  }
  return found;
}

function placeOf({ line, edge, place }: Candidate): string {
  const upright = !isTurned(line) ? '' : `side ${Math.round((line.box?.left ?? 0) / jitter)}`;
  return `${edge} ${upright} ${line.box === null ? place : Math.round(place / jitter)} ${Math.round(line.size ?? 0)}`;
}

/** Candidates at owned places from the edge inward, until a line that is not furniture. */
function fromEdge(
  page: readonly Candidate[],
  edge: Candidate['edge'],
  owned: ReadonlySet<Candidate>,
): readonly Candidate[] {
  const here = page.filter((candidate) => candidate.edge === edge);
  const aside = here.filter(({ line }) => isTurned(line));
  const inward = here.filter(({ line }) => !isTurned(line)).toSorted((a, b) => depth(a) - depth(b));
  const end = inward.findIndex((candidate) => !owned.has(candidate));
  return [...aside.filter((candidate) => owned.has(candidate)), ...(end < 0 ? inward : inward.slice(0, end))];
}

function depth({ line, edge, place }: Candidate): number {
  return line.box === null || edge === 'header' ? place : -place;
}
