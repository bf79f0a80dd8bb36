import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/**
 * What all that is unpacked from one file may come to together; counted down as it is read, and handed on to the
 * archives inside it.
 */
export type Allowance = { bytes: number; files: number; levels: number };

/** Most files in an archive, and most archives inside one another, the outermost counted. */
const most = { files: 10_000, levels: 3 };

/** What a file may unpack to where so many bytes are allowed. */
export function allowanceOf(bytes: number): Allowance {
  return { bytes, ...most };
}

/** Thrown where an archive would unpack to more than is allowed; a document's limit, not a fault of the program. */
export class OverUnpacked extends Error {
  readonly unit: keyof Allowance;

  constructor(unit: keyof Allowance) {
    super(`Expected an archive within its limits, got one of too many ${unit}`);
    this.unit = unit;
  }

  /** The limit that was passed, where so many bytes were allowed. */
  limit(bytes: number): number {
    return this.unit === 'bytes' ? bytes : most[this.unit];
  }
}

/** A file inside an archive. */
export type Archived = {
  /** Its path with forward slashes, or null where that would lead out of the folder it is unpacked to. */
  readonly path: string | null;
  /** The path as the archive has it. */
  readonly written: string;
  readonly encrypted: boolean;
  /** Unpacks it, counting its bytes as they come, whatever the archive says of its size. */
  readonly read: () => Promise<Uint8Array>;
};

/**
 * Lists the files of a ZIP without unpacking any. Throws an OverUnpacked where there are too many, where it lies too
 * deep in others, or, on reading, where the bytes allowed are used up; an Error where the archive is damaged.
 */
export async function openArchive(bytes: Uint8Array, allowance: Allowance): Promise<readonly Archived[]> {
  if (allowance.levels < 1) throw new OverUnpacked('levels');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Names are checked here, file by file: yauzl would give up the whole archive for one of them.
  const zip = await fromBufferPromise(buffer, { decodeStrings: false });
  if (zip.entryCount > allowance.files) throw new OverUnpacked('files');
  const found: Archived[] = [];
  for await (const entry of zip.eachEntry()) {
    if (allowance.files-- < 1) throw new OverUnpacked('files');
    const written = nameOf(entry);
    if (written.endsWith('/')) continue;
    found.push({
      path: safePath(written),
      written,
      encrypted: entry.isEncrypted(),
      read: () => unpack(zip, entry, allowance),
    });
  }
  return found;
}

/**
 * A path inside an archive as it may be joined to a folder: relative, with forward slashes, without empty steps.
 * Null for one that is absolute, has a drive, climbs with `..` or holds control characters, also where it does so
 * only in signs that some systems take for these (fullwidth dots and slashes).
 */
export function safePath(written: string): string | null {
  const forms = [written, written.normalize('NFKC')].map((form) => form.replaceAll('\\', '/'));
  for (const form of forms) {
    if (/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(form)) return null;
    if (/^\/|^[a-z]:/i.test(form) || form.split('/').some((step) => /^\.\.[\s.]*$/.test(step))) return null;
  }
  const steps = (forms[0] ?? '').split('/').filter((step) => step !== '' && step !== '.');
  return steps.length === 0 ? null : steps.join('/');
}

function nameOf(entry: Entry): string {
  const raw = Buffer.from(entry.fileNameRaw);
  // Bit 11 says UTF-8; without it, names of other than ASCII letters are in some old encoding, most often this one.
  const isUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0;
  return isUtf8 || raw.every((byte) => byte < 0x80) ? raw.toString('utf8') : raw.toString('latin1');
}

async function unpack(zip: ZipFile, entry: Entry, allowance: Allowance): Promise<Uint8Array> {
  if (entry.uncompressedSize > allowance.bytes) throw new OverUnpacked('bytes');
  const stream = await zip.openReadStreamPromise(entry);
  const parts: Buffer[] = [];
  for await (const part of stream as AsyncIterable<Buffer>) {
    allowance.bytes -= part.length;
    if (allowance.bytes < 0) {
      stream.destroy();
      throw new OverUnpacked('bytes');
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
