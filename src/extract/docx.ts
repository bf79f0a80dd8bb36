import mammoth from 'mammoth';
import { clean } from './clean.ts';
import { readConverted } from './html.ts';
import type { Reading } from './reading.ts';

/** Reads a Word document by way of HTML; pictures are left out. Throws where the file is no such document. */
export async function readDocx(bytes: Uint8Array): Promise<Reading> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer }, { convertImage, externalFileAccess: false });
  return readConverted(clean(value), 'mammoth');
}
