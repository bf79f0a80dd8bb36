import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArtefacts } from '../../src/io/artefacts.ts';
import type { Receipt } from '../../src/model/ports.ts';
import { put, temporaryFolder } from '../support/tiny.ts';
import { hashOf, made } from './make.ts';

const key = hashOf('key');
const receipt: Receipt = made('economía.pdf', [{ text: 'uno' }]).receipt;
const place = (folder: string) => join(folder, 'receipt', key.slice(0, 2), `${key}.json.zst`);

describe('an artefact', () => {
  it('is read back as it was written, by kind and key', async () => {
    const store = openArtefacts(join(temporaryFolder(), 'not', 'yet', 'there'));
    expect(await store.has('receipt', key)).toBe(false);
    expect(await store.read('receipt', key)).toBeNull();
    await store.write('receipt', key, receipt);
    expect(await store.has('receipt', key)).toBe(true);
    expect(await store.read('receipt', key)).toEqual(receipt);
    expect(await store.read('tags', key)).toBeNull();
    expect(await store.read('receipt', hashOf('other'))).toBeNull();
  });

  it('is missing when any part of its file was lost', async () => {
    const folder = temporaryFolder();
    const store = openArtefacts(folder);
    await store.write('receipt', key, receipt);
    const whole = readFileSync(place(folder));
    for (let length = whole.length - 1; length >= 0; length -= 7) {
      truncateSync(place(folder), length);
      expect(await store.read('receipt', key), `${length} bytes`).toBeNull();
    }
    await store.write('receipt', key, receipt);
    expect(await store.read('receipt', key)).toEqual(receipt);
  });

  it('is never read as something else when a bit of its file has flipped', async () => {
    const folder = temporaryFolder();
    const store = openArtefacts(folder);
    await store.write('receipt', key, receipt);
    const whole = readFileSync(place(folder));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const damaged = Buffer.from(whole);
        damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << bit), at);
        writeFileSync(place(folder), damaged);
        const found = await store.read('receipt', key);
        expect(found === null || JSON.stringify(found) === JSON.stringify(receipt)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is missing when something else lies in its place', async () => {
    const folder = temporaryFolder();
    put(folder, { [join('receipt', key.slice(0, 2), `${key}.json.zst`)]: JSON.stringify(receipt) });
    expect(await openArtefacts(folder).read('receipt', key)).toBeNull();
  });

  it('is whole whenever it is seen, while many write it at once', async () => {
    const folder = temporaryFolder();
    const stores = [openArtefacts(folder), openArtefacts(folder)];
    const large = { ...receipt, problems: Array(2000).fill({ code: 'encrypted', file: 'a.pdf' }) };
    const seen: (Receipt | null)[] = [];
    const writes = Array.from({ length: 12 }, (_, index) => stores[index % 2]?.write('receipt', key, large));
    const reading = (async () => {
      for (let times = 0; times < 50; times++) {
        seen.push((await stores[times % 2]?.read('receipt', key)) ?? null);
      }
    })();
    await Promise.all([...writes, reading]);
    for (const one of seen) expect(one === null || one.problems.length === 2000).toBe(true);
    expect(await stores[0]?.read('receipt', key)).toEqual(large);
    expect(readdirSync(join(folder, 'receipt', key.slice(0, 2)))).toEqual([`${key}.json.zst`]);
  });

  it('leaves nothing behind where it cannot be written', async () => {
    const folder = temporaryFolder();
    put(folder, { [join('receipt', key.slice(0, 2), `${key}.json.zst`, 'in-the-way')]: '' });
    await expect(openArtefacts(folder).write('receipt', key, receipt)).rejects.toThrow();
    expect(readdirSync(join(folder, 'receipt', key.slice(0, 2)))).toEqual([`${key}.json.zst`]);
  });
});
