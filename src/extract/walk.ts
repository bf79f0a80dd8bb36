import type { Line, LineRole } from '../model/document.ts';
import { clean } from './clean.ts';
import { type DomElement, type DomNode, isElement } from './dom.ts';
import { unplacedLine } from './reading.ts';

const skipped = named(
  'script style template noscript title meta link base svg canvas audio video iframe object',
);
const headings = named('h1 h2 h3 h4 h5 h6');
const items = named('li dt dd');
const blocks = named(
  'html body p div section article main header footer nav aside menu address blockquote center ul ol dl table ' +
    'caption thead tbody tfoot tr td th figure figcaption details summary fieldset legend form hr',
);
const asides = named('nav aside menu button select textarea');
const asideRoles = named('navigation banner contentinfo complementary search menu menubar');
const sectioning = named('article aside main nav section');

type Context = {
  readonly role: LineRole;
  /** Depth of the heading that it is in, from 1. */
  readonly level: number | null;
  readonly navigation: boolean;
  readonly sectioned: boolean;
};

/**
 * The text of a parsed page as lines, one for each block in the order of the page, with the role that its
 * element gives it and the level of a heading. Everything around `main` is navigation, as are menus, buttons and what is hidden; with
 * null the whole page is main. Preformatted text keeps its lines and says nothing of their role.
 */
export function linesIn(root: DomNode, main: DomNode | null): Line[] {
  const walk = new Walk(main);
  walk.node(root, { role: 'paragraph', level: null, navigation: main !== null, sectioned: false });
  return walk.lines;
}

class Walk {
  readonly lines: Line[] = [];
  readonly #main: DomNode | null;
  #text = '';
  #breaks = 0;

  constructor(main: DomNode | null) {
    this.#main = main;
  }

  node(node: DomNode, context: Context): void {
    if (node.nodeType === 3) this.#append(node.textContent ?? '', context);
    else if (!isElement(node)) this.#children(node, context);
    else if (!skipped.has(node.localName)) this.#element(node, context);
  }

  #element(element: DomElement, context: Context): void {
    const name = element.localName;
    const inner = this.#contextOf(element, context);
    if (name === 'br') this.#breaks++;
    else if (name === 'pre') this.#preformatted(element, inner, context);
    else if (name === 'tr') this.#row(element, inner, context);
    else if (isBlock(name) || inner.navigation !== context.navigation) {
      this.#flush(context);
      this.#children(element, inner);
      this.#flush(inner);
    } else this.#children(element, inner);
  }

  #children(node: DomNode, context: Context): void {
    for (const child of node.childNodes) this.node(child, context);
  }

  #contextOf(element: DomElement, context: Context): Context {
    const name = element.localName;
    const role = roleOf(element, context);
    const level = role !== 'heading' ? null : headings.has(name) ? Number(name.slice(1)) : context.level;
    const navigation = (context.navigation && element !== this.#main) || isAside(element, context);
    const sectioned = context.sectioned || sectioning.has(name);
    return { role, level, navigation, sectioned };
  }

  /** One break goes on with the paragraph, two in a row begin another, as old pages have it. */
  #append(text: string, context: Context): void {
    if (/^[ \t\n\f\r]*$/.test(text)) {
      this.#text += ' ';
      return;
    }
    if (this.#breaks > 1) this.#flush(context);
    else if (this.#breaks === 1) this.#text += ' ';
    this.#breaks = 0;
    this.#text += text;
  }

  #flush(context: Context): void {
    const text = collapse(this.#text);
    this.#text = '';
    this.#breaks = 0;
    if (text.trim() === '') return;
    if (context.navigation) this.lines.push(unplacedLine(text, 'navigation'));
    else this.lines.push({ ...unplacedLine(text, context.role), level: context.level });
  }

  #preformatted(element: DomElement, inner: Context, outer: Context): void {
    this.#flush(outer);
    const text = clean(element.textContent ?? '').replace(/^\n|\n$/g, '');
    const role = inner.navigation ? 'navigation' : null;
    for (const line of text.split('\n')) this.lines.push(unplacedLine(line, role));
  }

  /** A row of a table of data is one line; a row that lays out a page is its cells one after the other. */
  #row(element: DomElement, inner: Context, outer: Context): void {
    this.#flush(outer);
    const cells = [...element.childNodes].map((cell) => {
      const walk = new Walk(this.#main);
      walk.node(cell, inner);
      walk.#flush(inner);
      return walk.lines;
    });
    const filled = cells.filter((lines) => lines.length > 0);
    const isData =
      filled.length > 1 && filled.every(([line, next]) => next === undefined && line?.role === inner.role);
    const isHere = inner.role === 'paragraph' && !inner.navigation;
    if (isData && isHere) {
      this.lines.push(unplacedLine(filled.map(([line]) => line?.text).join('\t'), 'table_row'));
    } else this.lines.push(...filled.flat());
  }
}

/** What an element makes of the text in it; a note keeps all of it, also its lists. */
function roleOf(element: DomElement, context: Context): LineRole {
  if (context.role === 'footnote' || isNote(element)) return 'footnote';
  const name = element.localName;
  return headings.has(name) ? 'heading' : items.has(name) ? 'list_item' : context.role;
}

/** Notes as Word documents, OpenDocument texts and EPUB name them. */
function isNote(element: DomElement): boolean {
  return (
    (element.localName === 'li' && /^(?:foot|end)note-\d+$/.test(element.getAttribute('id') ?? '')) ||
    /\b(?:foot|end|rear)note\b/.test(element.getAttribute('epub:type') ?? '') ||
    /^doc-(?:foot|end)note$/.test(element.getAttribute('role') ?? '')
  );
}

function isBlock(name: string): boolean {
  return blocks.has(name) || headings.has(name) || items.has(name) || asides.has(name) || name === 'option';
}

/** Menus and controls by their element or ARIA role; headers and footers of the page, not of a section in it. */
function isAside(element: DomElement, context: Context): boolean {
  if (isNote(element)) return false;
  const name = element.localName;
  if (asides.has(name) || asideRoles.has(element.getAttribute('role') ?? '')) return true;
  if (element.getAttribute('hidden') !== null) return true;
  return (name === 'header' || name === 'footer') && !context.sectioned;
}

function collapse(text: string): string {
  return clean(text)
    .replace(/[ \t\n\f\r]+/g, ' ')
    .replace(/^ | $/g, '');
}

function named(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}
