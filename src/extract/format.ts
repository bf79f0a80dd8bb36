import type { Format } from '../model/document.ts';
import { foreign, officeParts } from './foreign.ts';
import { wideEncoding } from './wide.ts';

/** What the bytes are, and what the name says where that is something else. */
type Sniffed = { readonly format: Format; readonly expected: Format | null };

/** A kind of file that is not read, and what to convert it to. */
type Refused = { readonly kind: string; readonly convert: string };

const extensions: ReadonlyMap<string, Format> = new Map([
  ['pdf', 'pdf'],
  ['docx', 'docx'],
  ['odt', 'odt'],
  ['rtf', 'rtf'],
  ['doc', 'doc'],
  ['epub', 'epub'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['txt', 'text'],
  ['text', 'text'],
]);

/**
 * Tells the format of a file by its bytes; the name only tells Markdown from plain text, and a fragment of
 * HTML from a text that begins with an angle bracket. `encrypted` is an Office file with a password, `unknown`
 * anything that is no document, and what is a document of a kind that we do not read comes with its remedy.
 */
export function sniff(bytes: Uint8Array, file: string): Sniffed | Refused | 'encrypted' | 'unknown' {
  const named = extensions.get(/\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? '') ?? null;
  const found = container(bytes, named) ?? textual(bytes, named);
  if (typeof found !== 'string' || found === 'unknown' || found === 'encrypted') return found;
  return { format: found, expected: named === null || named === found ? null : named };
}

function container(
  bytes: Uint8Array,
  named: Format | null,
): Format | Refused | 'encrypted' | 'unknown' | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.toString('latin1', 0, 1024);
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04')) return zipped(file, head);
  if (head.startsWith('\xd0\xcf\x11\xe0')) return compound(file);
  if (head.startsWith('{\\rtf')) return 'rtf';
  // What people write may begin like an e-mail; a name that says text is believed.
  return foreign(head, named === 'text' || named === 'markdown');
}

/** By the first entry where the format fixes it, else by the parts that the archive names. */
function zipped(file: Buffer, head: string): Format | Refused | 'unknown' {
  const type = /^.{26}\x08\0.{2}mimetype(application\/[\w.+-]+)/s.exec(head)?.[1];
  if (type?.startsWith('application/vnd.oasis.opendocument.text')) return 'odt';
  if (type?.startsWith('application/epub+zip')) return 'epub';
  if (file.includes('word/document')) return 'docx';
  const part = officeParts.find(({ marks }) => marks.some((mark) => type === mark || file.includes(mark)));
  return part ?? 'unknown';
}

/** Files of Office before 2007, and newer ones with a password, by the names of their streams. */
function compound(file: Buffer): Format | Refused | 'encrypted' | 'unknown' {
  const has = (name: string) => file.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return 'encrypted';
  if (has('WordDocument')) return 'doc';
  return officeParts.find(({ streams }) => streams.some(has)) ?? 'unknown';
}

function textual(bytes: Uint8Array, named: Format | null): Format | 'unknown' {
  const sample = bytes.subarray(0, 1 << 16);
  if (isBinary(sample)) return 'unknown';
  const head = Buffer.from(bytes.subarray(0, 8192).filter((byte) => byte !== 0)).toString('latin1');
  const start = head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff|\s|<!--[\s\S]*?-->|<\?xml\b[^>]*>)*/, '');
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return 'html';
  if (/^(?:\xef\xbb\xbf)?\s*<\?xml\b/.test(head)) return 'unknown';
  const isFragment =
    /^<(?:article|blockquote|center|div|font|form|h[1-6]|main|meta|ol|p|section|span|table|title|ul)\b/i;
  if (named === 'markdown' || named === 'text') return named;
  return isFragment.test(start) ? 'html' : 'text';
}

/** Text has next to no control characters, except in UTF-16, where every letter brings a zero byte. */
function isBinary(sample: Uint8Array): boolean {
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) return false;
  if (wideEncoding(sample) !== null) return false;
  let controls = 0;
  for (const byte of sample) {
    if ((byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) || byte === 0x7f) controls++;
  }
  return controls > sample.length * (isUtf8(sample) ? 0.3 : 0.02);
}

function isUtf8(sample: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}
