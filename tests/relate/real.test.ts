import { describe, expect, it } from 'vitest';
import { relate } from '../../src/relate/relate.ts';
import { real } from '../support/requires.ts';
import { parallel, realMembers } from '../support/same.ts';

describe.skipIf(real === null)('one act in several real files', { timeout: 300_000 }, () => {
  it('is found in every language, and no two acts become one', async () => {
    const { members, bytes } = await realMembers(real ?? '');
    expect(members.length).toBeGreaterThan(500);
    expect(bytes).toBeLessThan(2048);
    const found = relate(members);
    const countedIn = (file: string) =>
      found.get(file)?.same.find(({ state }) => state !== 'proposed')?.of ?? file;
    const missed = parallel.filter(([one, other]) => countedIn(one) !== countedIn(other));
    expect(missed).toEqual([]);

    const translated = new Set(parallel.flat());
    const groups = [...found].flatMap(([file, { same }]) => same.map((place) => ({ file, ...place })));
    const translations = groups.filter(({ relation }) => relation === 'translation');
    expect(translations.filter(({ file, of }) => !translated.has(file) || !translated.has(of))).toEqual([]);
    // Speeches that a ministry put up twice, word for word.
    const copies = groups.filter(({ relation }) => relation === 'copy');
    expect(copies).toHaveLength(4);
    expect(copies.every(({ file }) => file.startsWith('movement/casa-rosada/'))).toBe(true);
    // Decrees that share formulas are left alone; two that share most of their articles are proposed.
    const proposed = groups.filter(({ state, relation }) => state === 'proposed' && relation !== null);
    expect(proposed.map(({ file, of }) => [file, of])).toEqual([
      ['sse/ar/DEC-653-2022.md', 'sse/ar/DEC-652-2022.md'],
      ['sse/ar/LEY-26338.md', 'sse/ar/DNU-355-2002.md'],
    ]);
  });
});
