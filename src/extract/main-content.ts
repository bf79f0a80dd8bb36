import { Readability } from '@mozilla/readability';
import { childrenOf, type DomDocument, type DomElement, type DomNode, isElement } from './dom.ts';

const mark = 'data-titrate';

/**
 * The smallest element that holds all that Readability takes for the text of a web page, or null where it
 * finds none or leaves out most of the text that is no link. Only the place is taken from it: it also drops
 * lists and tables inside a text, which we keep.
 */
export function mainContent(document: DomDocument): DomElement | null {
  const elements = [...document.querySelectorAll('body, body *')];
  for (const [index, element] of elements.entries()) element.setAttribute(mark, String(index));
  const kept = keptMarks(document).flatMap((index) => elements[index] ?? []);
  const main = commonAncestor(kept);
  const body = elements[0];
  if (main === null || body === undefined) return null;
  return 2 * proseLength(main) < proseLength(body) ? null : main;
}

function keptMarks(document: DomDocument): number[] {
  // It takes the document apart, so it gets a copy.
  const options = { serializer: marksIn, disableJSONLD: true };
  try {
    return new Readability(document.cloneNode(true), options).parse()?.content ?? [];
  } catch {
    return [];
  }
}

function marksIn(content: DomElement): number[] {
  return [...content.querySelectorAll(`[${mark}]`)].map((element) => Number(element.getAttribute(mark)));
}

function commonAncestor(elements: readonly DomElement[]): DomElement | null {
  const [first, ...others] = elements;
  if (first === undefined) return null;
  let shared = pathTo(first);
  for (const element of others) {
    const path = new Set(pathTo(element));
    shared = shared.filter((ancestor) => path.has(ancestor));
  }
  return shared.at(-1) ?? null;
}

/** The elements from the root down to this one. */
function pathTo(element: DomElement): DomElement[] {
  const path: DomElement[] = [];
  for (let node: DomNode | null = element; node !== null; node = node.parentNode) {
    if (isElement(node)) path.unshift(node);
  }
  return path;
}

function proseLength(node: DomNode): number {
  if (node.nodeType === 3) return (node.textContent ?? '').replace(/\s+/g, ' ').length;
  if (isElement(node) && /^(?:a|script|style|noscript|template)$/.test(node.localName)) return 0;
  let length = 0;
  for (const child of childrenOf(node)) length += proseLength(child);
  return length;
}
