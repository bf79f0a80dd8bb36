import type { PlacedLine, PlacedPage } from './layout.ts';
import { pageWords } from './vocabulary.ts';

/** A line with nothing but a page number, such as `12`, `- xii -`, `Página 3 de 7`, `p. 4/12`. */
const numberOnly = new RegExp(
  `^[\\s\\-–—|.[\\](]*(?:${pageWords.join('|')})?\\s*(\\d{1,4}|[ivxlc]{1,7})\\s*(?:(?:de|of|/|-|–)\\s*\\d{1,4})?[\\s\\-–—|.[\\])]*$`,
  'iu',
);
/** Share of a page, from its upper and lower edge, in which its number stands. */
const edgeShare = 0.15;
/** Fewest lines from one page number to the next in a text without pages. */
const fewestLines = 6;

type Numbered = { readonly line: PlacedLine; readonly value: number; readonly at: number };

/**
 * Lines that are page numbers: near an edge and rising with the pages, or equal to the page's label. In a
 * text without pages, lines with nothing but a number that rise by one from page to page.
 */
export function pageNumbers(pages: readonly PlacedPage[]): readonly PlacedLine[] {
  const numbered = pages.flatMap((page, i) => edgeLines(page).flatMap((line) => numbering(line, i)));
  const offsets = Map.groupBy(numbered, ({ value, at }) => value - at);
  const needed = pages.length <= 5 ? 2 : 3;
  const rising = [...offsets.values()]
    .filter((group) => new Set(group.map(({ at }) => at)).size >= needed)
    .flat();
  const labelled = pages.flatMap((page) =>
    edgeLines(page).filter(
      ({ text }) => page.label !== null && text.trim() === page.label && pages.length > 1,
    ),
  );
  return [...new Set([...rising.map(({ line }) => line), ...labelled, ...pages.flatMap(runningNumbers)])];
}

function numbering(line: PlacedLine, at: number): readonly Numbered[] {
  const value = numberOf(line.text);
  return value === null ? [] : [{ line, value, at }];
}

function numberOf(text: string): number | null {
  const found = text.length > 40 ? undefined : numberOnly.exec(text)?.[1];
  if (found === undefined) return null;
  return /\d/.test(found) ? Number(found) : roman(found.toLowerCase());
}

function roman(numeral: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  return [...numeral].reduce((sum, letter, i) => {
    const value = values[letter] ?? 0;
    return sum + (value < (values[numeral[i + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
}

/** Measured lines in the upper and lower part of a page; without measures its first and last two. */
function edgeLines({ lines, height }: PlacedPage): readonly PlacedLine[] {
  const free = lines.filter((line) => line.role === null && line.text.trim() !== '');
  return free.filter(({ box }, i) =>
    box === null || height === null
      ? i < 2 || i >= free.length - 2
      : box.bottom < height * edgeShare || box.top > height * (1 - edgeShare),
  );
}

/** Page numbers left in the run of a text that has lost its pages: at least three that rise by one, well apart. */
function runningNumbers({ lines }: PlacedPage): readonly PlacedLine[] {
  const found = lines.flatMap((line, i) =>
    line.box === null && line.role === null && /^\s*\d{1,4}\s*$/.test(line.text)
      ? [{ line, value: Number(line.text), at: i }]
      : [],
  );
  let chain: Numbered[] = [];
  for (const next of found) {
    const last = chain.at(-1);
    if (last === undefined) {
      if (next.value <= 3) chain = [next];
    } else if (next.value === last.value + 1 && next.at - last.at >= fewestLines) chain.push(next);
  }
  return chain.length >= 3 ? chain.map(({ line }) => line) : [];
}
