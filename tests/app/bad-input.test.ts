import { deflateSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { titrate } from '../support/cli.ts';
import { put, tables, temporaryFolder } from '../support/tiny.ts';

/** A PDF of one page, made with the given options. */
async function pdf(text: string, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument(options);
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => document.on('end', resolve));
  if (text === '') document.rect(100, 100, 200, 200).fill('black');
  else document.text(text);
  document.end();
  await ended;
  return Buffer.concat(parts);
}

/** A PDF of about a megabyte whose page inflates to a gigabyte. */
function bomb(): Buffer {
  const block = Buffer.alloc(1 << 20, ' ');
  const inflated = Buffer.concat(Array.from({ length: 1024 }, () => block));
  const stream = deflateSync(inflated, { level: 9 });
  const head = Buffer.from(
    `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<>>>> endobj
4 0 obj <</Filter/FlateDecode/Length ${stream.length}>> stream
`,
    'latin1',
  );
  const tail = Buffer.from('\nendstream endobj\ntrailer <</Root 1 0 R/Size 5>>\n%%EOF\n', 'latin1');
  return Buffer.concat([head, stream, tail]);
}

describe('bad input', () => {
  it('ends as a coded problem of its own document while the others complete', {
    timeout: 120_000,
  }, async () => {
    const folder = temporaryFolder();
    const good = await pdf('Las cooperativas son una alternativa al capitalismo.');
    put(folder, {
      'study.yaml':
        'title: Bad input\nsettings:\n  limits: { seconds: 15, megabytes: 500, bytes: 3000000 }\n',
      'corpus/documents/bomb.pdf': bomb(),
      'corpus/documents/empty.pdf': '',
      'corpus/documents/encrypted.pdf': await pdf('Secreto', { userPassword: 'x' }),
      'corpus/documents/good.pdf': good,
      'corpus/documents/good.txt': 'Las cooperativas son otra economía.',
      'corpus/documents/image-only.pdf': await pdf(''),
      'corpus/documents/junk.pdf': Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)),
      'corpus/documents/page.pdf': '<!doctype html><html><body><p>Las cooperativas.</p></body></html>',
      'corpus/documents/same.pdf': good,
      'corpus/documents/too-large.txt': 'cooperativa '.repeat(300_000),
      'corpus/documents/truncated.pdf': good.subarray(0, 300),
    });
    const ended = await titrate(['run', folder, '--json']);
    expect(ended.code).toBe(0);
    const rows: Record<string, string>[] = parse(tables(folder)['documents.csv'] ?? '', { columns: true });
    const codes = Object.fromEntries(
      rows.map(({ file, status, problems }) => [
        file?.replace('corpus/', '').replace('documents/', ''),
        [
          status,
          ...(problems?.split(' ') ?? []).filter((code) => !/^(not_in_manifest|voice_unknown)?$/.test(code)),
        ],
      ]),
    );
    expect(codes).toMatchObject({
      'empty.pdf': ['failed', 'file_empty'],
      'encrypted.pdf': ['failed', 'encrypted'],
      'good.pdf': ['ok'],
      'good.txt': ['ok'],
      'image-only.pdf': ['failed', 'pages_recognised', 'no_text'],
      'junk.pdf': ['failed', 'format_unknown'],
      'page.pdf': ['ok', 'format_mismatch'],
      'same.pdf': ['failed', 'duplicate'],
      'too-large.txt': ['failed', 'file_too_large'],
      'truncated.pdf': ['failed', 'damaged'],
    });
    expect(codes['bomb.pdf']?.[0]).toBe('failed');
    expect(codes['bomb.pdf']?.[1]).toMatch(/memory_limit|time_limit|no_text|damaged/);
  });
});
