import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openPool } from '../../src/queue/pool.ts';
import { engines, type Trial, type Tried } from './engine-process.ts';

/** What each engine made of a broken or unusual PDF: characters and problems, or how its process was ended. */
export type Ordeal = {
  readonly path: string;
  readonly name: string;
} & { readonly [Engine in Trial['engine']]: Tried | { readonly killed: string } };

/** Passwords of the encrypted ones, as the projects that collected them publish them. */
export const passwords: Readonly<Record<string, string>> = {
  'aes-256-r6.pdf': 'usersecret',
  'issue6010_1.pdf': 'abc',
  'libreoffice-writer-password.pdf': 'openpassword',
  'password-example.pdf': 'test',
  'pr6531_2.pdf': 'asdfasdf',
  'r4-aes-user-password.pdf': 'asdfzxcv',
  'r4-user-password.pdf': 'asdfzxcv',
};

/** Reads every hard PDF with this program and with each engine alone, each in a process that can be killed. */
export async function torture(folder: string, open: boolean): Promise<readonly Ordeal[]> {
  const pool = openPool({
    worker: new URL('./engine-process.ts', import.meta.url),
    reach: null,
    setup: null,
    processes: 2,
    seconds: 120,
    megabytes: 1024,
  });
  try {
    const paths = globSync('data/torture/**/*.pdf', { cwd: folder }).sort();
    return await Promise.all(
      paths.map(async (path): Promise<Ordeal> => {
        const name = basename(path);
        const password = open ? (passwords[name] ?? null) : null;
        const found = await Promise.all(
          engines.map(async (engine) => {
            const job: Trial = { id: path, file: path, path: join(folder, path), engine, password };
            const { result, failure } = await pool.perform(job);
            return [engine, failure === null ? result : { killed: JSON.stringify(failure) }];
          }),
        );
        return { path, name, ...Object.fromEntries(found) };
      }),
    );
  } finally {
    await pool.close();
  }
}

/** True where any text came of a file. */
export function isRead(tried: Ordeal[Trial['engine']]): boolean {
  return 'characters' in tried && tried.characters > 0;
}
