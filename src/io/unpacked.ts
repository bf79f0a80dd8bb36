import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check } from '../model/input.ts';
import type { ArchiveMember, ArchiveReader } from '../model/ports.ts';
import { UnpackedIndex } from '../model/unpacked.ts';
import type { Hasher } from './hashes.ts';

/** A file of an archive: its path there, and where its bytes lie on this disk or why they lie nowhere. */
export type Member = {
  readonly name: string;
  readonly path: string | null;
  readonly obstacle: Extract<ArchiveMember['content'], string> | null;
};

/** The files of an archive on this disk; null where it is itself a document. Throws where it is damaged. */
export type Unpacker = (archive: string) => Promise<readonly Member[] | null>;

/** Takes no archive for one. */
export const noUnpacker: Unpacker = async () => null;

/**
 * Unpacks archives into a folder, each once, under the hash of its bytes. Files are numbered there, so that no name of
 * an archive is ever a path on this disk; the index, written last, says which is which.
 */
export function openUnpacked(folder: string, limit: number, read: ArchiveReader, hashOf: Hasher): Unpacker {
  return async (archive) => {
    const place = join(folder, `${await hashOf(archive)}-${limit}`);
    const kept = await indexOf(place);
    if (kept !== null)
      return kept.whole ? null : kept.members.map((member, at) => memberOf(member, at, place));
    const members = await read(await readFile(archive), limit);
    await rm(place, { recursive: true, force: true });
    await mkdir(place, { recursive: true });
    const index: { name: string; obstacle: Member['obstacle'] }[] = [];
    for await (const { name, content } of members ?? []) {
      const isThere = typeof content !== 'string';
      if (isThere) await writeFile(join(place, String(index.length)), content);
      index.push({ name, obstacle: isThere ? null : content });
    }
    await writeFile(
      join(place, 'index.partial'),
      JSON.stringify({ whole: members === null, members: index }),
    );
    await rename(join(place, 'index.partial'), join(place, 'index.json'));
    return members === null ? null : index.map((member, at) => memberOf(member, at, place));
  };
}

function memberOf({ name, obstacle }: Omit<Member, 'path'>, at: number, place: string): Member {
  return { name, obstacle, path: obstacle === null ? join(place, String(at)) : null };
}

async function indexOf(place: string): Promise<UnpackedIndex | null> {
  try {
    return check(UnpackedIndex, JSON.parse(await readFile(join(place, 'index.json'), 'utf8'))).value;
  } catch {
    return null;
  }
}
