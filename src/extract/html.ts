import { type DomDocument, parse } from './dom.ts';
import { mainContent } from './main-content.ts';
import { type Reading, titleOf, unmeasuredPage } from './reading.ts';
import { linesIn } from './walk.ts';

/** Reads a web page: its text block by block, what stands around its main content as navigation. */
export function readHtml(html: string): Reading {
  const document = parse(html);
  return reading('html', document, linesIn(document, mainContent(document)));
}

/** Reads HTML that another reader made of a document without menus: all of it is main content. */
export function readConverted(html: string, reader: string): Reading {
  const document = parse(html);
  return reading(reader, document, linesIn(document, null));
}

function reading(reader: string, document: DomDocument, lines: ReturnType<typeof linesIn>): Reading {
  const title = titleOf(document.querySelector('title')?.textContent);
  return { reader, title, pages: [unmeasuredPage(0, lines)] };
}
