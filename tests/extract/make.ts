import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { extract } from '../../src/extract/extract.ts';
import type { Document, Line } from '../../src/model/document.ts';
import type { Outcome } from '../../src/model/problem.ts';
import { sha256 } from '../../src/model/units.ts';

/** Extracts bytes or UTF-8 text under a file name, as the pipeline would. */
export function read(
  file: string,
  content: Uint8Array | string,
  limits: Partial<Omit<Parameters<typeof extract>[1], 'file' | 'hash'>> = {},
): Promise<Outcome<Document | null>> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const hash = sha256(createHash('sha256').update(bytes).digest('hex'));
  const usual = { characters: 1_000_000, pages: 5_000, unpacked: 50_000_000, password: null };
  return extract(bytes, { file, hash, ...usual, ...limits });
}

/** The codes of an outcome's problems, in order. */
export function codes({ problems }: Outcome<unknown>): string[] {
  return problems.map((problem) => problem.code);
}

/** All lines of an outcome's document. */
export function lines({ value }: Outcome<Document | null>): readonly Line[] {
  return value?.pages.flatMap((page) => page.lines) ?? [];
}

/** The texts of all lines of an outcome's document. */
export function texts(outcome: Outcome<Document | null>): string[] {
  return lines(outcome).map((line) => line.text);
}

/** A PDF drawn by pdfkit on A4, without page breaks of its own. */
export async function pdf(
  draw: (document: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', margin: 0, compress: false, ...options });
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  draw(document);
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** A PDF with one Helvetica page and one content stream, written object by object; parts can be spoilt. */
export function rawPdf(parts: {
  readonly content: string;
  /** Destination strings of a ToUnicode map, by character code in hexadecimal. */
  readonly unicode?: Readonly<Record<string, string>>;
  /** Further entries of the catalog. */
  readonly catalog?: string;
  /** Entries of the page. */
  readonly page?: string;
  readonly kids?: string;
  /** Without a table of objects and with the catalog in the trailer, as PDFium does not accept it. */
  readonly bare?: boolean;
}): Uint8Array {
  const { content, unicode = {}, catalog = '', page = '/MediaBox [0 0 600 800]', bare = false } = parts;
  const entries = Object.entries(unicode).map(([code, to]) => `<${code}> <${to}>`);
  const map = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def',
    '1 begincodespacerange <00> <FF> endcodespacerange',
    `${entries.length} beginbfchar ${entries.join(' ')} endbfchar endcmap end end`,
  ].join('\n');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${parts.kids ?? '3 0 R'}] /Count ${(parts.kids ?? '3 0 R').split('R').length - 1} >>`,
    `<< /Type /Page /Parent 2 0 R ${page} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    stream(content),
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica ${entries.length > 0 ? '/ToUnicode 6 0 R' : ''} >>`,
    stream(map),
  ];
  let file = '%PDF-1.7\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${rows.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  const end = `trailer\n<< /Size ${rows.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  const loose = 'trailer\n<< /Root << /Type /Catalog /Pages 2 0 R >> >>\n';
  return Buffer.from(file + (bare ? loose : table + end), 'latin1');
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}
