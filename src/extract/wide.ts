/**
 * UTF-16 without a byte order mark, told by its zero bytes: Western text has one in nearly every second
 * place, in the second byte of a pair for little-endian. Null where that is not so.
 */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [first = 0, second = 0] = zeros;
  const most = bytes.length * 0.35;
  if (second > most && first === 0) return 'utf-16le';
  return first > most && second === 0 ? 'utf-16be' : null;
}
