import { dirname, join } from 'node:path';
import { isAddress } from './hosts.ts';
import type { Member, Unpacker } from './unpacked.ts';
import { type Located, locate } from './walk.ts';

/** A file of the corpus by the name it has there. */
export type Named = { readonly file: string; readonly located: Located };

const archive = /\.zip$/i;

/**
 * The files of an archive, each a file of the corpus of its own (`acts.zip/2009/act.pdf`) that stands as if it had been
 * unpacked beside its archive; any other file as it is. An archive without files stands for itself, with why.
 */
export async function filesOf({ file, located }: Named, unpack: Unpacker): Promise<readonly Named[]> {
  if (located.real === null || !archive.test(file)) return [{ file, located }];
  try {
    const members = await unpack(located.real);
    if (members === null) return [{ file, located }];
    const named = members.map((member) => ({
      file: `${file}/${member.name}`,
      located: placed(located.path, member),
    }));
    return named.length > 0 ? named : [instead('it is an archive without files')];
  } catch (error) {
    return [instead(`damaged archive: ${error instanceof Error ? error.message : String(error)}`)];
  }

  function instead(detail: string): Named {
    return { file, located: { path: located.path, real: null, obstacle: { detail } } };
  }
}

/** Looks a path up that leads into an archive; null where none of its steps is one, or the archive lacks the file. */
export async function locateInside(
  path: string,
  roots: readonly string[],
  unpack: Unpacker,
): Promise<Located | null> {
  for (const { index } of path.matchAll(/\.zip(?=[\\/])/gi)) {
    const outer = path.slice(0, index + 4);
    const located = await locate(outer, roots);
    if (located.real === null) continue;
    const wanted = path.slice(index + 5).replaceAll('\\', '/');
    const found = await filesOf({ file: outer, located }, unpack);
    return found.find(({ file }) => spelled(file) === spelled(`${outer}/${wanted}`))?.located ?? null;
  }
  return null;
}

/** Systems compose accents in names differently. */
function spelled(name: string): string {
  return name.normalize('NFC');
}

function placed(archivePath: string, { name, path, obstacle }: Member): Located {
  const at = isAddress(archivePath) ? `${archivePath}/${name}` : join(dirname(archivePath), name);
  return path === null
    ? { path: at, real: null, obstacle: obstacle === 'outside' ? 'escaping' : (obstacle ?? 'missing') }
    : { path: at, real: path, obstacle: null };
}
