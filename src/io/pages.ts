import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { programFolder } from './engine.ts';

/** Names what the pages were made from, in their folder. */
const mark = 'made-from';

/**
 * The folder of the explorer's built pages. In a checkout they are made by Vite where they are missing or of other sources;
 * the packed program brings them. `tell` hears that it takes a moment.
 */
export async function builtPages(tell: (text: string) => void): Promise<string> {
  const root = programFolder();
  const built = join(root, 'dist', 'web');
  const source = join(root, 'web');
  if (!existsSync(join(source, 'index.html'))) return built;
  const wanted = fingerprint(root);
  if (existsSync(join(built, mark)) && readFileSync(join(built, mark), 'utf8') === wanted) return built;
  tell('building the pages of the explorer, once');
  const { build } = await import('vite');
  const partial = join(root, 'dist', `web.${process.pid}.partial`);
  try {
    await build({
      configFile: join(source, 'vite.config.ts'),
      root: source,
      logLevel: 'warn',
      build: { outDir: partial },
    });
    await writeFile(join(partial, mark), wanted);
    await mkdir(join(root, 'dist'), { recursive: true });
    await rm(built, { recursive: true, force: true });
    await rename(partial, built);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return built;
}

/** Of all that goes into the pages: their sources, the vocabulary that they share, and the versions of packages. */
function fingerprint(root: string): string {
  const hash = createHash('sha256');
  const files = globSync(['web/**/*.*', 'src/model/**/*.ts', 'package-lock.json'], { cwd: root }).toSorted();
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
