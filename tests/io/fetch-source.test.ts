import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchSource } from '../../src/io/fetch-source.ts';
import { hostsOf } from '../../src/io/hosts.ts';
import { sourceAt } from '../support/sources.ts';
import { temporaryFolder } from '../support/tiny.ts';
import { serve } from '../support/web.ts';

/** A host that gives a document under one path, and what fetches from it. */
async function library(path: string, body: string) {
  const asked: string[] = [];
  const host = await serve((request, answer) => {
    asked.push(request.url ?? '');
    if (request.url === path) answer.end(body);
    else answer.writeHead(404).end();
  });
  const folder = join(temporaryFolder(), 'fetched');
  const get = (of: string, archive: string | null, refetch = false) =>
    fetchSource(
      sourceAt(`http://${host}${of}`, {
        archive_address: archive === null ? null : `http://${host}${archive}`,
      }),
      {
        limits: { hosts: hostsOf([host]), allowPrivate: true, bytes: 1000, seconds: 20 },
        hold: () => {},
        folder,
        refetch,
        now: () => new Date('2026-01-02T03:04:05Z'),
      },
    );
  return { host, asked, folder, get };
}

describe('fetching one source', () => {
  it('gives a copy with its record, and the same copy later', async () => {
    const { host, asked, get, folder } = await library('/a.pdf', '%PDF-1.4 a');
    const first = await get('/a.pdf', null);
    expect(first.copy).toMatchObject({
      content: 'pdf',
      via: 'origin',
      record: { address: `http://${host}/a.pdf`, bytes: 10, fetched_at: '2026-01-02T03:04:05.000Z' },
    });
    expect(readFileSync(first.copy?.path ?? '', 'utf8')).toBe('%PDF-1.4 a');
    expect(await get('/a.pdf', null)).toEqual(first);
    expect(asked).toEqual(['/a.pdf']);
    await get('/a.pdf', null, true);
    expect(asked).toEqual(['/a.pdf', '/a.pdf']);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('asks the archive where its own address fails, and tells both where both do', async () => {
    const { host, asked, get } = await library('/web/a', '%PDF-1.4 a');
    expect((await get('/a.pdf', '/web/a')).copy).toMatchObject({ via: 'archive', content: 'pdf' });
    expect(asked).toEqual(['/a.pdf', '/web/a']);
    expect(await get('/b.pdf', '/web/b')).toEqual({
      copy: null,
      problem: { code: 'not_fetched', file: `http://${host}/b.pdf`, detail: 'status 404' },
      archive: { code: 'not_fetched', file: `http://${host}/web/b`, detail: 'status 404' },
    });
  });

  it('holds what the archive gives to what the address promised', async () => {
    const { get, folder } = await library('/web/a', '<html><p>Not in the archive');
    const end = await get('/a.pdf', '/web/a');
    expect(end).toMatchObject({
      copy: null,
      archive: { code: 'not_the_document', expected: 'pdf', found: 'html' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});
