import { describe, expect, it } from 'vitest';
import { sniff } from '../../src/extract/format.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
/** The beginning of a ZIP whose first entry is stored as it is. */
const stored = (name: string, content: string) => {
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name + content)]);
};
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

describe('sniff', () => {
  it.each([
    ['a PDF after some junk', `${' '.repeat(900)}%PDF-1.4`, 'a.pdf', 'pdf'],
    ['a whole page', '<!doctype html><html></html>', 'a.html', 'html'],
    ['a page after a comment', '\n<!-- saved from x -->\n<HTML lang="es">', 'a.html', 'html'],
    ['XHTML', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD"><html/>', 'a.html', 'html'],
    ['a fragment', '<p>Acta</p>', 'a.html', 'html'],
    ['Markdown by its name', '# Acta', 'a.md', 'markdown'],
    ['Markdown that begins with HTML', '<p>Acta</p>', 'a.md', 'markdown'],
    ['text by its name', '# Acta', 'a.txt', 'text'],
    ['text without a name for it', 'Acta', 'LEEME', 'text'],
    ['a text that begins with an angle bracket', '<p> is a tag', 'a.txt', 'text'],
  ])('tells %s', (_, content, file, format) => {
    expect(sniff(bytes(content), file)).toEqual({ format, expected: null });
  });

  it('compares the bytes with the extension in any case', () => {
    expect(sniff(bytes('%PDF-1.7'), 'A.PDF')).toEqual({ format: 'pdf', expected: null });
    expect(sniff(bytes('%PDF-1.7'), 'a.b/A.HTM')).toEqual({ format: 'pdf', expected: 'html' });
    expect(sniff(bytes('Just a moment'), 'a.pdf')).toEqual({ format: 'text', expected: 'pdf' });
  });

  it('reads UTF-16 with and without a mark', () => {
    expect(sniff(utf16('\uFEFFActa de la sesión'), 'a.txt')).toEqual({ format: 'text', expected: null });
    expect(sniff(utf16('Acta de la sesión'), 'a.txt')).toEqual({ format: 'text', expected: null });
    expect(sniff(utf16('<html><p>Acta</p>'), 'a.html')).toEqual({ format: 'html', expected: null });
  });

  it('tells Word from other archives', () => {
    expect(sniff(bytes('PK\x03\x04...word/document.xml'), 'a.docx')).toMatchObject({ format: 'docx' });
    expect(sniff(bytes('PK\x03\x04...content.xml'), 'a.docx')).toBe('unknown');
  });

  const compound = (stream: string) =>
    Buffer.concat([
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
      Buffer.from(stream, 'utf16le'),
    ]);
  const opening = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

  it.each([
    ['rich text', opening('{\\rtf1\\ansi Acta}'), 'a.rtf', 'rtf'],
    ['Word before 2007', compound('WordDocument'), 'a.doc', 'doc'],
    ['an OpenDocument text', stored('mimetype', 'application/vnd.oasis.opendocument.text'), 'a.odt', 'odt'],
    ['an EPUB', stored('mimetype', 'application/epub+zip'), 'a.epub', 'epub'],
  ])('tells %s', (_, content, file, format) => {
    expect(sniff(content, file)).toEqual({ format, expected: null });
  });

  it.each([
    ['a picture', opening('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'a picture', 'OCR'],
    ['a photograph', opening('\xff\xd8\xff\xe0\0\x10JFIF'), 'a picture', 'OCR'],
    ['PostScript', opening('%!PS-Adobe-3.0'), 'PostScript', 'PDF'],
    ['slides', opening('PK\x03\x04 [Content_Types].xml ppt/presentation.xml'), 'a presentation', 'PDF'],
    ['old slides', compound('PowerPoint Document'), 'a presentation', 'PDF'],
    ['a table', opening('PK\x03\x04 xl/workbook.xml'), 'a spreadsheet', 'PDF'],
    ['a RAR archive', opening('Rar!\x1a\x07\x01\0'), 'a RAR archive', 'ZIP'],
    [
      'an e-mail',
      opening('Received: from a\r\n\tby b\r\nMessage-ID: <1@b>\r\nSubject: Acta\r\n\r\nHola'),
      'an e-mail message',
      'PDF',
    ],
    [
      'an e-mail without what servers add',
      opening(
        'From: Ana <a@b.example>\nTo: c@d.example\nSubject: Acta\nDate: Mon, 2 May 2011 10:00:00 +0000\n\nHola',
      ),
      'an e-mail message',
      'PDF',
    ],
    [
      'a mailbox',
      opening(
        'From a@b.example Mon May  2 10:00:00 2011\nDate: Mon, 2 May 2011\nFrom: a@b.example\nSubject: Acta\n\nHola',
      ),
      'an e-mail message',
      'PDF',
    ],
    ['a saved message', compound('__nameid_version1.0'), 'an e-mail message', 'PDF'],
  ])('names %s and what to convert it to', (_, content, kind, remedy) => {
    const found = sniff(content, 'a.bin');
    expect(found).toMatchObject({ kind });
    expect(found).toHaveProperty('convert', expect.stringContaining(remedy));
  });

  it('believes a name that says text, where the text begins like an e-mail', () => {
    const text = 'Received: by the board\nMessage-ID: none\n\nActa';
    expect(sniff(bytes(text), 'a.txt')).toEqual({ format: 'text', expected: null });
  });

  it('takes a memorandum with its headings for text', () => {
    const memo = 'From: the Secretary\nTo: the Board\nDate: 2 May 2011\nSubject: Minutes\n\nActa';
    expect(sniff(bytes(memo), 'memo')).toEqual({ format: 'text', expected: null });
  });

  it('takes XML that is no page for no format it reads', () => {
    expect(sniff(bytes('<?xml version="1.0"?><akomaNtoso/>'), 'a.txt')).toBe('unknown');
  });

  it('tells an Office file with a password', () => {
    const head = Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
    expect(sniff(Buffer.concat([head, Buffer.from('EncryptedPackage', 'utf16le')]), 'a.docx')).toBe(
      'encrypted',
    );
  });

  it('keeps a text with a stray zero byte', () => {
    expect(sniff(bytes('Acta\0 de la sesión'), 'a.txt')).toEqual({ format: 'text', expected: null });
  });
});
