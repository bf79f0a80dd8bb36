import { allowanceOf, openArchive } from './archive.ts';

/** The text of a part of a package by its path; throws where there is none, or where it unpacks to too much. */
export type Parts = (path: string) => Promise<string>;

/** Opens a file that is a ZIP of parts (OpenDocument, EPUB). Throws as `openArchive` does. */
export async function openPackage(bytes: Uint8Array, unpacked: number): Promise<Parts> {
  const parts = new Map((await openArchive(bytes, allowanceOf(unpacked))).map((part) => [part.path, part]));
  return async (path) => {
    const part = parts.get(path);
    if (part === undefined) throw new Error(`Expected a part \`${path}\` of the document, got none`);
    if (part.encrypted) throw new Error(`Expected a part \`${path}\` that is open, got an encrypted one`);
    return new TextDecoder().decode(await part.read());
  };
}
