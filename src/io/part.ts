import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { Answer } from './request.ts';

/** The beginning of a file that came before, and by what its host knows whether the file is still the same. */
export type Part = { readonly bytes: number; readonly validator: string };

/** Headers that ask for the rest of a file, or for all of it where it is another by now (RFC 9110, `If-Range`). */
export function rangeHeaders(part: Part | null): Readonly<Record<string, string>> {
  return part === null ? {} : { range: `bytes=${part.bytes}-`, 'if-range': part.validator };
}

/** What names this state of a file: a strong `ETag`, or else a date of change; null where its rest cannot be asked for. */
export function validatorOf({ header }: Pick<Answer, 'header'>): string | null {
  if (header('accept-ranges')?.trim().toLowerCase() === 'none') return null;
  const tag = header('etag');
  if (tag !== null && /^"[^"]*"$/.test(tag)) return tag;
  return header('last-modified');
}

/** Whether an answer of status 206 begins where the part ends and is of the same file. */
export function isWholeAfter(part: Part, answer: Pick<Answer, 'header'>): boolean {
  const { header } = answer;
  const packed = header('content-encoding');
  if (packed !== null && packed.trim().toLowerCase() !== 'identity') return false;
  const [, first, last, total] =
    /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(header('content-range')?.trim() ?? '') ?? [];
  if (Number(first) !== part.bytes || (total !== '*' && Number(total) !== Number(last) + 1)) return false;
  const now = header('etag') === null && header('last-modified') === null ? part.validator : null;
  return [now, header('etag'), header('last-modified')].includes(part.validator);
}

/** The part that an earlier attempt left at a path; what cannot be gone on with is deleted. */
export async function openPart(path: string): Promise<Part | null> {
  try {
    const [validator, { size }] = await Promise.all([readFile(`${path}.validator`, 'utf8'), stat(path)]);
    if (validator !== '' && size > 0) return { bytes: size, validator };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  await dropPart(path);
  return null;
}

/** Notes by what the rest of a file can be asked for, before its first byte is written. */
export async function notePart(path: string, validator: string | null): Promise<void> {
  if (validator === null) await rm(`${path}.validator`, { force: true });
  else await writeFile(`${path}.validator`, validator);
}

/** Forgets a part. */
export async function dropPart(path: string): Promise<void> {
  await rm(`${path}.validator`, { force: true });
  await rm(path, { force: true });
}
