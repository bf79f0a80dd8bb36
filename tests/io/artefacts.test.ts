import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArtefacts } from '../../src/io/artefacts.ts';
import type { Artefacts } from '../../src/model/ports.ts';
import { put, temporaryFolder } from '../support/tiny.ts';
import { hashOf, made } from './make.ts';

const key = hashOf('key');
const one = made('economía.pdf', [{ text: 'uno' }]);
const tags: Artefacts['tags'] = {
  ...one.results.tags,
  mentions: one.keys.mentions,
  receipt: one.receipt,
};
const place = (folder: string) => join(folder, 'tags', key.slice(0, 2), `${key}.json.zst`);

describe('an artefact', () => {
  it('is read back as it was written, by kind and key', async () => {
    const store = openArtefacts(join(temporaryFolder(), 'not', 'yet', 'there'));
    expect(await store.has('tags', key)).toBe(false);
    expect(await store.read('tags', key)).toBeNull();
    await store.write('tags', key, tags);
    expect(await store.has('tags', key)).toBe(true);
    expect(await store.read('tags', key)).toEqual(tags);
    expect(await store.read('passages', key)).toBeNull();
    expect(await store.read('tags', hashOf('other'))).toBeNull();
  });

  it('is missing when any part of its file was lost', async () => {
    const folder = temporaryFolder();
    const store = openArtefacts(folder);
    await store.write('tags', key, tags);
    const whole = readFileSync(place(folder));
    for (let length = whole.length - 1; length >= 0; length -= 7) {
      truncateSync(place(folder), length);
      expect(await store.read('tags', key), `${length} bytes`).toBeNull();
    }
    await store.write('tags', key, tags);
    expect(await store.read('tags', key)).toEqual(tags);
  });

  it('is never read as something else when a bit of its file has flipped', async () => {
    const folder = temporaryFolder();
    const store = openArtefacts(folder);
    await store.write('tags', key, tags);
    const whole = readFileSync(place(folder));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const damaged = Buffer.from(whole);
        damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << bit), at);
        writeFileSync(place(folder), damaged);
        const found = await store.read('tags', key);
        expect(found === null || JSON.stringify(found) === JSON.stringify(tags)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is missing when something else lies in its place', async () => {
    const folder = temporaryFolder();
    put(folder, { [join('tags', key.slice(0, 2), `${key}.json.zst`)]: JSON.stringify(tags) });
    expect(await openArtefacts(folder).read('tags', key)).toBeNull();
  });

  it('is whole whenever it is seen, while many write it at once', async () => {
    const folder = temporaryFolder();
    const stores = [openArtefacts(folder), openArtefacts(folder)];
    const problems = Array(2000).fill({ code: 'encrypted', file: 'a.pdf' });
    const large = { ...tags, receipt: { ...tags.receipt, problems } };
    const seen: (Artefacts['tags'] | null)[] = [];
    const writes = Array.from({ length: 12 }, (_, index) => stores[index % 2]?.write('tags', key, large));
    const reading = (async () => {
      for (let times = 0; times < 50; times++) {
        seen.push((await stores[times % 2]?.read('tags', key)) ?? null);
      }
    })();
    await Promise.all([...writes, reading]);
    for (const one of seen) expect(one === null || one.receipt.problems.length === 2000).toBe(true);
    expect(await stores[0]?.read('tags', key)).toEqual(large);
    expect(readdirSync(join(folder, 'tags', key.slice(0, 2)))).toEqual([`${key}.json.zst`]);
  });

  it('leaves nothing behind where it cannot be written', async () => {
    const folder = temporaryFolder();
    put(folder, { [join('tags', key.slice(0, 2), `${key}.json.zst`, 'in-the-way')]: '' });
    await expect(openArtefacts(folder).write('tags', key, tags)).rejects.toThrow();
    expect(readdirSync(join(folder, 'tags', key.slice(0, 2)))).toEqual([`${key}.json.zst`]);
  });
});
