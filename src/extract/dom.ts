import { DOMParser, parseHTML } from 'linkedom';

/** What the walk needs of a node of a parsed page. */
export type DomNode = {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly parentNode: DomNode | null;
};

/** An element of a parsed page. */
export type DomElement = DomNode & {
  readonly localName: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelectorAll(selector: string): Iterable<DomElement>;
};

/** A parsed page. */
export type DomDocument = DomElement & {
  cloneNode(deep: boolean): DomDocument;
  querySelector(selector: string): DomElement | null;
};

/** Parses HTML, however broken; never runs what it contains. */
export function parse(html: string): DomDocument {
  // Without a root the parser keeps the first element only.
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  return parseHTML(whole).document;
}

/** Parses XML; entities that the file declares are never looked up. Element names keep their prefix (`text:p`). */
export function parseXml(xml: string): DomDocument {
  return new DOMParser().parseFromString(xml, 'text/xml') as unknown as DomDocument;
}

/** True for elements; text, comments and the like have no local name. */
export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1;
}
