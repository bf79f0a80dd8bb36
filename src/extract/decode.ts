import { analyse } from 'chardet';
import { clean } from './clean.ts';
import { wideEncoding } from './wide.ts';

/** Text of a file, and the name of its encoding where that had to be guessed. */
type Decoded = { readonly text: string; readonly guessed: string | null };

/**
 * Turns bytes into text by, in this order, the byte order mark, the encoding that the HTML declares, strict
 * UTF-8, and a guess. Bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever the HTML declares, because
 * pages are often saved again without their declaration. Line ends become line feeds and characters that
 * no text has are dropped, so that every offset taken later counts in the same text.
 */
export function decode(bytes: Uint8Array): Decoded {
  const { text, guessed } = withEncoding(bytes);
  return { text: clean(text.replace(/\r\n?|\v|\u0085|\u2028|\u2029/g, '\n')), guessed };
}

function withEncoding(bytes: Uint8Array): Decoded {
  const marked = markedEncoding(bytes);
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), guessed: null };
  const utf8 = strictly('utf-8', bytes);
  const beyondAscii = utf8 !== null && utf8.length < bytes.length;
  const declared = beyondAscii ? null : declaredEncoding(bytes);
  const text = (declared === null ? null : strictly(declared, bytes)) ?? utf8;
  if (text !== null) return { text, guessed: null };
  const guessed = guess(bytes);
  return { text: new TextDecoder(guessed).decode(bytes), guessed };
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** The encoding named in the first 2 KB of an HTML file; null for UTF-16, which such a name cannot mean. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const declaration =
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)|^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]+)/i;
  const label = declaration
    .exec(head)
    ?.slice(1)
    .find((name) => name !== undefined);
  return label === undefined || /^utf-?16/i.test(label) ? null : label;
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The likeliest encoding. Where the guess is weak, as on short texts, it is Windows-1252: what the languages
 * of the lexicons were written in before UTF-8.
 */
function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 1 << 16);
  const wide = wideEncoding(sample);
  if (wide !== null) return wide;
  const [best] = analyse(sample);
  if (best === undefined || best.confidence <= 20) return 'windows-1252';
  try {
    return new TextDecoder(best.name).encoding;
  } catch {
    return 'windows-1252';
  }
}
