import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { InputError } from '../model/input.ts';

/**
 * Makes this process trust the authority of a certificate file (PEM) beside those it trusts anyway, for a
 * Redis server whose certificate is its owner's own. Throws an InputError where the file holds none.
 */
export function trust(file: string): void {
  try {
    const text = readFileSync(file, 'utf8');
    // Throws where it is no certificate; a list of such is taken without a word.
    new X509Certificate(text);
    setDefaultCACertificates([...getCACertificates('default'), text]);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new InputError([
      `TITRATE_REDIS_CA: expected a file of certificates (PEM), got ${file} (${detail}): correct the path`,
    ]);
  }
}
