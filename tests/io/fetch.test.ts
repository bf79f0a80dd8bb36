import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fetchFile, hostsOf, isAddress } from '../../src/io/fetch.ts';
import { temporaryFolder } from '../support/tiny.ts';
import { serve } from '../support/web.ts';

const text = 'Las cooperativas son otra economía.';

async function get(
  address: string,
  hosts: readonly string[],
  more: { bytes?: number; seconds?: number } = {},
) {
  const target = join(temporaryFolder(), 'target');
  const limits = { hosts: hostsOf(hosts), bytes: 1_000_000, seconds: 20, ...more };
  const end = await fetchFile(address, target, limits);
  return { end, content: existsSync(target) ? readFileSync(target, 'utf8') : null };
}

describe('fetching a file', () => {
  it('takes its bytes, what it is said to be, and no credentials along', async () => {
    const asked: unknown[] = [];
    const host = await serve((request, answer) => {
      asked.push(request.headers.authorization, request.headers.cookie);
      answer.setHeader('content-type', 'text/plain; charset=utf-8').setHeader('set-cookie', 'a=b').end(text);
    });
    const { end, content } = await get(`http://${host}/a.txt`, [host]);
    expect(end).toMatchObject({ code: 'fetched', contentType: 'text/plain; charset=utf-8', bytes: 36 });
    expect(content).toBe(text);
    await get(`http://${host}/a.txt`, [host]);
    expect(asked).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('unpacks what comes packed', async () => {
    const host = await serve((_, answer) => {
      answer.setHeader('content-encoding', 'gzip').end(gzipSync(text));
    });
    expect((await get(`http://${host}/`, [host])).content).toBe(text);
  });

  it('goes nowhere that was not named: no host, another host, another port', async () => {
    let asked = 0;
    const host = await serve((_, answer) => {
      asked++;
      answer.end(text);
    });
    for (const hosts of [[], ['example.org'], ['127.0.0.1'], ['127.0.0.1:1'], ['localhost']]) {
      const { end, content } = await get(`http://${host}/`, hosts);
      expect(end).toEqual({ code: 'host_not_allowed', host });
      expect(content).toBeNull();
    }
    expect(asked).toBe(0);
  });

  it('follows redirections to allowed hosts only', async () => {
    let asked = 0;
    const other = await serve((_, answer) => {
      asked++;
      answer.end(text);
    });
    const host = await serve((request, answer) => {
      const to =
        request.url === '/here' ? '/there' : request.url === '/there' ? `http://${other}/x` : '/here';
      answer.writeHead(302, { location: to }).end();
    });
    const { end } = await get(`http://${host}/here`, [host]);
    expect(end).toEqual({ code: 'host_not_allowed', host: other });
    expect(asked).toBe(0);
    const followed = await get(`http://${host}/here`, [host, other]);
    expect(followed).toMatchObject({
      end: { code: 'fetched', address: `http://${other}/x` },
      content: text,
    });
  });

  it('gives up on endless redirections and on those to other kinds of addresses', async () => {
    const host = await serve((request, answer) => {
      answer.writeHead(301, { location: request.url === '/file' ? 'file:///etc/passwd' : '/again' }).end();
    });
    expect((await get(`http://${host}/`, [host])).end).toEqual({
      code: 'not_fetched',
      detail: 'more than 5 redirections',
    });
    expect((await get(`http://${host}/file`, [host])).end).toMatchObject({
      detail: 'it leads to an address of the kind file:',
    });
  });

  it('stops at the limit of size, whatever the host says, packed or not', async () => {
    const host = await serve((request, answer) => {
      if (request.url === '/packed') {
        answer.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(5_000_000)));
        return;
      }
      const pour = () => {
        while (answer.write(Buffer.alloc(64_000)));
      };
      answer.on('drain', pour);
      pour();
    });
    for (const path of ['/endless', '/packed']) {
      const { end } = await get(`http://${host}${path}`, [host], { bytes: 100_000 });
      expect(end).toEqual({ code: 'not_fetched', detail: 'more than 100000 bytes, the limit' });
    }
    const exact = await serve((_, answer) => void answer.end('x'.repeat(100)));
    expect((await get(`http://${exact}/`, [exact], { bytes: 100 })).end).toMatchObject({ code: 'fetched' });
    expect((await get(`http://${exact}/`, [exact], { bytes: 99 })).end).toMatchObject({
      code: 'not_fetched',
    });
  });

  it('stops at the limit of time: no answer, or a body that drips', async () => {
    const host = await serve((request, answer) => {
      if (request.url === '/silent') return;
      answer.write('a');
      const drip = setInterval(() => answer.write('a'), 20);
      answer.on('close', () => clearInterval(drip));
    });
    for (const path of ['/silent', '/slow']) {
      const { end } = await get(`http://${host}${path}`, [host], { seconds: 0.3 });
      expect(end).toEqual({ code: 'not_fetched', detail: 'no whole answer in 0.3 s' });
    }
  });

  it('tells a status, an answer without bytes, one cut short and a host that is not there', async () => {
    const host = await serve((request, answer) => {
      if (request.url === '/empty') answer.end();
      else if (request.url === '/cut') {
        answer.setHeader('content-length', 1000).write('the beginning');
        setTimeout(() => answer.destroy(), 20);
      } else answer.writeHead(404).end('not here');
    });
    expect((await get(`http://${host}/`, [host])).end).toEqual({ code: 'not_fetched', detail: 'status 404' });
    expect((await get(`http://${host}/empty`, [host])).end).toMatchObject({
      detail: 'an answer without bytes',
    });
    expect((await get(`http://${host}/cut`, [host])).end).toMatchObject({ code: 'not_fetched' });
    const gone = await get('http://127.0.0.1:9/', ['127.0.0.1:9']);
    expect(gone.end).toMatchObject({ code: 'not_fetched' });
  });

  it('does not take a name and password along', async () => {
    const host = await serve((_, answer) => void answer.end(text));
    const { end } = await get(`http://me:secret@${host}/`, [host]);
    expect(end).toEqual({ code: 'not_fetched', detail: 'the address holds a user name or password' });
  });
});

describe('a host to fetch from', () => {
  it('is a name, perhaps with a port, in any case and script', () => {
    expect(hostsOf(['Example.ORG', 'example.org:8443', '[::1]:80', 'münchen.example'])).toEqual([
      { name: 'example.org', port: '' },
      { name: 'example.org', port: '8443' },
      { name: '[::1]', port: '' },
      { name: 'xn--mnchen-3ya.example', port: '' },
    ]);
  });

  it.each(['https://example.org', 'example.org/documents', 'me@example.org', '', 'a b', '*.example.org'])(
    'is not %j',
    (name) => {
      expect(() => hostsOf([name])).toThrow('expected the name of a host');
    },
  );

  it('is told from a path', () => {
    expect(isAddress('https://example.org/a.pdf')).toBe(true);
    expect(isAddress('HTTP://example.org')).toBe(true);
    expect(isAddress('documents/http:/a.pdf')).toBe(false);
    expect(isAddress('ftp://example.org')).toBe(false);
  });
});
