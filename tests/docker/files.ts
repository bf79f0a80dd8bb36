import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../support/cli.ts';

/** A file at the top of the checkout. */
export function topFile(name: string): string {
  return readFileSync(join(root, name), 'utf8');
}

/** The instructions of the Dockerfile, one a row: name and arguments, continued lines joined. */
export function instructions(): readonly (readonly [name: string, rest: string])[] {
  return topFile('Dockerfile')
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', ...rest] = line.split(' ');
      return [name, rest.join(' ')] as const;
    });
}

/** The instructions of the image itself: those after the last FROM. */
export function imageInstructions(): ReturnType<typeof instructions> {
  const all = instructions();
  return all.slice(all.findLastIndex(([name]) => name === 'FROM'));
}

/** What an instruction of the image says, where it is there once. */
export function only(name: string): string {
  const found = imageInstructions().filter(([one]) => one === name);
  const [first, ...more] = found;
  if (first === undefined || more.length > 0) throw new Error(`Expected one ${name}, got ${found.length}`);
  return first[1];
}

/** `docker-compose.yml` as it is read, anchors merged. */
export function compose() {
  return parse(topFile('docker-compose.yml'), { merge: true });
}
