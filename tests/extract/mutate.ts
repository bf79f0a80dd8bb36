import { deflateSync, inflateSync } from 'node:zlib';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { allowanceOf, openArchive } from '../../src/extract/archive.ts';
import { zip } from '../support/zip.ts';

/** A whole number from 0 to below a bound. */
type Dice = (below: number) => number;

type Mutation = (bytes: Buffer, dice: Dice) => Buffer;

/** The same draws for the same seed. */
export function diceOf(seed: number): Dice {
  const random = xoroshiro128plus(seed);
  return (below) => (below <= 1 ? 0 : uniformInt(random, 0, below - 1));
}

/**
 * Damages a file as a seed says: one to five times one of many ways, on its bytes, or on what its streams or parts
 * unpack to.
 */
export async function mutate(bytes: Uint8Array, seed: number): Promise<Buffer> {
  const dice = diceOf(seed);
  let mutant: Buffer = Buffer.from(bytes);
  for (let left = 1 + dice(5); left > 0; left--) {
    const kind = mutant.subarray(0, 2).toString('latin1');
    const isInside = kind === 'PK' && dice(3) > 0;
    mutant = isInside
      ? await insideZip(mutant, dice)
      : pick(dice, kind === '%P' ? onPdf : onBytes)(mutant, dice);
  }
  return mutant;
}

/** Words that a reader of PDFs, HTML or XML acts on, hostile numbers among them. */
const tokens = [
  ...[
    '/Length 999999999',
    '/Length -1',
    '/Count 2147483647',
    '/Kids [3 0 R 3 0 R]',
    '/Parent 3 0 R',
    '/Prev 0',
  ],
  ...[
    '/Filter [/FlateDecode /FlateDecode /FlateDecode]',
    '/Filter /LZWDecode',
    '/Filter /JBIG2Decode',
    '/W [9 9 9]',
  ],
  ...[
    '/MediaBox [0 0 1e38 -1e38]',
    '/Rotate 45',
    '/UserUnit 1e9',
    '/FontMatrix [0 0 0 0 0 0]',
    '/Size 4294967295',
  ],
  ...[
    '/Encrypt << /Filter /Standard /V 5 /R 6 >>',
    '/ObjStm',
    '/XRef',
    '/Type /Pages',
    'endobj',
    'endstream',
    'xref',
  ],
  ...[
    'BT',
    'ET',
    'q q q q q q q q',
    'Do',
    '/F1 1e30 Tf',
    '[(a) -1e30 (b)] TJ',
    '<FFFF> Tj',
    '<<',
    '>>',
    '[[[[[[[[[[',
  ],
  ...[
    '<table><tr><td>',
    '</body>',
    '<!--',
    '<![CDATA[',
    '&#x110000;',
    '&#0;',
    '<svg><p>',
    '<template>',
    '<frameset>',
  ],
  ...['<w:p>', '</w:p>', '<w:tbl>', '<w:t xml:space="preserve">', '\0', '\uffff', '\u202e', '\ud800', ' 0 R'],
];

const onBytes: readonly Mutation[] = [flip, flip, overwrite, remove, repeat, swap, truncate, splice, numbers];
const onPdf: readonly Mutation[] = [...onBytes, splice, numbers, insideStream, insideStream];

function pick<T>(dice: Dice, list: readonly [T, ...T[]] | readonly T[]): T {
  return list[dice(list.length)] as T;
}

function stretch(bytes: Buffer, dice: Dice, longest: number): readonly [number, number] {
  const start = dice(bytes.length);
  return [start, Math.min(bytes.length, start + 1 + dice(longest))];
}

function flip(bytes: Buffer, dice: Dice): Buffer {
  const copy = Buffer.from(bytes);
  for (let left = 1 + dice(32); left > 0 && copy.length > 0; left--) {
    const at = dice(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << dice(8));
  }
  return copy;
}

function overwrite(bytes: Buffer, dice: Dice): Buffer {
  const [start, end] = stretch(bytes, dice, 64);
  return Buffer.from(bytes).fill(pick(dice, [0, 0xff, 0x20, 0x30, 0x7f, dice(256)]), start, end);
}

function remove(bytes: Buffer, dice: Dice): Buffer {
  const [start, end] = stretch(bytes, dice, 4096);
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
}

function repeat(bytes: Buffer, dice: Dice): Buffer {
  const [start, end] = stretch(bytes, dice, 2048);
  const times = 1 + dice(dice(8) === 0 ? 200 : 4);
  const part = bytes.subarray(start, end);
  return Buffer.concat([
    bytes.subarray(0, end),
    ...Array.from({ length: times }, () => part),
    bytes.subarray(end),
  ]);
}

function swap(bytes: Buffer, dice: Dice): Buffer {
  const [a, b] = stretch(bytes, dice, 1024);
  const [c, d] = stretch(bytes, dice, 1024);
  if (b > c) return bytes;
  const cut = (from: number, to?: number) => bytes.subarray(from, to);
  return Buffer.concat([cut(0, a), cut(c, d), cut(b, c), cut(a, b), cut(d)]);
}

function truncate(bytes: Buffer, dice: Dice): Buffer {
  return Buffer.from(bytes.subarray(0, dice(bytes.length)));
}

function splice(bytes: Buffer, dice: Dice): Buffer {
  const [start, end] = stretch(bytes, dice, 16);
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(pick(dice, tokens)), bytes.subarray(end)]);
}

/** Changes numbers written in digits: offsets, lengths, counts, references. */
function numbers(bytes: Buffer, dice: Dice): Buffer {
  const text = bytes.toString('latin1');
  const found = [...text.slice(0, 4_000_000).matchAll(/\d+/g)];
  const { 0: digits = '', index = 0 } = found[dice(found.length)] ?? {};
  const other = pick(dice, ['0', '-1', '2147483648', '99999999999', String(dice(100)), `${digits}${digits}`]);
  return Buffer.from(text.slice(0, index) + other + text.slice(index + digits.length), 'latin1');
}

/** Damages what a compressed stream of a PDF unpacks to, and packs it again. */
function insideStream(bytes: Buffer, dice: Dice): Buffer {
  const text = bytes.toString('latin1');
  const starts = [...text.matchAll(/stream\r?\n/g)].filter(({ index }) => !text.endsWith('end', index));
  const start = starts[dice(starts.length)];
  if (start === undefined) return splice(bytes, dice);
  const from = start.index + start[0].length;
  const to = text.indexOf('endstream', from);
  try {
    const content = inflateSync(bytes.subarray(from, to), { maxOutputLength: 20_000_000 });
    const packed = deflateSync(pick(dice, onBytes)(content, dice), { level: 1 });
    return Buffer.concat([bytes.subarray(0, from), packed, bytes.subarray(to)]);
  } catch {
    return flip(bytes, dice);
  }
}

/** Damages one part of an archive and packs them all again; a damaged archive is damaged further as it is. */
async function insideZip(bytes: Buffer, dice: Dice): Promise<Buffer> {
  try {
    const archived = await openArchive(bytes, allowanceOf(50_000_000));
    const chosen = dice(archived.length);
    const parts = await Promise.all(
      archived.map(async ({ written, read }, at) => {
        const content = Buffer.from(await read());
        return { name: written, content: at === chosen ? pick(dice, onBytes)(content, dice) : content };
      }),
    );
    return zip(parts);
  } catch {
    return pick(dice, onBytes)(bytes, dice);
  }
}
