import { Readability } from '@mozilla/readability';
import { type DomDocument, type DomElement, type DomNode, isElement } from './dom.ts';

const mark = 'data-titrate';

/** Readability takes cubic time in the depth of a page; real pages are under 100 deep. */
const deepest = 200;

/**
 * The smallest element that holds all that Readability takes for the text of a web page, or null where it
 * finds none or leaves out over a third of the text that is no link. Only the place is taken from it: it also drops
 * lists and tables inside a text, which we keep.
 */
export function mainContent(document: DomDocument): DomElement | null {
  const elements = [...document.querySelectorAll('body, body *')];
  const body = elements[0];
  if (body === undefined || depthOf(body) > deepest) return null;
  for (const [index, element] of elements.entries()) element.setAttribute(mark, String(index));
  const kept = keptMarks(document).sort((a, b) => a - b);
  // In the order of the page, what holds the first and the last of them holds all between.
  const main = commonAncestor(elements[kept[0] ?? -1], elements[kept.at(-1) ?? -1]);
  if (main === null) return null;
  return 3 * proseLength(main) < 2 * proseLength(body) ? null : main;
}

function keptMarks(document: DomDocument): number[] {
  try {
    // It takes the page apart, so it gets a copy.
    const options = { serializer: marksIn, disableJSONLD: true };
    return new Readability(document.cloneNode(true), options).parse()?.content ?? [];
  } catch {
    return [];
  }
}

function marksIn(content: DomElement): number[] {
  return [...content.querySelectorAll(`[${mark}]`)].map((element) => Number(element.getAttribute(mark)));
}

function commonAncestor(one: DomElement | undefined, other: DomElement | undefined): DomElement | null {
  if (one === undefined || other === undefined) return null;
  const path = new Set(ancestors(one));
  return ancestors(other).find((element) => path.has(element)) ?? null;
}

/** The element itself and those around it, innermost first. */
function ancestors(element: DomElement): DomElement[] {
  const path: DomElement[] = [];
  for (let node: DomNode | null = element; node !== null; node = node.parentNode) {
    if (isElement(node)) path.push(node);
  }
  return path;
}

function proseLength(node: DomNode): number {
  if (node.nodeType === 3) return (node.textContent ?? '').replace(/\s+/g, ' ').length;
  if (isElement(node) && /^(?:a|script|style|noscript|template)$/.test(node.localName)) return 0;
  let length = 0;
  for (const child of node.childNodes) length += proseLength(child);
  return length;
}

function depthOf(element: DomElement): number {
  let depth = 0;
  for (let layer = [element]; layer.length > 0; depth++) {
    layer = layer.flatMap((parent) => [...parent.childNodes].filter(isElement));
  }
  return depth;
}
