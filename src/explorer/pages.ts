import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { Refused } from './refused.ts';

/** The built pages by their address, read once: a path of a request never reaches the disk. */
export type Pages = ReadonlyMap<string, { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Reads the built pages of a folder. */
export async function readPages(folder: string): Promise<Pages> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(async (file) => {
        const type = types[extname(file)] ?? 'application/octet-stream';
        const address = `/${relative(folder, file).split(sep).join('/')}`;
        return [address, { type, bytes: new Uint8Array(await readFile(file)) }] as const;
      }),
    ),
  );
}

/** A file of the pages; any other address is a view of the one page, which finds out which. */
export function pageAnswer(pages: Pages, path: string): Response {
  const file = pages.get(path);
  if (file !== undefined) return answer(file, path.startsWith('/assets/'));
  const page = pages.get('/index.html');
  if (page === undefined || extname(path) !== '') {
    throw new Refused('not_found', 'expected a page of the explorer, got another path');
  }
  return answer(page, false);
}

function answer(
  { type, bytes }: { type: string; bytes: Uint8Array<ArrayBuffer> },
  isNamedByContent: boolean,
): Response {
  const cache = isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache';
  return new Response(bytes, { headers: { 'content-type': type, 'cache-control': cache } });
}
