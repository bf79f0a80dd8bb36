import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/io/corpus.ts';
import type { Copy, Fetcher } from '../../src/io/fetched.ts';
import { hashFile } from '../../src/io/hashes.ts';
import { openStudy } from '../../src/io/study.ts';
import { noUnpacker } from '../../src/io/unpacked.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const known = 'https://red.example/docs/Red-Uno_declaration_2009-05_es.pdf';

/** The corpus of a manifest with these rows, where one address has a copy. */
async function corpusOf(rows: readonly string[]) {
  const folder = temporaryFolder();
  put(folder, {
    'study/study.yaml': 'title: A study\n',
    'study/corpus/manifest.csv': ['file,title,voice', ...rows].join('\n'),
    'study/corpus/documents/civil_society/Red_Dos/here.txt': 'text',
    'copies/abc': 'what was fetched',
  });
  const asked: string[] = [];
  const fetch: Fetcher = async (addresses) => {
    asked.push(...addresses);
    return new Map(
      addresses.map((address): readonly [string, Copy] => {
        if (address.startsWith(known))
          return [address, { code: 'copy', path: join(folder, 'copies', 'abc') }];
        if (address.includes('gone')) return [address, { code: 'not_fetched', detail: 'status 404' }];
        return [address, { code: 'host_not_allowed', host: 'other.example' }];
      }),
    );
  };
  const { places, file, voices } = await openStudy(join(folder, 'study'));
  const corpus = await readCorpus(places, file, voices, { hash: hashFile, fetch, unpack: noUnpacker });
  return { corpus, asked, copy: join(folder, 'copies', 'abc') };
}

describe('addresses in a manifest', () => {
  it('stand for their copies, under the address, with what row and name say', async () => {
    const { corpus, asked, copy } = await corpusOf([`${known},Declaración,civil_society`]);
    expect(asked).toEqual([known]);
    expect(corpus.map(({ source }) => source.file)).toEqual([
      'documents/civil_society/Red_Dos/here.txt',
      known,
    ]);
    expect(corpus[1]).toMatchObject({
      path: copy,
      problems: [],
      source: { institution: 'Red Uno', kind: 'declaration', date: '2009-05', language: 'es', bytes: 16 },
    });
  });

  it('that cannot be had are documents with a problem', async () => {
    const { corpus } = await corpusOf([
      'http://other.example/a.pdf,A,donor',
      'http://red.example/gone,B,donor',
    ]);
    expect(corpus.slice(1).map(({ path, problems, source }) => [path, source.hash, problems])).toEqual([
      [null, null, [{ code: 'host_not_allowed', file: 'http://other.example/a.pdf', host: 'other.example' }]],
      [null, null, [{ code: 'not_fetched', file: 'http://red.example/gone', detail: 'status 404' }]],
    ]);
  });

  it('that lead to the same copy are one document', async () => {
    const { corpus } = await corpusOf([`${known},A,donor`, `${known}#page=2,B,donor`]);
    const [, document, ...more] = corpus;
    expect(more).toEqual([]);
    expect(document?.problems.map(({ code }) => code)).toContain('row_repeated');
  });

  it('go nowhere unless somebody says how', async () => {
    const folder = temporaryFolder();
    put(folder, { 'manifest.csv': `file\n${known}\n` });
    const { places, file, voices } = await openStudy(join(folder, 'manifest.csv'));
    const [only] = await readCorpus(places, file, voices);
    expect(only?.problems).toContainEqual({ code: 'host_not_allowed', file: known, host: 'red.example' });
  });
});
