import mammoth from 'mammoth';
import { type Archived, allowanceOf, openArchive } from './archive.ts';
import { clean } from './clean.ts';
import { readConverted } from './html.ts';
import type { Reading } from './reading.ts';

/**
 * Reads a Word document by way of HTML; pictures are left out, and nothing outside the document is looked at. Throws
 * where the file is no such document, or unpacks to more than so many bytes.
 */
export async function readDocx(bytes: Uint8Array, unpacked: number): Promise<Reading> {
  const file = packageOf(await openArchive(bytes, allowanceOf(unpacked)));
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth.convertToHtml(
    // It takes an open package too, which its types do not say; given bytes, it would unpack them without limit.
    { file } as unknown as { readonly buffer: Buffer },
    { convertImage, externalFileAccess: false },
  );
  return readConverted(clean(value), 'mammoth');
}

/** An open package as mammoth asks for one: parts by their names, unpacked when they are read. */
function packageOf(archived: readonly Archived[]) {
  const parts = new Map(archived.map((part) => [part.written, part]));
  return {
    exists: (name: string) => parts.has(name),
    async read(name: string, encoding?: string) {
      const part = parts.get(name);
      if (part === undefined) throw new Error(`Expected a part \`${name}\` of the document, got none`);
      const content = await part.read();
      if (encoding === 'base64') return Buffer.from(content).toString('base64');
      return encoding === undefined ? content : new TextDecoder(encoding).decode(content);
    },
  };
}
