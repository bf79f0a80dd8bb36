import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer } from 'docx';
import { describe, expect, it } from 'vitest';
import { contentOf, promisedBy, sniff } from '../../src/io/content.ts';
import { root } from '../support/cli.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

describe('what first bytes are', () => {
  it.each([
    ['%PDF-1.4\n', 'pdf'],
    ['\ufeff  %PDF-1.4\n', 'pdf'],
    ['<!DOCTYPE html><p>', 'html'],
    ['\n\n<html lang="es">', 'html'],
    ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', 'html'],
    ['{\\rtf1\\ansi', 'rtf'],
    ['Acta de la reunión', 'txt'],
    ['PK\x03\x04 something', 'zip'],
    ['PK\x03\x04..............................mimetypeapplication/vnd.oasis.opendocument.text', 'odt'],
    ['PK\x03\x04..............................mimetypeapplication/epub+zip', 'epub'],
  ])('%j: %s', (text, content) => {
    expect(sniff(Buffer.from(text), null)).toBe(content);
  });

  it.each([
    [Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1')],
    [Buffer.from('GIF89a\x01\x00', 'latin1')],
    [Buffer.from('\xff\xd8\xff\xe0\x00\x10JFIF', 'latin1')],
    [Buffer.from([0, 1, 2, 3])],
  ])('%j: no document', (bytes) => {
    expect(sniff(bytes, 'application/pdf')).toBeNull();
  });

  it('are a page also where only the host says so, or in two bytes a letter', () => {
    expect(sniff(Buffer.from('<p>Una acta</p>'), 'text/html; charset=utf-8')).toBe('html');
    expect(sniff(Buffer.from('<p>Una acta</p>'), null)).toBe('txt');
    expect(sniff(Buffer.from('\ufeff<html><p>', 'utf16le'), null)).toBe('html');
    expect(sniff(Buffer.from('d0cf11e0a1b11ae1', 'hex'), null)).toBe('doc');
  });

  it('are read from files as programs write them', async () => {
    const folder = temporaryFolder();
    put(folder, { a: await Packer.toBuffer(new Document({ sections: [] })), empty: '' });
    expect(await contentOf(join(folder, 'a'), null)).toBe('docx');
    const sample = join(root, 'corpus', 'documents', 'civil_society', 'convergencia-austral');
    const pdf = join(sample, 'convergencia-austral_article_2005-08_pt.pdf');
    expect(readFileSync(pdf).length).toBeGreaterThan(4096);
    expect(await contentOf(pdf, 'text/html')).toBe('pdf');
    expect(await contentOf(join(folder, 'empty'), null)).toBe('txt');
  });
});

describe('what an address promises', () => {
  it.each([
    ['http://a.example/x/ACTA.PDF?download=1', ['pdf']],
    ['http://a.example/x.docx', ['docx', 'doc']],
    ['http://a.example/decretos.asp', null],
    ['http://a.example/?page_id=1.pdf', null],
    ['http://a.example/', null],
  ])('%s: %j', (address, promised) => {
    expect(promisedBy(address)).toEqual(promised);
  });
});
