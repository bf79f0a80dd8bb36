import { describe, expect, it } from 'vitest';
import { sniff } from '../../src/extract/format.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
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

  it.each([
    ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['rich text', '{\\rtf1\\ansi Acta}'],
    ['PostScript', '%!PS-Adobe-3.0'],
    ['XML that is no page', '<?xml version="1.0"?><akomaNtoso/>'],
    ['an old Word file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 WordDocument'],
  ])('takes %s for no format it reads', (_, content) => {
    expect(sniff(new Uint8Array(Buffer.from(content, 'latin1')), 'a.txt')).toBe('unknown');
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
