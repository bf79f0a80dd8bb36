import { describe, expect, it } from 'vitest';
import { zip } from '../support/zip.ts';
import { codes, read } from './make.ts';

const container = {
  name: 'META-INF/container.xml',
  content: '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
};
const chapter = (title: string, body: string) =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><h1>${title}</h1>${body}</body></html>`;
const epub = (spine: string, ...chapters: { name: string; content: string }[]) =>
  zip([
    { name: 'mimetype', content: 'application/epub+zip', stored: true },
    container,
    {
      name: 'OEBPS/book.opf',
      content: `<package><metadata><dc:title>Un libro</dc:title></metadata><manifest>
        <item id="a" href="text/uno%20a.xhtml" media-type="application/xhtml+xml"/>
        <item id="b" href="dos.xhtml" media-type="application/xhtml+xml"/>
        <item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="i" href="i.png" media-type="image/png"/></manifest><spine>${spine}</spine></package>`,
    },
    ...chapters,
  ]);

describe('EPUB', () => {
  it('reads the chapters in the order of the spine, each as a page, without navigation', async () => {
    const note = '<aside epub:type="footnote" id="n1"><p>Nota</p></aside>';
    const { value, problems } = await read(
      'libro.epub',
      epub(
        '<itemref idref="b"/><itemref idref="n"/><itemref idref="i"/><itemref idref="a"/>',
        { name: 'OEBPS/text/uno a.xhtml', content: chapter('Uno', `<p>texto</p>${note}`) },
        { name: 'OEBPS/dos.xhtml', content: chapter('Dos', '<p/><p>otro</p>') },
        { name: 'OEBPS/nav.xhtml', content: chapter('Índice', '') },
      ),
    );
    expect(problems).toEqual([]);
    expect(value?.title).toBe('Un libro');
    expect(value?.pages.map((page) => page.lines.map(({ role, text }) => `${role}: ${text}`))).toEqual([
      ['heading: Dos', 'paragraph: otro'],
      ['heading: Uno', 'paragraph: texto', 'footnote: Nota'],
    ]);
  });

  it('says what is missing, and never leaves the archive', async () => {
    expect(codes(await read('a.epub', epub('')))).toEqual(['damaged']);
    expect(codes(await read('a.epub', epub('<itemref idref="a"/>')))).toEqual(['damaged']);
    const climbing = zip([
      { name: 'mimetype', content: 'application/epub+zip', stored: true },
      { ...container, content: '<container><rootfile full-path="../../etc/passwd"/></container>' },
    ]);
    expect(codes(await read('a.epub', climbing))).toEqual(['damaged']);
  });
});
