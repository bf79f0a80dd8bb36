import type { Format } from '../model/document.ts';
import { wideEncoding } from './wide.ts';

/** What the bytes are, and what the name says where that is something else. */
type Sniffed = { readonly format: Format; readonly expected: Format | null };

const extensions: ReadonlyMap<string, Format> = new Map([
  ['pdf', 'pdf'],
  ['docx', 'docx'],
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
 * anything that is no document we read.
 */
export function sniff(bytes: Uint8Array, file: string): Sniffed | 'encrypted' | 'unknown' {
  const named = extensions.get(/\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? '') ?? null;
  const found = container(bytes) ?? textual(bytes, named);
  if (found === 'unknown' || found === 'encrypted') return found;
  return { format: found, expected: named === null || named === found ? null : named };
}

function container(bytes: Uint8Array): Format | 'encrypted' | 'unknown' | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.toString('latin1', 0, 1024);
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04')) return file.includes('word/document') ? 'docx' : 'unknown';
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    return file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'unknown';
  }
  return head.startsWith('{\\rtf') || head.startsWith('%!PS') ? 'unknown' : null;
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
