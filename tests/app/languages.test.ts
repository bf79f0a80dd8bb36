import { describe, expect, it } from 'vitest';
import { languagesToRead } from '../../src/app/languages.ts';
import type { Document, PageSource } from '../../src/model/document.ts';
import { documentId, pageIndex, sha256 } from '../../src/model/units.ts';

const es =
  'La reunión de las cooperativas aprobó el acta de la sesión anterior y fijó la fecha de la próxima.';
const pt =
  'A reunião das cooperativas aprovou a ata da sessão anterior e não marcou a data da próxima reunião.';

function document(...pages: readonly (readonly [PageSource, string])[]): Document {
  return {
    id: documentId(sha256('a'.repeat(64))),
    format: 'pdf',
    reader: 'pdfium',
    title: null,
    pages: pages.map(([source, text], index) => ({
      index: pageIndex(index),
      label: null,
      width: 595,
      height: 842,
      source,
      lines: [
        { text, box: null, size: null, bold: false, role: null, level: null, unseen: null, words: null },
      ],
    })),
  };
}

describe('the languages that pictures are read in', () => {
  it('are the one that the manifest gives', () => {
    expect(languagesToRead(document(['text', pt], ['unread', '']), 'es')).toEqual(['es']);
  });

  it('are those of the pages with text, the most frequent first', () => {
    const pages = [
      ['text', pt],
      ['text', pt],
      ['text', es],
      ['unread', ''],
    ] as const;
    expect(languagesToRead(document(...pages), null)).toEqual(['pt', 'es']);
    expect(languagesToRead(document(['text', es], ['unread', pt]), 'und')).toEqual(['es']);
  });

  it('are all where nothing tells', () => {
    expect(languagesToRead(document(['unread', '']), null)).toEqual(['es', 'pt', 'en']);
    expect(languagesToRead(document(['unread', '']), 'other')).toEqual(['es', 'pt', 'en']);
  });
});
