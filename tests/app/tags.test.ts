import { expect, it } from 'vitest';
import { tagsUnder } from '../../src/app/tags.ts';
import { openArtefacts } from '../../src/io/artefacts.ts';
import type { Artefacts } from '../../src/model/ports.ts';
import { hashOf, made } from '../io/make.ts';
import { temporaryFolder } from '../support/tiny.ts';

const [one, two] = ['a.txt', 'b.txt'].map((file): Artefacts['tags'] => {
  const { results, receipt, keys } = made(file, [{ text: file, marks: [{ words: file, theme: 'frame' }] }]);
  return { ...results.tags, mentions: keys.mentions, receipt };
});
if (one === undefined || two === undefined) throw new Error('no tags');

it('leads to tags by their own name or by one that they are carried from, the first that is there', async () => {
  const store = openArtefacts(temporaryFolder());
  const [own, carried, lost, none] = ['own', 'carried', 'lost', 'none'].map(hashOf);
  if (!own || !carried || !lost || !none) throw new Error('no names');
  await store.write('tags', own, one);
  await store.write('carried', carried, own);
  await store.write('carried', lost, none);
  expect(await tagsUnder(store, [own])).toEqual(one);
  expect(await tagsUnder(store, [none, lost, carried])).toEqual(one);
  expect(await tagsUnder(store, [none, lost])).toBeNull();
  await store.write('tags', carried, two);
  expect(await tagsUnder(store, [carried, own])).toEqual(two);
});
