import { type Archived, allowanceOf, OverUnpacked, openArchive } from '../extract/archive.ts';
import type { ArchiveMember, ArchiveReader } from '../model/ports.ts';

/** Parts by which a ZIP shows that it is one document. */
const packages: ReadonlySet<string> = new Set(['[Content_Types].xml', 'mimetype', 'META-INF/container.xml']);

/** What systems put into archives beside what people put there. */
const litter = /(?:^|\/)(?:__MACOSX\/|\.[^./]|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** Unpacks the documents of a ZIP. */
export const unpack: ArchiveReader = async (bytes, limit) => {
  const archived = await openArchive(bytes, allowanceOf(limit));
  if (archived.some(({ path }) => path !== null && packages.has(path))) return null;
  return members(archived.filter(({ written }) => !litter.test(written)));
};

async function* members(archived: readonly Archived[]): AsyncGenerator<ArchiveMember> {
  for (const one of archived) yield { name: one.path ?? one.written, content: await contentOf(one) };
}

async function contentOf({ path, encrypted, read }: Archived): Promise<ArchiveMember['content']> {
  if (path === null) return 'outside';
  if (encrypted) return 'encrypted';
  try {
    return await read();
  } catch (error) {
    if (error instanceof OverUnpacked) return 'too_large';
    throw error;
  }
}
