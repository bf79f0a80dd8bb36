import { basename } from 'node:path';
import { InputError } from '../model/input.ts';

/** A host that files may be fetched from; an empty port stands for the usual ones. */
export type Host = { readonly name: string; readonly port: string };

/** The hosts of `--allow-host`: a name, with a port where it is not the usual one. Throws an InputError. */
export function hostsOf(names: readonly string[]): readonly Host[] {
  return names.map((name) => {
    const url = URL.parse(`http://${name}`);
    if (url === null || name.includes('*') || url.host === '' || url.href !== `http://${url.host}/`) {
      throw new InputError([
        `--allow-host: expected the name of a host such as www.example.org, got "${name}": leave out everything else of the address`,
      ]);
    }
    return { name: url.hostname, port: url.port };
  });
}

/** Whether an address is at one of these hosts; the usual port of its kind need not be named. */
export function isAllowed(at: URL, hosts: readonly Host[]): boolean {
  const usual = at.protocol === 'https:' ? '443' : '80';
  return hosts.some(
    ({ name, port }) => name === at.hostname && (port === at.port || port === (at.port || usual)),
  );
}

/** True where a row of a manifest names an address instead of a path. */
export function isAddress(file: string): boolean {
  return /^https?:\/\//i.test(file);
}

/** The last name in the path of an address. */
export function lastName(address: string): string {
  const name = basename(URL.parse(address)?.pathname ?? '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
