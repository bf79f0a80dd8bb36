import { clean } from './clean.ts';
import { type DomElement, type DomNode, isElement, parseXml } from './dom.ts';
import { readConverted } from './html.ts';
import { openPackage } from './package.ts';
import type { Reading } from './reading.ts';

/** What elements of OpenDocument stand for in HTML; what is not here is looked through. */
const names: ReadonlyMap<string, string> = new Map([
  ['text:p', 'p'],
  ['text:list-item', 'li'],
  ['text:list', 'ul'],
  ['table:table', 'table'],
  ['table:table-row', 'tr'],
  ['table:table-cell', 'td'],
]);
/** Tracked deletions, comments, and what Writer keeps of fields and forms. */
const unread = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:forms',
  'text:sequence-decls',
  'text:note-citation',
  'text:index-title-template',
]);
/** Repeated spaces in one element; a hostile file may ask for very many. */
const mostSpaces = 100;

/**
 * Reads an OpenDocument text by way of HTML: headings with their level, paragraphs, lists, tables, then the notes.
 * `encrypted` where a password is asked for. Throws where the file is none or unpacks to more than so many bytes.
 */
export async function readOdt(bytes: Uint8Array, unpacked: number): Promise<Reading | 'encrypted'> {
  const part = await openPackage(bytes, unpacked);
  if ((await part('META-INF/manifest.xml').catch(() => '')).includes('encryption-data')) return 'encrypted';
  const content = parseXml(await part('content.xml'));
  const body = content.querySelector('office\\:text');
  if (body === null) throw new Error('Expected a text in `content.xml`, got none');
  const notes: string[] = [];
  const html = convert(body, notes);
  return readConverted(clean(`${html}<ol>${notes.join('')}</ol>`), 'opendocument');
}

function convert(node: DomNode, notes: string[]): string {
  if (node.nodeType === 3) return escaped(node.textContent ?? '');
  if (!isElement(node)) return '';
  const name = node.localName;
  if (unread.has(name)) return '';
  if (name === 'text:s') return ' '.repeat(Math.min(mostSpaces, countOf(node, 'text:c')));
  if (name === 'text:tab') return '\t';
  if (name === 'text:line-break') return '<br>';
  if (name === 'text:h')
    return wrapped(`h${Math.min(6, countOf(node, 'text:outline-level'))}`, inside(node, notes));
  if (name === 'text:note') {
    // Its own notes come before it: a note inside a note is no document that people write.
    const html = inside(node, notes);
    notes.push(`<li id="footnote-${notes.length + 1}">${html}</li>`);
    return '';
  }
  const html = names.get(name);
  return html === undefined ? inside(node, notes) : wrapped(html, inside(node, notes));
}

function inside(node: DomNode, notes: string[]): string {
  let html = '';
  for (const child of node.childNodes) html += convert(child, notes);
  return html;
}

function countOf(element: DomElement, attribute: string): number {
  return Math.max(1, Number(element.getAttribute(attribute)) || 1);
}

function wrapped(name: string, html: string): string {
  return `<${name}>${html}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
