import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { InputError } from '../model/input.ts';

/**
 * Makes this process trust the authority of a certificate file (PEM) beside those it trusts anyway, for a
 * Redis server whose certificate is its owner's own. Throws an InputError where the file holds none.
 */
export function trust(file: string): void {
  try {
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, readFileSync(file, 'utf8')]);
    if (getCACertificates('default').length === before.length) throw new Error('it holds none');
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new InputError([
      `TITRATE_REDIS_CA: expected a file of certificates (PEM), got ${file} (${detail}): correct the path`,
    ]);
  }
}
