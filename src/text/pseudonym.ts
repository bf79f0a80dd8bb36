import { createHmac } from 'node:crypto';

/** Letters and digits that nobody mistakes for one another (Crockford's). */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Gives a name its pseudonym under a key, `person 7F3K2QXD`: HMAC-SHA256 of the name, its first 40 bits as eight signs.
 * The same name has the same pseudonym under the same key; without the key nobody can try names until one fits.
 */
export function pseudonymOf(key: Uint8Array): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const made =
      known.get(name) ?? `person ${signed(createHmac('sha256', key).update(name, 'utf8').digest())}`;
    known.set(name, made);
    return made;
  };
}

function signed(digest: Buffer): string {
  let number = digest.readUIntBE(0, 5);
  let text = '';
  for (let place = 0; place < 8; place++) {
    text = signs.charAt(number % 32) + text;
    number = Math.floor(number / 32);
  }
  return text;
}
