import type { Document, Format } from '../model/document.ts';
import { pageText } from '../model/document.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import type { Sha256 } from '../model/units.ts';
import { documentId } from '../model/units.ts';
import { codePointLength } from '../text/codepoints.ts';
import { OverUnpacked } from './archive.ts';
import { decode } from './decode.ts';
import { readDoc } from './doc.ts';
import { readDocx } from './docx.ts';
import { readEpub } from './epub.ts';
import { sniff } from './format.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readOdt } from './odt.ts';
import { readPdf } from './pdf.ts';
import { hasText, type Reading, reasonOf } from './reading.ts';
import { readRtf } from './rtf.ts';
import { readText } from './text.ts';

/** What is known of a file before it is read. */
type FileSource = {
  /** Path as the manifest gives it. */
  readonly file: string;
  readonly hash: Sha256;
  /** Most code points of text that its document may have. */
  readonly characters: number;
  /** Most pages that it may have; any number where left out. */
  readonly pages?: number;
  /** Most bytes that it may unpack to, where it is an archive; any number where left out. */
  readonly unpacked?: number;
  /** What opens it where it is encrypted; null or left out where nobody gave a password. */
  readonly password?: string | null;
};

/**
 * Reads a file into pages of lines. Its bytes tell the format, never its name. Whatever is wrong with the file
 * comes back as problems; the value is null where there is no document to speak of, and a document without
 * text where only its pages could be counted. Never throws.
 */
export async function extract(bytes: Uint8Array, source: FileSource): Promise<Outcome<Document | null>> {
  const { file } = source;
  if (bytes.length === 0) return failed([], { code: 'file_empty', file });
  const sniffed = sniff(bytes, file);
  if (sniffed === 'unknown') return failed([], { code: 'format_unknown', file });
  if (sniffed === 'encrypted') return failed([], { code: sniffed, file });
  if ('kind' in sniffed) return failed([], { code: 'format_unsupported', file, ...sniffed });
  const { format, expected } = sniffed;
  const mismatch: Problem[] =
    expected === null ? [] : [{ code: 'format_mismatch', file, expected, found: format }];
  try {
    const { value, problems } = await read(format, bytes, source);
    const known = [...mismatch, ...problems];
    return value === null ? { value, problems: known } : finish(value, format, source, known);
  } catch (error) {
    if (error instanceof OverUnpacked) {
      const { unit } = error;
      return failed(mismatch, {
        code: 'unpacked_too_large',
        file,
        unit,
        limit: error.limit(source.unpacked ?? 0),
      });
    }
    return failed(mismatch, { code: 'damaged', file, detail: reasonOf(error) });
  }
}

async function read(format: Format, bytes: Uint8Array, source: FileSource): Promise<Outcome<Reading | null>> {
  const { file, unpacked = Number.POSITIVE_INFINITY } = source;
  if (format === 'pdf') return readPdf(bytes, source);
  if (format === 'docx') return { value: await readDocx(bytes, unpacked), problems: [] };
  if (format === 'odt') {
    const value = await readOdt(bytes, unpacked);
    if (value === 'encrypted') return { value: null, problems: [{ code: 'encrypted', file }] };
    return { value, problems: [] };
  }
  if (format === 'epub') return { value: await readEpub(bytes, unpacked), problems: [] };
  if (format === 'rtf') return { value: await readRtf(bytes), problems: [] };
  if (format === 'doc') return { value: await readDoc(bytes), problems: [] };
  const { text, guessed } = decode(bytes);
  const reader = { html: readHtml, markdown: readMarkdown, text: readText }[format];
  const problems: Problem[] = guessed === null ? [] : [{ code: 'encoding_guessed', file, encoding: guessed }];
  return { value: reader(text), problems };
}

function finish(
  reading: Reading,
  format: Format,
  { file, hash, characters: limit, pages: most = Number.POSITIVE_INFINITY }: FileSource,
  known: readonly Problem[],
): Outcome<Document | null> {
  const pages = reading.pages.length;
  if (pages > most) return failed(known, { code: 'too_many_pages', file, pages, limit: most });
  const characters = reading.pages.reduce((sum, page) => sum + codePointLength(pageText(page)), 0);
  if (characters > limit) return failed(known, { code: 'text_too_long', file, characters, limit });
  const problems: readonly Problem[] = reading.pages.some(hasText)
    ? known
    : [...known, { code: 'no_text', file }];
  return { value: { id: documentId(hash), format, ...reading }, problems };
}

function failed(known: readonly Problem[], problem: Problem): Outcome<null> {
  return { value: null, problems: [...known, problem] };
}
