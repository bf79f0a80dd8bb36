import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Copy, openFetched } from '../../src/io/fetched.ts';
import { hostsOf } from '../../src/io/hosts.ts';
import { temporaryFolder } from '../support/tiny.ts';
import { serve } from '../support/web.ts';

const now = () => new Date('2026-01-02T03:04:05Z');

/** A host whose answers count up, and what fetches from it into a folder. */
async function library() {
  const state = { asked: 0, most: 0, open: 0, broken: false };
  const host = await serve((_, answer) => {
    state.asked++;
    state.most = Math.max(state.most, ++state.open);
    setTimeout(() => {
      state.open--;
      if (state.broken) answer.writeHead(500).end();
      else answer.setHeader('content-type', 'text/plain').end(`version ${state.asked}`);
    }, 5);
  });
  const folder = join(temporaryFolder(), 'fetched');
  const open = (refetch = false, hosts = [host]) =>
    openFetched(
      folder,
      { hosts: hostsOf(hosts), allowPrivate: true, bytes: 1000, seconds: 20 },
      { refetch, now },
    );
  return { state, host, folder, open, address: `http://${host}/a.txt` };
}

function content(copy: Copy | undefined): string {
  return copy?.code === 'copy' ? readFileSync(copy.path, 'utf8') : String(copy?.code);
}

describe('copies of what addresses name', () => {
  it('are made once and used from then on, without the network', async () => {
    const { state, open, address, folder } = await library();
    expect(content((await open()([address])).get(address))).toBe('version 1');
    expect(content((await open(false, [])([address])).get(address))).toBe('version 1');
    expect(content((await open()([`${address}#page=3`])).get(`${address}#page=3`))).toBe('version 1');
    expect(state.asked).toBe(1);
    const [file, record] = readdirSync(folder).toSorted();
    expect(record).toBe(`${file}.json`);
    expect(JSON.parse(readFileSync(join(folder, String(record)), 'utf8'))).toEqual({
      address,
      final_address: address,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      bytes: 9,
      status: 200,
      content_type: 'text/plain',
      fetched_at: '2026-01-02T03:04:05.000Z',
    });
  });

  it('are made anew where that is asked for, once a process', async () => {
    const { open, address } = await library();
    await open()([address]);
    const again = open(true);
    expect(content((await again([address])).get(address))).toBe('version 2');
    expect(content((await again([address])).get(address))).toBe('version 2');
  });

  it('are not trusted where they were cut or have lost their record', async () => {
    const { open, address, folder } = await library();
    await open()([address]);
    const [file = '', record = ''] = readdirSync(folder).toSorted();
    truncateSync(join(folder, file), 3);
    expect(content((await open()([address])).get(address))).toBe('version 2');
    writeFileSync(join(folder, record), '{"address": 7}');
    expect(content((await open()([address])).get(address))).toBe('version 3');
  });

  it('leave nothing behind where there is none, and can be had later', async () => {
    const { state, open, address, folder } = await library();
    state.broken = true;
    const fetch = open();
    expect((await fetch([address])).get(address)).toEqual({ code: 'not_fetched', detail: 'status 500' });
    expect(readdirSync(folder)).toEqual([]);
    state.broken = false;
    expect(content((await fetch([address])).get(address))).toBe('version 2');
    expect((await open(false, [])(['http://other.example/'])).get('http://other.example/')).toEqual({
      code: 'host_not_allowed',
      host: 'other.example',
    });
    expect((await fetch(['http://'])).get('http://')).toMatchObject({ code: 'not_fetched' });
  });

  it('come a few at a time', async () => {
    const { state, open, address } = await library();
    const addresses = Array.from({ length: 20 }, (_, index) => `${address}?${index}`);
    const copies = await open()(addresses);
    expect([...copies.values()].every(({ code }) => code === 'copy')).toBe(true);
    expect(state.asked).toBe(20);
    expect(state.most).toBeLessThanOrEqual(4);
  });
});
