import type { Line } from '../model/document.ts';
import { type DomDocument, type DomElement, parse, parseXml } from './dom.ts';
import { openPackage, type Parts } from './package.ts';
import { type Reading, titleOf, unmeasuredPage } from './reading.ts';
import { linesIn } from './walk.ts';

/**
 * Reads an EPUB: its chapters in the order of its spine, each of them a page. Navigation documents are left out.
 * Throws where the file is none, or unpacks to more than so many bytes.
 * Source: EPUB Packages 3.3, W3C Recommendation, sections 3 to 6.
 */
export async function readEpub(bytes: Uint8Array, unpacked: number): Promise<Reading> {
  const part = await openPackage(bytes, unpacked);
  const container = parseXml(await part('META-INF/container.xml'));
  const path = container.querySelector('rootfile')?.getAttribute('full-path');
  if (!path) throw new Error('Expected `container.xml` to name a package document, got none');
  const book = parseXml(await part(path));
  const pages = [];
  for (const chapter of spineOf(book, path))
    pages.push(unmeasuredPage(pages.length, await linesOf(part, chapter)));
  if (pages.length === 0) throw new Error('Expected chapters in the spine, got none');
  return { reader: 'epub', title: titleOf(named(book, 'title')[0]?.textContent), pages };
}

/** Paths of the chapters in reading order. */
function spineOf(book: DomDocument, path: string): readonly string[] {
  const items = new Map(named(book, 'item').map((item) => [item.getAttribute('id'), item]));
  return named(book, 'itemref').flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref'));
    const href = item?.getAttribute('href');
    const isText = /xhtml|html/.test(item?.getAttribute('media-type') ?? '');
    const isNavigation = (item?.getAttribute('properties') ?? '').split(/\s+/).includes('nav');
    return href && isText && !isNavigation ? [resolved(href, path)] : [];
  });
}

async function linesOf(part: Parts, path: string): Promise<readonly Line[]> {
  // A self-closing element of XHTML is an open one in HTML.
  const markup = (await part(path)).replace(
    /<(a|p|div|span|title|script|i|b|em)\b([^>]*)\/>/gi,
    '<$1$2></$1>',
  );
  return linesIn(parse(markup), null);
}

/** A path of the package that a chapter is linked by, relative to the package document. */
function resolved(href: string, base: string): string {
  const { pathname } = new URL(href, `epub:///${base}`);
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return pathname.slice(1);
  }
}

/** Elements by their name, whatever prefix the file gives it. */
function named(book: DomDocument, name: string): readonly DomElement[] {
  return [...book.querySelectorAll('*')].filter(
    ({ localName }) => localName === name || localName.endsWith(`:${name}`),
  );
}
