import { describe, expect, it } from 'vitest';
import { zip } from '../support/zip.ts';
import { codes, lines, read } from './make.ts';

const mimetype = { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true };
const odt = (body: string, ...more: { name: string; content: string }[]) =>
  zip([
    mimetype,
    {
      name: 'content.xml',
      content: `<?xml version="1.0"?><office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    ...more,
  ]);

describe('ODT', () => {
  it('gives headings, paragraphs, lists, rows of tables and notes their roles', async () => {
    const outcome = await read(
      'acta.odt',
      odt(
        '<text:h text:outline-level="2">Acta &amp; <text:s text:c="2"/>orden</text:h>' +
          '<text:p>La econom&#237;a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Nota</text:p></text:note-body></text:note> solidaria</text:p>' +
          '<text:list><text:list-item><text:p>punto</text:p></text:list-item></text:list>' +
          '<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>' +
          '<text:tracked-changes><text:p>tachado</text:p></text:tracked-changes><office:annotation><text:p>comentario</text:p></office:annotation>',
      ),
    );
    expect(lines(outcome).map(({ role, text }) => `${role}: ${text}`)).toEqual([
      'heading: Acta & orden',
      'paragraph: La economía solidaria',
      'list_item: punto',
      'table_row: a\tb',
      'footnote: Nota',
    ]);
  });

  it('names a file with a password', async () => {
    const manifest = { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' };
    expect(codes(await read('a.odt', odt('', manifest)))).toEqual(['encrypted']);
  });

  it('looks no entity up and takes no text for markup', async () => {
    const outcome = await read('a.odt', odt('<text:p>&lt;script&gt;x&lt;/script&gt; &canary;</text:p>'));
    expect(lines(outcome).map(({ text }) => text)).toEqual(['<script>x</script> &canary;']);
  });

  it('stops at the limit of what a file may unpack to, and says what is missing', async () => {
    const bomb = odt(`<text:p>${'a'.repeat(2_000_000)}</text:p>`);
    expect(codes(await read('a.odt', bomb, { unpacked: 100_000 }))).toEqual(['unpacked_too_large']);
    expect(codes(await read('a.odt', zip([mimetype])))).toEqual(['damaged']);
  });
});
