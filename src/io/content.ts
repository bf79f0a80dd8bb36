import { open } from 'node:fs/promises';
import { extname } from 'node:path';

/** What a document can be, with the ending that its file gets. */
export type Content = 'pdf' | 'docx' | 'odt' | 'epub' | 'zip' | 'doc' | 'rtf' | 'html' | 'txt';

/** Endings of addresses that promise a document of one kind; others, such as `.php`, promise nothing. */
const promises: Readonly<Record<string, readonly Content[]>> = {
  '.pdf': ['pdf'],
  '.doc': ['doc', 'docx', 'rtf'],
  '.docx': ['docx', 'doc'],
  '.odt': ['odt'],
  '.epub': ['epub'],
  '.rtf': ['rtf', 'doc'],
  '.zip': ['zip', 'docx', 'odt', 'epub'],
  '.txt': ['txt'],
};

/** How many bytes at the beginning say what a file is. */
const looked = 4096;

/**
 * What a file is by its first bytes; null where it is nothing that can be read as a document. What a host says it
 * is (`Content-Type`) only helps to tell a page from plain text.
 */
export async function contentOf(path: string, said: string | null): Promise<Content | null> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(looked), 0, looked, 0);
    return sniff(buffer.subarray(0, bytesRead), said);
  } finally {
    await handle.close();
  }
}

/** The same of first bytes at hand. */
export function sniff(bytes: Buffer, said: string | null): Content | null {
  const head = bytes.toString('latin1');
  // A few bytes of rubbish before the mark are common and do no harm.
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04')) return zipped(head);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'doc';
  if (head.startsWith('{\\rtf')) return 'rtf';
  const isWide = /^(\xff\xfe|\xfe\xff)/.test(head);
  const text = isWide ? head.replaceAll('\0', '') : head;
  if (!isWide && /[\x00-\x08\x0e-\x1a]/.test(head)) return null;
  if (/<(!doctype html|html|head|body|title|meta|script)[\s>]/i.test(text)) return 'html';
  return /\bhtml\b/i.test(said ?? '') ? 'html' : 'txt';
}

/** What an address promises by its ending, or null where it promises nothing. */
export function promisedBy(address: string): readonly Content[] | null {
  const path = URL.parse(address)?.pathname ?? '';
  return promises[extname(path).toLowerCase()] ?? null;
}

/** Office files are ZIP archives that begin with entries of known names. */
function zipped(head: string): Content {
  if (head.includes('mimetypeapplication/epub+zip')) return 'epub';
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  return /word\/|\[Content_Types\]\.xml/.test(head) ? 'docx' : 'zip';
}
